# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a difference stands: its cue, its clause, and the clause of the other text beside it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import Clause
from pipeline.plain.text.sides import Anchored

WEIGHED = frozenset({"negation", "modality", "conditions", "quantities"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a difference stands: the side (0: the original), the cue with its words, its clause, and the clause of the
    other text beside it, by number and as it is."""

    side: int
    cue: Anchored | None
    own: Clause
    other: Clause
    numbers: tuple[int, int]


def place_of(found: Difference, pair: Pair) -> Place | None:
    """The place of a difference that can be weighed; None for one of numbers, dates, names, or without a place."""
    sides = [side for side in (0, 1) if found.places[side] >= 0]
    if not sides or found.kind not in WEIGHED:
        return None
    side = 1 if 1 in sides and found.change != "lost" else sides[0]
    at = found.places[side]
    cues = (pair.negation if found.kind == "negation" else pair.modality)[side].cues
    number = pair.clause_at(side, at)
    other = pair.nearest(side, number)
    return Place(
        side,
        next((one for one in cues if one.cue.start == at), None),
        pair.clauses(side)[number],
        pair.clauses(1 - side)[other],
        (number, other),
    )
