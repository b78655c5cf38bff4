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

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.words import WORD, stem

DUTY, BAN, LEAVE, FREE, ADVICE, WILL, URGE = "duty", "ban", "leave", "free", "advice", "will", "urge"
FORCE = {
    "obligation": DUTY, "shall": DUTY, "order": DUTY, "exempt": FREE, "recommendation": ADVICE, "permission": LEAVE,
    "maybe": LEAVE, "forbidden": BAN, "none may": BAN, "may not": BAN, "demand": URGE, "urge": URGE, "ask": URGE,
    "future": WILL, "none will": WILL,
}  # fmt: skip
SAME = {FREE: frozenset({LEAVE}), LEAVE: frozenset({FREE})}
# What turns a ban into a permission: "not … unless", "not … without" and "only if" say one thing.
BARRED = frozenset({"exception", "until"})
WITHOUT = re.compile(r"without|sans|ohne|sin", re.IGNORECASE)
END = re.compile(r"(?<=[.!?;:؟])\s+|\n+")
CLAUSE = re.compile(
    r"(?<=[.!?;:؟])\s+|\n+|,\s+(?=(?:(?:and|or|but|although|though|whereas|while|which|who|whose|whom|provided|et|ou|mais|qui|"
    r"und|oder|aber|wobei|y|o|pero|que|quien)\b)|(?:for|of|in|to|by|after|from|failing|on)\s+wh\w+)|\s+(?=but\b|although\b|whereas\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: where it stands, the stems and the numbers in it, its forces, its denials, and what its sentence has
    of exceptions: "barred" (a denial with "unless", "until", "without"), "only", "before"."""

    start: int
    end: int
    stems: frozenset[str]
    forces: frozenset[str]
    denials: tuple[Cue, ...]
    exceptions: frozenset[str]


def clauses(text: str, data: Lexicon, lang: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    modal, denying, conditions = data.modality.find(text), data.negation.find(text), data.conditions.find(text)
    cuts = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text) + 1]
    ends = [0, *(match.end() for match in END.finditer(text)), len(text) + 1]
    exceptions = [_exceptions(_in(conditions, *each), _in(denying, *each)) for each in pairwise(ends)]
    return tuple(
        Clause(
            start, end,
            frozenset(_stems(text[start:end], data, lang)),
            frozenset(_forces(_in(modal, start, end), _in(denying, start, end))),
            tuple(cue for cue in _in(denying, start, end) if cue.force),
            exceptions[bisect_right(ends, start) - 1],
        )
        for start, end in pairwise(cuts)
    )  # fmt: skip


def _exceptions(conditions: Sequence[Cue], denying: Sequence[Cue]) -> frozenset[str]:
    """What a sentence has of exceptions."""
    kinds = {cue.kind for cue in conditions if cue.force}
    without = any(WITHOUT.match(cue.text) for cue in denying)
    denied = any(cue.force and not WITHOUT.match(cue.text) for cue in denying)
    barred = {"barred"} if denied and (without or kinds & BARRED) else set()
    return frozenset(barred | kinds & {"only", "before"})


def _in(cues: Iterable[Cue], start: int, end: int) -> list[Cue]:
    return [cue for cue in cues if start <= cue.start < end]


def _stems(text: str, data: Lexicon, lang: str) -> Iterable[str]:
    yield from re.findall(r"\d+", text)
    yield from (stem(word, lang) for word in WORD.findall(text) if word.lower() not in data.function_words)


def _forces(modal: Sequence[Cue], denying: Sequence[Cue]) -> Iterable[str]:
    """The forces of a clause. A permission that is denied is a ban."""
    denied = any(cue.strong for cue in denying)
    for cue in modal:
        force = FORCE.get(cue.kind, "")
        yield BAN if force == LEAVE and denied and cue.force else force
        if force == LEAVE and not cue.force and any(cue.start == other.start for other in denying):
            yield BAN  # "cannot"


@dataclass(frozen=True, slots=True)
class Statements:
    """The clauses of two texts, side by side."""

    original: tuple[Clause, ...]
    plain: tuple[Clause, ...]

    def beside(self, clause: Clause, *, of_plain: bool) -> list[Clause]:
        """The clauses of the other text that share the most words with one; all of them where none shares any."""
        others = self.original if of_plain else self.plain
        shared = [_shared(clause.stems, other.stems) for other in others]
        most = max(shared, default=0)
        return [other for other, score in zip(others, shared, strict=True) if score == most]

    def force_answered(self, cue: Cue, *, of_plain: bool) -> bool:
        """Whether what a modal says is said by the clause beside its own, in the same or in other words."""
        clause = self._at(cue.start, of_plain=of_plain)
        return any(
            _same_force(force, clause, other, shall=cue.kind == "shall" and not of_plain)
            for force in _forces([cue], clause.denials)
            for other in self.beside(clause, of_plain=of_plain)
        )

    def denial_answered(self, cue: Cue, *, of_plain: bool) -> bool:
        """Whether a denial is one in the clause beside its own too, or one that an exception turns."""
        clause = self._at(cue.start, of_plain=of_plain)
        return any(
            0 < len(clause.denials) <= len(other.denials) or _turned(clause, other)
            for other in self.beside(clause, of_plain=of_plain)
        )

    def _at(self, place: int, *, of_plain: bool) -> Clause:
        side = self.plain if of_plain else self.original
        return next(clause for clause in side if clause.start <= place < clause.end)


def _same_force(force: str, clause: Clause, other: Clause, *, shall: bool) -> bool:
    if force in other.forces or SAME.get(force, frozenset()) & other.forces:
        return True
    if force in (BAN, LEAVE, ADVICE, DUTY) and _turned(clause, other):
        return bool({BAN, LEAVE, ADVICE, DUTY} & other.forces)
    if force == BAN and other.denials:
        return not other.forces & {FREE, ADVICE}
    if force == FREE and other.denials:
        return not other.forces
    return shall and not other.forces  # "shall become the property of", "belongs to"


def _turned(one: Clause, other: Clause) -> bool:
    """Whether a denial with an exception on one side is a condition without a denial on the other: "not … without",
    "only if", "must … before"."""
    for denied, said in ((one, other), (other, one)):
        if "barred" in denied.exceptions and not said.denials and said.exceptions & {"only", "before"}:
            return True
    return False


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many words two clauses share; a number is worth two."""
    return sum(1 + word.isdigit() for word in ours & theirs)
