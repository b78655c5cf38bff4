# SPDX-License-Identifier: AGPL-3.0-or-later
"""Duties and permissions of two texts, balanced: each of one text is answered by one of the other, and only by one.

A text of several statements has nearly always some "must" or "may" that could answer for another one. So they are
matched one to one, first what is said of the same words. What is left on both sides, is of another force, and is said
of the same statement, was exchanged: that is what a change of one word leaves behind. What is left on one side only
is most often a matter of wording (a noun that says "must", a "can" that leads a sentence in): it is a change where
the very words that it is said of stand bare in the other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.plain.lexicon import Cue
from pipeline.plain.statements.propositions import Statements
from pipeline.plain.text.clauses import ADVICE, ASK, BAN, BEGINNING, DEMAND, DUTY, FREE, LEAVE, URGE, WILL
from pipeline.plain.text.sides import Side

# What says the same in other words, and what does not.
ALIKE = frozenset(frozenset(pair) for pair in ((FREE, LEAVE), (ADVICE, URGE), (DUTY, DEMAND), (ASK, ADVICE)))
UNLIKE = frozenset(
    frozenset(pair)
    for pair in (
        (DUTY, LEAVE), (DUTY, ADVICE), (DUTY, FREE), (LEAVE, BAN), (LEAVE, ADVICE), (ADVICE, BAN), (BAN, FREE),
        (DEMAND, ASK), (URGE, ASK), (URGE, DUTY), (URGE, DEMAND), (ASK, DUTY), (WILL, LEAVE), (WILL, ADVICE),
        (DUTY, WILL), (DUTY, BAN), (ADVICE, FREE), (URGE, LEAVE), (ASK, LEAVE), (DEMAND, LEAVE),
    )
)  # fmt: skip
# The forces that another word than a modal may have been exchanged with one for.
PLAIN = frozenset((DUTY, BAN, LEAVE, FREE, ADVICE))
CLAUSE_END = re.compile(r"[.;:!?•](?:\s|$)")
DEADLINE = re.compile(r"ha(?:s|ve)\b")  # "has 14 days to"
CANNOT = re.compile(r"cannot|can['’]t|unable")
SAME_WORD, OTHER_WORD, SAME_CLAUSE, NUMBER, PLACE = 3.0, 1.5, 1.5, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A force of one text: the cue, which force, whether it is a modal (and no word that only may answer for one), the
    stems that it is said of, the number of its clause, whether the clause denies, and where it stands (0 to 1)."""

    cue: Cue
    force: str
    firm: bool
    after: tuple[str, ...]
    clause: int
    denies: bool
    place: float


Pair = tuple[Said, Said]


def changes_force(source: Side, plain: Side, beside: Statements) -> bool:
    """Whether the forces of two texts, once each is answered by one of the other, show that one was changed."""
    ours, theirs = _said(source, beside, of_plain=False), _said(plain, beside, of_plain=True)
    _answer(ours, theirs, beside, firm=True)
    ours = [one for one in ours if not (one.cue.kind == "shall" and _declared(one, beside))]
    if any(_is_exchange(*pair, beside) for pair in _unlike(ours, theirs) if pair[0].firm and pair[1].firm):
        return True
    _answer(ours, theirs, beside, firm=False)
    words = [{stem[:BEGINNING] for stem in side.index} for side in (source, plain)]  # a word of both was not exchanged
    ours = [one for one in ours if one.firm or one.cue.text[:BEGINNING] not in words[1]]
    theirs = [one for one in theirs if one.firm or one.cue.text[:BEGINNING] not in words[0]]
    if any(_is_exchange(*pair, beside) for pair in _unlike(ours, theirs) if _is_half(*pair)):
        return True
    return any(_bare(one, source, plain) and one.cue.kind != "shall" and not beside.comes_to(one.cue, of_plain=False)
               for one in ours) or any(
        _bare(one, plain, source) and not beside.comes_to(one.cue, of_plain=True) for one in theirs
    )  # fmt: skip


def _said(side: Side, beside: Statements, *, of_plain: bool) -> list[Said]:
    found = []
    for one in side.cues:
        force, denies = beside.force_of(one.cue, of_plain=of_plain)
        declares = (one.cue.kind, one.cue.force) == ("shall", 1)
        firm = (one.cue.force > 0 and not declares) or (force == BAN and bool(CANNOT.match(one.cue.text)))
        if force and (firm or force != WILL):
            after = tuple(root[:BEGINNING] for root in one.after)
            clause = beside.at(one.cue, of_plain=of_plain)
            found.append(Said(one.cue, force, firm, after, clause, denies, one.cue.start / len(side.text)))
    return found


