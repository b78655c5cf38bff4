# SPDX-License-Identifier: AGPL-3.0-or-later
"""caption-headings: what a table or a figure is called is no heading.

An extractor that looks for headings takes "Table 3: Dues by berth" for one. Where pages prove an extraction, it is
text again if a table stands below it, or if all other headings of its level are numbered in a way of their own; then a
heading right below such a caption that has no number is the first line of what the caption names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.heading_signs import sign
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.tables.rows import CAPTION

_SET = re.compile(r"^[*_#\s]+|[*_#\s]+$")
_TITLE = 2  # the level from which a heading is judged
_FEWEST = 2  # headings of the level that are numbered


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that name a table or a figure, and what stands right below them as a heading without a number."""
    if not scan.extracted:
        return
    blocks = scan.blocks
    numbered = _numbered(scan)
    above = False
    for index, block in enumerate(blocks):
        caption = block.kind is Kind.HEADING and block.level >= _TITLE and bool(CAPTION.match(_text(scan, block)))
        told = block.kind is Kind.HEADING and block.level in numbered
        tabled = index + 1 < len(blocks) and blocks[index + 1].kind is Kind.TABLE
        if caption and (told or tabled):
            yield _made(block, "It names a table or a figure: no heading.", 0.92)
        elif above and told and not sign(_text(scan, block)).way:
            yield _made(block, "It stands right below what names a table: its first line.", 0.91)
        above = caption and told


def _numbered(scan: Scan) -> frozenset[int]:
    """The levels on which all headings are numbered but for captions, and what stands right below one."""
    ways: dict[int, list[bool]] = {}
    above = False
    for block in scan.blocks:
        caption = block.kind is Kind.HEADING and bool(CAPTION.match(_text(scan, block)))
        if block.kind is Kind.HEADING and not caption:
            numbered = bool(sign(_text(scan, block)).way)
            if numbered or not above:
                ways.setdefault(block.level, []).append(numbered)
        above = caption
    return frozenset(level for level, found in ways.items() if len(found) >= _FEWEST and all(found))


def _text(scan: Scan, block: Block) -> str:
    return _SET.sub("", scan.slice(block))


def _made(block: Block, reason: str, confidence: float) -> Fix:
    return Fix((Edit(block.start, block.body, ""),), reason, confidence)


RULE = Rule(
    "caption-headings", "Makes text of headings that name a table or a figure.", find, after="odd-headings"
)
