# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which strips a line of plain text leaves empty, where its columns begin, and where cells that touch are parted.

A line is a mask: a bit for each column of characters that it fills.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from pipeline.clean.reading.scan import Line

LONGEST = 300  # characters of a line
FEWEST = 3  # lines that show a column, before it cannot go unseen
GAP = re.compile(r"\S {2,}(?=\S)")
_WORDS = re.compile(r"\S+(?: \S+)*")
_KEPT = 4096  # lines and masks that are asked again and again
_NEAR = 40  # lines that are asked where the columns begin
_OFTEN = 4  # tenths of those with gaps that show it
_ASIDE = 4  # columns that a text stands beside its place, where the letters of a line are narrow


def starts_of(lines: Sequence[Line]) -> frozenset[int]:
    """Where the columns of a table begin that stands on top of some lines, as far as its lines show."""
    behind: list[tuple[int, ...]] = []
    for above, line in pairwise(lines[:_NEAR]):
        if above.blank and line.blank:
            break
        behind += [behind_gaps(line.text)] if len(line.text) <= LONGEST else []
    shown = sum(map(bool, behind))
    often = Counter(at for places in behind for at in places)
    return frozenset(at for at, count in often.items() if count >= max(FEWEST, shown * _OFTEN // 10))


@lru_cache(maxsize=_KEPT)
def behind_gaps(text: str) -> tuple[int, ...]:
    """Where text begins behind two spaces or more."""
    return tuple(found.end() for found in GAP.finditer(text))


@lru_cache(maxsize=_KEPT)
def _filled(text: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The mask of a line, and where each of its texts begins and ends: words that single spaces part."""
    spans = tuple(found.span() for found in _WORDS.finditer(text[:LONGEST]))
    return sum(((1 << (end - start)) - 1) << start for start, end in spans), spans


def mask_of(text: str, starts: frozenset[int]) -> int:
    """A bit for each column in which a line has a sign, or the single space between two words; not for one right
    before a place where a column begins."""
    mask, spans = _filled(text)
    if len(spans) > 1:
        for start, end in spans:
            if start == spans[0][0] or start in starts:
                for at in starts:
                    if start < at < end and text[at - 1] == " ":
                        mask &= ~(1 << (at - 1))
    return mask


def snapped(line: Line, starts: frozenset[int]) -> Line:
    """A line with each text where its column begins, if it stands near there and one at most touches the next."""
    moved: list[tuple[int, str]] = []
    for found in _WORDS.finditer(line.text):
        aside, near = min(((abs(at - found.start()), at) for at in starts), default=(LONGEST, 0))
        if aside > _ASIDE and found.start() > line.indent:
            return line
        moved.append((near if aside <= _ASIDE else found.start(), found.group()))
    places = {at for at, _ in moved}
    parted = [part for at, words in moved for part in _touching(at, words, starts - places, alone=max(places) == at)]
    crossing = any(after - at <= len(words) for (at, words), (after, _) in pairwise(parted))
    if len(moved) < 2 or len(parted) > len(moved) + 1 or crossing:
        return line
    now = ""
    for at, words in parted:
        now = now.ljust(at) + words
    return replace(line, text=now)


def _touching(at: int, words: str, free: frozenset[int], *, alone: bool) -> list[tuple[int, str]]:
    """Two cells that touch, parted at the space next to where the second begins; else the one that there is.

    ``free``: where columns begin in which the line has nothing yet; ``alone``: none follows on the line.
    """
    inside = [start for start in free if at < start < at + len(words) + _ASIDE * 2]
    for start in inside if not alone or len(inside) == 1 else ():
        spaces = [found.end() for found in re.finditer(" ", words) if -2 * _ASIDE <= at + found.end() - start <= 0]
        if spaces:
            return [(at, words[: max(spaces) - 1]), (start, words[max(spaces) :])]
    return [(at, words)]


@lru_cache(maxsize=_KEPT)
def strips_of(mask: int) -> tuple[tuple[int, int], ...]:
    """The strips inside a mask that are empty: where each begins and ends."""
    text = f"{mask:b}"[::-1]
    first = text.find("1")
    return tuple(found.span() for found in re.finditer("0+", text) if found.start() > first)
