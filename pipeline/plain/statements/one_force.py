# SPDX-License-Identifier: AGPL-3.0-or-later
"""Force that no other force of a text could stand for: two texts of one force each, of which the original only advises
and the plain text only commands; and what the plain text leaves to somebody, where the original leaves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import QUESTION, Cue
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import ADVICE, BAN, DUTY, FREE, LEAVE

# What neither an exception nor a condition turns into the other.
UNLIKE = frozenset(
    ((DUTY, ADVICE), (ADVICE, DUTY), (BAN, ADVICE), (ADVICE, BAN), (FREE, BAN), (LEAVE, DUTY))
)  # fmt: skip


def compare_one_force(pair: Pair) -> Iterator[Difference]:
    """At most one exchange of the only force of the original for the only one of the plain text."""
    ours, theirs = (_forces(pair, side) for side in (0, 1))
    if len(ours) == len(theirs) == 1 and (next(iter(ours)), next(iter(theirs))) in UNLIKE:
        (was,), (now,) = ours.values(), theirs.values()
        yield Difference("modality", "exchanged", was.text, now.text, "Each text has one force, and not the same.")


def compare_at_will(pair: Pair) -> Iterator[Difference]:
    """What the plain text leaves to somebody's will ("if he sees fit"), where the original permits nothing at all."""
    data = pair.data
    leaves = {force for clause in pair.clauses(0) for force in (*clause.forces, *(hint for hint, _ in clause.hints))}
    if not data.at_will or leaves & {LEAVE, FREE} or at_will(pair, 0):
        return
    if now := at_will(pair, 1):
        yield Difference("modality", "added", "", now, "It is left to somebody now.")


def at_will(pair: Pair, side: int) -> str:
    """What leaves something to somebody in a text, not in a question; "" for nothing."""
    text = pair.text(side)
    found = re.compile(rf"(?<!\w)(?:{pair.data.at_will})(?!\w)", re.IGNORECASE).finditer(text)
    return next((match.group() for match in found if not QUESTION.match(text, match.end())), "")


def _forces(pair: Pair, side: int) -> dict[str, Cue]:
    """The forces of the modals of a text, each with the first that has it."""
    found: dict[str, Cue] = {}
    for cue in (one.cue for one in pair.modality[side].cues if one.cue.strong):
        if force := pair.force(cue, side):
            found.setdefault(force, cue)
    return found
