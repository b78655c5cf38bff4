# SPDX-License-Identifier: AGPL-3.0-or-later
"""Executors: the same work on many documents in one process, in forked workers, or on a Dask cluster.

One file for each; a new one is found by being there. It has ``takes(wanted)``, whether it is meant by what was asked
for, and ``run(work, tasks, wanted)``, which gives the results in the order of the tasks.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from pipeline.errors import InputError
from pipeline.jobs.base import Wanted

Task = TypeVar("Task")
Done = TypeVar("Done")


def run(work: Callable[[Task], Done], tasks: Sequence[Task], jobs: int, cluster: str = "") -> Iterator[Done]:
    """``work`` on each task; results come in the order of the tasks.

    In: ``jobs`` workers at most; ``cluster`` is the address of a scheduler, if one is to be used.
    ``work`` must answer failures of a document as data; a worker that dies raises ToolFailedError, an address that
    no executor knows InputError.
    """
    wanted = Wanted(min(jobs, len(tasks)), cluster)
    executor = next((module for module in _executors() if module.takes(wanted)), None)
    if executor is None:
        raise InputError(f"there is no executor for the cluster «{cluster}».", "Give an address like tcp://host:8786.")
    yield from executor.run(work, tasks, wanted)


@cache
def _executors() -> tuple[ModuleType, ...]:
    names = [module.name for module in pkgutil.iter_modules(__path__) if module.name != "base"]
    return tuple(import_module(f"{__name__}.{name}") for name in names)
