# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short lines below a colon, in plain text whose bullets were drawn: points of a list, and no headings."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.reading import prose
from pipeline.clean.reading.heading_signs import sign
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 130  # characters of a point
_MOST = 30  # points that are looked at


def pointed(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is a point: a colon leads to it and what stands between, and no blank line parts it from the point
    above or below. One that stands apart may be a heading."""
    first = index
    while first and index - first < _MOST and _point(scan, blocks[first - 1]):
        first -= 1
    lead = blocks[first - 1] if first else None
    if lead is None or lead.kind not in (Kind.PARA, Kind.ITEM) or not prose.ends_colon(scan.slice(lead)):
        return False
    if not _point(scan, blocks[index]):
        return False
    end = blocks[index].end
    below = index + 1 < len(blocks) and _point(scan, blocks[index + 1]) and scan.closed(end, blocks[index + 1].start)
    return below or (first < index and scan.closed(blocks[index - 1].end, blocks[index].start))


def _point(scan: Scan, block: Block) -> bool:
    """Whether a block may be a point: short, without an end, and not numbered as headings are."""
    text = " ".join(scan.slice(block).split())
    return block.kind is Kind.PARA and len(text) <= _LONGEST and not (prose.stops(text) or sign(text).way)
