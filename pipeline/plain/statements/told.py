# SPDX-License-Identifier: AGPL-3.0-or-later
"""One text, read once for all that compares denials, modals and words: a text that is compared with several others
(each of them the same with one difference undone) is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.plain import lexicon
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.bound_by import bound_behind
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.text.clauses import BEGINNING, Clause, clauses
from pipeline.plain.text.implied import Implied, implied
from pipeline.plain.text.sides import Side, prepare
from pipeline.plain.words import WORD, stem, zipf

NEXT = 5  # code points: "until the 3rd"
REACH = 16  # code points between a bound and its number
COMMON, LEAST = 7.0, 0.3  # the Zipf value of a word that says nothing, and what a word weighs at least
NUMBER = 5.0  # what a number weighs: as much as a word of once in ten million


@dataclass(frozen=True, slots=True)
class Told:
    """A text: its numbers and dates, the places of bounds that are compared with them, its denials, modals, conditions
    and quantities, its clauses, the words that deny in themselves, and its content words as (place, beginning of the
    stem, weight)."""

    reading: Reading
    skip: Sequence[tuple[int, int]]
    negation: Side
    modality: Side
    conditions: Side
    quantities: Side
    clauses: tuple[Clause, ...]
    implied: Sequence[tuple[int, Implied]]
    words: Sequence[tuple[int, str, float]]

    @property
    def figures(self) -> list[tuple[int, str, float]]:
        """Its numbers as words, by their value."""
        return [(one.start, f"{one.value:g}", NUMBER) for one in self.reading.numbers]


@lru_cache(maxsize=8)
def told(text: str, lang: str) -> Told:
    """What a reading text tells. ``lang`` has a lexicon."""
    data = lexicon.of(lang)
    assert data is not None
    reading = Reading.of(text, data)
    skip = _bounds(reading, data)
    return Told(
        reading, skip, prepare(text, data.negation, data, lang, skip), prepare(text, data.modality, data, lang, skip),
        prepare(text, data.conditions, data, lang, _with_dates(skip, reading, data)),
        prepare(text, data.quantities, data, lang, skip),
        clauses(text, data, lang, skip), tuple(implied(text, lang)), _content(text, lang, data),
    )  # fmt: skip


def _bounds(reading: Reading, data: Lexicon) -> list[tuple[int, int]]:
    """The places of "not more than" and the like that belong to a number or date: they are compared with it."""
    starts = [number.start for number in reading.numbers] + [day.start for day in reading.days]
    return [
        (cue.start, cue.end) for cue in data.bounds.find(reading.text)
        if any(0 <= start - cue.end <= REACH for start in starts)
    ] + [span for span in (bound_behind(one, reading.text) for one in reading.numbers) if span]  # fmt: skip


def _with_dates(known: Sequence[tuple[int, int]], reading: Reading, data: Lexicon) -> list[tuple[int, int]]:
    """The places of bounds, with those of an "until" and the like right before a date, which is compared with it."""
    starts = [day.start for day in reading.days]
    return [*known, *(
        (cue.start, cue.end) for cue in data.conditions.find(reading.text)
        if cue.kind in ("until", "before", "after") and any(0 <= start - cue.end <= NEXT for start in starts)
    )]  # fmt: skip


def _content(text: str, lang: str, data: Lexicon) -> list[tuple[int, str, float]]:
    """The content words of a text: where each stands, the beginning of its stem, and how much it tells."""
    return [
        (match.start(), stem(match.group(), lang)[:BEGINNING], max(LEAST, COMMON - zipf(match.group(), lang)))
        for match in WORD.finditer(text) if match.group().lower() not in data.function_words
    ]  # fmt: skip
