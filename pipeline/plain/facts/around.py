# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said around numbers that both texts have: their bounds, their units, what they are counted by,
how often, from which end, by or to how much, of what, of each or of all, and in whose place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.facts.amount_kinds import compare_amount_kinds
from pipeline.plain.facts.bounds import compare_bounds
from pipeline.plain.facts.by_and_to import compare_by_and_to
from pipeline.plain.facts.counted import compare_counted
from pipeline.plain.facts.direction import compare_direction
from pipeline.plain.facts.done_or_ahead import compare_done_and_ahead
from pipeline.plain.facts.each_or_all import compare_each_and_all
from pipeline.plain.facts.ends import compare_ends
from pipeline.plain.facts.events import compare_events
from pipeline.plain.facts.from_nth import compare_from_nth
from pipeline.plain.facts.how_many_of import compare_how_many
from pipeline.plain.facts.in_all import compare_in_all
from pipeline.plain.facts.majorities import compare_majorities
from pipeline.plain.facts.rates import compare_rates
from pipeline.plain.facts.sequence import compare_sequence
from pipeline.plain.facts.swapped import compare_swapped
from pipeline.plain.facts.units import compare_units
from pipeline.plain.facts.which_period import compare_periods
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.left_over import compare_left_over
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.recurring import compare_recurring
from pipeline.plain.words import language


def compare_around(
    readings: tuple[Reading, Reading], sides: Sequence[Sequence[Number]],
    written: Sequence[Mapping[int, tuple[float, str]]], bare: Sequence[Sequence[tuple[float, str]]],
    told: Sequence[Difference], data: Lexicon, lang: str,
) -> Iterator[Difference]:  # fmt: skip
    """What changed around the numbers of two texts.

    In: the readings of both; their numbers in one unit of each dimension; the values as they are written, by their
    places; the amounts that are said without a number; and what is told of the numbers themselves.
    """
    texts = [reading.text for reading in readings]
    yield from compare_bounds(texts, sides, written, data)
    rates = list(compare_rates(texts, [reading.numbers for reading in readings], data))
    yield from rates
    units = list(compare_units(*readings, data))
    yield from units
    for one in compare_recurring(texts, sides, bare, data):
        if not any(_within(other, one) for other in (*told, *rates, *units)):
            yield one
    by_and_to = list(compare_by_and_to(texts, sides, written, lang))
    yield from by_and_to or compare_left_over(texts, sides)
    yield from compare_amount_kinds(texts, sides, written, lang)
    yield from compare_ends(texts, sides, data, lang)
    yield from compare_in_all(texts, sides)
    if language(lang) == "en":
        yield from compare_from_nth(texts, sides, data)
        yield from compare_majorities(texts)
    yield from compare_each_and_all(texts, [reading.numbers for reading in readings], data, lang)
    in_order = list(compare_sequence(texts, data, lang))
    yield from in_order or compare_events(texts, data, lang)
    yield from compare_periods(texts, lang)
    yield from compare_done_and_ahead(texts, sides, lang)
    yield from compare_direction(texts, sides, lang)
    swapped = list(compare_swapped(readings, sides, written, data, lang))
    yield from swapped
    as_written = [reading.numbers for reading in readings]
    counted = [] if swapped else list(compare_counted(texts, as_written, data, lang))
    yield from counted
    if not counted and all(one.weak for one in (*told, *swapped)):
        yield from compare_how_many(texts, sides, data, lang)


def _within(told: Difference, one: Difference) -> bool:
    """Whether what is told already is a part of another difference, which would tell it twice."""
    parts = ((told.original, one.original), (told.plain, one.plain))
    return not told.weak and any(part and part in whole for part, whole in parts)
