# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown as it came, and what cleaning made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown text as it came, with the only folder from which it may read files.

    ``text`` is strictly decoded UTF-8 with its line ends as they came; ``digest`` is the SHA-256 of the bytes
    in hexadecimal; ``name`` is safe as a file name.
    """

    name: str
    path: Path
    folder: Path
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Splice:
    """At ``at``, ``was`` was replaced by ``now``; places are those of the text in that moment."""

    at: int
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that cleaning made, or proposes (``made`` is false).

    ``start`` and ``end`` bound ``before`` in the text **as it came**; ``line`` is where it starts there.
    ``moved`` is text that went elsewhere (a note), ``deleted`` is text that is gone (a page number): both are
    quoted in full so that they can be restored. ``confidence`` is from 0 to 1. ``splices`` are the exact
    changes in the order they were made, from which ``pipeline.clean.restore`` takes a repair back.
    """

    rule: str
    line: int
    start: int
    end: int
    before: str
    after: str
    reason: str
    confidence: float
    made: bool = True
    deleted: str = ""
    moved: str = ""
    splices: tuple[Splice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning gives: the clean text, what was made, what is only proposed, and what is only reported."""

    text: str
    repairs: tuple[Repair, ...] = ()
    proposals: tuple[Repair, ...] = ()
    notices: tuple[Repair, ...] = ()
