# SPDX-License-Identifier: AGPL-3.0-or-later
"""What no rule tells: denials, modals and conditions that the sentences beside theirs have less often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.beads import Span, within
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import Clause
from pipeline.plain.text.sides import context

TURNED = frozenset(("exception", "condition", "only", "until"))
Known = set[tuple[str, int, int]]  # dimension, side, place


def uncarried(told: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The denials, modals and conditions of either text that no difference is about, and of which the other text has
    fewer in the sentences beside them. As weak differences."""
    told = list(told)
    known = {(one.kind, side, one.places[side]) for one in told for side in (0, 1)}
    # What is told without a place ("will continue", "continue") is about the modal that it begins with.
    known |= {
        (one.kind, side, cue.start) for one in told if one.places == (-1, -1) and one.kind == "modality"
        for side, words in ((0, one.original), (1, one.plain))
        for cue in (each.cue for each in pair.modality[side].cues) if words.startswith(cue.text)
    }  # fmt: skip
    yield from _denials(known, pair)
    yield from _modals(known, pair)
    yield from _conditions(known, pair)


def _denials(known: Known, pair: Pair) -> Iterator[Difference]:
    """Denials, outright and in a word; an outright one also where only the clause beside its own denies less."""
    for side in (0, 1):
        for cue in (one.cue for one in pair.negation[side].cues if one.cue.force):
            if ("negation", side, cue.start) in known:
                continue
            mine, theirs = pair.beads.beside(side, cue.start)
            least = cue.force  # an outright denial is compared with those only
            if _denying(pair, side, mine, least) > _denying(pair, 1 - side, theirs, least):
                yield _one("negation", side, cue, pair)
            elif cue.strong:
                number = pair.clause_at(side, cue.start)
                own, other = pair.clauses(side)[number], pair.clauses(1 - side)[pair.nearest(side, number)]
                if _denying(pair, side, _span(own), least) > _denying(pair, 1 - side, _span(other), least):
                    yield _one("negation", side, cue, pair)


def _span(clause: Clause) -> tuple[Span]:
    return ((clause.start, clause.end),)


def _denying(pair: Pair, side: int, spans: Sequence[Span], least: int) -> int:
    return sum(one.cue.force >= least and within(one.cue.start, spans) for one in pair.negation[side].cues)


def _modals(known: Known, pair: Pair) -> Iterator[Difference]:
    """Modals whose force the other text has less often; exchanged where it has another one more often."""
    seen = {(side, at) for kind, side, at in known if kind == "modality"}
    for side in (0, 1):
        for cue in (one.cue for one in pair.modality[side].cues if one.cue.force):
            force = pair.force(cue, side)
            if not force or (side, cue.start) in seen:
                continue
            mine, theirs = pair.beads.beside(side, cue.start)
            here, there = pair.forces(side, mine), pair.forces(1 - side, theirs)
            if _count(here, force) <= _count(there, force):
                continue
            others = [
                other for other, kind in there
                if _count(there, kind) > _count(here, kind) and (1 - side, other.start) not in seen
            ]  # fmt: skip
            seen.add((side, cue.start))
            if others:
                other = min(others, key=lambda to: abs(to.start - cue.start))
                seen.add((1 - side, other.start))
                yield _exchange("modality", *((other, cue) if side else (cue, other)), pair)
            else:
                yield _one("modality", side, cue, pair)


def _count(those: Sequence[tuple[Cue, str]], force: str) -> int:
    return sum(kind == force for _, kind in those)


def _conditions(known: Known, pair: Pair) -> Iterator[Difference]:
    """Conditions and exceptions of the original that the plain text has less often; exchanged where it has another
    one more often ("unless", "if")."""
    ours, theirs = ([cue for cue in pair.data.conditions.find(pair.text(side)) if cue.force] for side in (0, 1))
    for cue in ours:
        if cue.kind not in TURNED or ("conditions", 0, cue.start) in known:
            continue
        spans = pair.beads.beside(0, cue.start)
        here, there = (
            Counter(one.kind for one in cues if within(one.start, own))
            for cues, own in zip((ours, theirs), spans, strict=True)
        )
        if here[cue.kind] <= there[cue.kind]:
            continue
        more = there - here
        others = (
            one for one in theirs
            if one.kind in more and one.kind in TURNED and within(one.start, spans[1])
            and ("conditions", 1, one.start) not in known
        )  # fmt: skip
        other = next(others, None)
        yield _exchange("conditions", cue, other, pair) if other else _one("conditions", 0, cue, pair)


def _exchange(kind: str, was: Cue, now: Cue, pair: Pair) -> Difference:
    note = context(pair.text(1), now)
    return Difference(kind, "exchanged", was.text, now.text, note, weak=True, places=(was.start, now.start))


def _one(kind: str, side: int, cue: Cue, pair: Pair) -> Difference:
    note = context(pair.text(side), cue)
    if side:
        return Difference(kind, "added", "", cue.text, note, weak=True, places=(-1, cue.start))
    return Difference(kind, "lost", cue.text, "", note, weak=True, places=(cue.start, -1))
