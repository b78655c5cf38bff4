# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several documents at the same time, in workers of this machine.

A worker is forked from a parent that has imported the engines already: that costs a third of a fresh process, and
one document's crash is only its own.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from pipeline.errors import ToolFailedError
from pipeline.jobs.base import Wanted

Task = TypeVar("Task")
Done = TypeVar("Done")


def takes(wanted: Wanted) -> bool:
    """Where more than one job is asked for."""
    return not wanted.cluster and wanted.jobs > 1


def run(work: Callable[[Task], Done], tasks: Sequence[Task], wanted: Wanted) -> Iterator[Done]:
    """``work`` on each task; raises ToolFailedError when a worker dies."""
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(wanted.jobs, mp_context=context) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            raise ToolFailedError("a worker died, perhaps for want of memory.", "Try again with --jobs 1.") from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
