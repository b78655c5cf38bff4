# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads of left and right pages that share no word: "7 The harbour book", "Of boats and their masters 8".

Where the numbers of one side are known to be the pages', each step is two. Lines that are the same but for the numbers
that are missing, and stand where these are missing, are the other side: nothing else of a text counts so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.pages.known import Chain, Pages
from pipeline.clean.pages.lines import named, numbered

_FEWEST = 3
_BOTH = 2  # pages of each side that are known before a head between them is taken
_SURE = 0.95


def other_side(pages: Pages, chains: Sequence[Chain]) -> None:
    """Take the lines whose numbers are those that the known pages skip."""
    known = pages.feet
    if len(known.rows) < _FEWEST or any(step != 2 for step in _steps(known.values)):
        return
    for chain in chains:
        if len(chain.rows) >= _FEWEST and not set(chain.rows) & set(known.rows) and _between(known, chain):
            pages.taken.update(dict.fromkeys(chain.rows, _SURE))
            both = sorted(zip((*known.rows, *chain.rows), (*known.values, *chain.values), strict=True))
            rows, values = zip(*both, strict=True)
            pages.feet = Chain(known.key, rows, values, known.sure)
            return


def names_between(pages: Pages) -> None:
    """Take the one line between two known numbers that has the number between them, and says what a paragraph or
    heading of the text says: the head of a chapter that is said on one page only, where others of both sides are known.
    """
    known = pages.feet
    right = sum(value % 2 for value in known.values)
    if min(right, len(known.values) - right) < _BOTH:
        return
    for (row, value), (after, following) in pairwise(tuple(zip(known.rows, known.values, strict=True))):
        if following - value == 2:
            found = [index for index in range(row + 1, after) if _names(pages, index, value + 1)]
            pages.taken.update((index, _SURE) for index in found if len(found) == 1)


def _names(pages: Pages, index: int, number: int) -> bool:
    """Whether a line alone has that number at one end, and its words are a text's of their own."""
    row = pages.rows[index]
    found = numbered(row.text) if row.alone and index not in pages.taken else None
    return found is not None and found[0] == number and named(found[1]) in pages.said


def _steps(values: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(values)]


def _between(known: Chain, chain: Chain) -> bool:
    """Whether each number of a chain stands between the two of the known one that it lies between."""
    if any(step != 2 for step in _steps(chain.values)):
        return False
    for row, value in zip(chain.rows, chain.values, strict=True):
        place = bisect_left(known.rows, row)
        around = (value - 1 if place else None, value + 1 if place < len(known.rows) else None)
        found = (
            known.values[place - 1] if place else None,
            known.values[place] if place < len(known.rows) else None,
        )
        if around != found:
            return False
    return True
