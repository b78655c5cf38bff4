# SPDX-License-Identifier: AGPL-3.0-or-later
"""Executors: the same work on many documents in one process, in forked workers, or on a Dask cluster.

A worker is forked from a parent that has imported the engines already: that costs a third of a fresh process,
and one document's crash is only its own.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from pipeline.errors import ToolFailedError, ToolMissingError

Task = TypeVar("Task")
Done = TypeVar("Done")


def run(work: Callable[[Task], Done], tasks: Sequence[Task], jobs: int, cluster: str = "") -> Iterator[Done]:
    """``work`` on each task; results come in the order of the tasks.

    In: ``jobs`` workers at most; ``cluster`` is the address of a Dask scheduler, if one is to be used.
    ``work`` must answer failures of a document as data; a worker that dies raises ToolFailedError.
    """
    if cluster:
        yield from _dask(work, tasks, cluster)
    elif jobs <= 1 or len(tasks) <= 1:
        yield from map(work, tasks)
    else:
        yield from _forked(work, tasks, min(jobs, len(tasks)))


def _forked(work: Callable[[Task], Done], tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            raise ToolFailedError("a worker died, perhaps for want of memory.", "Try again with --jobs 1.") from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _dask(work: Callable[[Task], Done], tasks: Sequence[Task], cluster: str) -> Iterator[Done]:
    try:
        from distributed import Client
    except ImportError:
        raise ToolMissingError("Dask is not there.", "Install the extra: pip install 'pariter[dask]'.") from None
    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        yield from (future.result() for future in client.map(work, tasks, pure=False))
