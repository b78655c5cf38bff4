# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses of a text: what each demands, forbids, allows, leaves free or denies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.text.implied import Implied, implied
from pipeline.plain.words import WORD, stem

DUTY, BAN, LEAVE, FREE, ADVICE, WILL, URGE = "duty", "ban", "leave", "free", "advice", "will", "urge"
ASK, DEMAND = "ask", "demand"
FORCE = {
    "obligation": DUTY, "shall": DUTY, "order": DUTY, "exempt": FREE, "recommendation": ADVICE, "permission": LEAVE,
    "maybe": LEAVE, "forbidden": BAN, "none may": BAN, "may not": BAN, "demand": DEMAND, "urge": URGE, "ask": ASK,
    "future": WILL, "none will": WILL,
}  # fmt: skip
# What turns a ban into a permission: "not … unless", "not … without" and "only if" say one thing.
BARRED = frozenset({"exception", "until"})
WITHOUT = re.compile(r"without|sans|ohne|sin|[وف]?(?:بدون|بلا|(?:من )?دون)", re.IGNORECASE)
BEHIND = re.compile(r"sans|ohne|sin|[وف]?(?:بدون|بلا|(?:من )?دون)")  # "puede ir sin cita" bans nothing
BESIDE = 5  # code points between two words that belong together
NO = frozenset(("no", "nothing", "nobody", "none"))  # "may say no": what is said, and no ban
BOUNDARY = "except"
WITHIN = 20
FAR = {"de": 80}  # "Sie dürfen im Park … nicht"
BEGINNING = 5  # letters of a stem that are compared: "treatment" and "treat" are one
END = re.compile(r"(?<=[.!?;:؟])\s+|\n+")
CLAUSE = re.compile(
    r"(?<=[.!?;:؟])\s+|\n+|,\s+(?=(?:(?:and|or|but|although|though|whereas|while|which|who|whose|whom|provided|et|ou|mais|qui|"
    r"und|oder|aber|wobei|y|o|pero|que|quien)\b)|(?:for|of|in|to|by|after|from|failing|on)\s+wh\w+)|\s+(?=but\b|although\b|whereas\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: where it stands, the stems and the numbers in it, its forces, the words that may answer for one, its
    denials, and what its sentence has of exceptions: "barred" (a denial with "unless", "until", "without"), "only",
    "before"."""

    start: int
    end: int
    stems: frozenset[str]
    forces: frozenset[str]
    hints: frozenset[tuple[str, str]]
    denials: tuple[Cue, ...]
    exceptions: frozenset[str]
    implied: tuple[Implied, ...]
    bounds: frozenset[str]
    capped: bool

    @property
    def denies(self) -> bool:
        """Whether it denies outright."""
        return any(cue.strong for cue in self.denials)

    def denied(self, other: Clause) -> int:
        """How often it denies. That there is no duty is one time, if the other clause is no ban."""
        ban = BAN not in self.forces and (BAN in other.forces or any(hint == BAN for hint, _ in other.hints))
        return len(self.denials) + (FREE in self.forces and not ban)


def clauses(text: str, data: Lexicon, lang: str, skip: Sequence[tuple[int, int]] = ()) -> tuple[Clause, ...]:
    """The clauses of a text, in order. What stands in ``skip`` (bounds of numbers) denies nothing."""
    modal, denying, conditions = data.modality.find(text), data.negation.find(text), data.conditions.find(text)
    denying = tuple(cue for cue in denying if not any(start <= cue.start < end for start, end in skip))
    cuts = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text) + 1]
    ends = [0, *(match.end() for match in END.finditer(text)), len(text) + 1]
    words = list(implied(text, lang))
    starts = {start for start, _ in skip}
    bounds = [(cue.start, cue.kind) for cue in data.bounds.find(text) if cue.start in starts]
    exceptions = [_exceptions(_in(conditions, *each), _in(denying, *each)) for each in pairwise(ends)]
    return tuple(
        Clause(
            start, end,
            frozenset(root for root, _ in content(text[start:end], data, lang)),
            frozenset(forces_of(_in(modal, start, end, forced=True), _in(denying, start, end), FAR.get(lang, BESIDE))),
            frozenset(
                (force, cue.text[:BEGINNING])
                for cue in _in(modal, start, end) if not cue.force
                for force in forces_of([cue], _in(denying, start, end), FAR.get(lang, BESIDE))
            ),
            tuple(cue for cue in _in(denying, start, end) if cue.force),
            exceptions[bisect_right(ends, start) - 1],
            tuple(word for at, word in words if start <= at < end and not _said(at, denying)),
            frozenset(kind for at, kind in bounds if start <= at < end),
            any(cue.start < last and at < cue.end for cue in _in(modal, start, end) for at, last in skip),
        )
        for start, end in pairwise(cuts)
    )  # fmt: skip


def _said(at: int, denying: Sequence[Cue]) -> bool:
    """Whether a word is counted as a denial by itself, or draws a line only ("only")."""
    return any((cue.force or cue.kind == BOUNDARY) and cue.start <= at < cue.end for cue in denying)


def _exceptions(conditions: Sequence[Cue], denying: Sequence[Cue]) -> frozenset[str]:
    """What a sentence has of exceptions."""
    kinds = {cue.kind for cue in conditions if cue.force}
    without = any(WITHOUT.match(cue.text) for cue in denying)
    denied = any(cue.force and not WITHOUT.match(cue.text) for cue in denying)
    barred = {"barred"} if denied and (without or kinds & BARRED) else set()
    return frozenset(barred | kinds & {"only", "before", "exception", "condition", "until"})


def _in(cues: Iterable[Cue], start: int, end: int, *, forced: bool = False) -> list[Cue]:
    return [cue for cue in cues if start <= cue.start < end and (cue.force or not forced)]


def content(text: str, data: Lexicon, lang: str) -> Iterable[tuple[str, str]]:
    """The numbers and the content words of a text, each with the beginning of its stem, by which it is compared."""
    yield from ((digits, digits) for digits in re.findall(r"\d+", text))
    for word in WORD.findall(text):
        if word.lower() not in data.function_words:
            yield beginning(word, lang), word


def beginning(word: str, lang: str) -> str:
    """The beginning of the stem of a word, by which it is compared."""
    return stem(word, lang)[:BEGINNING]


def beginnings(words: Iterable[str], data: Lexicon, lang: str) -> list[str]:
    """The beginnings of the stems of the content words among some."""
    return [beginning(word, lang) for word in words if word.lower() not in data.function_words]


def stems_of(text: str, data: Lexicon, lang: str) -> set[str]:
    """The same of a text, each once."""
    return set(beginnings(WORD.findall(text), data, lang))


def forces_of(modal: Iterable[Cue], denying: Sequence[Cue], reach: int) -> Iterable[str]:
    """The forces of a clause. A permission that is denied is a ban."""
    for cue in modal:
        force = FORCE.get(cue.kind, "")
        denied = any(
            one.strong and apart(one, cue) <= (1 if one.text in NO else BESIDE if WITHOUT.match(one.text) else reach)
            and not (one.start > cue.start and BEHIND.match(one.text))
            for one in denying
        )  # fmt: skip
        force = BAN if force == LEAVE and (denied or cue.text.startswith("unable")) else force
        if cue.kind == "obligation" and any(one.strong and 0 <= cue.start - one.end <= WITHIN for one in denying):
            force = BAN if cue.text == "must" else FREE  # "no ramp must be", "neither is compulsory"
        yield force
        if force == BAN and any(not one.strong and 0 < one.start - cue.end <= BESIDE for one in denying if one.force):
            yield DUTY  # "may not refuse access", "must let in"


def apart(one: Cue, other: Cue) -> int:
    """How many code points stand between two cues; none where they share some ("cannot")."""
    return max(0, one.start - other.end, other.start - one.end)
