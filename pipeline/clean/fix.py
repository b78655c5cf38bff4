# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a repair hands to the engine: a fix, made of edits of the text as it stands at that moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.clean.reading.scan import Scan


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points ``start`` to ``end`` (exclusive) of the current text by ``now``."""

    start: int
    end: int
    now: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One change with its reason and its confidence (0 to 1); without edits it is only a notice.

    ``deleted`` quotes text that goes for good, ``moved`` text that goes elsewhere; any other change of the
    letters is refused by the engine. ``recoded`` says that the letters change because the bytes were read in
    the wrong encoding; the engine proves it by going back. ``page`` says that a page ended here, ``close`` that
    two lines stood here one right below the other, which now have a blank line between.
    ``place`` bounds what a notice speaks of. ``alone`` keeps a fix from being made together with others of
    its pass: they are looked for again afterwards.
    """

    edits: tuple[Edit, ...]
    reason: str
    confidence: float
    deleted: str = ""
    moved: str = ""
    recoded: bool = False
    page: bool = False
    close: bool = False
    place: tuple[int, int] = (0, 0)

    @property
    def start(self) -> int:
        """Where the fix begins in the current text."""
        return min((edit.start for edit in self.edits), default=self.place[0])


@dataclass(frozen=True, slots=True)
class Rule:
    """A repair: its name in logs and settings, what it does in one line, the function that finds fixes, and the
    name of the repair that it looks right after (of the first: none)."""

    name: str
    title: str
    find: Callable[[Scan], Iterable[Fix]]
    after: str = ""


def replace(start: int, end: int, now: str, reason: str, confidence: float, *, deleted: str = "") -> Fix:
    """A fix of one edit."""
    return Fix((Edit(start, end, now),), reason, confidence, deleted=deleted)


def notice(start: int, end: int, reason: str, confidence: float = 0.5) -> Fix:
    """A fix that changes nothing: it only says what was seen."""
    return Fix((), reason, confidence, place=(start, end))
