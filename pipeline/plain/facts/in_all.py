# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes on top in one text and is all there is in the other: "two weeks and a further four", "four in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.relative import is_total

# "A further two months", "extended by two months", "two more months", "two extra days", "another two".
FURTHER_BEFORE = re.compile(
    r"\b(?:(?:an? )?(?:further|additional|extra)|another|(?:extend\w*|prolong\w*|lengthen\w*)\s+(?:\w+\s+){0,3}?by)\s+"
    r"(?:up to\s+|at most\s+)?$",
    re.IGNORECASE,
)
FURTHER = re.compile(r"^\S+\s+(?:more|further|additional|extra)\b|^\s+(?:more|longer|extra|on top)\b", re.IGNORECASE)
REACH = 60  # code points before a number


def compare_in_all(texts: Sequence[str], sides: Sequence[Sequence[Number]]) -> Iterator[Difference]:
    """The numbers that come on top of another one in one text and are the total in the other. In: both texts and their
    numbers, each in one unit of its dimension."""
    for here in (0, 1):
        further = {key(one): one for one in sides[here] if _comes_on_top(one, texts[here])}
        totals = {key(one): one for one in sides[1 - here] if is_total(one, texts[1 - here])}
        own_totals = {key(one) for one in sides[here] if is_total(one, texts[here])}
        on_top_there = {key(one) for one in sides[1 - here] if _comes_on_top(one, texts[1 - here])}
        for value in further.keys() & totals.keys() - own_totals - on_top_there:
            said = (further[value].text, totals[value].text)
            yield Difference("numbers", "exchanged", *(said if here == 0 else said[::-1]), "Of what it is the sum.")


def _comes_on_top(one: Number, text: str) -> bool:
    before = FURTHER_BEFORE.search(text, max(0, one.start - REACH), one.start)
    return bool(before or FURTHER.match(text[one.start : one.end]) or FURTHER.match(text[one.end : one.end + 20]))
