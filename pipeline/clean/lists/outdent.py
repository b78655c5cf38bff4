# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in an item that is none comes out of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.clean.fix import Edit
from pipeline.clean.reading.scan import Block, Kind, Scan

_IN = 4  # columns by which what stands in a numbered item is further in
_MOST = 400  # blocks of one item


def outdented(scan: Scan, item: Block) -> Iterator[Edit]:
    """What stood in an item that is a heading now comes out of it: further in, it would be code. Nothing for a block
    that was no item."""
    if item.kind is not Kind.ITEM:
        return
    place = bisect_left(scan.blocks, item.start, key=lambda block: block.start) + 1
    for block in scan.blocks[place : place + _MOST]:
        if block.kind not in (Kind.ITEM, Kind.PARA, Kind.CODE) or block.indent < _IN:
            return
        for line in block.lines:
            if line.indent >= _IN and line.text[:_IN].isspace():
                yield Edit(line.start, line.start + _IN, "")
