# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports of what was checked: one module for each kind, found by its ``write(ReportInput) -> bytes``.

A new file here with ``KIND`` and ``write`` is a new kind of report for ``pariter check --report kind=file``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.report.model import ReportInput

    Writer = Callable[[ReportInput], bytes]

PUBLISHED = ("html", "json")
"""The kinds that are published with a document."""


@cache
def kinds() -> Mapping[str, Writer]:
    """Every kind of report and its writer."""
    found: dict[str, Writer] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "KIND") and hasattr(module, "write"):
            found[module.KIND] = module.write
    return found


def write(kind: str, report: ReportInput) -> bytes:
    """A report's bytes. Raises InputError for a kind that does not exist."""
    if kind not in kinds():
        raise InputError(f"there is no report of the kind «{kind}».", f"Choose from {', '.join(kinds())}.")
    return kinds()[kind](report)


def files(report: ReportInput) -> dict[str, bytes]:
    """The reports that are published with a document, by file name."""
    return {f"report.{kind}": write(kind, report) for kind in PUBLISHED}
