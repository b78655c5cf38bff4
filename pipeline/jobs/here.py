# SPDX-License-Identifier: AGPL-3.0-or-later
"""One document after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.jobs.base import Wanted

Task = TypeVar("Task")
Done = TypeVar("Done")


def takes(wanted: Wanted) -> bool:
    """Where there is one document, or one job."""
    return not wanted.cluster and wanted.jobs <= 1


def run(work: Callable[[Task], Done], tasks: Sequence[Task], _: Wanted) -> Iterator[Done]:
    """``work`` on each task when its result is asked for."""
    yield from map(work, tasks)
