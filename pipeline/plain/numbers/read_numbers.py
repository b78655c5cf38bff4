# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of a text as they are compared, each in one unit of its dimension, as it is written, and what is said
without a number; and those that the other text has not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import isclose

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.amounts import amounts, key
from pipeline.plain.numbers.bare_units import bare_units
from pipeline.plain.numbers.dates import Date
from pipeline.plain.numbers.follows import MONEY, SAID_AS_ONE
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.recurring import as_times, many_a, recurring
from pipeline.plain.numbers.shares import SHARE

POINTS = re.compile(r"\s*(?:[\w%]+ )*?(?:percentage )?points?\b", re.IGNORECASE)
FACTOR = re.compile(r"\s+times\b(?!\s+(?:an?|per|each|every)\b)|\s+(?:the|as|that|of)\b", re.IGNORECASE)
YEAR = 12  # months
AGE = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|becom\w+|reach\w*|aged?|age of|under|over|below|younger than|older than|child (?:is|was)"
    r"|(?:he|she|they|you|who) (?:is|are))\s+$", re.IGNORECASE,
)
OF = re.compile(r"\s*[%€$£]|\s+(?:per|of|times|euros?|people|persons)\b", re.IGNORECASE)
SAID_AS_FACTOR = SAID_AS_ONE | {"twice", "thrice", "triple"}


@dataclass(frozen=True, slots=True)
class Read:
    """The numbers of a text, each in one unit of its dimension; the values as they are written, by their places; the
    amounts that are said without a number ("a week", "every other week"); and the dates."""

    text: str
    all: tuple[Number, ...]
    written: Mapping[int, tuple[float, str]]
    bare: tuple[tuple[float, str], ...]
    days: tuple[Date, ...]

    def counted(self) -> tuple[Number, ...]:
        """All numbers, and one of each unit that stands without a number."""
        return (*self.all, *(Number(value, unit, "", "", -1, -1) for value, unit in self.bare))


def read(reading: Reading, data: Lexicon) -> Read:
    """The numbers of a text as they are compared. In: the text as it is read, and its language's data."""
    text = reading.text
    written = [
        one for one in reading.numbers
        if not any(time.start <= one.start < time.end for time in reading.clock)
    ]  # fmt: skip
    found = amounts(written, text, data)
    places = {one.start: key(one) for one in written}
    again = recurring(text, found, data)
    without = bare_units(text, found, data, (one.end for one in again))
    bare = (*without, *(one.time for one in again), *many_a(written, text, data))
    return Read(text, tuple(as_times(found, again)), places, bare, reading.days)


def unmatched(here: Read, there: Read) -> list[Number]:
    """The numbers that are not in the other text, neither as an amount nor as they are written: where only the unit
    is another one, that is compared by itself."""
    written = set(there.written.values())
    theirs = {key(other) for other in there.all} | set(there.bare) | written
    missing = {
        key(one): one for one in reversed(here.all)
        if key(one) not in theirs and not (
            _counts(one, here) <= written if one.unit == SHARE else here.written[one.start] in theirs
        ) and not _without_sign(one, theirs) and not _in_hundredths(one, here, there)
        and not _is_turned(one, here, there)
    }  # fmt: skip
    return sorted(missing.values(), key=lambda one: one.start)


def _counts(one: Number, here: Read) -> set[tuple[float, str]]:
    """The two counts that a share is said with ("two out of three"); the share itself where it is not."""
    said = {value for at, value in here.written.items() if one.start <= at < one.end}
    return said if len(said) > 1 else {key(one)}


def _without_sign(one: Number, theirs: Set[tuple[float, str]]) -> bool:
    """Whether a sum of money stands there without its sign, or a number with one: "notes of €20", "a 20"."""
    value, unit = key(one)
    return (unit in MONEY and (value, "") in theirs) or (not unit and any((value, money) in theirs for money in MONEY))


def _in_hundredths(one: Number, here: Read, there: Read) -> bool:
    """Whether the other text says a factor in per cent ("one and a half times", "150 %"), or per cent in points ("eight
    percentage points", "eight points")."""
    factors = ((one, here, other, there) for other in there.all)
    turned = ((other, there, one, here) for other in there.all)
    return any(
        share.unit == SHARE and not many.unit and (
            (share.value >= 1 and isclose(share.value, many.value) and _is_factor(many, where.text))
            or (isclose(share.value * 100, many.value)
                and POINTS.search(share.text) and POINTS.match(where.text, many.end))
        )
        for share, _, many, where in (*factors, *turned)
    )  # fmt: skip


def _is_turned(one: Number, here: Read, there: Read) -> bool:
    """Whether one text says an age in months, and the other one in years without their word ("turns three")."""
    return any(
        months.unit == "months" and not years.unit and months.value == YEAR * years.value
        and bool(AGE.search(where.text, max(0, years.start - 30), years.start)) and not OF.match(where.text, years.end)
        for months, years, where in ((one, other, there) for other in there.all)
    ) or any(
        months.unit == "months" and not one.unit and months.value == YEAR * one.value
        and bool(AGE.search(here.text, max(0, one.start - 30), one.start)) and not OF.match(here.text, one.end)
        for months in there.all
    )  # fmt: skip


def _is_factor(one: Number, text: str) -> bool:
    return one.text.lower() in SAID_AS_FACTOR or bool(FACTOR.match(text, one.end))
