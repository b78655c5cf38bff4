# SPDX-License-Identifier: AGPL-3.0-or-later
"""Many documents on many machines: a Dask cluster, by the address of its scheduler."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.errors import ToolMissingError
from pipeline.jobs.base import Wanted

Task = TypeVar("Task")
Done = TypeVar("Done")
SCHEMES = frozenset({"", "tcp", "tls", "ucx", "ws", "wss", "inproc"})
"""The kinds of addresses that Dask has; without one it is tcp."""


def takes(wanted: Wanted) -> bool:
    """Where an address of Dask's is given."""
    scheme, mark, _ = wanted.cluster.partition("://")
    return bool(wanted.cluster) and (scheme if mark else "") in SCHEMES


def run(work: Callable[[Task], Done], tasks: Sequence[Task], wanted: Wanted) -> Iterator[Done]:
    """``work`` on each task; raises ToolMissingError where Dask is not installed."""
    try:
        from distributed import Client
    except ImportError:
        raise ToolMissingError("Dask is not there.", "Install the extra: pip install 'pariter[dask]'.") from None
    with Client(wanted.cluster) as client:  # type: ignore[no-untyped-call]
        yield from (future.result() for future in client.map(work, tasks, pure=False))
