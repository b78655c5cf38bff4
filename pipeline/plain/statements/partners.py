# SPDX-License-Identifier: AGPL-3.0-or-later
"""Denials of two texts, matched one to one: which denial of the other text answers for each, and how near it stands.

A text of several statements denies several times, and an "is there a denial?" always finds one. So each is answered
by one of the other text only, those that are said of the same words first. What is left without a partner on one side
is what a change of one word leaves behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.polarity import BOUNDARY, JOINED
from pipeline.plain.text.implied import Implied
from pipeline.plain.words import WORD

STRONG, WORD_DENIES, IMPLIES, ECHO, SHARED = "strong", "word", "implied", "echo", "shared"
# How well each kind answers for an outright denial, before the words around it are looked at.
READY = {STRONG: 0.5, WORD_DENIES: 0.3, IMPLIES: 0.0, ECHO: -0.1}
AROUND = 60  # code points on each side that a denial is said of
BEHIND, BEFORE = 1.0, 0.7  # what a shared word counts behind a denial and before it
PLACE = 0.6  # what it counts that two stand at the same place of their texts
LEAST = 0.35  # of nearness, below which two denials have nothing to do with each other
SURE = 5  # tenths of the uses of a word that deny


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: where it begins and ends, its kind, the words around it by their weight, its place in the text (0 to
    1), and whether it may hold for two things ("abstain from food and from drink")."""

    start: int
    end: int
    kind: str
    words: Mapping[str, float]
    place: float
    joined: bool


@dataclass(frozen=True, slots=True)
class Partner:
    """What answers for a denial: its kind, and how near it stands by words and place (0: nothing to do with it)."""

    kind: str
    nearness: float


def partners(
    texts: Sequence[str], cues: Sequence[Sequence[Cue]], implied: Sequence[Sequence[tuple[int, Implied]]],
    roots: Sequence[Sequence[tuple[int, str, float]]],
) -> tuple[dict[int, Partner], dict[int, Partner]]:  # fmt: skip
    """For each denial of two texts, by its place, what answers for it in the other one; those without are not in it.

    In: for each text its cues of negation, its words that deny in themselves, and its content words as (place, stem,
    weight).
    """
    sides = [
        _denials(text, own, words, content)
        for text, own, words, content in zip(texts, cues, implied, roots, strict=True)
    ]
    pairs = sorted(
        (
            (nearness + READY[one.kind] + READY[other.kind], at, to, nearness)
            for at, one in enumerate(sides[0]) for to, other in enumerate(sides[1])
            if STRONG in (one.kind, other.kind) or WORD_DENIES in (one.kind, other.kind)
            if (nearness := _nearness(one, other)) >= LEAST or one.kind == other.kind == STRONG
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )  # fmt: skip
    found: tuple[dict[int, Partner], dict[int, Partner]] = ({}, {})
    for _, at, to, nearness in pairs:
        one, other = sides[0][at], sides[1][to]
        if one.start not in found[0] and other.start not in found[1]:
            found[0][one.start] = Partner(other.kind, nearness)
            found[1][other.start] = Partner(one.kind, nearness)
    for _, at, to, nearness in pairs:
        one, other = sides[0][at], sides[1][to]
        if nearness < LEAST:
            continue
        if one.start not in found[0] and other.joined:
            found[0][one.start] = Partner(SHARED, nearness)
        if other.start not in found[1] and one.joined:
            found[1][other.start] = Partner(SHARED, nearness)
    return found


def _denials(
    text: str, cues: Sequence[Cue], implied: Sequence[tuple[int, Implied]], content: Sequence[tuple[int, str, float]]
) -> list[Denial]:
    spans = [
        (cue.start, cue.end, STRONG if cue.strong else WORD_DENIES if cue.force else ECHO)
        for cue in cues if cue.kind != BOUNDARY or cue.force
    ]  # fmt: skip
    for at, word in implied:
        match = WORD.match(text, at)
        if word.degree >= SURE and match and not any(start <= at < end for start, end, _ in spans):
            spans.append((at, match.end(), IMPLIES))
    return [
        Denial(
            start, end, kind, _around(start, end, text, content), start / max(1, len(text)),
            bool(JOINED.search(text, end, min(len(text), end + AROUND))),
        )
        for start, end, kind in sorted(spans)
    ]  # fmt: skip


def _around(start: int, end: int, text: str, content: Sequence[tuple[int, str, float]]) -> dict[str, float]:
    words: dict[str, float] = {}
    for at, root, weight in content:
        if end <= at <= end + AROUND and not _stops(text, end, at):
            words[root] = max(words.get(root, 0.0), weight * BEHIND)
        elif start - AROUND <= at < start and not _stops(text, at, start):
            words[root] = max(words.get(root, 0.0), weight * BEFORE)
    return words


def _stops(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "; ", ": ", "• ", "? ", "! "))


def _nearness(one: Denial, other: Denial) -> float:
    shared = sum(min(weight, other.words[root]) for root, weight in one.words.items() if root in other.words)
    least = min(sum(one.words.values()), sum(other.words.values()))
    return (shared / least if least else 0.0) + PLACE * (0.5 - abs(one.place - other.place))
