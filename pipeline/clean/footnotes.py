# SPDX-License-Identifier: AGPL-3.0-or-later
"""footnotes: note marks and the notes at the foot of pages are joined again as Markdown footnotes.

Proof is that marks and notes count up together from 1. The notes are moved to the end of the text, so that the
sentence that they cut in two can be joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean import note_lists, note_marks, prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Scan

_STARTS = re.compile(r"(?:[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+)?)(?:<sup>\s*|\[|\\\[|\^)?(?P<number>\d{1,3})", re.M)
_AFTER = re.compile(r"(?:</sup>|\\?\]|\^)?[.)]?(?P<gap>[ \t\xa0]*(?:\r\n|\n|\r)?[ \t]*)(?P<text>\S)")
# How a note begins: a capital or a letter of a script without capitals, a quotation, markup, an address.
_BEGINS = re.compile(r"[“\"‘'«„_*\[<(§]|\d|https?:|www\.|cf\b|see\b|voir\b|vgl\b|[^\W\d_a-zà-öø-ÿ]")
# The way back from a note to its mark, as pages of the web print it.
_BACK = re.compile(r"[ \t\xa0]*(?:<u>\s*)?\[?[↩↵⤴]\ufe0e?\]?(?:\([^()\s]*\))?(?:\s*</u>)?")
_MOST_LOST = 4
_LED = 3  # notes that lead back before a number behind a space is taken for a mark
_EDGE = 12  # characters from a text to the end of its page
# A small letter that touches a number, and not as the end of one that orders: "1st", "2nd", "3e".
_SMALL = re.compile(r"(?!(?:st|nd|rd|th|er|re|e|ème|de|ten?|[a-z])\b)[a-zà-öø-ÿ]")
_FARTHEST = 3000  # characters of a note that has a way back
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.QUOTE, Kind.HEADING})


@dataclass(frozen=True, slots=True)
class _Note:
    """A note's text in the file: its number, the range it takes, and where its words begin."""

    number: int
    start: int
    body: int
    end: int


def find(scan: Scan) -> Iterator[Fix]:
    """Marks with their notes."""
    if not re.search(r"\d", scan.text) or any(block.kind is Kind.NOTE for block in scan.blocks):
        return
    blocks = [block for block in scan.blocks if block.kind in _KINDS]
    notes = _notes(scan, blocks)
    listed, marks = note_lists.last(scan, blocks) if len(notes) < _LED else ([], {})
    notes = _bounded(scan, blocks, listed) if listed else notes
    if not notes:
        return
    marks = marks or _marks(scan, notes)
    chain = [note for note in notes if note.number in marks]
    if not chain or chain[0].number > 2 or len(chain) * 10 < len(notes) * 6:
        return
    raised = sum(scan.text[slice(*marks[note.number])].lstrip()[:1] in "<^[" for note in chain)
    confidence = 0.96 if raised * 2 > len(chain) else 0.93 if len(chain) > 1 else 0.9
    trailing = scan.text.endswith(("\n", "\r"))
    for note in chain:
        yield _fix(scan, note, marks[note.number], confidence, trailing)


def _fix(scan: Scan, note: _Note, mark: tuple[int, int], confidence: float, trailing: bool) -> Fix:
    text = scan.text[note.body : note.end]
    if scan.text[note.start : note.body].rstrip("0123456789").endswith("["):
        text = f"[{text}"  # the number stood inside a link
    text = _BACK.sub("", text)
    words = " ".join(line.strip().removeprefix("> ") for line in text.splitlines() if line.strip())
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


def _notes(scan: Scan, blocks: Sequence[Block]) -> list[_Note]:
    """Texts that begin with 1, 2, 3… in this order, each at the beginning of a line or after such a text.

    One that an extractor lost is passed over, where raised marks show that the numbers go on after it.
    """
    raised = note_marks.raised(scan)
    lost: set[int] = set()
    found = _chain(scan, blocks, raised, lost)
    while len(lost) < _MOST_LOST and _has_mark(scan, (last := found[-1][0] if found else 0) + 2, raised):
        lost.add(last + 1)
        longer = _chain(scan, blocks, raised, lost)
        if len(longer) <= len(found):
            break
        found = longer
    return _bounded(scan, blocks, found)


