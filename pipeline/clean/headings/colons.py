# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of plain text that end with a colon: a row of short lines, each over a paragraph that says what it means.

One alone leads to what follows it, as any colon does. Five or more, each over sentences and none over a list, head them
as a form's or an agreement's terms do ("Voting rights:").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_FEWEST = 5  # of one row
_LONGEST = 50  # characters
_WORDS = 6
_UNDER = 4  # blocks from one to the next
_SAID = 0.6  # of them stand over a sentence: what a form is filled in with is none


def headed(scan: Scan) -> frozenset[int]:
    """The blocks, by their places, that are such headings; none where no pages are known."""
    if not scan.extracted:
        return frozenset()
    blocks = scan.blocks
    places = [index for index in range(len(blocks) - 1) if _term(scan, blocks, index)]
    found: set[int] = set()
    row: list[int] = []
    for index, after in pairwise([*places, len(blocks) + _UNDER + 1]):
        row.append(index)
        if after - index > _UNDER + 1:
            found |= {*row} if _is_row(scan, row) else set()
            row = []
    return frozenset(found)


def _term(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a short line with a colon over a paragraph."""
    block, after = blocks[index], blocks[index + 1]
    text = scan.slice(block).strip()
    if block.kind is not Kind.PARA or len(block.lines) > 1 or block.indent or len(text) > _LONGEST:
        return False
    if not text.endswith(":") or not prose.begins_upper(text) or len(text.split()) > _WORDS:
        return False
    below = scan.slice(after)
    return after.kind is Kind.PARA and not (prose.begins_lower(below) or prose.ends_colon(below))


def _is_row(scan: Scan, row: Sequence[int]) -> bool:
    """Whether enough lines stand in a row, most of them over a sentence, and no two say the same."""
    said = sum(prose.ends_sentence(scan.slice(scan.blocks[index + 1])) for index in row)
    names = {scan.slice(scan.blocks[index]).casefold() for index in row}
    return len(names) >= _FEWEST and len(names) == len(row) and said >= len(row) * _SAID
