# SPDX-License-Identifier: AGPL-3.0-or-later
"""``pariter publish``: what is said of each document, as plain lines that a screen reader and a pipe can take."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.publication import Failed, Options, Published, Task, exit_code, find_tasks, standing

if TYPE_CHECKING:
    from pipeline.errors import Exit
    from pipeline.model import Severity


def run(paths: Sequence[Path], options: Options, fail_on: Severity, *, strict: bool) -> Exit:
    """Publish what ``paths`` name and say how each document ended. Out: the exit code.

    When nothing is to be done, no engine is even imported.
    """
    tasks = find_tasks(paths)
    outcomes: list[Published | Failed] = []
    for outcome in standing(tasks, options) or _made(tasks, options):
        say(outcome, options.out)
        outcomes.append(outcome)
    return exit_code(outcomes, fail_on, strict=strict)


def _made(tasks: Sequence[Task], options: Options) -> Iterator[Published | Failed]:
    from pipeline import flow

    yield from flow.publish(tasks, options)


def say(outcome: Published | Failed, out: Path) -> None:
    """Tell how one document ended: its findings and a last line on standard output; on standard error a failure, and
    which document's place it took."""
    if isinstance(outcome, Failed):
        print(f"pariter: {outcome.task.name}: {outcome.error.one_line()}", file=sys.stderr)
        return
    for line in outcome.manifest.summary:
        print(line)
    folder = out / outcome.task.name
    if outcome.instead_of is not None:
        what = f"takes the place of {outcome.instead_of} in {folder}."
        print(f"pariter: {outcome.task.name}: {what} Rename one of the two, or choose another --out.", file=sys.stderr)
    print(f"{outcome.task.name}: {'published' if outcome.changed else 'unchanged'} in {folder}")

