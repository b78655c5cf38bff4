# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list at the end of a text that holds its notes: pages of the web print them so, some without a way back.

A list is one of notes where each of its numbers is found as a mark in the text before, in order, and most of the marks
touch a word, follow a stop or are raised: no text counts its own items so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.notes import lines as note_lines
from pipeline.clean.notes import marks as note_marks
from pipeline.clean.notes.starts import Entry
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_LEAST = 4  # notes of a list that has no way back
_MANY = 8  # of a list that is read by turns
_NUMBER = re.compile(r"\d{1,3}(?=[.)]$)")
_QUOTED = re.compile(r">[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_LINKED = re.compile(r"\[(\d{1,3})[.)][ \t]+(?=\S)")
_WORD = r"[^\W\d_A-Z]{3,}"
_STOPPED = r"[^\W_]{3,}[*_)\]”\"’»]*[.,;:!?][)\]”\"’»*_]*\s?"
_BEFORE = re.compile(rf"(?:{_WORD}|{_WORD}[*_]+\s?|{_STOPPED}|(?:[^\W_]{{2,}}[+%]?|\d[+%])\))$")
Marks = dict[int, tuple[int, int]]


def last(scan: Scan, blocks: Sequence[Block]) -> tuple[list[Entry], Marks]:
    """The notes of the list that ends a text, and where their marks are.

    Empty where the text ends otherwise, where no page is known, and where too few of the marks are found.
    """
    if not scan.extracted:
        return [], {}
    found: list[Entry] = []
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind in (Kind.HEADING, Kind.SETEXT):
            break
        entry = _entry(scan, block, index)
        if entry is None or (found and entry[0] != found[-1][0] - 1):
            continue
        found.append(entry)
        if entry[0] == 1:
            break
    notes = _by_columns(scan, blocks) or found[::-1]
    if not notes or (len(notes) < _LEAST and not _alone(scan, blocks, notes)):
        return [], {}
    marks = _marks(scan, notes)
    if len(notes) < _LEAST:
        return (notes, marks) if _certain(scan, notes, marks) else ([], {})
    placed = sorted(notes, key=lambda note: note[1])
    return (placed, marks) if len(marks) * 10 >= len(notes) * 9 else ([], {})


def _by_columns(scan: Scan, blocks: Sequence[Block]) -> list[Entry]:
    """The notes below the last heading where an extractor read two columns of them by turns: each number but once, and
    most of them right behind the one before. In the order of their numbers."""
    found: list[Entry] = []
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind in (Kind.HEADING, Kind.SETEXT):
            break
        if entry := _entry(scan, blocks[index], index):
            found.append(entry)
    numbers = [number for number, *_ in found[::-1]]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    whole = sorted(numbers) == list(range(1, len(numbers) + 1))
    return sorted(found) if whole and len(numbers) >= _MANY and steps * 3 >= (len(numbers) - 1) * 2 else []


def _entry(scan: Scan, block: Block, index: int) -> Entry | None:
    """What a block is as a note of a list: an item with a number, a paragraph that a link begins with one in it, or a
    quotation: so an extractor takes the first of them, which is set smaller than the text."""
    if block.kind is Kind.ITEM and block.indent < _LEAST and (number := _NUMBER.search(block.mark)):
        return int(number.group()), block.start, block.body, index
    if block.kind is Kind.PARA and (linked := _LINKED.match(scan.slice(block))):
        return int(linked.group(1)), block.start, block.start + linked.end(), index
    if block.kind is Kind.QUOTE and (quoted := _QUOTED.match(scan.text, block.start)):
        return int(quoted.group(1)), block.start, quoted.end(), index
    return None


def _alone(scan: Scan, blocks: Sequence[Block], notes: Sequence[Entry]) -> bool:
    """Whether a list ends its text, and nothing right above it leads up to it: no item, and no colon."""
    first = notes[0][3]
    above = blocks[first - 1] if first else None
    if above is None or above.kind is Kind.ITEM or scan.slice(above).rstrip("*_ ").endswith((":", "：")):
        return False
    places = {index for *_, index in notes}
    rest = [block for index, block in enumerate(blocks[first:], first) if index not in places]
    return all(block.kind is Kind.PARA and prose.begins_lower(scan.slice(block)) for block in rest)


def _certain(scan: Scan, notes: Sequence[Entry], marks: Marks) -> bool:
    """Whether each of a few notes has a strong mark, and no other place in the text could be one of its number."""
    said = [scan.text[start:end] for start, end in marks.values()]
    touch = all("<" in mark or "^" in mark or not mark[:1].isspace() for mark in said)
    if len(marks) < len(notes) or not touch or not all(_strong(scan, *place) for place in marks.values()):
        return False
    ends = notes[0][1]
    return not any(note_marks.first(scan, number, end, ends, ()) for number, (_, end) in marks.items())


def _marks(scan: Scan, notes: Sequence[Entry]) -> Marks:
    """Where the marks of a list are, in order; empty unless two of three are certain, and most of those strong."""
    ends = min(note[1] for note in notes)
    marks: Marks = {}
    cursor, strong = 0, 0
    for number, *_ in notes:
        place = note_marks.first(scan, number, cursor, ends, (), apart=True)
        if place:
            marks[number] = place
            strong += _strong(scan, *place)
            cursor = place[1]
    if len(marks) * 3 < len(notes) * 2 or strong * 4 < len(marks) * 3:
        return {}
    for number, *_ in notes:  # those behind another number ("of 2002,8 and") are told by the marks around them
        before = marks.get(number - 1, (0, 0))[1]
        after = next((marks[n][0] for n in range(number + 1, len(notes) + 1) if n in marks), ends)
        if number not in marks and (place := note_marks.between(scan, number, before, after)):
            marks[number] = place
    if 1 not in marks and 2 in marks and (place := note_lines.behind_year(scan, 1, marks[2][0])):
        marks[1] = place
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