def _has_mark(scan: Scan, number: int, raised: dict[int, int]) -> bool:
    """Whether a number stands as a mark: raised, or after the first notes where it touches a word or its stop."""
    return number in raised or (number > _LED and bool(note_marks.first(scan, number, 0, len(scan.text), ())))


def _chain(
    scan: Scan, blocks: Sequence[Block], raised: dict[int, int], lost: Collection[int]
) -> list[tuple[int, int, int, int]]:
    """Each note in order: its number, where it starts, where its words do, and the index of its block."""
    found: list[tuple[int, int, int, int]] = []
    expected, index, cursor = 1, 0, 0
    while index < len(blocks):
        while expected in lost:
            expected += 1
        block = blocks[index]
        start = _start_of(
            scan, block, max(cursor, block.start), expected, index - found[-1][3] if found else index + 2, raised
        )
        if start:
            found.append((expected, *start, index))
            expected += 1
            cursor = start[1]
        else:
            index += 1
    return found


def _start_of(
    scan: Scan, block: Block, cursor: int, number: int, away: int, raised: dict[int, int]
) -> tuple[int, int] | None:
    """Where note ``number`` starts in a block that is ``away`` from that of the last, and where its words do."""
    digits = str(number)
    inside, follows = away == 0, away < 2
    for line in block.lines:
        if line.end <= cursor:
            continue
        found = _STARTS.match(line.text)
        if found and found.group("number").startswith(digits) and line.start >= cursor - 1:
            place = line.start + found.start("number") + len(digits)
            if number < 3 and found.group("number") != digits:
                continue
            proven = found.group().lstrip(" \t>-*+")[:1] in "<[\\^" or _leads_back(scan, place, number) > 0
            marked = line is block.lines[0] and (
                raised.get(number, place) < place or (number > 2 and note_marks.named(scan, number, place))
            )
            glued = follows and raised.get(number, place) < place and scan.text[place] != "0"
            glued = glued or (line is block.lines[0] and _touches_word(scan, place, block, number))
            begun = _text_after(scan, place, block, proven, marked or glued, glued)
            if begun:
                return line.start, begun
    if inside:
        for found in re.finditer(
            rf"(?<=[.”\"’)/])[ ]{digits}(?=[^\W\d_a-z]|[“\"‘'«_*]|\d*[A-Z])", scan.text[cursor : block.end]
        ):
            return cursor + found.start(), cursor + found.end()
        return _before_number(scan, block, cursor, number)
    return None


def _before_number(scan: Scan, block: Block, cursor: int, number: int) -> tuple[int, int] | None:
    """Where a note starts inside the text of the one before, and its own words begin with a number ("712 U.S.C.")."""
    pattern = re.compile(rf"(?<=[.”\"’)/])[ ]{number}(?=[1-9]\d{{0,2}} [^\W\d_a-z])")
    found = pattern.search(scan.text, cursor, block.end)
    if not found or not note_marks.named(scan, number, found.start()):
        return None
    return found.start(), found.end()


def _leads_back(scan: Scan, place: int, number: int) -> int:
    """Where the way back ends that follows the note whose number ends at ``place``; 0 where there is none."""
    found = _BACK.search(scan.text, place, place + _FARTHEST)
    if not found or re.search(rf"^[ \t>]*(?:{number}|{number + 1})[.)]\s", scan.text[place : found.start()], re.M):
        return 0
    return found.end()


def _touches_word(scan: Scan, place: int, block: Block, number: int) -> bool:
    """Whether the number of a note touches a small letter, at the end of a page that has its mark: "1see above"."""
    if not _SMALL.match(scan.text, place) or not scan.paged(block.end, block.end + _EDGE):
        return False
    return note_marks.named(scan, number, place)


