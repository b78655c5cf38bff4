# SPDX-License-Identifier: AGPL-3.0-or-later
"""Months from the first to the last of them, in other words: "between 1 March and 31 May" is in March, April or May,
and outside October to March is from April to September."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from pipeline.plain.facts.before_or_after import side_of
from pipeline.plain.numbers.dates import Date
from pipeline.plain.numbers.edges import AFTER, BEFORE
from pipeline.plain.numbers.reading import Reading

_YEAR = 12
_RANGE = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s+(?:last\s+day|end)\s+of\s+)?", re.IGNORECASE)
_LAST_DAY = re.compile(r"\b(?:last\s+day|end)\s+of\s+$", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:outside|other than|except)(?:\s+(?:of|the|in|period|months|time|season|from|between))*\s+$", re.IGNORECASE
)
_OF_THE_YEAR = re.compile(
    r"\b(?P<which>first|last|final)\s+(?P<many>two|three|four|six|[2346])\s+months\s+of\s+(?:the|each|every|a)\s+"
    r"(?:calendar\s+)?year\b", re.IGNORECASE,
)  # fmt: skip
_MANY = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "six": 6, "6": 6}
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)


def in_other_words(here: Reading, there: Reading) -> set[Date]:
    """The dates of a text that say from which month to which, where the other text says so without these dates: it
    names each of the months, or those that are left of the year."""
    named = [*_of_the_year(there.text)]
    if named and set(named) == {day.month for day in here.days if not day.day}:
        return {day for day in here.days if not day.day}
    return {
        day for first, last in _ranges(here)
        if _each_is_named(first, last, here, there) or _rest_is_told(first, last, here, there)
        for day in (first, last)
    }  # fmt: skip


def _of_the_year(text: str) -> Iterator[int]:
    """The months that a text names by how many of them end or begin a year ("the last two months of the year")."""
    if match := _OF_THE_YEAR.search(text):
        many = _MANY.get(match["many"].lower(), 0)
        yield from range(1, many + 1) if match["which"].lower() == "first" else range(_YEAR - many + 1, _YEAR + 1)


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
