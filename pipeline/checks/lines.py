# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Markdown line of every block, of those too whose place the parser does not know (cells of a raw table)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import walk_inlines
from pipeline.model import Block, BlockKind, InlineKind

WORDS = re.compile(r"\w+")


def lines_of(block: Block, source: str) -> Iterator[tuple[str, int]]:
    """(id, line) of a block and all in it. A block without a place of its own stands where its first words come next
    in the text of the block around it; where they do not, it has the line of what is before it."""
    start = block.pos.start if block.pos else 0
    yield from _lines(block, source, (start, block.pos.end if block.pos else len(source)), block.pos is not None)


def line_of_title(source: str) -> int:
    """The line of ``title:`` in the front matter; 0 where it has none (the title stands in another file)."""
    lines = source.split("\n")
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return 0
        if line.startswith("title:"):
            return number
    return 0


def line_of_listing(source: str, start: int, wanted: str, given: str) -> int:
    """The line of the first difference between two texts of a listing whose block is on line ``start``. Behind a fence
    its words begin one line later. 0 where the listing is not found there."""
    there, here = wanted.split("\n"), given.split("\n")
    same = next((n for n, (a, b) in enumerate(zip(there, here, strict=False)) if a != b), min(len(there), len(here)))
    lines = source.split("\n")
    first = next((n for n in (start, start - 1) if n < len(lines) and there[0].strip() in lines[n]), -1)
    return first + 1 + min(same, len(there) - 1) if first >= 0 else 0


def _lines(block: Block, source: str, within: tuple[int, int], known: bool) -> Iterator[tuple[str, int]]:
    if known:
        yield block.id, block.pos.line if block.pos else source.count("\n", 0, within[0]) + 1
    here, done = within[0], within[0]
    for child in (*block.blocks, *_notes(block)):
        # A listing that is said to begin before its neighbour ends has the place of the item around it.
        if child.pos is not None and (child.pos.start >= done or child.kind is not BlockKind.CODE):
            here, done = child.pos.start, child.pos.end
            yield from _lines(child, source, (here, child.pos.end), True)
        elif known:
            here = _found(child, source, done if child.pos is not None else here, within[1])
            yield from _lines(replace(child, pos=None), source, (here, within[1]), True)
        else:
            yield from _lines(child, source, within, False)


def _notes(block: Block) -> list[Block]:
    return [piece.note for piece in walk_inlines(block.inlines) if piece.note is not None]


def _found(block: Block, source: str, start: int, end: int) -> int:
    """Where the first words of a block come next after ``start``; ``start`` if they do not."""
    text = next((piece.text for one in _all(block) for piece in walk_inlines(one.inlines)
                 if piece.kind is InlineKind.TEXT and piece.text.strip()), block.text)  # fmt: skip
    words = WORDS.findall(text)[:6]
    if not words:
        return start
    pattern = r"\W+".join(map(re.escape, words))
    match = re.compile(rf"(?<!\w){pattern}").search(source, start, end)
    return match.start() if match else start


def _all(block: Block) -> Iterator[Block]:
    yield block
    for child in block.blocks:
        yield from _all(child)
