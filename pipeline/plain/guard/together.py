# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs of the sentences that go together: what each of the two texts denies, demands and makes a condition there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.guard.place import Place
from pipeline.plain.lexicon import Cues
from pipeline.plain.statements.beads import Span, within
from pipeline.plain.statements.pair import Pair, clipped, covered
from pipeline.plain.statements.polarity import BOUNDARY
from pipeline.plain.text.clauses import FORCE

DENIES = 5  # tenths of the uses of a word
CONDITIONS = ("exception", "condition", "only", "until", "before")
QUANTITIES = ("all", "most", "some", "few", "many")
Signs = Iterator[tuple[str, float]]


def together(found: Difference, pair: Pair, place: Place) -> Signs:
    """The signs of the sentences around a difference that go together."""
    side, there = place.side, 1 - place.side
    mine, theirs = pair.beads.beside(side, found.places[side])
    yield from _of_denials(pair, side, mine, theirs)
    for cues, kinds in ((pair.data.conditions, CONDITIONS), (pair.data.quantities, QUANTITIES)):
        ours, others = _kinds(cues, pair.text(side), mine), _kinds(cues, pair.text(there), theirs)
        yield from ((f"bead {kind} here only", float(kind in ours - others)) for kind in kinds)
        yield from ((f"bead {kind} there only", float(kind in others - ours)) for kind in kinds)
    own, other = pair.told(side, mine), pair.told(there, theirs)
    yield "bead covered", covered(own, other)
    yield "bead back", covered(other, own)
    yield from _of_forces(found, pair, side, mine, theirs)


def _of_denials(pair: Pair, side: int, mine: Sequence[Span], theirs: Sequence[Span]) -> Signs:
    """How often each denies: outright, in a word, in a word that implies it."""
    strong, words, roots, echoes = _denials(pair, side, mine)
    others, other_words, other_roots, other_echoes = _denials(pair, 1 - side, theirs)
    yield "bead denials more", clipped(strong - others, 2)
    yield "bead words more", clipped(words - other_words, 2)
    yield "bead all more", clipped(strong + words - others - other_words, 2)
    yield "bead implied here", min(2.0, (roots - other_roots).total())
    yield "bead implied there", min(2.0, (other_roots - roots).total())
    yield "bead even", float((strong + words) % 2 == (others + other_words) % 2)
    yield "bead affirms", float(not (others or other_words or other_roots or other_echoes))
    yield "bead denies once", float(strong + words == 1)
    yield "bead echoes more", clipped(other_echoes - echoes, 2)


def _denials(pair: Pair, side: int, spans: Sequence[Span]) -> tuple[int, int, Counter[str], int]:
    cues = [one.cue for one in pair.negation[side].cues if within(one.cue.start, spans)]
    taken = {cue.start for cue in cues if cue.force}
    roots = Counter(
        word.root for place, word in pair.implied[side]
        if word.degree >= DENIES and within(place, spans) and place not in taken
    )  # fmt: skip
    return (
        sum(cue.strong for cue in cues), sum(cue.force == 1 for cue in cues), roots,
        sum(not cue.force and cue.kind != BOUNDARY for cue in cues),
    )  # fmt: skip


def _kinds(cues: Cues, text: str, spans: Sequence[Span]) -> set[str]:
    return {cue.kind for cue in cues.find(text) if cue.force and within(cue.start, spans)}


def _of_forces(found: Difference, pair: Pair, side: int, mine: Sequence[Span], theirs: Sequence[Span]) -> Signs:
    """Which forces one has more than the other."""
    here, there = (Counter(force for _, force in pair.forces(*at)) for at in ((side, mine), (1 - side, theirs)))
    if found.kind == "modality":
        cue = next((one.cue for one in pair.modality[side].cues if one.cue.start == found.places[side]), None)
        if cue and (force := pair.force(cue, side)):
            yield "bead force more", clipped(here[force] - there[force], 1)
            yield "bead hint there", float(force in {
                FORCE.get(one.cue.kind) for one in pair.modality[1 - side].cues
                if not one.cue.force and within(one.cue.start, theirs)
            })  # fmt: skip
            yield from ((f"bead {force} for {other}", 1.0) for other in there - here if other != force)
        yield "bead bare there", float(not there)
    elif found.kind == "negation":
        yield from ((f"bead {other} there", 1.0) for other in there - here)
        yield from ((f"bead {other} here", 1.0) for other in here - there)
