# SPDX-License-Identifier: AGPL-3.0-or-later
"""footnotes: note marks and the notes at the foot of pages are joined again as Markdown footnotes.

Proof is that marks and notes count up together from 1. The notes are moved to the end of the text, so that the
sentence that they cut in two can be joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.notes import feet as note_feet
from pipeline.clean.notes import lines as note_lines
from pipeline.clean.notes import lists as note_lists
from pipeline.clean.notes import marks as note_marks
from pipeline.clean.notes import marks_missing
from pipeline.clean.notes import starts as note_starts
from pipeline.clean.notes import texts as note_texts
from pipeline.clean.notes.texts import Note
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_PAIR = 2  # notes of which the marks may stand in brackets
_RUN = 4  # marks side by side
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.QUOTE, Kind.HEADING})


def find(scan: Scan) -> Iterator[Fix]:
    """Marks with their notes."""
    if not re.search(r"\d", scan.text) or any(block.kind is Kind.NOTE for block in scan.blocks):
        return
    blocks = [block for block in scan.blocks if block.kind in _KINDS]
    begun = note_feet.filled(scan, blocks, note_starts.starts(scan, blocks))
    feet = note_feet.glued(scan, blocks)
    notes = _bounded(scan, blocks, feet if len(feet) > len(begun) else begun)
    listed, marks = note_lists.last(scan, blocks) if len(notes) < note_starts.LED else ([], {})
    notes = _bounded(scan, blocks, listed, ending=True) if listed else notes
    if not notes:
        return
    marks = marks or _marks(scan, notes)
    notes = note_texts.grown(scan, notes, marks)
    chain = sorted((note for note in notes if note.number in marks), key=lambda note: note.number)
    if not chain or chain[0].number > 2 or len(chain) * 10 < len(notes) * 6:
        return
    raised = sum(scan.text[slice(*marks[note.number])].lstrip()[:1] in "<^[" for note in chain)
    confidence = 0.96 if raised * 2 > len(chain) else 0.93 if len(chain) > 1 else 0.9
    trailing = scan.text.endswith(("\n", "\r"))
    for note in chain:
        yield _fix(scan, note, marks[note.number], confidence, trailing)


def _fix(scan: Scan, note: Note, mark: tuple[int, int], confidence: float, trailing: bool) -> Fix:
    words = note_texts.written(scan, note)
    definition = (
        f"{scan.eol}[^{note.number}]: {words}{scan.eol}"
        if trailing
        else (f"{scan.eol}{scan.eol}[^{note.number}]: {words}")
    )
    edits = (
        Edit(mark[0], mark[1], f"[^{note.number}]"),
        Edit(note.start, note.end, ""),
        Edit(len(scan.text), len(scan.text), definition),
    )
    return Fix(edits, f"Note {note.number} and its mark belong together.", confidence, moved=words)


def _bounded(
    scan: Scan, blocks: Sequence[Block], found: Sequence[tuple[int, int, int, int]], *, ending: bool = False
) -> list[Note]:
    """Each note with its end: the next note, or the end of its page or of its own text. ``ending``: they end the text,
    so that nothing but a note goes on over a page's end there."""
    notes = []
    for place, (number, start, body, index) in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        end = blocks[index].end
        back = note_starts.leads_back(scan, body - 1, number)
        if back and (not after or back <= after[1]):
            end = back
        elif after and after[3] == index:
            end = after[1]
        else:
            stop = after[3] if after else len(blocks)
            last = index
            while last + 1 < stop and (
                _continues(scan, blocks[last], blocks[last + 1])
                or (ending and after and _goes_on(scan, blocks[last], blocks[last + 1]))
            ):
                last += 1
            end = blocks[last].end
        while end > body and scan.text[end - 1].isspace():
            end -= 1
        notes.append(Note(number, start, body, end))
    return notes


def _goes_on(scan: Scan, block: Block, after: Block) -> bool:
    """Whether the next block is the rest of a sentence."""
    begun = after.kind is Kind.PARA and prose.begins_lower(scan.slice(after))
    return begun and not prose.stops(scan.text[block.start : block.end])


def _continues(scan: Scan, block: Block, after: Block) -> bool:
    """Whether the next block is still of the same note: it is on the same page, or goes on a sentence."""
    if after.kind not in (Kind.PARA, Kind.QUOTE, Kind.ITEM) or scan.paged(block.end, after.start):
        return False
    text, below = scan.text[block.start : block.end], scan.slice(after)
    if after.kind is Kind.PARA and scan.paged(after.end, after.end + note_starts.EDGE):
        return True  # the last text of a page that has notes
    if re.match(r"(?:>\s*)?<?https?://", below):
        return not prose.ends_sentence(text) or len(below.split()) == 1 or len(below) < 120
    if after.kind is not Kind.PARA or prose.ends_sentence(text):
        return False
    return prose.begins_lower(below) or prose.tail(text)[-1:] in tuple(prose.COMMAS)


