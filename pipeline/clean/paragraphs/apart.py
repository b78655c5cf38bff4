# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that stand apart though they have no end: cells, terms, rows, addresses, lines that lead to a list.

An extractor that saw no table leaves its cells as paragraphs, one below the other. Inside a page nothing cut them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Block, Kind, Scan, printed

CELL = 90  # characters of a text that may be a cell, or a term with its meaning
_APART = 100  # of a text that may stand apart from the sentence: an address, a line that leads to a list
_ROWS = 3  # texts that look like rows of a table before they are taken for some
_SHORT = 40  # characters of a line that hardly reaches the edge of a page or column
RUNNING = frozenset({Kind.PARA, Kind.ITEM, Kind.NOTE})
"""What holds sentences that may be cut."""


def apart(scan: Scan, blocks: Sequence[Block], index: int, root: int) -> tuple[str, float] | None:
    """Why two texts inside a page may be two, though neither ends or begins as a sentence does."""
    if _set_apart(scan, blocks, index):
        return "The text before stands apart below a colon; the sentence may go on from above it.", 0.45
    if _rows(scan, blocks, index):
        return "Text after text begins with a small letter and has no end; they may be rows of a table.", 0.45
    if _word_list(scan, blocks, index):
        return "Both texts are short and begin with a small letter.", 0.4
    if _cell(scan, blocks[root]):
        return "The text before is short and begins with a small letter; it may be a cell.", 0.45
    if term(scan, blocks[index]):
        return "The text before is short and has no end; it may be a term, or a cell.", 0.45
    return None


def leads(scan: Scan, block: Block, end: str) -> bool:
    """Whether a short paragraph that ends with a comma may lead to a list: no length of lines says that it was cut."""
    lone = block.kind is Kind.PARA and len(block.lines) == 1 and not scan.width
    return lone and end[-1:] in tuple(prose.COMMAS) and len(scan.slice(block)) < _APART


def _set_apart(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a short text stands alone below a colon, as an address does that the sentence gives, and "or" or "and"
    goes on the sentence."""
    before, own = blocks[index - 1] if index else None, blocks[index]
    if before is None or before.kind not in RUNNING or own.kind is not Kind.PARA or len(own.lines) > 1:
        return False
    if prose.first_word(scan.slice(blocks[index + 1])) not in hyphens.AND:
        return False
    return prose.ends_colon(scan.slice(before)) and len(scan.slice(own)) < _APART


def _word_list(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether two blocks are two of several short ones that begin alike: items that lost their bullets."""
    texts = [scan.slice(block) for block in blocks[max(0, index - 1) : index + 3] if block.kind is Kind.PARA]
    short = [text for text in texts if len(text) < 70 and prose.begins_lower(text) and "\n" not in text]
    return (
        len(short) >= 2
        and prose.begins_lower(scan.slice(blocks[index]))
        and len(scan.slice(blocks[index])) < 70
    )


def _rows(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether two blocks are of three or more that all begin with a small letter and have no end: rows of a table.

    Lines of one sentence, each left as a paragraph, are about as long as each other; rows are not.
    """
    sizes = []
    for block in blocks[max(0, index - 2) : index + 4]:
        text = scan.slice(block)
        alike = block.kind is Kind.PARA and len(block.lines) == 1 and len(text) < CELL
        if alike and prose.begins_lower(text) and not prose.stops(text):
            sizes.append(len(text))
        elif block.start > blocks[index].end:
            break
        else:
            sizes = []
    full = max(sizes, default=0)
    return len(sizes) >= _ROWS and min(sizes[:-1]) * 5 < full * 4


def _cell(scan: Scan, block: Block) -> bool:
    """Whether a sentence that is cut would have begun with a small letter, in a short text: that is no sentence.

    So cells of a table and terms look where an extractor left no table.
    """
    text = scan.slice(block)
    return block.kind is Kind.PARA and len(block.lines) == 1 and len(text) < CELL and prose.begins_lower(text)


def term(scan: Scan, block: Block) -> bool:
    """Whether a text without an end is shorter than a line: a page or a line end does not cut there."""
    room = scan.width * 0.6 if scan.width else _SHORT * (1 if block.kind is Kind.ITEM else 1.5)
    return printed(block.lines[-1].text) < room


def listed(scan: Scan, blocks: Sequence[Block], root: int, end: str) -> bool:
    """Whether the text that is cut is an item among items that end without a stop as well.

    Then the sentence may go on after the whole list, as laws do ("1. … 2. … is liable.").
    """
    first = blocks[root]
    if first.kind is not Kind.ITEM:
        return False
    before = blocks[root - 1] if root else None
    if before is None or before.kind is not Kind.ITEM:
        return end[-1:] in tuple(prose.COMMAS)
    return not prose.ends_sentence(scan.slice(before))
