# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the notes of a text begin: their numbers count up from 1, and each has a mark in the text before.

A number may touch the note's words, which may themselves begin with a number; several notes may stand in one text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.clean.notes import marks as note_marks
from pipeline.clean.reading.scan import Block, Kind, Scan

_STARTS = re.compile(r"(?:[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+)?)(?:<sup>\s*|\[|\\\[|\^)?(?P<number>\d{1,3})", re.M)
_AFTER = re.compile(r"(?:</sup>|\\?\]|\^)?[.)]?(?P<gap>[ \t\xa0]*(?:\r\n|\n|\r)?[ \t]*)(?P<text>\S)")
# How a note begins: a capital or a letter of a script without capitals, a quotation, markup, an address.
_BEGINS = re.compile(r"[@$“\"‘'«„_*\[<(§]|\d|https?:|www\.|cf\b|see\b|voir\b|vgl\b|[^\W\d_a-zà-öø-ÿ]")
# A small letter that touches a number, and not as the end of one that orders: "1st", "2nd", "3e".
_SMALL = re.compile(r"(?!(?:st|nd|rd|th|er|re|e|ème|de|ten?|[a-z])\b)[a-zà-öø-ÿ]")
_NEXT = 2  # texts from a note to the next, where a line of it came between
EDGE = 12  # characters from a text to the end of its page
_FARTHEST = 3000  # characters of a note that has a way back
# The way back from a note to its mark, as pages of the web print it.
BACK = re.compile(r"[ \t\xa0]*(?:<u>\s*)?\[?[↩↵⤴]\ufe0e?\]?(?:\([^()\s]*\))?(?:\s*</u>)?")
# A number that was raised before a note's first word: it touches a capital, or still stands raised.
_RAISED = r"(?:<sup>\s*\d{1,3}\s*</sup>|\^\d{1,3}\^|[¹²³⁴-⁹⁰]{1,3})[ \xa0]?"
_FOOT = re.compile(rf"(?:[1-9]\d{{0,2}}|{_RAISED})[\"“«'‘*_]{{0,2}}[^\W\d_a-zß-öø-ÿ][^\W\dA-Z_]")
LED = 3  # notes that lead back before a number behind a space is taken for a mark
_MOST_LOST = 4
Entry = tuple[int, int, int, int]  # a note's number, where it starts, where its words do, the index of its block


def foot(text: str) -> bool:
    """Whether a text begins as a note at a page's foot does: "1Counsel had …"."""
    return bool(_FOOT.match(text))


def starts(scan: Scan, blocks: Sequence[Block]) -> list[Entry]:
    """Texts that begin with 1, 2, 3… in this order, each at the beginning of a line or after such a text.

    One that an extractor lost is passed over, where marks show that the numbers go on after it.
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
    return found


def _has_mark(scan: Scan, number: int, raised: dict[int, int]) -> bool:
    """Whether a number stands as a mark: raised, or after the first notes where it touches a word or its stop."""
    return number in raised or (number > LED and bool(note_marks.first(scan, number, 0, len(scan.text), ())))


def _chain(
    scan: Scan, blocks: Sequence[Block], raised: dict[int, int], lost: Collection[int]
) -> list[Entry]:
    """Each note in order: its number, where it starts, where its words do, and the index of its block."""
    found: list[Entry] = []
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
    inside, follows = away < _NEXT, away <= _NEXT  # notes go on in what stands right below them
    for line in block.lines:
        if line.end <= cursor:
            continue
        found = _STARTS.match(line.text)
        if found and found.group("number").startswith(digits) and line.start >= cursor - 1:
            place = line.start + found.start("number") + len(digits)
            if number < 3 and found.group("number") != digits:
                continue
            proven = found.group().lstrip(" \t>-*+")[:1] in "<[\\^" or leads_back(scan, place, number) > 0
            marked = line is block.lines[0] and (
                raised.get(number, place) < place or (number > 2 and note_marks.named(scan, number, place))
            )
            known = raised.get(number, place) < place or (number > LED and note_marks.named(scan, number, place))
            alone = found.group("number") == digits and not line.text[found.end() :].strip()  # on a line of its own
            counted = scan.extracted and any(_begins(scan, end, number + 1) for end in {line.end, block.end})
            near = follows or (counted and known and line is block.lines[0])
            told = known or (counted and scan.text[place : place + 1].isdigit())
            glued = near and ((told and scan.text[place : place + 1] != "0") or alone)
            glued = glued or (line is block.lines[0] and _touches_word(scan, place, block, number))
            begun = _text_after(scan, place, block, proven, marked or glued, glued)
            if begun:
                return line.start, begun
    if inside:
        for found in re.finditer(
            rf"(?<=[.”\"’)/`])[ ]{digits}(?=[^\W\d_a-z]|[“\"‘'«_*]|\d*[A-Z])", scan.text[cursor : block.end]
        ):
            return cursor + found.start(), cursor + found.end()
        return _before_number(scan, block, cursor, number)
    return None


def _begins(scan: Scan, end: int, number: int) -> bool:
    """Whether the line below a place begins with a number that its text touches."""
    return bool(re.match(rf"\s*\n\s*{number}[^\W_]", scan.text[end : end + EDGE]))


def _before_number(scan: Scan, block: Block, cursor: int, number: int) -> tuple[int, int] | None:
    """Where a note starts inside the text of the one before, and its own words begin with a number ("712 U.S.C.")."""
    pattern = re.compile(rf"(?<=[.”\"’)/])[ ]{number}(?=[1-9]\d{{0,2}} [^\W\d_a-z])")
    found = pattern.search(scan.text, cursor, block.end)
    if not found or not note_marks.named(scan, number, found.start()):
        return None
    return found.start(), found.end()


def leads_back(scan: Scan, place: int, number: int) -> int:
    """Where the way back ends that follows the note whose number ends at ``place``; 0 where there is none."""
    found = BACK.search(scan.text, place, place + _FARTHEST)
    if not found or re.search(rf"^[ \t>]*(?:{number}|{number + 1})[.)]\s", scan.text[place : found.start()], re.M):
        return 0
    return found.end()


def _touches_word(scan: Scan, place: int, block: Block, number: int) -> bool:
    """Whether the number of a note touches a small letter, at the end of a page that has its mark: "1see above"."""
    if not _SMALL.match(scan.text, place) or not scan.paged(block.end, block.end + EDGE):
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
