# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text, read once for all that compares facts: its dates, its times of the day, its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.clock import Time, times
from pipeline.plain.numbers.dates import Date, dates
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.read import numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its dates, times and numbers, each in the order of the text. A time may be among the numbers."""

    text: str
    days: tuple[Date, ...]
    clock: tuple[Time, ...]
    numbers: tuple[Number, ...]

    @staticmethod
    def of(text: str, data: Lexicon) -> Reading:
        """The reading of a text in the language of ``data``."""
        days = dates(text, data)
        return Reading(text, tuple(days), tuple(times(text, data)), tuple(numbers(text, data, days)))
