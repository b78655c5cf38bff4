# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter publish``: what is said of each document, as plain lines that a screen reader and a pipe can take."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.publication import Failed, Published


def say(outcome: Published | Failed, out: Path) -> None:
    """Tell how one document ended: its findings and a last line on standard output, a failure on standard error."""
    if isinstance(outcome, Failed):
        print(f"pariter: {outcome.task.name}: {outcome.error.one_line()}", file=sys.stderr)
        return
    if outcome.result is not None:
        from pipeline.report.terminal import lines

        for line in lines(outcome.result):
            print(line)
    state = "published" if outcome.changed else "unchanged"
    print(f"{outcome.task.name}: {state} in {out / outcome.task.name}")

