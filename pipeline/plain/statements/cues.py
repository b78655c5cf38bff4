# SPDX-License-Identifier: AGPL-3.0-or-later
"""Comparing cues of two texts: a "must", a "not", an "all" that got lost, appeared, or was exchanged.

A cue is compared together with its anchor, the next content word ("must be *upheld*"). Three tests, from sure to
general: (1) the anchor stands in the other text, in sentences without any cue of that class: lost or added;
(2) before the same anchor stands another class: exchanged; (3) the other text has no cue of that class at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue
from pipeline.plain.text.sides import Anchored, Side, context

LONG, FEW = 20, 2  # content words: of a text, of a sentence
OTHER_WORDS = 1 / 3  # of the words of a sentence; fewer stand in the other text too: it is put quite otherwise
# An "if" or an "every" that the plain text has more is most often what a participle or an adverb said.
PUT_IN = frozenset({"conditions", "quantities"})
ADDED = frozenset({"permission", "future"})  # classes whose weak words are reported too when nothing answers for them


class Answered(Protocol):
    """Whether what a cue says is said by the statement beside its own in the other text."""

    def __call__(self, cue: Cue, /, *, of_plain: bool) -> bool:
        """In: the cue, and whether it stands in the plain text."""


def _never(_cue: Cue, *, of_plain: bool) -> bool:  # noqa: ARG001  the shape of Answered
    return False


def compare(dimension: str, source: Side, plain: Side, answered: Answered | None = None) -> Iterator[Difference]:
    """The differences between the cues of two texts in one dimension. ``answered``: whether the statement beside a
    cue's own comes to the same; then the difference is weak."""
    reported: set[str] = set()
    answered = answered or _never
    source, plain = _without_echoes_of(source, plain), _without_echoes_of(plain, source)
    yield from _exchanged(dimension, source, plain, reported, answered)
    if dimension == "modality":
        yield from _weakened(dimension, source, plain, reported, answered)
    yield from _in_sentences(dimension, source, plain, reported, answered)
    for change, here, there in (("lost", source, plain), ("added", plain, source)):
        for one in here.cues:
            kind = one.cue.kind
            if (
                not (one.cue.strong or (change == "added" and kind in ADDED and one.cue.force))
                or f"{change} {kind}" in reported
            ):
                continue
            if _is_missing(one, there, change) and not _rephrased(one, here, there):
                said = answered(one.cue, of_plain=change == "added")
                if not said:
                    reported.add(f"{change} {kind}")
                original, now = (one.cue.text, "") if change == "lost" else ("", one.cue.text)
                if change == "lost":
                    weak = dimension in PUT_IN and in_other_words(one, here, there)
                else:
                    weak = dimension in PUT_IN or (
                        _more(here, there) and (not one.cue.strong or in_other_words(one, here, there))
                    )
                places = (one.cue.start, -1) if change == "lost" else (-1, one.cue.start)
                note = context(here.text, one.cue)
                yield Difference(dimension, change, original, now, note, weak or said, places, said)


def _both(answered: Answered, was: Cue, now: Cue) -> bool:
    return answered(was, of_plain=False) and answered(now, of_plain=True)


def _without_echoes_of(here: Side, there: Side) -> Side:
    """A side without the words that are no cues in themselves and that the other side has too: what an "available"
    on both sides says is said already, so it cannot answer for a "may" on one of them."""
    theirs = Counter(_word(one) for one in there.cues if not one.cue.force)
    left = []
    for one in here.cues:
        if not one.cue.force and theirs[_word(one)] > 0:
            theirs[_word(one)] -= 1
        else:
            left.append(one)
    kinds = tuple(frozenset(one.cue.kind for one in left if one.sentence == at) for at in range(len(here.kinds)))
    return replace(here, cues=tuple(left), kinds=kinds, every=frozenset(one.cue.kind for one in left))


def _more(here: Side, there: Side) -> bool:
    """Whether a text has more cues than the other has strong ones, "will" with them: if not, what came stands for
    what went."""
    theirs = sum(one.cue.strong or (one.cue.kind == "future" and one.cue.force > 0) for one in there.cues)
    return sum(one.cue.force > 0 for one in here.cues) > theirs


def in_other_words(one: Anchored, here: Side, there: Side) -> bool:
    """Whether a cue stands in a sentence that says things in quite other words than the other text: the word after
    it is not there, and most others are not. Such a cue is as likely a part of the new wording as a change."""
    stems = here.stems[one.sentence]
    if any(_related(root, there) for root in one.after[:1]):
        return False
    few = FEW if len(there.places) >= LONG else 0  # among many sentences, one of two words is soon like none
    return len(stems) > few and sum(_related(root, there) for root in stems) < OTHER_WORDS * len(stems)


def _related(root: str, there: Side) -> bool:
    """Whether a stem, or another that begins like it ("pay" and "payment"), stands in a text."""
    return bool(there.where(root)) or any(
        min(len(root), len(other)) > 2 and (other.startswith(root) or root.startswith(other)) for other in there.index
    )


def _word(one: Anchored) -> tuple[str, str]:
    return one.cue.kind, "" if one.cue.kind == "order" else one.cue.text[:5]


