# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether something rose or fell by a number: "rose by a quarter", "a quarter fewer"; was doubled, or is half as much.
English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.number import Number
from pipeline.plain.words import language

_UP = r"(?:rose|risen|ris(?:es?|ing)|increas\w+|grew|grow\w*|went up|go(?:es)? up|climb\w+|rais(?:es?|ed|ing)|gain\w*)"
_DOWN = (
    r"(?:fell|fallen|fall(?:s|ing)?|decreas\w+|declin\w+|dropp?\w*|went down|go(?:es)? down|reduc\w+|lower(?:s|ed|ing)"
    r"|shr[aiu]nk\w*|cut(?:s|ting)?|los[et]\w*)"
)
_MORE = r"(?:more|higher|larger|bigger|longer|dearer|heavier|greater)"
_LESS = r"(?:less|fewer|lower|smaller|shorter|cheaper|lighter)"
_SIZE = r"(?:(?:about|around|nearly|almost|roughly|over|some|up to|at least|at most|more than)\s+)?"
_BY = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+[^\W\d_]+){{0,3}}?\s+by\s+{_SIZE}(?:an?\s+)?[€$£]?\s?$"
_BEFORE = re.compile(_BY, re.IGNORECASE)
_BEHIND = re.compile(rf"\s+(?:[^\W\d_]+\s+)?(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b(?!\s+or\b)", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(?:doubl(?:es?|ed|ing)|twice as|two times as)\b", re.IGNORECASE)
_HALVED = re.compile(r"\b(?:halv(?:es?|ed|ing)|half as|half (?:of )?(?:the|your|that))\b", re.IGNORECASE)
# What it was before is said from the other end.
_EARLIER = re.compile(
    r"\b(?:before(?! the\b)|previous\w*|earlier|former\w*|used to|old|had been|until)\b", re.IGNORECASE
)
_EARLIER_ON = re.compile(r"\b(?:used to|had been|was|earlier|formerly)\b", re.IGNORECASE)


def compare_direction(texts: Sequence[str], sides: Sequence[Sequence[Number]], lang: str) -> Iterator[Difference]:
    """What rose by a number in one text and fell by it in the other, and what was doubled in one and is half in the
    other. In: both texts, and their numbers, each in one unit of its dimension."""
    if language(lang) != "en":
        return
    for one in sides[0]:
        for other in sides[1]:
            ways = _way(one, texts[0]), _way(other, texts[1])
            if key(one) == key(other) and all(ways) and ways[0] != ways[1] and not _EARLIER_ON.search(texts[1]):
                was, now = f"{one.text} {ways[0]}", f"{other.text} {ways[1]}"
                yield Difference("numbers", "exchanged", was, now, "It turned.")
                return
    for here, there, step in ((texts[0], texts[1], 1), (texts[1], texts[0], -1)):
        twice, half = _DOUBLED.search(here), _HALVED.search(there)
        turned = _HALVED.search(here) or _DOUBLED.search(there) or _EARLIER.search(there)
        if twice and half and not turned:
            was, now = (twice.group(), half.group())[::step]
            yield Difference("numbers", "exchanged", was, now, "It turned.")
            return


def _way(one: Number, text: str) -> str:
    """Whether something rose or fell by a number; "" where the text does not say."""
    match = _BEFORE.search(text, max(0, one.start - 60), one.start) or _BEHIND.match(text, one.end)
    return "" if not match else "more" if match["up"] else "less"
