# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks of notes at the feet of pages that stand where none is looked for: behind a space that an extractor set after
italics ("_Law of boats_ 2 asked"), and behind a number that the text also writes without it ("Form A-1303", note 3).

A number alone proves nothing there. So a mark must have the only place for it on the page of its note, between the
marks before and after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.clean.notes import marks as note_marks
from pipeline.clean.notes.texts import Note
from pipeline.clean.reading import unsaid
from pipeline.clean.reading.scan import Kind, Scan

_KINDS = (Kind.PARA, Kind.ITEM, Kind.QUOTE)
_BEHIND = r"(?:(?<=[^\W_][_*]) |(?<=\d)|(?<=\d[.,;:)]))"
_END = r"(?=[\s,;:)]|[.](?:\s|$)|$)"
_NAME = re.compile(r"(?<!\S)[(\"“]?(?P<name>(?=\S*[^\W\d_])[^\W_]+(?:[-/.][^\W_]+)+)$")  # "A-130": a letter, and parts
_YEAR = re.compile(r"(?<![\d.,/-])(?:1[6-9]|20)\d\d[.,;:)]$")  # "the Act of 1974,9"
_SPACES = (" ", "\t")


def found(scan: Scan, notes: Sequence[Note], marks: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """The marks of notes that have none yet, each with the space before it; ``notes`` are in the order of numbers."""
    if not scan.pages or len(marks) * 2 < len(notes):
        return {}
    more: dict[int, tuple[int, int]] = {}
    ranges = [(note.start, note.end) for note in notes]
    cursor = 0
    for place, note in enumerate(notes):
        if note.number in marks:
            cursor = marks[note.number][1]
            continue
        stop = next((marks[later.number][0] for later in notes[place:] if later.number in marks), note.start)
        page = bisect_left(scan.pages, note.start)
        start = max(cursor, scan.pages[page - 1] if page else 0)
        mark = _only(scan, note.number, start, min(stop, note.start), ranges)
        if mark:
            more[note.number] = mark
            cursor = mark[1]
    return more


def _only(
    scan: Scan, number: int, start: int, stop: int, ranges: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The only place between two others where a number can be a mark."""
    mark = re.compile(rf"{_BEHIND}{number}{_END}")
    places = [
        found.span()
        for found in mark.finditer(scan.text, start, stop)
        if _may_stand(scan, found.end() - len(str(number)), ranges)
    ]
    return places[0] if len(places) == 1 else None


def _may_stand(scan: Scan, place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the number at a place can be a mark: in text, in no note, and no part of the number that it touches."""
    if any(begin <= place < end for begin, end in ranges):
        return False
    if scan.line_at(place).kind not in _KINDS or unsaid.inside(scan, place):
        return False
    before = scan.text[max(0, place - 60) : place]
    if before.endswith(_SPACES):
        return note_marks.may_stand_apart(scan, place)
    if _YEAR.search(before):
        return True
    name = _NAME.search(before.rstrip(".,;:)"))
    if name is None:
        return False
    again = re.compile(rf"(?<![\w-]){re.escape(name['name'])}(?![\w-]|[.]\w)")
    return not before[-1:].isdigit() or bool(again.search(scan.text))
