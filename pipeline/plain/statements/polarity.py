# SPDX-License-Identifier: AGPL-3.0-or-later
"""Negation: whether what was denied is still denied, and nothing else.

A "not" may rightly become a word that denies ("does not have" → "lacks") and the other way round. So: explicit
negations are compared by what they stand at; a statement that both texts make, denied in one of them only, is a
finding; and a surplus of explicit negations must be answered by a denying word on the other side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.cues import LONG, in_other_words
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.text.sides import Anchored, Side, context

# Negations that go with another one before them, and then deny nothing more.
CONCORD = frozenset(
    ("nor", "pas", "ni", "ningún", "ninguna", "ningunas", "ninguno", "nada", "nadie", "nunca", "jamás", "tampoco",
     "aucun", "aucune", "jamais", "rien", "personne")
)  # fmt: skip
NOR = frozenset(("nor", "ni", "noch"))
JOINED = re.compile(r"\b(?:and|or|nor|et|ou|ni|und|oder|noch|y|e|o|u)\b", re.IGNORECASE)
BOUNDARY = "except"  # "before", "only", "few": they draw a line, and seldom deny
IMPLIED = "implied"  # "dismissed", "irrespective of": what they name is not so
REACH = 30  # code points: about four words
NEAR = 55  # code points: about eight words


def compare_negation(source: Side, plain: Side, beside: Statements) -> Iterator[Difference]:
    """The changes of negation between two prepared texts, their statements side by side."""
    lost = [one for one in _denials(source) if one.cue.strong and _affirmed(one, plain)]
    added = [one for one in _denials(plain) if one.cue.strong and _affirmed(one, source)]
    if one := _implied(source, plain):
        yield _lost(one.cue, source)
        return
    gone, came = _unanswered(source, plain)
    surplus = len(came) - len(gone)
    # As many denials on both sides: what one of them stands at was put in other words.
    moved = bool(lost) != bool(added) and not surplus
    if lost:
        one, answered = _first(lost, beside, of_plain=False)
        yield _lost(one.cue, source, moved, answered)
    if added:
        one, answered = _first(added, beside, of_plain=True)
        yield _added(one.cue, plain, moved, answered)
    if lost or added:
        return
    if surplus > max(0, _echoes(source, plain, BOUNDARY)) and any(one.cue.strong for one in came):
        joined = max(sum(_joined(one, source) for one in gone), _pairs(source) - _pairs(plain))
        shared = surplus <= max(joined, _echoes(source, plain)) or in_other_words(came[-1], plain, source)
        one, answered = _first(came[::-1], beside, of_plain=True)
        yield _added(one.cue, plain, shared, answered)
    if -surplus > max(0, _echoes(plain, source, BOUNDARY)):
        joined = max(sum(_joined(one, plain) for one in came), _pairs(plain) - _pairs(source))
        shared = -surplus <= max(joined, _echoes(plain, source))
        one, answered = _first(gone[::-1], beside, of_plain=False)
        yield _lost(one.cue, source, shared, answered)


def _first(found: list[Anchored], beside: Statements, *, of_plain: bool) -> tuple[Anchored, bool]:
    """The first denial that the statement beside its own does not answer; else the first, and that it is answered."""
    answered = [beside.denial_answered(one.cue, one.after, of_plain=of_plain) for one in found]
    return (found[0], True) if all(answered) else (found[answered.index(False)], False)


def _lost(cue: Cue, source: Side, weak: bool = False, answered: bool = False) -> Difference:
    note, places = context(source.text, cue), (cue.start, -1)
    return Difference("negation", "lost", cue.text, "", note, weak or answered, places, answered)


def _added(cue: Cue, plain: Side, weak: bool, answered: bool) -> Difference:
    note, places = context(plain.text, cue), (-1, cue.start)
    return Difference("negation", "added", "", cue.text, note, weak or answered, places, answered)


def _implied(source: Side, plain: Side) -> Anchored | None:
    """A denial that the original implies ("was dismissed", "is reluctant") and that nothing in the plain text has."""
    if any(one.cue.kind != BOUNDARY for one in plain.cues) or any(one.cue.force for one in source.cues):
        return None
    return next((one for one in source.cues if one.cue.kind == IMPLIED), None)


def _joined(one: Anchored, side: Side) -> bool:
    """Whether a denial holds for two things ("refrain from the threat or use"), which may be denied one by one. In a
    long text some denial nearly always does: there it proves nothing."""
    if len(side.places) >= LONG:
        return False
    clause = re.split(r"[.,;:!?]", side.text[one.cue.end : one.cue.end + REACH], maxsplit=1)[0]
    return bool(JOINED.search(clause))


def _pairs(side: Side) -> int:
    """How many "neither … nor" there are, which may be said as two denials."""
    return sum(one.cue.text in NOR for one in side.cues)


def _unanswered(source: Side, plain: Side) -> tuple[list[Anchored], list[Anchored]]:
    """The denials of each side that do not stand in the same words on the other."""
    ours, theirs = _denials(source), _denials(plain)
    both = Counter(_key(one) for one in ours) & Counter(_key(one) for one in theirs)
    return _less(ours, both), _less(theirs, both)


def _key(one: Anchored) -> str:
    return one.cue.kind if one.cue.strong else one.cue.text[:5]


def _less(found: list[Anchored], both: Counter[str]) -> list[Anchored]:
    left = both.copy()
    rest = []
    for one in found:
        if left[_key(one)] > 0:
            left[_key(one)] -= 1
        else:
            rest.append(one)
    return rest


def _denials(side: Side) -> list[Anchored]:
    """The explicit negations and the denying words; "neither … nor" is one, and so is "no … ningún"."""
    found = [one for one in side.cues if one.cue.force]
    found = [one for one in found if not _goes_on(one, found, side.text)]
    return [
        one for at, one in enumerate(found)
        if not (at and found[at - 1].sentence == one.sentence and goes_with(one.cue.text, found[at - 1].cue.text))
    ]  # fmt: skip


def _goes_on(one: Anchored, found: list[Anchored], text: str) -> bool:
    """Whether a denial only goes on with what was denied before: "nicht …, auch nicht", and a "ni" by itself, before
    which a bound denies ("no será inferior a 5 ni a 3")."""
    alone = not any(other is not one and other.sentence == one.sentence for other in found)
    if one.cue.text == "ni":
        return alone
    return one.cue.text == "nicht" and not alone and text[: one.cue.start].endswith(", auch ")


def goes_with(word: str, before: str) -> bool:
    """Whether a negation only goes with the one before it: "ne … aucun", and the other way round "aucun … ne"."""
    return word in CONCORD or (word in ("ne", "n'", "n’") and before in CONCORD)


def _echoes(here: Side, there: Side, without: str = "") -> int:
    """How many more words stand here than there that may answer for a denial ("the contract *ended*"); not those
    of a class that is left out."""
    ours, theirs = (
        sum(not one.cue.force and one.cue.kind != without for one in side.cues) for side in (here, there)
    )
    return ours - theirs


def _affirmed(one: Anchored, there: Side) -> bool:
    """Whether the next words after this negation stand in the other text, together, without any denial there."""
    if not one.after:
        return False
    anchor = one.after[0]
    places = there.where(anchor)
    if len(one.after) > 1:
        both = [at for at in places if one.after[1] in there.stems[at]]
        places = both or (places if len(there.stems) == 1 or len(places) == 1 else [])
    return bool(places) and not any(_denied(anchor, at, there) for at in places)


def _denied(anchor: str, sentence: int, side: Side) -> bool:
    """Whether an explicit or implicit denial stands near the anchor in this sentence."""
    ats = [at for root, where, at in side.places if root == anchor and where == sentence]
    return any(other.sentence == sentence and any(_reaches(other, at, side.text) for at in ats) for other in side.cues)


def _reaches(denial: Anchored, at: int, text: str) -> bool:
    """Whether a denial stands near a place, and before it, or after it in the same clause. A word that may only
    answer for a denial must stand nearer."""
    if at >= denial.cue.end:
        return at - denial.cue.end <= (NEAR if denial.cue.force else REACH)
    return denial.cue.start - at <= NEAR and not set(",;:") & set(text[at : denial.cue.start])
