# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file for each program outside of this one.

A validator's module has ``NAME``, ``probe() -> Probe`` and ``run(files, …) -> tuple[ToolReport, …]``. A new one is
added by its file and its name in :data:`VALIDATORS`.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tools.base import Probe

VALIDATORS = ("page_validation", "verapdf", "epubcheck", "ace", "okapi", "nu", "axe")
"""The validators' modules, in the order of reports: PDF, EPUB, XLIFF, HTML."""


def probe_all() -> tuple[Probe, ...]:
    """What is there of everything that documents are made and checked with: engines first, then validators."""
    from pipeline.tools import engines, pair_reader

    engine_probes = (
        engines.pandoc, engines.pango, engines.java, engines.node, engines.chromium, *pair_reader.probes(),
        engines.network,
    )  # fmt: skip
    validator_probes = tuple(import_module(f"{__name__}.{name}").probe for name in VALIDATORS)
    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(lambda probe: probe(), (*engine_probes, *validator_probes)))
