# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much evidence a difference is: its signs, weighed. What weighs enough is strong, the rest asks for a second look.

The weights (``lexicon/evidence.tsv``) are those of a logistic regression, fitted on the pairs of ``tests/plain`` by
``tests/plain/fit_evidence.py`` and judged by leaving out whole sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from math import exp

from pipeline.plain.bounds import edited
from pipeline.plain.clauses import Clause
from pipeline.plain.difference import Difference
from pipeline.plain.pair import Pair
from pipeline.plain.sides import context
from pipeline.plain.signs import signs

ENOUGH = 0.5  # of certain; the intercept of the table holds where the line is drawn


def weigh(found: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The differences, each as strong or weak as its signs say; those without signs as they are. With them the denials
    that no rule tells and that the statement beside does not carry, where the evidence for a change is strong."""
    told = list(found)
    edit = edited(pair.text(0), pair.text(1))
    for one in told:
        own = signs(one, pair)
        if not own or (edit and not one.weak):
            yield one  # of a text that is an edit of the other nothing came with the wording
        else:
            yield replace(one, weak=one.answered or certainty(own) < ENOUGH)
    for one in uncarried(told, pair):
        if certainty(signs(one, pair, carried=False)) >= ENOUGH:
            yield replace(one, weak=False)


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


def certainty(own: Mapping[str, float]) -> float:
    """How certain a change of meaning is by its signs (0 to 1)."""
    table = weights()
    return 1 / (1 + exp(-table[""] - sum(table.get(name, 0.0) * value for name, value in own.items())))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """What each sign weighs; "" is the intercept."""
    lines = (files("pipeline.plain.lexicon") / "evidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name if name != "intercept" else "": float(value) for name, value in rows}
