# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of plain text with small letters: "a. Use open formats" right above a paragraph of its own, as "b." has one.

So parts of a numbered section are set. One such line alone may be an item that a page set over two paragraphs.
"""

from __future__ import annotations

import re

from pipeline.clean.reading import prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan

_LETTER = re.compile(r"\(?[a-z][.)]")
_LINES = 2  # of the paragraph below, at least


def headed(scan: Scan) -> frozenset[int]:
    """The blocks, by their places, that are such headings; none where no pages are known."""
    if not scan.extracted:
        return frozenset()
    blocks = scan.blocks
    found = {index: block.mark for index, block in enumerate(blocks[:-1]) if _heads(scan, block, blocks[index + 1])}
    ways = {way for mark in found.values() for way in read_mark(mark)}
    counted = {style for style, number in ways if (style, number + 1) in ways}
    return frozenset(index for index, mark in found.items() if counted & {style for style, _ in read_mark(mark)})


def _heads(scan: Scan, block: Block, after: Block) -> bool:
    """Whether an item is a short line without an end, and a paragraph stands right below it."""
    if block.kind is not Kind.ITEM or len(block.lines) > 1 or not _LETTER.fullmatch(block.mark):
        return False
    text, below = scan.slice(block), scan.slice(after)
    if not prose.begins_upper(text) or prose.stops(text) or prose.open_word(text, scan.lang):
        return False
    if prose.tail(text)[-1:] in tuple(prose.COMMAS) or not _stands_below(scan, block, after):
        return False
    return len(after.lines) >= _LINES and prose.begins_upper(below)


def _stands_below(scan: Scan, block: Block, after: Block) -> bool:
    """Whether a paragraph stood right below a line, with no blank line between."""
    return after.kind is Kind.PARA and after.indent == 0 and scan.closed(block.end, after.start)
