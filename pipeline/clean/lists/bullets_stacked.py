# SPDX-License-Identifier: AGPL-3.0-or-later
"""stacked-bullets: bullets that stand alone, one below the other, go before the paragraphs below, one each.

An extractor that reads a page by boxes leaves the margin of a list first ("•" / "•"), and its items below. A paragraph
that only goes on the one above has none of its own. Items that are set close are lines of one paragraph: it is parted
where lines ended with a sign or had room for more, if that makes as many as there are bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.line_room import advance
from pipeline.clean.reading.scan import TEXT, Block, Kind, Line, Scan

_SIGN = r"[•●◦○▪■‣\uf0b7\uf0a7\uf0a8\uf0d8]"
_ALONE = re.compile(rf"{_SIGN}|o")
_TYPED = re.compile(rf"{_SIGN}|[-*+o](?:[ \t]|$)")
_ENDS = ".;" + prose.COMMAS
_FEWEST = 2
_MOST = 40  # items of one paragraph
_REASON = "As many bullets stand alone above these paragraphs: each is an item."


def find(scan: Scan) -> Iterator[Fix]:
    """Stacks of bullets, and the paragraphs that they belong to."""
    blocks = scan.blocks
    index = 0
    while index < len(blocks):
        size, first, own = 0, blocks[index].start, index
        while index < len(blocks) and (bullets := _alone(blocks[index])):
            size, index = size + bullets, index + 1
        starts = _starts(scan, blocks, index, size) if size >= _FEWEST else []
        if size and len(starts) == size:
            edits = (
                Edit(first, starts[0], "- "),
                *(Edit(start, start, f"{scan.break_above(start)}- ") for start in starts[1:]),
            )
            letters = "".join(filter(str.isalnum, scan.text[first : starts[0]]))
            yield Fix(edits, _REASON, 0.92 if scan.extracted else 0.6, deleted=letters)
        index = max(index, own + 1)


def _starts(scan: Scan, blocks: Sequence[Block], start: int, size: int) -> list[int]:
    """Where the texts begin that belong to a stack of bullets."""
    return _lines(scan, blocks, start, size) or [text.start for text in _below(scan, blocks, start, size)]


def _lines(scan: Scan, blocks: Sequence[Block], start: int, size: int) -> list[int]:
    """Where as many items as a stack has bullets begin in fewer paragraphs, some with a line inside; nothing where the
    lines do not tell it."""
    lines: list[Line] = []
    heads: set[int] = set()
    for above, block in pairwise(blocks[start - 1 : start + min(size, _MOST) - 1]):
        if block.kind is not Kind.PARA or _TYPED.match(scan.slice(block)) or scan.paged(above.end, block.start):
            break
        if not lines or not _goes_on(lines[-1].text, block.lines[0].text):
            heads.add(block.start)
        lines += block.lines
        small = prose.begins_lower(lines[0].text)
        inner = [pair for pair in pairwise(lines) if prose.begins_lower(pair[1].text) == small]
        edge = max(_width(line.text, "") for line in lines)
        free = {after.start for one, after in inner if _width(one.text, after.text) < edge}
        ended = {after.start for one, after in inner if prose.tail(one.text)[-1:] in tuple(_ENDS)}
        weak = small and len(lines) > size  # a comma ends lines of a sentence, too
        parted = {after.start for one, after in inner if prose.tail(one.text)[-1:] in tuple(";" if weak else _ENDS)}
        for found in (heads | (free & ended), heads | free, heads | parted, heads | free | parted):
            if len(found) == size:
                return sorted(found)
    return []


def _width(text: str, below: str) -> float:
    """How wide a line is with the first word of the next one."""
    return advance(" ".join([*text.split(), *below.split()[:1]]))


def _goes_on(above: str, text: str) -> bool:
    """Whether a paragraph begins inside the sentence of the one above."""
    return prose.begins_lower(text) and prose.tail(above)[-1:].isalnum()


def _alone(block: Block) -> int:
    """How many bullets a block is, if it is nothing else."""
    alone = block.kind in TEXT and all(_ALONE.fullmatch(line.text.strip()) for line in block.lines)
    return len(block.lines) if alone else 0


def _below(scan: Scan, blocks: Sequence[Block], start: int, most: int) -> list[Block]:
    """The paragraphs from ``start`` on that may have a bullet each, up to as many as there are bullets."""
    texts: list[Block] = []
    last = ""
    for block in blocks[start:]:
        text = scan.slice(block)
        if len(texts) == most or block.kind is not Kind.PARA or _TYPED.match(text):
            break
        if not (texts and _goes_on(last, text)):
            texts.append(block)
        last = text
    return texts


RULE = Rule("stacked-bullets", "Puts bullets that stand alone before their paragraphs.", find, after="lone-numbers")
