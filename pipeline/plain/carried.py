# SPDX-License-Identifier: AGPL-3.0-or-later
"""Denials that went or came and that the other text has in a word of its own: "does not lapse", "remains valid"; "may
not be handed over", "handing over is banned". They stay, as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.plain.clauses import BAN, FREE
from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import cases
from pipeline.plain.outcomes import same_outcome
from pipeline.plain.pair import Pair
from pipeline.plain.words import language

ONE = ("lost", "added")


def carried(found: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The differences, those of denials weak where the other text carries them in another way."""
    for one in found:
        strong = one.kind == "negation" and one.change in ONE and not one.weak
        yield replace(one, weak=True, answered=True) if strong and _carried(one, pair) else one


def _carried(one: Difference, pair: Pair) -> bool:
    side = ONE.index(one.change)
    return same_outcome(pair, side, one.places[side]) or _in_force(pair, side, one.places[side])


def _in_force(pair: Pair, side: int, place: int) -> bool:
    """Whether a denial belongs to a ban, or to the word that frees of a duty, and the other text has as many."""
    mine, theirs = (
        [(one.cue, pair.force(one.cue, at)) for one in pair.modality[at].cues if one.cue.force]
        for at in (side, 1 - side)
    )
    own = next((force for cue, force in mine if cue.start <= place < cue.end), "")
    if own not in (BAN, FREE) or language(pair.lang) not in cases.EVERY_CASE:
        return False
    return sum(force == own for _, force in theirs) >= sum(force == own for _, force in mine)
