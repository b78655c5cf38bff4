# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far the note at a page's foot goes, and how its text is written as a Markdown footnote: all paragraphs of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.clean.notes import starts as note_starts
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_MOST = 16  # texts of one note
_INDENT = "    "
_BULLET = re.compile(r"[-*+][ \t]")


@dataclass(frozen=True, slots=True)
class Note:
    """A note's text in the file: its number, the range it takes, and where its words begin."""

    number: int
    start: int
    body: int
    end: int


def grown(scan: Scan, notes: Sequence[Note], marks: dict[int, tuple[int, int]]) -> list[Note]:
    """The notes, each with all that stands between it and the next one at the foot of the same page.

    The next is at the same foot where its mark stands above both; otherwise text may be between them. The last of a
    foot has all up to the page's end only where a colon leads up to it.
    """
    wider = list(notes)
    for place, note in enumerate(notes):
        after = notes[place + 1] if place + 1 < len(notes) else None
        mark = marks.get(after.number) if after and after.number > note.number else None
        if note.number not in marks:
            continue
        if after and mark and mark[0] < note.start and not scan.paged(note.start, after.start):
            stop = after.start
        elif prose.ends_colon(scan.text[note.body : note.end]):
            page = bisect_left(scan.pages, note.end)
            stop = scan.pages[page] if page < len(scan.pages) else 0
        else:
            continue
        between = _between(scan, note.end, stop)
        held = any(note.end < start < stop for start, _ in [*marks.values(), *((n.start, 0) for n in notes)])
        if between and not held:
            wider[place] = replace(note, end=between[-1].end)
    return wider


def _between(scan: Scan, start: int, stop: int) -> Sequence[Block]:
    """The blocks between two places, where all of them can be a note's."""
    first = bisect_right(scan.blocks, start, key=lambda block: block.start)
    found = scan.blocks[first : first + _MOST + 1]
    found = tuple(block for block in found if block.start < stop)
    apart = any(block.kind in (Kind.HEADING, Kind.SETEXT, Kind.TABLE) for block in found)
    return () if apart or len(found) > _MOST else found


def written(scan: Scan, note: Note) -> str:
    """The words of a note as its definition has them: its first paragraph, then the others and its lists, indented."""
    parts: list[str] = []
    listing = ""  # the last that was one
    cursor = note.body
    for block in scan.blocks[bisect_right(scan.blocks, note.body, key=lambda block: block.start) - 1 :]:
        if block.start >= note.end:
            break
        text = scan.text[cursor : min(block.end, note.end)]
        cursor = max(cursor, block.end)
        if block.kind in (Kind.FENCE, Kind.CODE) and block.start > note.body:
            listing = "".join(line.text + scan.eol + _INDENT for line in block.lines).rstrip()
            parts.append(listing)
            continue
        for said in _items(note_starts.BACK.sub("", text)):
            bare = said[2:] if parts and _BULLET.match(said) else said
            if parts and parts[-1] != listing and not _begins(parts, bare):
                parts[-1] = f"{parts[-1]} {bare}"
            else:
                parts.append(said)
    first = "[" if scan.text[note.start : note.body].rstrip("0123456789.) \t\xa0").endswith("[") else ""
    return first + f"{scan.eol}{scan.eol}{_INDENT}".join(parts)  # "[": the number stood inside a link


def _items(text: str) -> list[str]:
    """A text as the items that begin in it, each in one line."""
    said: list[str] = []
    for line in text.splitlines():
        bare = line.strip().removeprefix("> ")
        if said and bare and not _BULLET.match(bare):
            said[-1] = f"{said[-1]} {bare}"
        elif bare:
            said.append(bare)
    return said


def _begins(parts: Sequence[str], text: str) -> bool:
    """Whether a text of a note is a paragraph or an item of its own, and does not go on with the one above."""
    above = parts[-1]
    if _BULLET.match(above) and _BULLET.match(text):
        return True
    if text.startswith(("http", "<http")) or prose.begins_lower(text):
        return False
    shown = len(parts) > 1 and prose.ends_colon(parts[-2])  # what a colon leads up to stands alone
    return shown or prose.ends_sentence(above) or prose.ends_colon(above)
