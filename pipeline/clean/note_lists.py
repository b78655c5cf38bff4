# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list at the end of a text that holds its notes: pages of the web print them so, some without a way back.

A list is one of notes where each of its numbers is found as a mark in the text before, in order, and most of the marks
touch a word, follow a stop or are raised: no text counts its own items so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean import note_marks
from pipeline.clean.note_starts import Entry
from pipeline.clean.scan import Block, Kind, Scan

_LEAST = 4  # notes of a list that has no way back
_NUMBER = re.compile(r"\d{1,3}(?=[.)]$)")
_WORD = r"[^\W\d_A-Z]{3,}"
_BEFORE = re.compile(rf"(?:{_WORD}|{_WORD}[*_]+\s?|[^\W_]{{3,}}[*_)\]”\"’»]*[.,;:!?][)\]”\"’»*_]*\s?)$")
Marks = dict[int, tuple[int, int]]


def last(scan: Scan, blocks: Sequence[Block]) -> tuple[list[Entry], Marks]:
    """The notes of the list that ends a text, and where their marks are.

    Empty where the text ends otherwise, where no page is known, and where too few of the marks are found.
    """
    if not scan.pages:
        return [], {}
    found: list[Entry] = []
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind in (Kind.HEADING, Kind.SETEXT):
            break
        number = _NUMBER.search(block.mark) if block.kind is Kind.ITEM and block.indent < _LEAST else None
        if number is None or (found and int(number.group()) != found[-1][0] - 1):
            continue
        found.append((int(number.group()), block.start, block.body, index))
        if int(number.group()) == 1:
            break
    notes = found[::-1]
    if len(notes) < _LEAST or notes[0][0] != 1:
        return [], {}
    marks = _marks(scan, notes)
    return (notes, marks) if len(marks) * 10 >= len(notes) * 9 else ([], {})


def _marks(scan: Scan, notes: Sequence[Entry]) -> Marks:
    """Where the marks of a list are, in order; empty unless two of three are certain, and most of those strong."""
    marks: Marks = {}
    cursor, strong = 0, 0
    for number, *_ in notes:
        place = note_marks.first(scan, number, cursor, notes[0][1], (), apart=True)
        if place:
            marks[number] = place
            strong += _strong(scan, *place)
            cursor = place[1]
    if len(marks) * 3 < len(notes) * 2 or strong * 4 < len(marks) * 3:
        return {}
    for number, *_ in notes:  # those behind another number ("of 2002,8 and") are told by the marks around them
        before = marks.get(number - 1, (0, 0))[1]
        after = next((marks[n][0] for n in range(number + 1, len(notes) + 1) if n in marks), notes[0][1])
        if number not in marks and (place := note_marks.between(scan, number, before, after)):
            marks[number] = place
    return marks


def _strong(scan: Scan, start: int, end: int) -> bool:
    """Whether a mark is raised, touches a word written small, or stands behind the stop, or the emphasis, of a word.

    So no name ("ISO2"), no number of a section ("5.4") and no letter with one ("a.1") looks. None is in a heading.
    """
    text = scan.text[start:end]
    if "<" in text or "^" in text:
        return True
    space = text[: len(text) - len(text.lstrip())]
    before = scan.text[max(0, start - 24) : start] + space
    return scan.line_at(start).kind is not Kind.HEADING and bool(_BEFORE.search(before))
