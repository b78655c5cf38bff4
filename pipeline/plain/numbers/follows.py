# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that a plain text works out from those of its original: what is left, how many months there are between two
dates, twice as much, one fourth of it. They say nothing new; but only a person can say whether they are right in their
place, so they stay a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations
from math import isclose

from pipeline.plain.numbers.currencies import CURRENCIES
from pipeline.plain.numbers.dates import Date
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE

SMALL = 10  # below it nearly every number is the sum or the difference of two others
YEAR = 12
MONTHS = "months"
SAID_AS_ONE = frozenset(
    ("doubled", "doubles", "double", "doubling", "tripled", "trebled", "halved", "halves", "halving", "quadrupled")
)
MONEY = frozenset(CURRENCIES.values())


def follows(one: Number, others: Sequence[Number], days: Sequence[Date]) -> bool:
    """Whether a number can be worked out from the numbers and the dates of the other text."""
    if one.unit in (MONTHS, "") and any(one.value == value for value in _months(days)):
        return True
    if one.text.lower() in SAID_AS_ONE:  # "from 12 to 24", "doubled"
        return any(isclose(one.value, to / by) for to, by in permutations([o.value for o in others if o.value], 2))
    if one.unit == "" and one.value < SMALL:
        return False
    return any(isclose(one.value, value, rel_tol=1e-6) for value in _worked_out(one, others))


def spanned(one: Number, days: Sequence[Date]) -> bool:
    """Whether a number of months is that from the first to the last of two months that the other text names."""
    named = [date.month for date in days if date.month]
    return one.unit == MONTHS and any(one.value == (last - first) % YEAR + 1 for first, last in pairwise(named))


def _worked_out(one: Number, others: Sequence[Number]) -> Iterator[float]:
    alike = [other.value for other in others if _counts(other, one)]
    times = [other.value for other in others if other.unit in ("", SHARE)]
    for first, second in combinations(alike, 2):
        yield from (first + second, abs(first - second))
    if one.unit == SHARE:
        yield from (1 - value for value in alike)
        yield 1 - sum(value for value in alike if value < 1)  # "61 %, 30 %, and the rest"
        same = [(a.value, b.value) for a, b in combinations(others, 2) if a.unit == b.unit != SHARE]
        yield from (min(pair) / max(pair) for pair in same if max(pair) > 0)
    else:
        yield from (value * by for value in alike for by in times if by not in (0, 1))
        most = max(alike, default=0.0)  # a share is one of the largest: of 96 a quarter are 24, and 8 are no quarter
        shares = [other.value for other in others if other.unit == SHARE]
        wholes = (value / by for value in alike for by in times if by not in (0, 1) and by not in shares)
        yield from wholes
        yield from (value / by for value in alike for by in shares if by not in (0, 1) and value / by > most)


def _counts(other: Number, one: Number) -> bool:
    """Whether two numbers count the same: money may stand without its sign."""
    return other.unit == one.unit or {other.unit, one.unit} <= MONEY | {""}


def _months(days: Sequence[Date]) -> Iterator[int]:
    """How many months there are from one to the next of the months that are named, and in the rest of the year."""
    named = [date.month for date in days if date.month]
    for first, last in pairwise(named):
        between = (last - first) % YEAR + 1
        yield from (between, between - 1, YEAR - between, YEAR - between + 1)