def _text_after(scan: Scan, place: int, block: Block, raised: bool, marked: bool, glued: bool) -> int:
    """Where the words of a note begin after its number; 0 when what follows is no note.

    ``raised``: the number itself is written as a note's; ``marked``: it has a raised mark before; ``glued``: it goes on
    from the note above, so that a number may follow it without a space ("712 U.S.C." is note 7).
    """
    found = _AFTER.match(scan.text, place, min(block.end, place + 200))
    if not found:
        return 0
    text, gap = found.group("text"), found.group("gap")
    token = re.match(r"\S*", scan.text[found.start("text") : found.start("text") + 12])
    word = token.group() if token else ""
    spaced = found.group()[: found.start("gap") - place] in (".", ")") and bool(gap)
    if spaced and not raised:
        return 0  # "1. …" is a list
    if not raised and not glued and text.isdigit() and not re.search(r"[^\W\d_]", word):
        return 0
    if not raised and not marked and not _BEGINS.match(word):
        return 0
    if block.kind is Kind.HEADING and not raised:
        return 0
    return found.start("text")


def _bounded(scan: Scan, blocks: Sequence[Block], found: Sequence[tuple[int, int, int, int]]) -> list[_Note]:
    """Each note with its end: the next note, or the end of its page or of its own text."""
    notes = []
    for place, (number, start, body, index) in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        end = blocks[index].end
        back = _leads_back(scan, body - 1, number)
        if back and (not after or back <= after[1]):
            end = back
        elif after and after[3] == index:
            end = after[1]
        else:
            stop = after[3] if after else len(blocks)
            last = index
            while last + 1 < stop and _continues(scan, blocks[last], blocks[last + 1]):
                last += 1
            end = blocks[last].end
        while end > body and scan.text[end - 1].isspace():
            end -= 1
        notes.append(_Note(number, start, body, end))
    return notes


def _continues(scan: Scan, block: Block, after: Block) -> bool:
    """Whether the next block is still of the same note: it is on the same page, or goes on a sentence."""
    if after.kind not in (Kind.PARA, Kind.QUOTE, Kind.ITEM) or scan.paged(block.end, after.start):
        return False
    text, below = scan.text[block.start : block.end], scan.slice(after)
    if after.kind is Kind.PARA and scan.paged(after.end, after.end + _EDGE):
        return True  # the last text of a page that has notes
    if re.match(r"(?:>\s*)?<?https?://", below):
        return not prose.ends_sentence(text) or len(below.split()) == 1 or len(below) < 120
    if after.kind is not Kind.PARA or prose.ends_sentence(text):
        return False
    return prose.begins_lower(below) or prose.tail(text)[-1:] in tuple(prose.COMMAS)


def _marks(scan: Scan, notes: Sequence[_Note]) -> dict[int, tuple[int, int]]:
    """The first place for each number, in order, where a mark can be; never inside a note.

    Where three or more notes lead back to their marks, and not all marks touch a word, a space may stand before them.
    """
    marks = _places(scan, notes, apart=False)
    if len(marks) == len(notes) or len(notes) < _LED or not all(_BACK.search(_own(scan, note)) for note in notes):
        return marks
    apart = _places(scan, notes, apart=True)
    return apart if len(apart) == len(notes) else marks


def _own(scan: Scan, note: _Note) -> str:
    return scan.text[note.body : note.end]


def _rest(scan: Scan, note: _Note, ranges: Sequence[tuple[int, int]]) -> int:
    """Where the text ends that follows a note on its page's end: the rest of a paragraph that has the mark."""
    end = note.end
    for block in scan.blocks[bisect_left(scan.blocks, note.end, key=lambda block: block.start) :]:
        if any(start <= block.start < stop for start, stop in ranges):
            continue
        return block.end if block.kind in (Kind.PARA, Kind.ITEM) else end
    return end


def _places(scan: Scan, notes: Sequence[_Note], *, apart: bool) -> dict[int, tuple[int, int]]:
    ranges = [(note.start, note.end) for note in notes]
    marks: dict[int, tuple[int, int]] = {}
    cursor = 0
    for note in notes:
        place = note_marks.first(scan, note.number, cursor, note.start, ranges, apart=apart)
        place = place or note_marks.raised_in(scan, note.number, max(cursor, note.end), _rest(scan, note, ranges))
        if place:
            marks[note.number] = place
            cursor = place[1]
    return marks


RULE = Rule("footnotes", "Joins note marks and notes to footnotes.", find)
