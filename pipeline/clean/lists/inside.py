# SPDX-License-Identifier: AGPL-3.0-or-later
"""lists-inside: what stands between an item and the next, paragraphs and a list that begins anew, is part of the item.

"5. Give out papers." / "They say what the board does." / "1. …" "2. …" "3. …" / "6. Keep the keys.": an extractor
sets all at the margin, where Markdown would count 1, 2, 3, 4. A list right below its item is nested by ``numbering``;
here paragraphs stand between the two. Only where pages prove an extraction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan

_FAR = 40  # blocks that an item may have
_LEAST = 2  # items of the list inside
_REASON = "The list outside goes on below: the paragraphs and the list between are part of its item."


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs and lists between two items that follow each other."""
    if not scan.extracted:
        return
    index = 0
    while index < len(scan.blocks):
        stop = _inside(scan.blocks, index)
        if stop:
            column = " " * scan.blocks[index].column
            lines = [line for block in scan.blocks[index + 1 : stop] for line in block.lines if not line.blank]
            yield Fix(tuple(Edit(line.start, line.start, column) for line in lines), _REASON, 0.91)
        index = stop or index + 1


def _inside(blocks: Sequence[Block], index: int) -> int:
    """The index of the next item of the list, where paragraphs and a list that begins anew stand before it; else 0."""
    item = blocks[index]
    numbers = dict(read_mark(item.mark)) if item.kind is Kind.ITEM and not item.bulleted else {}
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if not numbers or after is None or after.kind is not Kind.PARA or after.indent >= item.column:
        return 0
    last: dict[str, int] = {}
    for place, block in enumerate(blocks[index + 1 : index + _FAR], start=index + 1):
        if block.kind is Kind.PARA and block.indent <= item.indent:
            continue
        if block.kind is not Kind.ITEM or block.bulleted or block.indent != item.indent:
            return 0
        found = {style: number for style, number in read_mark(block.mark) if style in numbers}
        inner = {style: number for style, number in found.items() if number == last.get(style, 0) + 1}
        outer = {style for style, number in found.items() if number == numbers[style] + 1}
        if inner and outer:
            return 0  # either may count on
        if outer:
            return place if max(last.values(), default=0) >= _LEAST else 0
        if not inner:
            return 0
        last = inner
    return 0


RULE = Rule(
    "lists-inside", "Sets paragraphs and a list that stand between two items into the first of them.", find,
    after="join-paragraphs",
)
