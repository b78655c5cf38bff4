# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two numbers that changed places: each stands where the other one stood in the original.

What a number counts stands behind it or before it ("29 per cent of the men", "of the men, 29 %"). So the words on
both sides of two numbers are compared, each side with each; where those of both stay with them, nothing changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from pipeline.plain.amounts import key
from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import Number
from pipeline.plain.words import WORD, stem

FAR = 60  # code points on each side
FEW = 3  # words
BEHIND = (1, 1)
MOST = 20  # numbers after one that it is compared with
BREAK = re.compile(r"[.!?;•]\s|\d")
AND = re.compile(r"[,;]\s|\s(?:and|or|et|und|oder|y|o)\s", re.IGNORECASE)

Sides = tuple[frozenset[str], frozenset[str]]


def compare_swapped(
    original: str, plain: str, ours: Sequence[Number], theirs: Sequence[Number], data: Lexicon, lang: str
) -> Iterator[Difference]:
    """The pairs of numbers, each once in the original, that stand for each other in the plain text."""
    often = Counter(map(key, ours))
    first_there = {key(other): other for other in reversed(theirs)}
    once = [one for one in ours if often[key(one)] == 1 and key(one) in first_there]
    pairs = [(one, first_there[key(one)]) for one in once]
    near = [(_beside(original, one, data, lang), _beside(plain, other, data, lang)) for one, other in pairs]
    for first, second in combinations(range(len(pairs)), 2):
        one, other = pairs[first], pairs[second]
        turned = one[0].unit == other[0].unit and (one[0].start < other[0].start) != (one[1].start < other[1].start)
        if second - first < MOST and _crossed(near[first], near[second], turned=turned):
            yield Difference(
                "numbers", "exchanged", one[0].text, other[0].text, "The two numbers stand for each other.",
            )  # fmt: skip


def _crossed(one: tuple[Sides, Sides], other: tuple[Sides, Sides], *, turned: bool) -> bool:
    """Whether the words beside each of two numbers are those beside the other one there. ``turned``: whether they are
    of one kind, and their order is turned round; if not, only what stands behind them shows it."""
    crossed = False
    for here, there in product((0, 1), repeat=2):
        (mine, yours), (mine_now, yours_now) = (
            _apart(one[side][place], other[side][place]) for side, place in ((0, here), (1, there))
        )
        if mine & mine_now and yours & yours_now:
            return False
        crossed |= bool(mine & yours_now and yours & mine_now) and (turned or (here, there) == BEHIND)
    return crossed


def _apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What stands beside only one of two numbers."""
    return one - other, other - one


def _beside(text: str, number: Number, data: Lexicon, lang: str) -> Sides:
    """The stems of the words before a number and of those behind it, up to the next number or the end of a clause."""
    before = BREAK.split(text[max(0, number.start - FAR) : number.start])[-1]
    behind = AND.split(BREAK.split(text[number.end : number.end + FAR])[0])[0]
    first, last = (
        [word for word in WORD.findall(side) if word.lower() not in data.function_words] for side in (before, behind)
    )
    return frozenset(stem(word, lang) for word in first[-FEW:]), frozenset(stem(word, lang) for word in last[:FEW])
