# SPDX-License-Identifier: AGPL-3.0-or-later
"""The self-test: before a validator's verdict counts, it must pass a known-good and fail a known-bad file.

It is done in every run, once for each tool and profile, on files made by :mod:`pipeline.tools.samples`. A tool
that cannot tell them apart has not looked, whatever it says of other files.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.model import Outcome, Severity
from pipeline.tools.base import Status, ToolReport


@dataclass(frozen=True, slots=True)
class Proof:
    """How a self-test ended: OK, or why the tool's verdicts do not count."""

    status: Status
    note: str = ""


_done: dict[tuple[int, str], Proof] = {}
_locks: dict[str, threading.Lock] = {}
_guard = threading.Lock()


def prove(key: str, suffix: str, good: bytes, bad: bytes, judge: Callable[[Path], ToolReport]) -> Proof:
    """The outcome of the self-test ``key``, made at most once in this process.

    In: the two files' bytes, the suffix of their names, and the tool as a function of a file.
    """
    with _guard:
        lock = _locks.setdefault(key, threading.Lock())
    with lock:
        known = _done.get((os.getpid(), key))
        if known is None:
            known = _done[os.getpid(), key] = _prove(suffix, good, bad, judge)
        return known


def forget() -> None:
    """Let every tool prove itself anew (after its process was ended, and in tests)."""
    _done.clear()


def _prove(suffix: str, good: bytes, bad: bytes, judge: Callable[[Path], ToolReport]) -> Proof:
    with known(suffix, good, bad) as (good_file, bad_file):
        return outcome(judge(good_file), judge(bad_file))


@contextmanager
def known(suffix: str, good: bytes, bad: bytes) -> Iterator[tuple[Path, Path]]:
    """The two known files, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="pariter-proof-") as folder:
        files = Path(folder) / f"known-good{suffix}", Path(folder) / f"known-bad{suffix}"
        files[0].write_bytes(good)
        files[1].write_bytes(bad)
        yield files


def outcome(good: ToolReport, bad: ToolReport) -> Proof:
    """What a tool's reports on its known-good and its known-bad file prove."""
    for name, report in (("good", good), ("bad", bad)):
        if report.status is not Status.OK:
            return Proof(report.status, f"self-test, known-{name} file: {report.status}. {report.note}".strip())
        fails = [i for i in report.items if i.outcome is Outcome.FAIL and i.severity >= Severity.WARNING]
        if bool(fails) is (name == "good"):
            said = f"fails ({fails[0].rule}: {fails[0].message})" if fails else "passes"
            return Proof(Status.UNPROVEN, f"self-test: it {said} a known-{name} file")
    return Proof(Status.OK)


def applied(report: ToolReport, proof: Proof) -> ToolReport:
    """``report`` with what the self-test makes of it: proven, or a status that says why it does not count."""
    if proof.status is Status.OK:
        return replace(report, proven=True)
    if report.status is Status.OK:
        return replace(report, status=proof.status, note=proof.note, proven=False)
    return report
