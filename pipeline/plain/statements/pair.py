# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two texts that are compared, read once for all that compares them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.statements.beads import Beads, Span, within
from pipeline.plain.statements.partners import Partner, partners
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.statements.told import COMMON, LEAST, NUMBER, told
from pipeline.plain.text.clauses import Clause, content
from pipeline.plain.text.implied import Implied
from pipeline.plain.text.sides import Side
from pipeline.plain.words import zipf

LENGTH = 0.1  # how much the length of a clause counts against it
SLOPE, ORDER = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """An original (number 0) and its plain text (number 1): what each says of numbers, denials, modals and words.

    ``skip``: where bounds of numbers stand, which are compared with them; ``weights``: for each clause its words by how
    much they tell (rare ones more); ``implied``: the words that deny in themselves, with their places; ``partners``:
    for each denial, by its place, what answers for it in the other text; ``words``: the content words with place and
    weight; ``beads``: the sentences that go together.
    """

    lang: str
    data: Lexicon
    readings: tuple[Reading, Reading]
    skip: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]
    negation: tuple[Side, Side]
    modality: tuple[Side, Side]
    conditions: tuple[Side, Side]
    quantities: tuple[Side, Side]
    beside: Statements
    weights: tuple[tuple[Mapping[str, float], ...], tuple[Mapping[str, float], ...]]
    implied: tuple[Sequence[tuple[int, Implied]], Sequence[tuple[int, Implied]]]
    partners: tuple[Mapping[int, Partner], Mapping[int, Partner]]
    words: tuple[Sequence[tuple[int, str, float]], Sequence[tuple[int, str, float]]]
    beads: Beads

    @staticmethod
    def of(original: str, plain: str, lang: str, data: Lexicon) -> Pair:
        """The pair of two reading texts."""
        ours, theirs = told(original, lang), told(plain, lang)
        beside = Statements.of(ours.clauses, theirs.clauses, lang)
        denying = ours.implied, theirs.implied
        return Pair(
            lang, data, (ours.reading, theirs.reading), (ours.skip, theirs.skip), (ours.negation, theirs.negation),
            (ours.modality, theirs.modality), (ours.conditions, theirs.conditions),
            (ours.quantities, theirs.quantities), beside,
            (_weights(original, beside.original, lang, data), _weights(plain, beside.plain, lang, data)),
            denying,
            partners(
                (original, plain), [[one.cue for one in side.negation.cues] for side in (ours, theirs)], denying,
                [ours.words, theirs.words],
            ),
            (ours.words, theirs.words),
            Beads.of((original, plain), [[*side.words, *side.figures] for side in (ours, theirs)]),
        )  # fmt: skip

    def text(self, side: int) -> str:
        """One of the two texts."""
        return self.readings[side].text

    def force(self, cue: Cue, side: int) -> str:
        """The force that a modal has in its clause; "" for none."""
        return self.beside.force_of(cue, of_plain=side == 1)[0]

    def forces(self, side: int, spans: Sequence[Span]) -> list[tuple[Cue, str]]:
        """The modals of some sentences, each with its force."""
        return [
            (one.cue, force) for one in self.modality[side].cues
            if one.cue.force and within(one.cue.start, spans) and (force := self.force(one.cue, side))
        ]  # fmt: skip

    def told(self, side: int, spans: Sequence[Span]) -> dict[str, float]:
        """The content words of some sentences, by how much they tell."""
        return {root: weight for at, root, weight in self.words[side] if within(at, spans)}

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


def _weights(text: str, clauses: Sequence[Clause], lang: str, data: Lexicon) -> tuple[dict[str, float], ...]:
    return tuple(
        {
            root: NUMBER if word.isdigit() else max(LEAST, COMMON - zipf(word, lang))
            for root, word in content(text[one.start : one.end], data, lang)
        }
        for one in clauses
    )
