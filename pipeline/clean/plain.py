# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be said of text that has no markup at all, as extractors of plain text leave it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.scan import Kind, Line, Scan

_MARKUP = re.compile(r"\*\*\S|\]\(|^```|</[a-z]+>", re.M)
_ROWS = re.compile(r"^[ \t]*(?:\||\[\^)", re.M)
_GAP = re.compile(r"\S {3,}(?=\S)")
_WIDE = 40


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a text set in lines: its left margin and the length of its full lines, in characters."""

    margin: int
    width: int


def columns(scan: Scan) -> tuple[int, int] | None:
    """Where lines of two columns stand side by side, as an extractor of plain text leaves them."""
    lines = [
        line for line in scan.lines if line.kind in (Kind.PARA, Kind.CODE, Kind.ITEM) and len(line.text) > 50
    ]
    gaps: dict[int, int] = {}
    for line in lines:
        for found in _GAP.finditer(line.text.strip()):
            if found.end() > 20:
                gaps[found.end() // 6] = gaps.get(found.end() // 6, 0) + 1
    if len(lines) < 12 or not gaps:
        return None
    column = max(gaps, key=lambda place: gaps[place] + gaps.get(place + 1, 0))
    split = [
        line
        for line in lines
        if any(abs(found.end() // 6 - column) <= 1 for found in _GAP.finditer(line.text.strip()))
    ]
    return (split[0].start, split[-1].end) if len(split) * 3 >= len(lines) else None


def shape(scan: Scan) -> Shape | None:
    """The shape of a plain text set in lines; None for Markdown, for text that is not set in lines, and for
    columns side by side, of which nothing can be said."""
    if columns(scan):
        return None
    if any(line.kind in (Kind.HEADING, Kind.SETEXT, Kind.META, Kind.FENCE) for line in scan.lines):
        return None
    # Notes and rows of tables: of a text that had pages, we or the extractor wrote them into plain text.
    rows = 0 if scan.pages else len(_ROWS.findall(scan.text))
    if (len(_MARKUP.findall(scan.text)) + rows) * 100 > len(scan.lines):
        return None
    lines = [line for line in scan.lines if line.kind is not Kind.BLANK]
    long = [line for line in lines if len(line.text.strip()) >= _WIDE]
    wrapped = [line for line, after in pairwise(lines) if _runs_on(line, after)]
    if len(wrapped) < 3 or len(wrapped) * 8 < len(lines):
        return None
    sizes = sorted(len(" ".join(line.text.split())) for line in wrapped)
    return Shape(margin(long), sizes[min(len(sizes) - 1, len(sizes) * 9 // 10)])


def _runs_on(line: Line, after: Line) -> bool:
    """Whether a line ends inside a sentence that the next line goes on with."""
    text, below = line.text.strip(), after.text.strip()
    return line.stop == after.start and len(text) >= _WIDE and text[-1:].isalnum() and below[:1].islower()


def margin(lines: Sequence[Line]) -> int:
    """The left margin that most long lines have."""
    counts: dict[int, int] = {}
    for line in lines:
        counts[line.indent] = counts.get(line.indent, 0) + 1
    if not counts:
        return 0
    often = max(counts.values())
    return min(indent for indent, count in counts.items() if count * 3 >= often)
