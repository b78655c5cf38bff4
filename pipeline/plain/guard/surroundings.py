# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs of what stands around a difference: its partner, its words, what else is told, how long the texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.guard.place import Place
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.pair import Pair, clipped, covered
from pipeline.plain.statements.polarity import BOUNDARY
from pipeline.plain.statements.told import COMMON
from pipeline.plain.words import WORD, stem, zipf

OWN = frozenset({"not", "no", "never", "cannot", "without", "nobody", "no one", "nothing", "neither", "nor", "none"})
AHEAD, FIRST = 40, 3  # code points and words behind a cue
LONG = 60  # words of a text that is as long as any
CLOSE, BOUNDED, DENIES = 14, 45, 4  # code points; tenths of the uses of a word
STOP = re.compile(r"[.;:!?•]")
BUT = frozenset(("but", "mais", "aber", "sondern", "pero", "sino"))
# Before a noun: what is only named is no statement ("the termination takes effect").
NAMING = frozenset(
    ("the", "this", "that", "such", "of", "on", "for", "its", "their", "his", "her", "a", "an", "le", "la", "les", "de",
     "der", "die", "das", "des", "den", "el", "los", "las", "del")
)  # fmt: skip
Signs = Iterator[tuple[str, float]]


def surroundings(found: Difference, pair: Pair, place: Place, told: Sequence[Difference]) -> Signs:
    """The signs of what stands around a difference. ``told``: all that is told of the two texts."""
    cue = _cue(found, pair, place.side)
    yield from _of_partners(found, pair, place)
    yield from _of_kinds(found, cue, pair)
    if cue:
        yield from _of_neighbours(cue, pair, place.side)
        yield from _of_denied(cue, pair, place)
    yield from _of_others(found, told)
    yield from _of_lengths(pair, place)


def _of_partners(found: Difference, pair: Pair, place: Place) -> Signs:
    """Whether a denial of the other text answers for it, and how many denials are left without one."""
    side, there = place.side, 1 - place.side
    if found.kind == "negation":
        partner = pair.partners[side].get(found.places[side])
        yield f"partner {partner.kind if partner else 'none'}", 1.0
        yield "partner near", partner.nearness if partner else 0.0
    for name, at in (("here", side), ("there", there)):
        left = [one.cue for one in pair.negation[at].cues if one.cue.force and one.cue.start not in pair.partners[at]]
        yield f"left {name}", min(3.0, sum(cue.strong for cue in left))
        yield f"words left {name}", min(3.0, sum(not cue.strong for cue in left))


def _of_kinds(found: Difference, cue: Cue | None, pair: Pair) -> Signs:
    """Which class of words went and which came; of a denial, in which word."""
    if found.kind == "negation":
        word = cue.text if cue else ""
        short = "nt" if word.endswith(("n't", "n’t")) else "other" if cue and cue.strong else "word"
        yield f"cue {word if word in OWN else short}", 1.0
        return
    data = pair.data
    cues = {"modality": data.modality, "conditions": data.conditions, "quantities": data.quantities}[found.kind]
    for side, name in ((0, "was"), (1, "now")):
        one = next((cue for cue in cues.find(pair.text(side)) if cue.start == found.places[side]), None)
        if one:
            yield f"{name} {one.kind}", 1.0
            yield f"{name} echo", float(not one.force)


def _of_neighbours(cue: Cue, pair: Pair, side: int) -> Signs:
    """Whether the words before and behind a cue stand in the other text, together or with the cue."""
    text, other = pair.text(side), pair.text(1 - side)
    before, after = [*WORD.finditer(text[: cue.start])][-1:], WORD.search(text, cue.end)
    if before and after:
        flat = f" {' '.join(WORD.findall(other.lower()))} "
        first, last = before[0].group().lower(), after[0].lower()
        yield "closed up", float(f" {first} {last} " in flat)
        yield "word after there", float(f" {last} " in flat)
        yield "word before there", float(f" {first} " in flat)
        yield "named", float(first in NAMING)
        yield "after but", float(first in BUT)
        yield "kept as it is", float(f" {first} {cue.text} " in flat or f" {cue.text} {last} " in flat)
    more = text.lower().count(cue.text) - other.lower().count(cue.text)
    yield "same cue more", clipped(more, 2)
    behind = WORD.findall(text[cue.end : cue.end + AHEAD])[:FIRST]
    rarest = min((zipf(word, pair.lang) for word in behind), default=COMMON)
    yield "zipf after", max(0.0, COMMON - rarest) / COMMON


def _of_denied(cue: Cue, pair: Pair, place: Place) -> Signs:
    """Whether a denial and another one cancel each other ("does not dispute"), whether it only bounds a number ("not
    drive faster than 20"), and whether the other text says the opposite of what is denied ("closed", "not open")."""
    side, there = place.side, 1 - place.side
    text = pair.text(side)
    cues = [one.cue for one in pair.negation[side].cues]
    near = [one for one in cues if one.start >= cue.end and one.start - cue.end <= CLOSE and one.kind != BOUNDARY]
    words = [word for at, word in pair.implied[side] if cue.end <= at <= cue.end + CLOSE and word.degree >= DENIES]
    yield "cancels", float(cue.force == 2 and bool(near or words))
    yield "is cancelled", float(any(
        one.strong and (0 < cue.start - one.end <= CLOSE or 0 < one.start - cue.end <= CLOSE + CLOSE)
        for one in cues if one.start != cue.start
    ))  # fmt: skip
    bounds = [start for start, _ in pair.skip[side] if 0 <= start - cue.end <= BOUNDED]
    yield "bounds", float(any(not STOP.search(text, cue.end, start) for start in bounds))
    after = {word.lower() for word in WORD.findall(text[cue.end : cue.end + AHEAD])[:FIRST]}
    others = {word.lower() for word in WORD.findall(pair.text(there))}
    roots = {stem(word, pair.lang) for word in others}
    opposites = {b for one in pair.data.opposites for a, b in (one, one[::-1]) if a in after}
    yield "opposite there", float(any(stem(word, pair.lang) in roots for word in opposites))


def _of_others(found: Difference, told: Sequence[Difference]) -> Signs:
    """How much else is told: a text in other words has many differences, and a change of one word leaves one."""
    rest = [one for one in told if one is not found]
    same = [one for one in rest if one.kind == found.kind]
    yield "others strong", min(3.0, sum(not one.weak for one in rest))
    yield "others weak", min(4.0, sum(one.weak for one in rest))
    yield "others same", min(3.0, len(same))
    yield "others opposite", float(any({one.change, found.change} == {"lost", "added"} for one in same))


def _of_lengths(pair: Pair, place: Place) -> Signs:
    side, there = place.side, 1 - place.side
    own, other = pair.weights[side][place.numbers[0]], pair.weights[there][place.numbers[1]]
    yield "nearest back", covered(own, other)
    words = [sum(map(len, weights)) for weights in pair.weights]
    yield "length", min(LONG, sum(words) / 2) / LONG
    yield "length more", clipped((words[1] - words[0]) / max(1, words[0]), 1)
    places = (at / max(1, len(pair.weights[to])) for at, to in zip(place.numbers, (side, there), strict=True))
    yield "position apart", abs(next(places) - next(places))


def _cue(found: Difference, pair: Pair, side: int) -> Cue | None:
    """The cue that a difference is about."""
    data, text = pair.data, pair.text(side)
    cues = [cue for own in (data.negation, data.modality, data.conditions, data.quantities) for cue in own.find(text)]
    return next((cue for cue in reversed(cues) if cue.start == found.places[side]), None)
