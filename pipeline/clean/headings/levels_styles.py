# SPDX-License-Identifier: AGPL-3.0-or-later
"""The levels of headings by how they are set: in italics or upright."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.clean.headings.levels_divisions import numbered, series
from pipeline.clean.reading.heading_signs import counts_on
from pipeline.clean.reading.scan import Block, Scan

_FEWEST = 3  # headings in italics below one that is upright
_DEEPEST = 6
# In italics, be it in bold too; a note's mark may stand behind.
_SLANTED = re.compile(r"(?:\*\*|__)?([*_])(?![*_\s]).+\1(?:\*\*|__)?(?:\s?(?:\[\^\d+\]|\^[^\s^]+\^|<sup>.*</sup>))?\s*")


def slanted(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """Headings in italics stand below an upright one, though an extractor put them beside it.

    So it is where the rest of a section, three headings or more, is in italics but for numbers below theirs ("6.1"
    after "6"): texts set their deeper headings so. Only where pages prove an extraction.
    """
    if not scan.extracted:
        return
    for place, upright in enumerate(headings):
        level = levels[upright.start]
        if not 1 < level < _DEEPEST or _italic(scan, upright) or numbered(scan, upright):
            continue
        rest = list(_rest(headings, levels, place))
        beside = [block for block in rest if levels[block.start] == level]
        slant = [block for block in beside if _italic(scan, block)]
        if len(slant) < _FEWEST or beside[0] is not rest[0] or not all(_like(scan, block, slant) for block in beside):
            continue
        if any(levels[block.start] == level and _before(scan, block, slant[0]) for block in headings[:place]):
            continue
        for block in rest:
            levels[block.start] = min(_DEEPEST, levels[block.start] + 1)
            why[block.start] = ("The headings below the upright one before it are set in italics.", 0.92)


def _rest(headings: Sequence[Block], levels: dict[int, int], place: int) -> Iterator[Block]:
    """The headings after one, until the next of a higher level."""
    level = levels[headings[place].start]
    return itertools.takewhile(lambda block: levels[block.start] >= level, headings[place + 1 :])


def _like(scan: Scan, block: Block, slant: Sequence[Block]) -> bool:
    """Whether a heading is in italics, or its number says that it stands among those that are, or below one."""
    if _italic(scan, block):
        return True
    number, own = _number(scan, block).rpartition(".")[0], series(scan, block)
    if number:
        return any(_number(scan, other) == number for other in slant)
    return bool(own) and any(series(scan, other) == own for other in slant)


def _before(scan: Scan, block: Block, other: Block) -> bool:
    """Whether the number of one heading is right before that of another: then the two stand beside each other."""
    number = _number(scan, block)
    return bool(number) and counts_on(_number(scan, other), {number})


def _number(scan: Scan, block: Block) -> str:
    found = numbered(scan, block)
    return (found.group("dots") or "") if found else ""


def numbers(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """What is numbered 6.1 stands below what is numbered 6, where the two are set in different styles.

    Where they look alike, an author may have put both on one level.
    """
    seen: dict[str, tuple[int, bool]] = {}
    for block in headings:
        found = numbered(scan, block)
        number = found.group("dots") if found else None
        if not number:
            continue
        italic = _italic(scan, block)
        above, other = seen.get(number.rpartition(".")[0], (6, italic))
        if levels[block.start] == above < 6 and other is not italic:
            levels[block.start] = above + 1
            why[block.start] = ("Its number says that it stands below the heading before.", _sure(scan))
        seen[number] = levels[block.start], italic


def styles(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """Headings of one level in two styles are of two, where one in italics is headed by no text but by another."""
    for place, (first, second) in enumerate(itertools.pairwise(headings)):
        level = levels[first.start]
        if not _italic(scan, first) or _italic(scan, second) or levels[second.start] != level or level < 2:
            continue
        if scan.text[first.end : second.start].strip() or level > 5:
            continue
        for block in headings[place + 1 :]:
            if levels[block.start] != level or _italic(scan, block):
                break
            levels[block.start] = level + 1
            why[block.start] = ("It stands below the heading before, which is set in another way.", _sure(scan))


def _italic(scan: Scan, block: Block) -> bool:
    return bool(_SLANTED.fullmatch(scan.slice(block)))


def _sure(scan: Scan) -> float:
    """Levels that an author may have meant are only changed where pages prove an extraction."""
    return 0.92 if scan.extracted else 0.6
