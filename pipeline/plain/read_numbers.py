# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of one text, ready to be compared with those of another: each in one unit of its dimension, as it is
written, and what is said without a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.plain.amounts import amounts, bare_units, key
from pipeline.plain.dates import Date
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import Number
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