def _answer(ours: list[Said], theirs: list[Said], beside: Statements, *, firm: bool) -> None:
    """Takes away what answers each other, the nearest first: modals by modals (``firm``), or by other words."""
    pairs = sorted(
        ((_nearness(one, other, beside) + rank, at, to)
         for at, one in enumerate(ours) for to, other in enumerate(theirs)
         if (one.firm and other.firm if firm else one.firm != other.firm)
         and (rank := _rank(one, other, beside)) is not None),
        key=lambda pair: (-pair[0], pair[1:]),
    )  # fmt: skip
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for _, at, to in pairs:
        if at in left and to in right:
            left.discard(at)
            right.discard(to)
    ours[:], theirs[:] = [ours[at] for at in sorted(left)], [theirs[at] for at in sorted(right)]


def _rank(one: Said, other: Said, beside: Statements) -> float | None:
    """How well two forces answer each other, their places aside; None: not at all."""
    if one.force == other.force:
        return 1.0
    forces = frozenset((one.force, other.force))
    alike = one.cue.kind == "shall" if forces == {DUTY, WILL} else forces in ALIKE
    return -0.5 if alike and _nearness(one, other, beside) >= SAME_CLAUSE else None


def _nearness(one: Said, other: Said, beside: Statements) -> float:
    ours, theirs = one.after, other.after
    same = SAME_WORD if ours[:1] and ours[:1] == theirs[:1] else OTHER_WORD if set(ours) & set(theirs) else 0.0
    here, there = beside.original[one.clause], beside.plain[other.clause]
    together = SAME_CLAUSE if beside.origins[other.clause] == one.clause else 0.0
    numbers = NUMBER * any(word.isdigit() for word in here.stems & there.stems)
    return same + together + numbers + PLACE * (1 - abs(one.place - other.place))


def _unlike(gone: list[Said], came: list[Said]) -> Iterator[Pair]:
    """The forces of both sides of which one may have been put for the other."""
    return (
        (one, other) for one in gone for other in came if frozenset((one.force, other.force)) in UNLIKE
    )  # fmt: skip


def _is_half(one: Said, other: Said) -> bool:
    """Whether one of two forces is said by another word ("payable", "may be paid"), and denied by none."""
    loose = one if other.firm else other
    if DEADLINE.match(loose.cue.text):
        return False
    if one.firm == other.firm or loose.force not in PLAIN or (loose.denies and loose.force not in (ADVICE, BAN)):
        return False
    return not (one.cue.kind == "shall" and loose.force == LEAVE)  # "shall enjoy", "has the right to"


def _is_exchange(one: Said, other: Said, beside: Statements) -> bool:
    """Whether two unlike forces are said of the same statement, and the statements do not come to the same."""
    turned = {one.force, other.force} == {DUTY, BAN}  # mostly of another word: "may not refuse", "has to accept"
    if _nearness(one, other, beside) < SAME_CLAUSE + OTHER_WORD * turned:
        return False
    if beside.comes_to(one.cue, of_plain=False) or beside.comes_to(other.cue, of_plain=True):
        return False
    if WILL in (one.force, other.force):
        same = one.after[:1] == other.after[:1] or DUTY not in (one.force, other.force)
        return same and one.denies == other.denies
    return True


def _declared(one: Said, beside: Statements) -> bool:
    """Whether the plain text says of the same word that it is so: "shall be chosen", "is chosen"."""
    return any(not clause.forces and set(one.after[:1]) & clause.stems for clause in beside.plain)


def _bare(one: Said, here: Side, there: Side) -> bool:
    """Whether the words that a modal is said of stand in the other text, and no force with them. A ban is a denial,
    which is compared as one."""
    if not one.cue.strong or one.force in (BAN, FREE):
        return False
    ends = CLAUSE_END.search(here.text, one.cue.end)
    end = ends.start() if ends else len(here.text)
    after = [root for root, _, at in here.places if one.cue.end <= at < end][:2]
    places = there.where(after[0]) if after else []
    if len(after) > 1:
        places = [at for at in places if after[1] in there.stems[at]]
    return bool(places) and not any(other.sentence in places for other in there.cues)
