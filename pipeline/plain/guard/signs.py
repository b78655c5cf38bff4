# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs for and against a change of meaning: what is true of a difference of denials, modals, conditions or quantities
and of the two statements that it stands between. ``evidence.py`` weighs them.

A sign is a number, mostly 0 or 1. Its name begins with the kind of difference that it counts for ("negation added",
"modality exchanged"), or with "text" where it counts for all. None is about a word: words are in the lexicons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.guard.place import Place, place_of
from pipeline.plain.guard.surroundings import surroundings
from pipeline.plain.guard.together import together
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.pair import Pair, clipped, covered
from pipeline.plain.statements.polarity import BOUNDARY
from pipeline.plain.text.clauses import BAN, BEGINNING, BESIDE, Clause, forces_of
from pipeline.plain.words import WORD, stem

TO_COME = frozenset({"only", "before", "exception", "until"})
CUT = re.compile(r"[.;:!?•]|\b(?:that|which|who|que|qui|dass|die|der)\b", re.IGNORECASE)
BEHIND, BEFORE = 40, 22  # code points from a denial to what it denies, and from that to a denial behind it
MOST_CLAUSES = 8
LONGEST = 3  # letters of a stem that stands for an opposite


def signs(
    found: Difference, pair: Pair, told: Sequence[Difference] = (), *, carried: bool = True
) -> dict[str, float]:
    """The signs of a difference; empty where it has none. ``told``: all that is told of the two texts;
    ``carried``: whether a rule of the guard told it, and not only that the statement beside it denies less."""
    place = place_of(found, pair)
    if place is None:
        return {}
    kind = f"{found.kind} {found.change}"
    clause, other = pair.weights[place.side][place.numbers[0]], pair.weights[1 - place.side][place.numbers[1]]
    own = dict(_of_kind(found, place))
    own["by statement"] = float(not carried)
    own |= dict(surroundings(found, pair, place, told))
    own |= dict(together(found, pair, place))
    own |= _of_denials(place, pair) | _of_forces(place)
    if found.kind == "modality":
        own |= _of_modals(found, place, pair)
    return {name: value for name, value in {
        "text clauses": min(MOST_CLAUSES, len(pair.clauses(0)) + len(pair.clauses(1))) / MOST_CLAUSES,
        "text in original": covered(_all(pair.weights[1]), _all(pair.weights[0])),
        "text not English": float(pair.lang != "en"),
        "text beside": covered(other, clause),
        **{f"{kind} {name}".strip(): value for name, value in own.items()},
    }.items() if value}  # fmt: skip


