# SPDX-License-Identifier: AGPL-3.0-or-later
"""Denials that no rule tells, of a statement beside which the other text denies less often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.plain.clauses import Clause
from pipeline.plain.difference import Difference
from pipeline.plain.pair import Pair
from pipeline.plain.sides import context


def uncarried(told: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The explicit denials of either text that no difference is about, and whose statement denies more than the one
    beside it in the other text. As weak differences."""
    known = {(side, one.places[side]) for one in told for side in (0, 1) if one.kind == "negation"}
    for side in (0, 1):
        for one in pair.negation[side].cues:
            if not one.cue.strong or (side, one.cue.start) in known:
                continue
            if pair.beside.denial_answered(one.cue, one.after, of_plain=side == 1):
                continue
            number = pair.clause_at(side, one.cue.start)
            beside = pair.clauses(1 - side)[pair.nearest(side, number)]
            if _explicit(pair, side, pair.clauses(side)[number]) > _explicit(pair, 1 - side, beside):
                words, at = one.cue.text, one.cue.start
                note = context(pair.text(side), one.cue)
                if side:
                    yield Difference("negation", "added", "", words, note, weak=True, places=(-1, at))
                else:
                    yield Difference("negation", "lost", words, "", note, weak=True, places=(at, -1))


def _explicit(pair: Pair, side: int, clause: Clause) -> int:
    return sum(one.cue.strong and clause.start <= one.cue.start < clause.end for one in pair.negation[side].cues)
