# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said around numbers that both texts have: their bounds, their units, what they are counted by,
by or to how much, of what, and in whose place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.bounds import compare_bounds
from pipeline.plain.by_and_to import compare_by_and_to
from pipeline.plain.counted import compare_counted
from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import Number
from pipeline.plain.rates import compare_rates
from pipeline.plain.reading import Reading
from pipeline.plain.swapped import compare_swapped
from pipeline.plain.units import compare_units


def compare_around(
    readings: tuple[Reading, Reading], sides: Sequence[Sequence[Number]],
    written: Sequence[Mapping[int, tuple[float, str]]], data: Lexicon, lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """What changed around the numbers of two texts.

    In: the readings of both; their numbers in one unit of each dimension; and the values as they are written, by their
    places.
    """
    texts = [reading.text for reading in readings]
    yield from compare_bounds(texts, sides, written, data)
    yield from compare_rates(texts, [reading.numbers for reading in readings], data)
    yield from compare_units(*readings, data)
    yield from compare_by_and_to(texts, sides, lang)
    swapped = list(compare_swapped(readings, sides, written, data, lang))
    yield from swapped
    if not swapped:
        yield from compare_counted(texts, [reading.numbers for reading in readings], data, lang)
