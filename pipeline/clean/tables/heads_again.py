# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads of tables in plain text that stand there more than once: over two tables, or again where a page cut one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Line, Scan

_GAP = re.compile(r" {3,}")
_LONGEST = 40  # characters of a cell
_WIDEST = 300  # of a line


def head_of(line: Line) -> str:
    """What tells the head of a table again."""
    return " ".join(line.text.split())


def heads_again(scan: Scan) -> frozenset[str]:
    """Lines of cells that begin with a capital and end as no sentence does, which stand in the text twice or more, once
    at least inside a page, and never below another row: what stands at the edges of pages alone is their head."""
    return scan.once("heads again", _heads_again)


def _heads_again(scan: Scan) -> frozenset[str]:
    filled = [line for line in scan.bare if line.text.strip("\f \t")]
    often = Counter(head_of(line) for line in filled if _gap(line))
    heads = {text for text, count in often.items() if count > 1}
    if not heads:
        return frozenset()
    edges = {filled[0].start, filled[-1].start}
    for line, after in pairwise(filled):
        if "\f" in scan.text[line.start : after.start] or "\f" in after.text:
            edges |= {line.start, after.start}
    below = {
        head_of(line)
        for above, line in pairwise(filled)
        if above.start not in edges and (_gap(above) or above.indent > line.indent)
    }
    inside = (line for line in filled if head_of(line) in heads - below and line.start not in edges)
    return frozenset(head_of(line) for line in inside if _heads(line.text))


def _gap(line: Line) -> bool:
    return bool(_GAP.search(line.text.strip("\f ")))


def _heads(text: str) -> bool:
    """Whether all cells of a line may name columns."""
    cells = _GAP.split(text.strip())
    named = all(prose.begins_upper(cell) and len(cell) <= _LONGEST and not prose.stops(cell) for cell in cells)
    return len(cells) > 1 and len(text) <= _WIDEST and named
