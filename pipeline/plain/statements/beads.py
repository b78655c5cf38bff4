# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences of two texts set side by side: a sentence of the original with all those of the plain text that say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.plain.text.sides import sentence_starts

SLOPE, LENGTH, ORDER = 0.3, 0.1, 1.0  # how a long sentence, and one at another place, count against it
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Beads:
    """The sentences of two texts as spans of code points, and for each of the plain text the number of the one of the
    original that it belongs to."""

    spans: tuple[tuple[Span, ...], tuple[Span, ...]]
    origins: tuple[int, ...]
    shares: tuple[float, float]

    @staticmethod
    def of(texts: Sequence[str], content: Sequence[Sequence[tuple[int, str, float]]]) -> Beads:
        """The beads of two reading texts. ``content``: the words of each as (place, stem, weight)."""
        spans = tuple(tuple(pairwise(sentence_starts(text))) for text in texts)
        words = [[_words(content[side], span) for span in spans[side]] for side in (0, 1)]
        origins = tuple(_nearest(at, words[1], words[0]) for at in range(len(spans[1])))
        every = [_words(own, (0, 1 << 30)) for own in content]
        return Beads((spans[0], spans[1]), origins, (_covered(every[0], every[1]), _covered(every[1], every[0])))

    def beside(self, side: int, place: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The sentences around a place that go together, of its own text and of the other one."""
        own = next((at for at, (_, end) in enumerate(self.spans[side]) if place < end), len(self.spans[side]) - 1)
        origin = self.origins[own] if side else own
        mine = tuple(span for span, at in zip(self.spans[1], self.origins, strict=True) if at == origin)
        if not mine:
            at = round(origin * (len(self.spans[1]) - 1) / max(1, len(self.spans[0]) - 1))
            mine = (self.spans[1][at],)
        return (mine, (self.spans[0][origin],)) if side else ((self.spans[0][origin],), mine)


def within(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= place < end for start, end in spans)


def _words(content: Sequence[tuple[int, str, float]], span: Span) -> dict[str, float]:
    return {root: weight for at, root, weight in content if span[0] <= at < span[1]}


def _nearest(at: int, own: Sequence[Mapping[str, float]], others: Sequence[Mapping[str, float]]) -> int:
    place = at / max(1, len(own) - 1)

    def nearness(to: int) -> float:
        shared = sum(min(weight, others[to][word]) for word, weight in own[at].items() if word in others[to])
        length = float((1 + LENGTH * sum(others[to].values())) ** SLOPE)
        return shared / length - ORDER * abs(place - to / max(1, len(others) - 1))

    return max(range(len(others)), key=nearness)


def _covered(own: Mapping[str, float], other: Mapping[str, float]) -> float:
    whole = sum(own.values())
    return sum(weight for word, weight in own.items() if word in other) / whole if whole else 0.0
