# SPDX-License-Identifier: AGPL-3.0-or-later
"""Golden files as text: what should come out stands in ``tests/golden``; what came out instead is saved beside."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, actual: str) -> None:
    """Compare ``actual`` with ``tests/golden/<name>``. GOLDEN=write accepts what came out."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, "utf-8")
    wanted = path.read_text("utf-8") if path.exists() else ""
    if actual != wanted:
        path.with_name(path.name + ".actual").write_text(actual, "utf-8")
        lines = difflib.unified_diff(wanted.splitlines(), actual.splitlines(), "golden", "actual", lineterm="", n=1)
        raise AssertionError(f"{name} changed:\n" + "\n".join(list(lines)[:60]))
