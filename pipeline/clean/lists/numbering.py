# SPDX-License-Identifier: AGPL-3.0-or-later
"""numbering: a list that starts again at 1 inside another is nested in it, so that both count on.

Nested it is right for every reader of Markdown, which takes only the first number of a list. It runs after joining,
because a cut item breaks its list. Numbers themselves are never changed.

A list that counts in another way ("1. 2." and then "a) b)") may as well be one of its own, as its author set it, and
one that does not count ("1. 1. 1.") leaves that to the machine: such are nested only where something says so: a colon
or comma that leads to it, its indentation, or an outer list that goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.lines import TEXT, text_column
from pipeline.clean.reading.scan import Block, Kind, Scan

_ONE = re.compile(r"\(?1[.)]")
DEEPEST = 4  # levels of nesting that a flat text is trusted to have
FAR = 200  # blocks after an item in which an outer list may go on


@dataclass(frozen=True, slots=True)
class _Level:
    """An open list: how it is written, its last number, where its items' marks and texts stand; where its last
    item's mark stood before any repair, and whether that item leads to something (ends with colon, comma, dash)."""

    style: str
    last: int
    indent: int
    column: int
    written: int
    leads: bool


def find(scan: Scan) -> Iterator[Fix]:
    """Items that must be nested, or that come back from a nested list."""
    open_lists: list[_Level] = []
    for index, block in enumerate(scan.blocks):
        if block.kind is not Kind.ITEM or as_name(scan, block):
            text = block.kind in (Kind.PARA, Kind.ITEM)
            if not text or (open_lists and block.indent < open_lists[-1].column):
                open_lists = open_lists if _inside(block, open_lists) else []
            continue
        if block.bulleted:
            open_lists = [level for level in open_lists if level.column <= block.indent]
            continue
        readings = read_mark(block.mark)
        leads = scan.slice(block).rstrip().rstrip("*_").endswith((":", ",", "–", "—"))
        fix, open_lists = _place(
            block, readings, open_lists, leads=leads, counts=_counts(scan.blocks, index),
            goes_on=partial(_goes_on, scan, index), trusted=not scan.extracted,
        )
        begins = len(open_lists) > 1 and open_lists[-1].last == 1
        if begins and _touches(scan, block) and (fix or _counted(scan.blocks, index)):
            fix = _apart(scan, block, fix)
        if fix:
            yield fix if scan.extracted or not _stands_below(block, open_lists) else replace(fix, confidence=0.6)


def as_name(scan: Scan, block: Block) -> bool:
    """Whether a capital with one space behind it begins a paragraph: Markdown asks for two, for it may be a name."""
    return bool(re.fullmatch(r"[A-Z]+\.", block.mark)) and scan.text[block.body - 2] == "."


def _stands_below(block: Block, open_lists: Sequence[_Level]) -> bool:
    """Whether an item stands in the list of a paragraph that is numbered as those of laws are, "(1)".

    Its author may have meant that list to stand below the paragraph, as laws are printed; extractors put it there.
    """
    outer = [level for level in open_lists if level.column > block.indent]
    return not block.mark.startswith("(") and any(level.style.startswith("(1") for level in outer)


def _inside(block: Block, open_lists: list[_Level]) -> bool:
    return bool(open_lists) and block.indent >= open_lists[0].column


def _place(
    block: Block, readings: list[tuple[str, int]], open_lists: list[_Level], *, leads: bool,
    counts: bool, goes_on: Callable[[Sequence[_Level]], bool], trusted: bool,
) -> tuple[Fix | None, list[_Level]]:  # fmt: skip
    """Where an item belongs among the open lists, and the indentation that says so.

    ``trusted``: nothing says that the text was extracted, so what is indented into an item stands in it.
    """
    matching = [
        (abs(level.written - block.indent), -depth, style, number)
        for depth, level in enumerate(open_lists)
        for style, number in readings
        if style == level.style and number == level.last + 1 and not (trusted and block.indent >= level.column)
    ]
    if matching:
        _, negative, style, number = min(matching)
        depth, level = -negative, open_lists[-negative]
        went_on = _Level(style, number, level.indent, _column(block, level.indent), block.indent, leads)
        return _indented(block, level.indent, depth), [*open_lists[:depth], went_on]
    if not readings:
        return None, open_lists
    style, number = next((reading for reading in reversed(readings) if reading[1] == 1), readings[0])
    if open_lists and number == 1 and block.indent < open_lists[-1].column and len(open_lists) < DEEPEST:
        parent = open_lists[-1]
        same = counts and any(style == level.style for level in open_lists)
        if same or parent.leads or block.indent > parent.written or goes_on(open_lists):
            known = _Level(style, number, parent.column, _column(block, parent.column), block.indent, leads)
            return _indented(block, parent.column, len(open_lists)), [*open_lists, known]
    outer = [level for level in open_lists if level.column <= block.indent]
    return None, [*outer, _Level(style, number, block.indent, block.column, block.indent, leads)]