def _is_missing(one: Anchored, there: Side, change: str) -> bool:
    kind = one.cue.kind
    if change == "added" and any(there.has(other) for other in there.answers.get(f"added {kind}", ())):
        return False
    if not there.has(kind):
        return True
    if not one.cue.strong:
        return False
    anchor = one.after[0] if one.after else one.before
    places = there.where(anchor) if anchor else []
    if len(one.after) > 1 and len(places) > 1:
        places = [at for at in places if one.after[1] in there.stems[at]] or places
    return bool(places) and not any(there.has_at(kind, at) for at in places)


def _rephrased(one: Anchored, here: Side, there: Side) -> bool:
    """Whether the other text has as many cues of this class, and one of them before words that are not here: then
    the sentence was put in other words, cue and all."""
    ours = sum(other.cue.kind == one.cue.kind and other.cue.force > 0 for other in here.cues)
    theirs = [other for other in there.cues if other.cue.kind == one.cue.kind and other.cue.force > 0]
    return len(theirs) >= ours and any(other.after and not here.where(other.after[0]) for other in theirs)


def _exchanged(
    dimension: str, source: Side, plain: Side, reported: set[str], answered: Answered
) -> Iterator[Difference]:
    """Cues of different class before the same anchor, counted, so that a sentence with both is no exchange."""
    ours, theirs = _by_anchor(source), _by_anchor(plain)
    for (anchor, kind), number in sorted(ours.items()):
        answers = source.answers.get(kind, frozenset()) | frozenset(
            other for other in plain.answers if kind in plain.answers.get(f"added {other}", ())
        )
        if theirs[(anchor, kind)] >= number or any(theirs[(anchor, other)] for other in answers):
            continue
        others = sorted(
            other for (root, other), count in theirs.items()
            if root == anchor and other != kind and count > ours[(anchor, other)]
        )  # fmt: skip
        if others:
            was, now = _text(source, anchor, kind), _text(plain, anchor, others[0])
            reported |= {f"lost {kind}", f"added {others[0]}"}
            said, places = _both(answered, was, now), (was.start, now.start)
            note = context(plain.text, now)
            yield Difference(dimension, "exchanged", was.text, now.text, note, said, places, said)


def _weakened(
    dimension: str, source: Side, plain: Side, reported: set[str], answered: Answered
) -> Iterator[Difference]:
    """A class that the original has in other words only ("responsible for"), that the plain text has not at all,
    while a class is in the plain text that the original has not ("can")."""
    gone = [
        one
        for one in source.cues
        if not one.cue.force and not one.cue.loose and one.cue.kind != "future" and not plain.has(one.cue.kind)
    ]
    came = [
        one
        for one in plain.cues
        if one.cue.force and not source.has(one.cue.kind) and f"added {one.cue.kind}" not in reported
    ]
    if gone and came:
        reported |= {f"lost {gone[0].cue.kind}", f"added {came[0].cue.kind}"}
        was, now = gone[0].cue, came[0].cue
        said = _both(answered, was, now)
        yield Difference(
            dimension, "exchanged", was.text, now.text, context(plain.text, now), now.kind == "future" or said,
            (was.start, now.start), said,
        )  # fmt: skip


def _in_sentences(
    dimension: str, source: Side, plain: Side, reported: set[str], answered: Answered
) -> Iterator[Difference]:
    """A class in a plain sentence that the sentence it comes from has not, while a class of that one is gone."""
    for one in plain.cues:
        if not one.cue.force or f"added {one.cue.kind}" in reported:
            continue
        origin = _origin(plain.stems[one.sentence], source)
        if origin < 0 or source.has_at(one.cue.kind, origin):
            continue
        if any(other in source.kinds[origin] for other in plain.answers.get(f"added {one.cue.kind}", ())):
            continue
        gone = [
            other for other in source.cues
            if other.sentence == origin and other.cue.strong and not plain.has_at(other.cue.kind, one.sentence)
            and f"lost {other.cue.kind}" not in reported
            and not (dimension == "conditions" and plain.has(other.cue.kind))
        ]  # fmt: skip
        if gone:
            reported |= {f"added {one.cue.kind}", f"lost {gone[0].cue.kind}"}
            was, now = gone[0].cue, one.cue
            said, places = _both(answered, was, now), (was.start, now.start)
            note = context(plain.text, now)
            yield Difference(dimension, "exchanged", was.text, now.text, note, said, places, said)


def _origin(stems: frozenset[str], source: Side) -> int:
    """The sentence of the original that shares the most words with a plain one: at least half of them; -1 if none."""
    if not stems:
        return -1
    shared = [len(stems & other) for other in source.stems]
    best = max(range(len(shared)), key=lambda at: shared[at], default=-1)
    return best if best >= 0 and 2 * shared[best] >= len(stems) else -1


def _by_anchor(side: Side) -> Counter[tuple[str, str]]:
    return Counter((one.after[0], one.cue.kind) for one in side.cues if one.after and one.cue.force)


def _text(side: Side, anchor: str, kind: str) -> Cue:
    return next(one.cue for one in side.cues if one.cue.kind == kind and one.cue.force and one.after[:1] == (anchor,))
