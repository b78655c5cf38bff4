# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes whose numbers stand on lines of their own, right above their words, at the feet of pages.

A word processor raises the number of a note so far that an extractor of lines gives it one of its own, and it may set a
space before the mark ("the boards 2."). So each such mark is looked for on its own page alone, above its note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.clean.notes import marks as note_marks
from pipeline.clean.notes.texts import Note
from pipeline.clean.reading import unsaid
from pipeline.clean.reading.scan import Kind, Scan

_LEAST = 2
_YEAR = r"(?<=[12]\d\d\d)"
_YEAR_END = r"(?<=[12]\d\d\d[.,])"
_END = r"(?![^\W_]|[.,]\d)"
_STOPPED = re.compile(r"[ \t]*[.,;:!?)»”\"]|[ \t]*(?:$|[\r\n])")


def apart(scan: Scan, notes: Sequence[Note]) -> bool:
    """Whether all notes, two at least, have their numbers on lines of their own, where pages are known."""
    return (
        bool(scan.pages)
        and len(notes) >= _LEAST
        and all(re.fullmatch(r"[ \t]*\d{1,3}[ \t]*(?:\r\n|\n|\r)[ \t]*", scan.text[n.start : n.body]) for n in notes)
    )


def marks(scan: Scan, notes: Sequence[Note]) -> dict[int, tuple[int, int]]:
    """The mark of each note that has but one place on its page for it, in order, with the space before it."""
    found: dict[int, tuple[int, int]] = {}
    ranges = [(note.start, note.end) for note in notes]
    cursor = 0
    for note in notes:
        page = bisect_left(scan.pages, note.start)
        start = max(cursor, scan.pages[page - 1] if page else 0)
        place = note_marks.first(scan, note.number, start, note.start, ranges) or _lone(scan, note, start, ranges)
        if place:
            found[note.number] = place
            cursor = place[1]
    return found


def _lone(
    scan: Scan, note: Note, start: int, ranges: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The only place where the number stands behind a space or a year and asks nothing; of several the only one
    before a stop or at the end of its line."""
    number = re.compile(rf"(?:(?<=\S) |{_YEAR}){note.number}{_END}")
    places = [
        found.span()
        for found in number.finditer(scan.text, start, note.start)
        if not any(begin <= found.start() < end for begin, end in ranges) and _may_stand(scan, found)
    ]
    if len(places) > 1:
        places = [place for place in places if _STOPPED.match(scan.text, place[1])]
    return places[0] if len(places) == 1 else None


def behind_year(scan: Scan, number: int, stop: int) -> tuple[int, int] | None:
    """The only place above another mark where a number touches a year ("in 20221."), be it behind a stop, as the first
    mark may."""
    mark = re.compile(rf"(?:{_YEAR}|{_YEAR_END}){number}{_END}")
    places = [found.span() for found in mark.finditer(scan.text, 0, stop) if _may_stand(scan, found)]
    return places[0] if len(places) == 1 else None


def _may_stand(scan: Scan, mark: re.Match[str]) -> bool:
    """Whether a number, behind a space or glued to a year, can be a mark: no table, code or title has it."""
    start = mark.end() - len(mark.group().lstrip())
    if scan.line_at(start).kind not in (Kind.PARA, Kind.ITEM, Kind.QUOTE) or unsaid.inside(scan, start):
        return False
    return not mark.group().startswith(" ") or note_marks.may_stand_apart(scan, start)
