# SPDX-License-Identifier: AGPL-3.0-or-later
"""Months from the first to the last of them, in other words: "between 1 March and 31 May" is in March, April or May,
and outside October to March is from April to September."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from pipeline.plain.before_or_after import AFTER, BEFORE, side_of
from pipeline.plain.dates import Date
from pipeline.plain.reading import Reading

_YEAR = 12
_RANGE = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s+(?:last\s+day|end)\s+of\s+)?", re.IGNORECASE)
_LAST_DAY = re.compile(r"\b(?:last\s+day|end)\s+of\s+$", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:outside|other than|except)(?:\s+(?:of|the|in|period|months|time|season|from|between))*\s+$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)


def in_other_words(here: Reading, there: Reading) -> set[Date]:
    """The dates of a text that say from which month to which, where the other text says so without these dates: it
    names each of the months, or those that are left of the year."""
    return {
        day for first, last in _ranges(here)
        if _each_is_named(first, last, here, there) or _rest_is_told(first, last, here, there)
        for day in (first, last)
    }  # fmt: skip


def _ranges(reading: Reading) -> Iterator[tuple[Date, Date]]:
    for first, last in pairwise(reading.days):
        if first.month and last.month and _RANGE.fullmatch(reading.text, first.end, last.start):
            yield first, last


def _each_is_named(first: Date, last: Date, here: Reading, there: Reading) -> bool:
    """Whether whole months are meant, and the other text names each of them and no day of them."""
    whole = first.day == 1 and (
        last.day == monthrange(last.year or 2001, last.month)[1]
        or (not last.day and bool(_LAST_DAY.search(here.text, 0, last.start)))
    )
    named = {day.month for day in there.days if not day.day and side_of(there.text, day) not in (BEFORE, AFTER)}
    return whole and set(_months(first.month, last.month)) == named


def _rest_is_told(first: Date, last: Date, here: Reading, there: Reading) -> bool:
    """Whether one text says outside which months, and the other one from which to which the rest of the year goes."""
    if first.day or last.day:
        return False
    return any(
        not other_first.day and not other_last.day
        and first.month == other_last.month % _YEAR + 1 and other_first.month == last.month % _YEAR + 1
        and _outside(first, here) != _outside(other_first, there)
        and bool(_FROM.search(there.text, 0, other_first.start) or _FROM.search(here.text, 0, first.start))
        for other_first, other_last in _ranges(there)
    )  # fmt: skip


def _outside(first: Date, reading: Reading) -> bool:
    return bool(_OUTSIDE.search(reading.text, max(0, first.start - 60), first.start))


def _months(first: int, last: int) -> Iterator[int]:
    return ((first - 1 + at) % _YEAR + 1 for at in range((last - first) % _YEAR + 1))