def _next_item(blocks: Sequence[Block], index: int) -> Block | None:
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return after if after is not None and after.kind is Kind.ITEM else None


def _counts(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list begins with the item at ``index``, and not one that is all of ones: neither neighbour has its
    mark."""
    before = _next_item(blocks, index - 2) if index else None
    after = _next_item(blocks, index)
    return all(each is None or each.mark != blocks[index].mark for each in (before, after))


def _goes_on(scan: Scan, index: int, open_lists: Sequence[_Level]) -> bool:
    """Whether one of the open lists counts on after the item at ``index``: then that item stands inside it. Not where
    the next item has the same mark, for such a list does not count; nor, in an author's text, in another list that
    begins below: he may have left the counting to the machine."""
    blocks = scan.blocks
    after = _next_item(blocks, index)
    if after is not None and after.mark == blocks[index].mark:
        return False
    last = {level.style: level.last for level in open_lists}
    begun: dict[str, int] = {}  # lists that begin below
    if not scan.extracted:
        begun.update((style, 1) for style, number in read_mark(blocks[index].mark) if number == 1)
    for block in blocks[index + 1 : index + 1 + FAR]:
        if block.kind in (Kind.HEADING, Kind.SETEXT):
            return False
        if block.kind is not Kind.ITEM or block.indent >= open_lists[-1].column:
            continue
        for style, number in read_mark(block.mark):
            if not scan.extracted and (number == 1 or number == begun.get(style, 0) + 1 > 1):
                begun[style] = number
            elif number == last.get(style, -1) + 1:
                return True
    return False


def _indented(block: Block, indent: int, depth: int) -> Fix | None:
    if block.indent == indent or (depth == 0 and block.indent < 4):
        return None
    first = block.lines[0]
    lead = len(first.text) - len(first.text.lstrip())
    reason = "The list starts at 1 inside another list." if depth else "The item goes on with the outer list."
    return Fix((Edit(first.start, first.start + lead, " " * indent),), reason, 0.92)


def _column(block: Block, indent: int) -> int:
    """Where the text of an item stands when its mark is put at ``indent``."""
    first = block.lines[0]
    return text_column(" " * indent + first.text[: block.body - first.start].lstrip())


def _touches(scan: Scan, block: Block) -> bool:
    """Whether an item whose list would be words of the text right above it: only one that begins with the number 1 may
    do without an empty line (CommonMark 5.3)."""
    above = scan.line_at(block.start - 1) if block.start else None
    return above is not None and above.kind in TEXT and not _ONE.fullmatch(block.mark)


def _counted(blocks: Sequence[Block], index: int) -> bool:
    """Whether the next item has the second number of the list that begins at ``index``: one letter alone may be a name,
    or a point of some article."""
    after = _next_item(blocks, index)
    seconds = [(style, 2) for style, number in read_mark(blocks[index].mark) if number == 1]
    return after is not None and any(reading in seconds for reading in read_mark(after.mark))


def _apart(scan: Scan, block: Block, fix: Fix | None) -> Fix:
    """The fix with an empty line above its item."""
    if fix is None:
        reason = "Without an empty line above it, the list is read as words of the item."
        return Fix((Edit(block.start, block.start, scan.eol),), reason, 0.92)
    (edit,) = fix.edits
    return replace(fix, edits=(replace(edit, now=scan.eol + edit.now),))


RULE = Rule(
    "numbering", "Nests lists that start again inside another, so that both count on.", find,
    after="capital-lists",
)
