# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two texts that are compared, read once for all that compares them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.clauses import BEGINNING, Clause, content
from pipeline.plain.implied import Implied, implied
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.partners import Partner, partners
from pipeline.plain.propositions import Statements
from pipeline.plain.reading import Reading
from pipeline.plain.sides import Side, prepare
from pipeline.plain.words import WORD, stem, zipf

REACH = 16  # code points between a bound and its number
COMMON, LEAST = 7.0, 0.3  # the Zipf value of a word that says nothing, and what a word weighs at least
NUMBER = 5.0  # what a number weighs: as much as a word of once in ten million
LENGTH = 0.1  # how much the length of a clause counts against it
SLOPE, ORDER = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """An original (number 0) and its plain text (number 1): what each says of numbers, denials, modals and words.

    ``skip``: where bounds of numbers stand, which are compared with them; ``weights``: for each clause its words by how
    much they tell (rare ones more); ``implied``: the words that deny in themselves, with their places; ``partners``:
    for each denial, by its place, what answers for it in the other text.
    """

    lang: str
    data: Lexicon
    readings: tuple[Reading, Reading]
    skip: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]
    negation: tuple[Side, Side]
    modality: tuple[Side, Side]
    beside: Statements
    weights: tuple[tuple[Mapping[str, float], ...], tuple[Mapping[str, float], ...]]
    implied: tuple[Sequence[tuple[int, Implied]], Sequence[tuple[int, Implied]]]
    partners: tuple[Mapping[int, Partner], Mapping[int, Partner]]

    @staticmethod
    def of(original: str, plain: str, lang: str, data: Lexicon) -> Pair:
        """The pair of two reading texts."""
        readings = Reading.of(original, data), Reading.of(plain, data)
        skip = _bounds(readings[0], data), _bounds(readings[1], data)
        beside = Statements.of(original, plain, data, lang, skip)
        negation = (
            prepare(original, data.negation, data, lang, skip[0]), prepare(plain, data.negation, data, lang, skip[1])
        )  # fmt: skip
        denying = tuple(implied(original, lang)), tuple(implied(plain, lang))
        return Pair(
            lang, data, readings, skip, negation,
            (prepare(original, data.modality, data, lang, skip[0]), prepare(plain, data.modality, data, lang, skip[1])),
            beside,
            (_weights(original, beside.original, lang, data), _weights(plain, beside.plain, lang, data)),
            denying,
            partners(
                (original, plain), [[one.cue for one in side.cues] for side in negation], denying,
                [_content(text, lang, data) for text in (original, plain)],
            ),
        )  # fmt: skip

    def text(self, side: int) -> str:
        """One of the two texts."""
        return self.readings[side].text

    def clauses(self, side: int) -> tuple[Clause, ...]:
        """The clauses of one of the two texts."""
        return self.beside.plain if side else self.beside.original

    def clause_at(self, side: int, place: int) -> int:
        """The number of the clause that a place stands in."""
        return next((at for at, one in enumerate(self.clauses(side)) if one.start <= place < one.end), 0)

    def nearest(self, side: int, number: int) -> int:
        """The clause of the other text that shares most with one, by what its words tell and where it stands."""
        own, others = self.weights[side][number], self.weights[1 - side]
        place = number / len(self.weights[side])

        def nearness(at: int) -> float:
            shared = sum(min(weight, others[at][word]) for word, weight in own.items() if word in others[at])
            length = float((1 + LENGTH * sum(others[at].values())) ** SLOPE)
            return shared / length - ORDER * abs(place - at / len(others))

        return max(range(len(others)), key=nearness)


def covered(own: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of what the words of one text tell stands in another one (0 to 1)."""
    whole = sum(own.values())
    return sum(weight for word, weight in own.items() if word in other) / whole if whole else 0.0


def clipped(value: float, most: float) -> float:
    """A value, but no further from 0 than ``most``."""
    return float(max(-most, min(most, value)))


def _bounds(reading: Reading, data: Lexicon) -> list[tuple[int, int]]:
    """The places of "not more than" and the like that belong to a number or date: they are compared with it."""
    starts = [number.start for number in reading.numbers] + [day.start for day in reading.days]
    return [
        (cue.start, cue.end) for cue in data.bounds.find(reading.text)
        if any(0 <= start - cue.end <= REACH for start in starts)
    ]  # fmt: skip


def _content(text: str, lang: str, data: Lexicon) -> list[tuple[int, str, float]]:
    """The content words of a text: where each stands, the beginning of its stem, and how much it tells."""
    return [
        (match.start(), stem(match.group(), lang)[:BEGINNING], max(LEAST, COMMON - zipf(match.group(), lang)))
        for match in WORD.finditer(text) if match.group().lower() not in data.function_words
    ]  # fmt: skip


def _weights(text: str, clauses: Sequence[Clause], lang: str, data: Lexicon) -> tuple[dict[str, float], ...]:
    return tuple(
        {
            root: NUMBER if word.isdigit() else max(LEAST, COMMON - zipf(word, lang))
            for root, word in content(text[one.start : one.end], data, lang)
        }
        for one in clauses
    )
