# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of plain text that did not fit on one line: the second of two lines goes on the first.

Two headings may stand right below each other too ("Chapter 2" and "2.1"), so something must say that they are one: the
first has a number, the second none, and its first word had no room behind the first, as the lines of other headings of
its sort tell; or all other headings have a blank line below, and only the first of these two has none. Then its line
was full, too, in letters of a heading's size; a title's are larger still. A title's second line is told, too, where
the text says both again, as it cites its own title, or in the heads of its pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.reading import plain
from pipeline.clean.reading.heading_signs import Sign, signs
from pipeline.clean.reading.scan import Scan

_FEWEST = 3  # other headings that tell what is usual
_LIKE = 2  # others of one sort that tell how long their lines are
_NAMED = 2  # words of a number alone ("Part II")
_FULL = 0.4  # of a line of text: what a heading in the largest letters below a title's takes at least


def rests(scan: Scan, chosen: Sequence[int]) -> list[int]:
    """Of blocks that are headings, by their places: those that are the rest of the one right above."""
    blocks = scan.blocks
    texts = [" ".join(scan.text[blocks[index].start : blocks[index].end].split()) for index in chosen]
    found = signs(texts)
    pairs = [
        place
        for place, (one, other) in enumerate(pairwise(chosen))
        if other == one + 1
        and not found[place + 1].way
        and len(blocks[other].lines) == 1
        and scan.closed(blocks[one].end, blocks[other].start)
    ]
    parted = _parted(scan, chosen, pairs)
    shape = plain.shape(scan)
    least = shape.width * _FULL if shape else 0
    widths = _widths(scan, chosen, found)
    words = " ".join(scan.origin.casefold().split()) if pairs[:1] == [0] else ""
    result = []
    for place in pairs:
        alike = [width for other, width in widths.get(found[place].key, ()) if other != place]
        numbered = len(texts[place].split()) > _NAMED and len(alike) >= _LIKE
        first = texts[place + 1].split()[0]
        length = plain.room(blocks[chosen[place]].lines[-1].text) + 1 + plain.room(first)
        full = length >= least or chosen[place] == 0
        said = place == 0 and words.count(f"{texts[0]} {texts[1]}".casefold()) > 1
        if said or (parted and full) or (numbered and length > max(alike)):
            result.append(chosen[place + 1])
    return result


def _widths(
    scan: Scan, chosen: Sequence[int], found: Sequence[Sign]
) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """The longest lines of each sort of numbered headings, as many as may be told apart from one heading's own, each
    with its heading's place."""
    lines: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for place, index in enumerate(chosen):
        if found[place].way:
            width = max(plain.room(line.text) for line in scan.blocks[index].lines)
            lines[found[place].key].append((place, width))
    return {key: sorted(own, key=lambda line: -line[1])[: _LIKE + 1] for key, own in lines.items()}


def _parted(scan: Scan, chosen: Sequence[int], pairs: Sequence[int]) -> bool:
    """Whether a blank line stands below all headings but for the first of two."""
    blocks = scan.blocks
    others = [index for place, index in enumerate(chosen) if place not in pairs and index + 1 < len(blocks)]
    apart = [index for index in others if not scan.closed(blocks[index].end, blocks[index + 1].start)]
    return len(others) >= _FEWEST and len(apart) == len(others)
