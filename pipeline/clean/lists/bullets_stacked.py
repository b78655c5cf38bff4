# SPDX-License-Identifier: AGPL-3.0-or-later
"""stacked-bullets: bullets that stand alone, one below the other, go before the paragraphs below, one each.

An extractor that reads a page by boxes leaves the margin of a list first ("•" / "•"), and its items below. A paragraph
that only goes on the one above has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_ALONE = re.compile(r"[•●◦○▪■‣\uf0b7\uf0a7\uf0a8\uf0d8]")
_TYPED = re.compile(rf"{_ALONE.pattern}|[-*+o][ \t]")
_FEWEST = 2
_REASON = "As many bullets stand alone above these paragraphs: each is an item."


def find(scan: Scan) -> Iterator[Fix]:
    """Stacks of bullets, and the paragraphs that they belong to."""
    blocks = scan.blocks
    index = 0
    while index < len(blocks):
        size = 0
        while index + size < len(blocks) and _alone(scan, blocks[index + size]):
            size += 1
        texts = _below(scan, blocks, index + size, size) if size >= _FEWEST else []
        if size >= _FEWEST and len(texts) == size:
            edits = (
                Edit(blocks[index].start, texts[0].body, "- "),
                *(Edit(text.start, text.body, "- ") for text in texts[1:]),
            )
            yield Fix(edits, _REASON, 0.92 if scan.extracted else 0.6)
        index += max(1, size)


def _alone(scan: Scan, block: Block) -> bool:
    """Whether a block is nothing but a bullet."""
    return block.kind in (Kind.PARA, Kind.ITEM) and bool(_ALONE.fullmatch(scan.text[block.start : block.end].strip()))


def _below(scan: Scan, blocks: Sequence[Block], start: int, most: int) -> list[Block]:
    """The paragraphs from ``start`` on that may have a bullet each, up to as many as there are bullets."""
    texts: list[Block] = []
    last = ""
    for block in blocks[start:]:
        text = scan.slice(block)
        if len(texts) == most or block.kind is not Kind.PARA or _TYPED.match(text):
            break
        if not (texts and prose.begins_lower(text) and prose.tail(last)[-1:].isalnum()):
            texts.append(block)
        last = text
    return texts


RULE = Rule("stacked-bullets", "Puts bullets that stand alone before their paragraphs.", find, after="lone-numbers")
