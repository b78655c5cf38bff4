# SPDX-License-Identifier: AGPL-3.0-or-later
"""Times of the day that the other text says by another one: "six hours from 11 a.m.", "from 11 to 5"; by a bare hour
("from ten to six"); or by the day that ends ("midnight on 30 June", "until the end of 30 June")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.plain.numbers.clock import HALF_DAY, Time
from pipeline.plain.numbers.number import Number

HOUR, DAY, LAST = 60, 1440, 24
# A number that may be an hour: what stands before it is of time, and nothing that it counts stands behind it.
_BEFORE = re.compile(
    r"\b(?:at|from|to|until|till|by|between|and|after|before|since|around"
    r"|de|à|a|et|y|entre|dès|vers|las|desde|hasta)\s+$|[–-]\s?$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s*(?:[.,;:!?)–-]|$)"
    r"|\s+(?:à|a|et|y|hasta|ou|o)\b"
    r"|\s+(?:to|and|until|till|on|in|or|at night|every|each|sharp|daily|o['’]clock|there|you|the|we)\b",
    re.IGNORECASE,
)
_HEURES = re.compile(r"heures?|horas?", re.IGNORECASE)
_DAY_ENDS = re.compile(
    r"\bend of\b|\bday\b[^.;]*\b(?:ends?|is over)\b|\b(?:starts?|beg[iau]ns?) with\b|\bstart of\b|\bwhole day\b",
    re.IGNORECASE,
)


def said_by_the_day(time: Time, there: str) -> bool:
    """Whether a midnight is where a day ends or begins that the other text names."""
    return time.minutes % DAY == 0 and "midnight" in time.text.lower() and bool(_DAY_ENDS.search(there))


def bare_hours(numbers: Sequence[Number], text: str) -> Iterator[Time]:
    """The numbers of a text that may be hours, as times that do not say which half of the day is meant."""
    for one in numbers:
        if one.unit or one.value % 1 or not 0 < one.value <= LAST:
            continue
        if _BEFORE.search(text, max(0, one.start - 12), one.start) and _BEHIND.match(text, one.end):
            yield Time(int(one.value) * HOUR % DAY, False, one.text, one.start, one.end)


def named_alike(time: Time, length: Number) -> bool:
    """Whether a time and a length have one name in French and Spanish: "à vingt heures", "limité à vingt heures"."""
    return (
        length.unit == "hours" and bool(_HEURES.search(time.text) and _HEURES.search(length.text))
        and time.minutes == round(length.value * HOUR) % DAY
    )  # fmt: skip


def said_by_length(time: Time, clock: Sequence[Time], there: Sequence[Time], amounts: Sequence[Number]) -> bool:
    """Whether a time is as long before or after one that both texts have as the other text says. In: the time, all of
    its text, those of the other text, and the numbers of that, in one unit of each dimension."""
    known = [one for one in clock if one is not time and any(one.same(other) for other in there)]
    lengths = {round(one.value * HOUR) for one in amounts if one.unit == "hours" and one.value <= LAST}
    return any(_between(one, time) & lengths for one in known)


def is_length(one: Number, there: Sequence[Time]) -> bool:
    """Whether a number of hours is how long it is from one to another time of the other text."""
    if one.unit != "hours" or one.value > LAST:
        return False
    return any(round(one.value * HOUR) in _between(*two) for two in combinations(there, 2))


def _between(one: Time, other: Time) -> set[int]:
    """How many minutes may lie between two times, in either order."""
    apart = (other.minutes - one.minutes) % DAY
    found = {apart, DAY - apart, DAY}
    return found if one.sure and other.sure else found | {(apart + HALF_DAY) % DAY, (apart - HALF_DAY) % DAY}
