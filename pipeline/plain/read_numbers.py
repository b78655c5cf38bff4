# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of a text as they are compared, each in one unit of its dimension, as it is written, and what is said
without a number; and those that the other text has not."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from pipeline.plain.amounts import SHARE, amounts, key
from pipeline.plain.bare_units import bare_units
from pipeline.plain.dates import Date
from pipeline.plain.follows import MONEY
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.number import Number
from pipeline.plain.reading import Reading
from pipeline.plain.recurring import as_times, many_a, recurring


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
        ) and not _without_sign(one, theirs)
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
