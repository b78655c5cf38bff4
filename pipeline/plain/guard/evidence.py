# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much evidence a difference is: its signs, weighed. What weighs enough is strong, the rest asks for a second look.

The weights (``lexicon/evidence.tsv``) are those of a logistic regression, fitted on the pairs of ``tests/plain`` by
``tests/plain/fit_evidence.py`` and judged by leaving out whole sets. Where a reader of pairs is asked as well, what it
says of both texts moves the line (``read_together.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from pipeline.plain.difference import Difference
from pipeline.plain.facts.bounds import edited
from pipeline.plain.guard.read_together import UNREAD, alone, looks_at, reading_of
from pipeline.plain.guard.signs import signs
from pipeline.plain.guard.uncarried import uncarried
from pipeline.plain.guard.undone import bounds_of, tally, undoing
from pipeline.plain.statements.pair import Pair
from pipeline.plain.text.clauses import FORCE
from pipeline.plain.words import WORD

if TYPE_CHECKING:
    from pipeline.tools.pair_reader import PairReader

IF_NOT = re.compile(r"\bif (?:[\w’']+ ){0,4}$", re.IGNORECASE)
OTHERWISE = re.compile(r"\b(?:otherwise|or else|fail\w*|default\w*|unless|without|omission)\b", re.IGNORECASE)
COMMANDS = frozenset(("order", "forbidden"))  # classes of cues
ALIKE = 3  # words, a denial with those behind it, that say the same
Bounds = Mapping[str, tuple[float, float]]
Settled = Callable[[str, Mapping[str, float], Bounds], bool]
ENOUGH = 0.5  # of certain; the intercept of the table holds where the line is drawn


def weigh(found: Iterable[Difference], pair: Pair, reader: PairReader | None = None) -> Iterator[Difference]:
    """The differences, each as strong or weak as its signs say; those without signs as they are. With them what no
    rule tells, where the evidence for a change is strong and none of its kind is told as strong already.
    ``reader``: what reads two texts of this language together; None: it is not asked."""
    edit = edited(pair.text(0), pair.text(1))
    reader = reader if looks_at(pair.lang) else None
    read = reading_of(pair, reader) if reader else UNREAD
    flagged: set[str] = set()
    answered: set[str] = set()

    def settled(kind: str, own: Mapping[str, float], to_come: Bounds) -> bool:
        dimension = kind.split(maxsplit=1)[0]
        needless = f"{kind} by statement" in own and dimension in flagged
        return needless or decided(own, to_come, read.speaks(dimension, flagged))

    def enough(one: Difference, own: Mapping[str, float]) -> bool:
        return certainty(own, read.speaks(one.kind, flagged)) >= ENOUGH

    for one, own, carried in evidence(list(found), pair, settled):
        if not carried:
            if commanded(one, pair):
                answered.add(one.kind)
                continue
            if one.kind in flagged or not enough(one, own) or otherwise(one, pair) or said_alike(one, pair):
                continue
            now = replace(one, weak=False)
        elif one.kind == "opposites" and not edit:
            now = replace(one, weak=one.weak or read.same)
        elif not own or (edit and not one.weak):
            now = one  # of a text that is an edit of the other nothing came with the wording
        else:
            bounded = one.answered and own.get(f"{one.kind} {one.change} bounds", 0.0) > 0  # "may be up to 5"
            now = replace(one, weak=bounded or otherwise(one, pair) or not enough(one, own))
        flagged |= set() if now.weak else {now.kind}
        yield now
    if reader and not flagged and read.kind not in answered:
        yield from alone(read, pair, reader)


def evidence(
    told: Sequence[Difference], pair: Pair, settled: Settled | None = None
) -> Iterator[tuple[Difference, Mapping[str, float], bool]]:
    """What the rules tell of two texts, and then what no rule tells: each with its signs, and whether a rule told it.
    The signs are empty where it is not weighed. ``settled``: whether the signs of a difference of a kind say enough
    before it is undone to see what it did, which costs as much as reading a text again."""
    others = list(uncarried(told, pair))
    every = [*told, *others]
    base: Counter[str] | None = None  # asked of the rules once, and only where something is weighed
    for number, one in enumerate(every):
        carried = number < len(told)
        own = signs(one, pair, every, carried=carried)
        kind = f"{one.kind} {one.change}"
        if own and not (settled and settled(kind, own, _undone(kind, None))):
            base = tally(pair) if base is None else base
            if not (settled and settled(kind, own, _undone(kind, base))):
                own |= {f"{kind} {name}": value for name, value in undoing(one, pair, base).items() if value}
        yield one, own, carried


def _undone(kind: str, told: Counter[str] | None) -> dict[str, tuple[float, float]]:
    """How far the signs of what a difference did can go. ``told``: how much is told of the two texts, where it is
    known: no more than that can be told less."""
    return {f"{kind} {name}": bounds for name, bounds in bounds_of(told).items()}


def decided(own: Mapping[str, float], to_come: Bounds, more: float = 0.0) -> bool:
    """Whether no answer that is still to come could bring a difference over the line, or back. ``more``: what else
    speaks for it, in log odds."""
    least, most = more, more
    for name, bounds in to_come.items():
        ends = [weights().get(name, 0.0) * value for value in bounds]
        least, most = least + min(ends), most + max(ends)
    return certainty(own, most) < ENOUGH or certainty(own, least) >= ENOUGH


def otherwise(one: Difference, pair: Pair) -> bool:
    """Whether a denial came that only takes up a duty ("if you do not, …") where the original has "otherwise" or the
    like for it."""
    if (one.kind, one.change) != ("negation", "added") or one.places[1] < 0:
        return False
    plain = pair.text(1)
    end = one.places[1] + len(one.plain)
    taken_up = IF_NOT.search(plain, 0, one.places[1]) and plain[end : end + 1] == ","
    return bool(taken_up and OTHERWISE.search(pair.text(0)))


def said_alike(one: Difference, pair: Pair) -> bool:
    """Whether a denial and the words behind it stand in the other text as well, as often: only the sentences around
    them are set side by side otherwise."""
    side = next((at for at in (0, 1) if one.places[at] >= 0), 0)
    if one.kind != "negation" or one.places[side] < 0:
        return False
    own, other = (" ".join(WORD.findall(pair.text(at).lower())) for at in (side, 1 - side))
    said = " ".join(WORD.findall(pair.text(side)[one.places[side] :].lower())[:ALIKE])
    return 0 < own.count(said) <= other.count(said)


def commanded(one: Difference, pair: Pair) -> bool:
    """Whether a duty or ban that is gone stands as a command before the same word ("must not park", "Do not park")."""
    if (one.kind, one.change) != ("modality", "lost"):
        return False
    mine = next((other for other in pair.modality[0].cues if other.cue.start == one.places[0]), None)
    return mine is not None and bool(mine.after) and any(
        other.cue.kind in COMMANDS and not other.cue.force and other.after[:1] == mine.after[:1]
        and FORCE[other.cue.kind] == FORCE.get(mine.cue.kind)
        for other in pair.modality[1].cues
    )  # fmt: skip


def certainty(own: Mapping[str, float], more: float = 0.0) -> float:
    """How certain a change of meaning is by its signs (0 to 1). ``more``: what else speaks for it, in log odds."""
    return 1 / (1 + exp(-log_odds(own) - more))


def log_odds(own: Mapping[str, float]) -> float:
    """What the signs of a difference speak for a change of meaning; above 0 it is strong."""
    table = weights()
    return table[""] + sum(table.get(name, 0.0) * value for name, value in own.items())


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """What each sign weighs; "" is the intercept."""
    lines = (files("pipeline.plain.lexicon") / "evidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name if name != "intercept" else "": float(value) for name, value in rows}
