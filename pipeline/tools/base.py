# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every outside program answers with: a probe (is it there?) and a report (what did it say of a file?).

A tool that is missing, crashes, is too slow or answers what nobody can read has *not looked*: its report says
so, and no caller can mistake that for a pass, because :attr:`ToolReport.passed` is true only for a report
whose status is OK, whose tool proved itself in this run (``proven``), and that holds no failure.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.model import Outcome, Severity

RAW_LIMIT = 2_000_000
"""How much of a tool's own output is kept, in characters: a hostile file must not fill the memory."""


class Status(StrEnum):
    """How a run of a tool ended. Only OK means that it looked."""

    OK = "ok"
    MISSING = "missing"
    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    UNREADABLE = "unreadable"  # the file, or the tool's answer, could not be read
    OUTSIDE = "outside its scope"  # a version of the format that the tool does not know
    UNPROVEN = "unproven"  # it did not tell its known-good file from its known-bad file


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a tool says of a file.

    ``rule`` is the tool's own name for it ("7.3-1", "RSC-005", "color-contrast"); ``outcome`` is FAIL, or
    NEEDS_PERSON where the tool itself cannot decide; ``count`` is how often it was met (then ``place`` is the
    first place); ``line`` and ``column`` count from 1, 0 is unknown; ``clauses`` name the standards.
    """

    rule: str
    message: str
    severity: Severity = Severity.ERROR
    outcome: Outcome = Outcome.FAIL
    place: str = ""
    line: int = 0
    column: int = 0
    count: int = 1
    clauses: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class ToolReport:
    """What a tool said of one file (and one ``profile``, where it has several).

    ``command`` is what was run, to run it again by hand; ``raw`` the tool's own answer, cut at RAW_LIMIT;
    ``seconds`` wall time; ``note`` says in one line why the status is not OK, or what the tool cannot judge.
    """

    tool: str
    file: str
    status: Status
    version: str = ""
    command: str = ""
    profile: str = ""
    items: tuple[Item, ...] = ()
    raw: str = ""
    seconds: float = 0.0
    note: str = ""
    proven: bool = False

    @property
    def looked(self) -> bool:
        """Whether its verdict counts: it ran to the end, and it proved itself in this run."""
        return self.status is Status.OK and self.proven

    @property
    def passed(self) -> bool:
        """Whether it looked and found no failure (what needs a person is no failure, and no pass of that)."""
        return self.looked and not any(i.outcome is Outcome.FAIL and i.severity >= Severity.WARNING for i in self.items)


@dataclass(frozen=True, slots=True)
class Probe:
    """Whether a tool is there: ``version`` as it says itself, ``where`` it was found, and ``remedy``, the one
    thing to do to have it. ``judges`` names the formats that it looks at."""

    tool: str
    present: bool
    version: str = ""
    where: str = ""
    remedy: str = ""
    licence: str = ""
    judges: tuple[str, ...] = ()


def cut(text: str) -> str:
    """``text``, at most RAW_LIMIT characters of it, and a line that says so when some are gone."""
    if len(text) <= RAW_LIMIT:
        return text
    return f"{text[:RAW_LIMIT]}\n… cut: {len(text) - RAW_LIMIT} more characters"


def not_looked(
    tool: str, files: Sequence[Path], status: Status, note: str, *, version: str = "", profile: str = ""
) -> tuple[ToolReport, ...]:
    """A report for each file that says why the tool did not look."""
    return tuple(
        ToolReport(tool=tool, file=str(f), status=status, note=note, version=version, profile=profile) for f in files
    )


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment that tools get: paths and language, but no proxy and nothing that changes their code.

    Variables such as JAVA_TOOL_OPTIONS, NODE_OPTIONS or LD_PRELOAD would let the surroundings of a check
    decide its outcome; proxies would be a way out to the network.
    """
    kept = ("PATH", "HOME", "USER", "TMPDIR", "TZ", "XDG_CACHE_HOME", "PARITER_TOOLS")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return environment | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"} | dict(extra or {})