def _all(weights: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {word: weight for one in weights for word, weight in one.items()}


def _of_kind(found: Difference, place: Place) -> Iterator[tuple[str, float]]:
    word = found.kind == "negation" and bool(place.cue) and not (place.cue and place.cue.cue.strong)
    yield "", 1.0
    yield "weak", float(found.weak)
    yield "of a word", float(word)
    yield "answered", float(found.answered)


def _of_denials(place: Place, pair: Pair) -> dict[str, float]:
    """How often the two statements and the two texts deny, in which words, and whether what is denied stands in the
    other text without a denial."""
    side, there = place.side, 1 - place.side
    mine, theirs = _in(place.own, pair, side), _in(place.other, pair, there)
    explicit = [sum(cue.strong for cue in cues) for cues in (mine, theirs)]
    words = [sum(cue.force == 1 for cue in cues) for cues in (mine, theirs)]
    every = [[one.cue for one in pair.negation[at].cues] for at in (side, there)]
    known = {cue.text for cue in every[0]}
    new = [cue for cue in theirs if cue.text not in known]
    roots = {root for clause in pair.weights[side] for root in clause}
    implied = [
        word for at, word in pair.implied[there]
        if place.other.start <= at < place.other.end and word.root[:BEGINNING] not in roots
    ]  # fmt: skip
    after = [root[:BEGINNING] for root in place.cue.after[:2]] if place.cue else []
    more = explicit[0] + words[0] - explicit[1] - words[1]
    return {
        "denials more": clipped(explicit[0] - explicit[1], 1),
        "all denials more": clipped(more, 1),
        "any denial more": float(more > 0),
        "word denies": float(any(cue.force == 1 for cue in new)),
        "echo denies": float(any(not cue.force and cue.kind != BOUNDARY for cue in new)),
        "implied": max((word.degree for word in implied), default=0) / 10,
        "implied of it": float(any({root[:BEGINNING] for root in word.denied} & set(after) for word in implied)),
        "text denials more": clipped(sum(c.strong for c in every[0]) - sum(c.strong for c in every[1]), 2),
        "text words more": clipped(sum(c.force == 1 for c in every[0]) - sum(c.force == 1 for c in every[1]), 2),
        "exception": float(bool(place.other.exceptions & TO_COME)),
        "own exception": float(bool(place.own.exceptions & TO_COME)),
        **_of_words(place, pair, after),
    }  # fmt: skip


def _of_words(place: Place, pair: Pair, after: Sequence[str]) -> dict[str, float]:
    """Whether the words that a cue stands at stand in the other text, with a denial or without."""
    there = 1 - place.side
    text = pair.text(there)
    near = pair.weights[there][place.numbers[1]]
    denials = [one.cue for one in pair.negation[there].cues if one.cue.strong]
    words = [(stem(m.group(), pair.lang)[:BEGINNING], m.start(), m.end()) for m in WORD.finditer(text)]
    heads = [(start, end) for root, start, end in words if after and root == after[0]]
    bare = [start for start, end in heads if not _denied(start, end, text, denials)]
    beside = [start for start in bare if place.other.start <= start < place.other.end]
    opposites = _opposites(place, pair)
    text_of = place.cue.cue.text if place.cue else ""
    return {
        "head there": float(any(place.other.start <= start < place.other.end for start, _ in heads)),
        "head bare": float(bool(bare)),
        "head denied": float(len(bare) < len(heads)),
        "both bare": float(bool(beside) and len(after) > 1 and after[1] in near),
        "opposite": float(any(
            root in opposites and not _denied(start, end, text, denials) for root, start, end in words
        )),
        "no": float(text_of in ("no", "none", "nobody", "no one", "nothing", "kein", "keine", "aucun", "aucune")),
        "without": float(text_of in ("without", "ohne", "sans", "sin")),
    }  # fmt: skip


def _opposites(place: Place, pair: Pair) -> set[str]:
    """The stems of what a word denies that denies in itself ("unlawful": lawful; "refuse": accept)."""
    if place.cue is None or place.cue.cue.strong:
        return set()
    prefixed = pair.data.prefix.fullmatch(place.cue.cue.text) if pair.data.prefix else None
    roots = {stem(prefixed[1].lower(), pair.lang)} if prefixed else set()
    roots |= {root for at, word in pair.implied[place.side] if at == place.cue.cue.start for root in word.denied}
    return {root[:BEGINNING] for root in roots if len(root) >= LONGEST}


def _denied(start: int, end: int, text: str, denials: Sequence[Cue]) -> bool:
    """Whether a denial reaches a word: from before it in the same clause, or from right behind it."""
    return any(
        (0 <= start - cue.end <= BEHIND and not CUT.search(text, cue.end, start))
        or (0 <= cue.start - end <= BEFORE and not CUT.search(text.replace(",", ";"), end, cue.start))
        for cue in denials
    )


def _of_forces(place: Place) -> dict[str, float]:
    there = place.other.forces | {hint for hint, _ in place.other.hints}
    return {"ban there": float(BAN in there), "no force": float(not there)}


def _of_modals(found: Difference, place: Place, pair: Pair) -> dict[str, float]:
    """Whether the force of a modal is in the other statement, is said more often here, and of what it is said."""
    there = place.other.forces | {hint for hint, _ in place.other.hints}
    forces = set(forces_of([place.cue.cue], place.own.denials, BESIDE)) if place.cue else set()
    counts = [sum(force in clause.forces for clause in pair.clauses(at) for force in forces) for at in (0, 1)]
    more = counts[place.side] - counts[1 - place.side]
    exchanged = found.change == "exchanged"
    was, now = (
        next((one for one in pair.modality[at].cues if one.cue.start == found.places[at]), None) for at in (0, 1)
    )
    return {
        "same force": float(bool(forces & there)),
        "force more": clipped(more, 1),
        "same statement": float(exchanged and bool(was and now) and _beside(found, pair)),
        "same head": float(bool(exchanged and was and now and was.after[:1] and was.after[:1] == now.after[:1])),
    }


def _beside(found: Difference, pair: Pair) -> bool:
    return pair.nearest(1, pair.clause_at(1, found.places[1])) == pair.clause_at(0, found.places[0])


def _in(clause: Clause, pair: Pair, side: int) -> list[Cue]:
    return [one.cue for one in pair.negation[side].cues if clause.start <= one.cue.start < clause.end]
