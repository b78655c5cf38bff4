# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much evidence a difference is: its signs, weighed. What weighs enough is strong, the rest asks for a second look.

The weights (``lexicon/evidence.tsv``) are those of a logistic regression, fitted on the pairs of ``tests/plain`` by
``tests/plain/fit_evidence.py`` and judged by leaving out whole sets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from math import exp

from pipeline.plain.bounds import edited
from pipeline.plain.difference import Difference
from pipeline.plain.pair import Pair
from pipeline.plain.signs import signs
from pipeline.plain.uncarried import uncarried
from pipeline.plain.undone import bounds_of, tally, undoing

IF_NOT = re.compile(r"\bif (?:[\w’']+ ){0,4}$", re.IGNORECASE)
OTHERWISE = re.compile(r"\b(?:otherwise|or else|fail\w*|default\w*|unless|without|omission)\b", re.IGNORECASE)
Settled = Callable[[str, Mapping[str, float], Counter[str] | None], bool]
ENOUGH = 0.5  # of certain; the intercept of the table holds where the line is drawn


def weigh(found: Iterable[Difference], pair: Pair) -> Iterator[Difference]:
    """The differences, each as strong or weak as its signs say; those without signs as they are. With them what no
    rule tells, where the evidence for a change is strong and none of its kind is told as strong already."""
    edit = edited(pair.text(0), pair.text(1))
    flagged: set[str] = set()

    def settled(kind: str, own: Mapping[str, float], told: Counter[str] | None) -> bool:
        needless = f"{kind} by statement" in own and kind.split(maxsplit=1)[0] in flagged
        return needless or decided(kind, own, told)

    for one, own, carried in evidence(list(found), pair, settled):
        if not carried:
            if one.kind in flagged or certainty(own) < ENOUGH or otherwise(one, pair):
                continue
            now = replace(one, weak=False)
        elif not own or (edit and not one.weak):
            now = one  # of a text that is an edit of the other nothing came with the wording
        else:
            bounded = one.answered and own.get(f"{one.kind} {one.change} bounds", 0.0) > 0  # "may be up to 5"
            now = replace(one, weak=bounded or otherwise(one, pair) or certainty(own) < ENOUGH)
        flagged |= set() if now.weak else {now.kind}
        yield now


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
        if own and not (settled and settled(kind, own, None)):
            base = tally(pair) if base is None else base
            if not (settled and settled(kind, own, base)):
                own |= {f"{kind} {name}": value for name, value in undoing(one, pair, base).items() if value}
        yield one, own, carried


def decided(kind: str, own: Mapping[str, float], told: Counter[str] | None) -> bool:
    """Whether no answer to what a difference did could bring it over the line, or back. ``told``: how much is told of
    the two texts, where it is known: no more than that can be told less."""
    table, least, most = weights(), 0.0, 0.0
    for name, (low, high) in bounds_of(told).items():
        ends = [table.get(f"{kind} {name}", 0.0) * value for value in (low, high)]
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


def certainty(own: Mapping[str, float], more: float = 0.0) -> float:
    """How certain a change of meaning is by its signs (0 to 1); ``more``: what else speaks for it, in log odds."""
    table = weights()
    return 1 / (1 + exp(-table[""] - more - sum(table.get(name, 0.0) * value for name, value in own.items())))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """What each sign weighs; "" is the intercept."""
    lines = (files("pipeline.plain.lexicon") / "evidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name if name != "intercept" else "": float(value) for name, value in rows}
