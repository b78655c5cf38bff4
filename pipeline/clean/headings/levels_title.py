# SPDX-License-Identifier: AGPL-3.0-or-later
"""The level of a title: an extractor that left the title as text gave its level to the parts below it."""

from __future__ import annotations

from pipeline.clean.headings.levels_divisions import series
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 140
_ABOVE = 3  # headings of deeper levels above the first on level 1: no publisher's name stands there, but text
_DEEPEST = 6


def opening(scan: Scan) -> Block | None:
    """The block that opens the text, but for its front matter."""
    return next((block for block in scan.blocks if block.kind is not Kind.META), None)


def _smaller(scan: Scan, headings: list[Block], tops: list[int]) -> bool:
    """Whether the heading that opens a text is set smaller than its sections, which are numbered: it is a title all the
    same."""
    first = headings[0]
    if first.kind is not Kind.HEADING or first.level == 1 or series(scan, first) or len(tops) < _ABOVE:
        return False
    return sum(bool(series(scan, headings[place])) for place in tops) * 3 >= len(tops) * 2


def untitled(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> Block | None:
    """Put all headings one level down where several, or one in the middle, have the title's, and text opens the text.

    Returns the line that is the title, if the text begins with one. Only where pages prove an extraction.
    """
    first = opening(scan)
    tops = [place for place, block in enumerate(headings) if block.level == 1]
    if scan.extracted and first is headings[0] and _smaller(scan, headings, tops):
        for block in headings:
            levels[block.start] = min(_DEEPEST, block.level + 1) if block is not first else 1
            why[block.start] = ("The heading that opens the text is its title: all others stand below it.", 0.92)
        return None
    if not scan.extracted or first is None or first.kind is not Kind.PARA or not tops:
        return None
    text = scan.slice(first).strip()
    titled = len(first.lines) == 1 and len(text) <= _LONGEST and not prose.stops(text) and not prose.begins_lower(text)
    several = len(tops) > 1 and (titled or (len(tops) * 3 > len(headings) + 1 and tops[0] == 0))
    if not several and tops[0] < _ABOVE:
        return None
    for block in headings:
        levels[block.start] = min(_DEEPEST, block.level + 1)
        why[block.start] = ("The title of the text is no heading: all stand below it.", 0.92)
    return first if titled else None
