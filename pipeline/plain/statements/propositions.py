# SPDX-License-Identifier: AGPL-3.0-or-later
"""Statements of two texts set side by side: what each clause demands, forbids, allows, leaves free or denies.

Official sentences hold two or three statements, and a plain text says each in its own way: "shall not be renewed
without consent" becomes "may be renewed only if", "need not be kept" becomes "may be thrown away". So a difference of
negation or force is weighed where it stands: the clause is set beside the clause of the other text that shares the
most words with it, and where the two come to the same by the rules of duties and permissions (a duty not to is a
ban, no duty to is a permission not to, a ban with an exception is a permission with a condition), the difference is
weak evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.plain.lexicon import Cue
from pipeline.plain.text.clauses import (
    ADVICE,
    BAN,
    BEGINNING,
    BESIDE,
    DUTY,
    FAR,
    FREE,
    LEAVE,
    URGE,
    WITHIN,
    Clause,
    apart,
    forces_of,
)  # fmt: skip

SAME = {FREE: frozenset({LEAVE}), LEAVE: frozenset({FREE}), ADVICE: frozenset({URGE})}
# "No guide is paid for more than 3 trips" says "at most".
DENIED = {"more than": "at most", "less than": "at least"}
HEDGES = frozenset({"norma", "usual", "gener", "typic", "mostl", "habit", "genér"})
DENIES = 6  # tenths of the uses of a word


@dataclass(frozen=True, slots=True)
class Statements:
    """The clauses of two texts, side by side: for each of the plain text the number of the one of the original that
    it belongs to. It is the one that shares the most words; a clause that shares none belongs to one of the same force
    that no other belongs to, or goes with the one before it."""

    original: tuple[Clause, ...]
    plain: tuple[Clause, ...]
    origins: tuple[int, ...]
    reach: int

    @staticmethod
    def of(ours: tuple[Clause, ...], theirs: tuple[Clause, ...], lang: str) -> Statements:
        """The statements of two texts by their clauses (``clauses.clauses``)."""
        best = [_best(clause, ours) for clause in theirs]
        taken = {at for at, most in best if most}
        origins: list[int] = []
        for clause, (at, most) in zip(theirs, best, strict=True):
            free = [one for one, other in enumerate(ours) if one not in taken and clause.forces & other.forces]
            before = origins[-1] if origins else at
            origins.append(at if most else free[0] if free else before)
        return Statements(ours, theirs, tuple(origins), FAR.get(lang, BESIDE))

    def pair(self, cue: Cue, *, of_plain: bool) -> tuple[Clause, Clause]:
        """The statement that a cue stands in, and what the other text says instead: a clause of the original, and all
        the clauses of the plain text that belong to it."""
        if of_plain:
            origin = self.origins[_at(self.plain, cue.start)]
            return self._all_of(origin), self.original[origin]
        at = _at(self.original, cue.start)
        return self.original[at], self._all_of(at)

    def _all_of(self, origin: int) -> Clause:
        """All that the plain text says of a clause of the original; where nothing belongs to it, what is most like
        it, or else what stands at its place."""
        mine = [clause for clause, at in zip(self.plain, self.origins, strict=True) if at == origin]
        if not mine:
            best, most = _best(self.original[origin], self.plain)
            mine = [self.plain[best if most else origin * len(self.plain) // len(self.original)]]
        return Clause(
            mine[0].start, mine[-1].end,
            frozenset().union(*(clause.stems for clause in mine)),
            frozenset().union(*(clause.forces for clause in mine)),
            frozenset().union(*(clause.hints for clause in mine)),
            tuple(cue for clause in mine for cue in clause.denials),
            frozenset().union(*(clause.exceptions for clause in mine)),
            tuple(word for clause in mine for word in clause.implied),
            frozenset().union(*(clause.bounds for clause in mine)),
            any(clause.capped for clause in mine),
        )  # fmt: skip

    def force_answered(self, cue: Cue, *, of_plain: bool) -> bool:
        """Whether what a modal says is said by the other text, in the same or in other words."""
        clause, other = self.pair(cue, of_plain=of_plain)
        own = self._own(cue, of_plain=of_plain)
        shall = cue.kind == "shall" and not of_plain
        forces = forces_of([cue], own.denials, self.reach)
        return any(_same_force(force, clause, other, shall=shall) for force in forces)

    def at(self, cue: Cue, *, of_plain: bool) -> int:
        """The number of the clause that a cue stands in."""
        return _at(self.plain if of_plain else self.original, cue.start)

    def _own(self, cue: Cue, *, of_plain: bool) -> Clause:
        return (self.plain if of_plain else self.original)[self.at(cue, of_plain=of_plain)]

    def force_of(self, cue: Cue, *, of_plain: bool) -> tuple[str, bool]:
        """The force that a cue has in its clause ("" for none), and whether it is denied there."""
        own = self._own(cue, of_plain=of_plain)
        denied = any(one.strong and apart(one, cue) <= WITHIN for one in own.denials)
        return next(iter(forces_of([cue], own.denials, self.reach)), ""), denied

    def comes_to(self, cue: Cue, *, of_plain: bool) -> bool:
        """Whether the other text says in other words what a modal says: an exception, a bound, a denial."""
        clause, other = self.pair(cue, of_plain=of_plain)
        return _comes_to(self.force_of(cue, of_plain=of_plain)[0], clause, other)

    def reworded(self, place: int, *, of_plain: bool) -> bool:
        """Whether most words of the statement that stands at a place are not in what the other text says instead."""
        if of_plain:
            at = _at(self.plain, place)
            own, other = self.plain[at], self.original[self.origins[at]]
        else:
            at = _at(self.original, place)
            own, other = self.original[at], self._all_of(at)
        return _shared(own.stems, other.stems) < len(own.stems) / 2

    def denial_answered(self, cue: Cue, after: Sequence[str], *, of_plain: bool) -> bool:
        """Whether the other text denies as often there, or says it with an exception or a word that denies instead.
        ``after``: the stems of the words that are denied."""
        clause, other = self.pair(cue, of_plain=of_plain)
        own = self._own(cue, of_plain=of_plain)
        if _turned(clause, other) or any(DENIED.get(bound, bound) in other.bounds - own.bounds for bound in own.bounds):
            return True
        denied = [root for root in after if root[:BEGINNING] in own.stems]
        if _implies(denied, clause, other, of_plain=of_plain):
            return True
        if any(cue in pair for pair in _pairs(clause.denials)):  # "no child will be excluded", "cannot be waived"
            even = clause.denied(other) - 2 * len(_pairs(clause.denials)) == other.denied(clause) - 2 * len(
                _pairs(other.denials)
            )
            return even or (not of_plain and not cue.strong and other.denied(clause) > 0)
        return 0 < clause.denied(other) <= other.denied(clause)

    def condition_answered(self, cue: Cue, *, of_plain: bool) -> bool:
        """Whether a condition is said with a denial more or less: "unless it is proven", "not … if it is"."""
        clause, other = self.pair(cue, of_plain=of_plain)
        if _turned(clause, other):
            return True
        kinds = {"exception", "condition"}
        one, two = clause.exceptions & kinds, other.exceptions & kinds
        return bool(one and two and one != two) and (clause.denied(other) > 0) != (other.denied(clause) > 0)


def _pairs(denials: Sequence[Cue]) -> list[tuple[Cue, Cue]]:
    """The denials that deny a word which denies, so that nothing is denied: "do not stop"."""
    return [
        (one, other) for one, other in pairwise(denials)
        if one.strong and not other.strong and other.start - one.end <= WITHIN
    ]  # fmt: skip


def _at(side: Sequence[Clause], place: int) -> int:
    return next(at for at, clause in enumerate(side) if clause.start <= place < clause.end)


def _best(clause: Clause, others: Sequence[Clause]) -> tuple[int, int]:
    """The clause that shares the most words with one, and how many."""
    shared = [_shared(clause.stems, other.stems) for other in others]
    most = max(shared, default=0)
    return shared.index(most), most


def _same_force(force: str, clause: Clause, other: Clause, *, shall: bool) -> bool:
    """Whether a force of one clause is in the other, in the same or in other words. A word that may answer for it does
    so where it is not on both sides."""
    forces = other.forces | {hint for hint, word in other.hints if (hint, word) not in clause.hints}
    if force in forces or SAME.get(force, frozenset()) & forces or _comes_to(force, clause, other):
        return True
    # "Shall become the property of", "belongs to"; not "normally belongs to".
    return shall and not forces and not HEDGES & (other.stems - clause.stems)


def _comes_to(force: str, clause: Clause, other: Clause) -> bool:
    """Whether one clause says with an exception, a bound or a denial what the other says with a force."""
    forces = other.forces | {hint for hint, word in other.hints if (hint, word) not in clause.hints}
    if force in (BAN, LEAVE, ADVICE, DUTY) and _turned(clause, other):
        return not forces or bool({BAN, LEAVE, ADVICE, DUTY} & forces)
    if (force == BAN and clause.capped and other.bounds and forces & {LEAVE, DUTY}) or (
        force in (LEAVE, DUTY) and other.capped and clause.bounds
    ):
        return True  # "shall not exceed 5", "may be up to 5"
    if force == BAN and clause.capped and not forces and clause.bounds & other.bounds:
        return True  # "may rise by no more than 5", "rises by 5 at most"
    if force == BAN and other.denials:
        return len(other.denials) >= len(clause.denials) and not forces & {FREE, ADVICE}
    return force == FREE and len(other.denials) > len(clause.denials) and not forces


def _implies(after: Sequence[str], clause: Clause, other: Clause, *, of_plain: bool) -> bool:
    """Whether a word of the other clause denies what this one does: "fasting", "not eat". A word of the original
    that denies in most of its uses may be said with other words altogether ("the hearing was vacated", "there is no
    hearing")."""
    denied = {root[:BEGINNING] for root in after}
    for word in other.implied:
        if word.root[:BEGINNING] in clause.stems:
            continue
        if any(root[:BEGINNING] in denied for root in word.denied):
            return True
        if of_plain and word.degree >= DENIES and not {root[:BEGINNING] for root in after[:1]} & other.stems:
            return True
    return False


def _turned(one: Clause, other: Clause) -> bool:
    """Whether a denial with an exception on one side is a condition without a denial on the other: "not … without",
    "only if", "must … before", "need consent", "must stay away until"."""
    for denied, said in ((one, other), (other, one)):
        if "barred" not in denied.exceptions or said.denies:
            continue
        needed = any(hint == DUTY and word.startswith("need") for hint, word in said.hints)
        stays = "until" in said.exceptions & denied.exceptions and DUTY in said.forces
        if said.exceptions & {"only", "before"} or needed or stays:
            return True
    return False


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many words two clauses share; a number is worth two."""
    return sum(1 + word.isdigit() for word in ours & theirs)