def _marks(scan: Scan, notes: Sequence[Note]) -> dict[int, tuple[int, int]]:
    """The first place for each number, in order, where a mark can be; never inside a note.

    Where three or more notes lead back to their marks, and not all marks touch a word, a space may stand before them.
    """
    marks = _places(scan, notes, apart=False)
    if len(marks) < len(notes) and (inside := _bracketed(scan, notes)):
        return inside
    if len(marks) < len(notes) and note_lines.apart(scan, notes):
        marks = note_lines.marks(scan, notes)
        return marks | marks_missing.found(scan, notes, marks)
    back = all(note_starts.BACK.search(_own(scan, note)) for note in notes)
    if len(marks) == len(notes) or len(notes) < note_starts.LED or not back:
        return marks
    apart = _places(scan, notes, apart=True)
    return apart if len(apart) == len(notes) else marks


def _bracketed(scan: Scan, notes: Sequence[Note]) -> dict[int, tuple[int, int]]:
    """The marks of two or more notes at the feet of pages, where all of them are numbers in brackets, in order."""
    if len(notes) < _PAIR or not all(note_starts.foot(scan.text[note.start : note.end]) for note in notes):
        return {}
    ranges = [(note.start, note.end) for note in notes]
    free = _free(scan, ranges)
    marks: dict[int, tuple[int, int]] = {}
    cursor = 0
    for note in notes:
        place = note_marks.bracketed(scan, note.number, cursor, note.start, ranges)
        place = place or note_marks.bracketed(
            scan, note.number, max(cursor, note.end), _rest(note, free), ranges
        )
        if not place:
            return {}
        marks[note.number] = place
        cursor = place[1]
    return marks


def _own(scan: Scan, note: Note) -> str:
    return scan.text[note.body : note.end]


def _rest(note: Note, free: Sequence[Block]) -> int:
    """Where the text ends that follows a note on its page's end: the rest of a paragraph that has the mark.

    ``free``: the blocks that begin in no note.
    """
    place = bisect_left(free, note.end, key=lambda block: block.start)
    after = free[place] if place < len(free) else None
    return after.end if after is not None and after.kind in (Kind.PARA, Kind.ITEM) else note.end


def _free(scan: Scan, ranges: Sequence[tuple[int, int]]) -> list[Block]:
    """The blocks that begin in none of the ranges, which do not overlap."""
    spans = sorted(ranges)
    free = []
    for block in scan.blocks:
        place = bisect_right(spans, (block.start, len(scan.text))) - 1
        if place < 0 or spans[place][1] <= block.start:
            free.append(block)
    return free


def _places(scan: Scan, notes: Sequence[Note], *, apart: bool) -> dict[int, tuple[int, int]]:
    ranges = [(note.start, note.end) for note in notes]
    free = _free(scan, ranges)
    marks: dict[int, tuple[int, int]] = {}
    cursor = 0
    notes = sorted(notes, key=lambda note: note.number)
    for note in notes:
        place = note_marks.first(scan, note.number, cursor, note.start, ranges, apart=apart)
        place = place or note_marks.raised_in(scan, note.number, max(cursor, note.end), _rest(note, free))
        if place:
            marks[note.number] = place
            cursor = place[1]
    for numbers in _missing(notes, marks):
        marks.update(_side_by_side(scan, numbers, marks, ranges))
    for before, note, after in zip(notes, notes[1:], notes[2:], strict=False):
        own, last, following = note.number, marks.get(before.number), marks.get(after.number)
        if own not in marks and last and following and (place := note_marks.between(scan, own, last[1], following[0])):
            marks[own] = place
    marks |= marks_missing.found(scan, notes, marks)
    if len(notes) > 1 and notes[0].number not in marks and notes[1].number in marks:
        opening = note_lines.behind_year(scan, notes[0].number, marks[notes[1].number][0])
        marks |= {notes[0].number: opening} if opening else {}
    return marks


def _missing(notes: Sequence[Note], marks: dict[int, tuple[int, int]]) -> list[list[int]]:
    """The numbers of notes that have no mark, each row of them that count on."""
    rows: list[list[int]] = []
    for number in (note.number for note in notes if note.number not in marks):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


def _side_by_side(
    scan: Scan, numbers: Sequence[int], marks: dict[int, tuple[int, int]], ranges: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, int]]:
    """Where two or more of the numbers stand as one ("the mole12"), the most that do first, in their order."""
    found: dict[int, tuple[int, int]] = {}
    start = marks.get(numbers[0] - 1, (0, 0))[1]
    stop = marks.get(numbers[-1] + 1, (len(scan.text), 0))[0]
    place = 0
    while place + 1 < len(numbers):
        runs = (numbers[place : place + size] for size in range(min(_RUN, len(numbers) - place), 1, -1))
        told = next((told for run in runs if (told := note_marks.run(scan, run, start, stop, ranges))), {})
        found |= told
        start = max((end for _, end in told.values()), default=start)
        place += len(told) or 1
    return found


RULE = Rule("footnotes", "Joins note marks and notes to footnotes.", find, after="tables")
