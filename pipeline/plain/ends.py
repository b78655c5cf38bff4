# SPDX-License-Identifier: AGPL-3.0-or-later
"""From which end a number is counted: the first or the last nine months, nine months after or before.

The first ones and those after lie ahead of where they are counted from, the last ones and those before lie behind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.amounts import key
from pipeline.plain.difference import Difference
from pipeline.plain.number import Number
from pipeline.plain.scales import TIME

AHEAD, BEHIND = "ahead", "behind"
FIRST = r"first|opening|initial|premi(?:ers?|ères?)|erste[nrs]?|primer[oa]s?"
LAST = r"last|final|closing|derni(?:ers?|ères?)|letzte[nrs]?|últim[oa]s?"
BEFORE_IT = re.compile(rf"(?<!\w)(?<!at )(?:(?P<ahead>{FIRST})|(?P<behind>{LAST}))\s+$", re.IGNORECASE)
WITHIN = re.compile(rf"(?<!\w)(?:(?P<ahead>{FIRST})|(?P<behind>{LAST}))(?!\w)", re.IGNORECASE)
BEHIND_IT = re.compile(
    r"\s+(?:(?P<ahead>after(?!wards)|later|après|nach|después de)|"
    r"(?P<behind>before|prior to|ahead of|earlier|avant|vor|antes de))\b",
    re.IGNORECASE,
)


def compare_ends(texts: Sequence[str], sides: Sequence[Sequence[Number]]) -> Iterator[Difference]:
    """The numbers that are counted from the other end. In: both texts and their numbers, each in one unit of its
    dimension."""
    ours, theirs = (_ends(text, numbers) for text, numbers in zip(texts, sides, strict=True))
    for value, said in ours.items():
        now = theirs.get(value, {})
        # One of both must say "first" or "last": what is before and what is after is turned round with its sentence.
        if len(said) == len(now) == 1 and said.keys() != now.keys():
            ((one, of_end),), ((other, of_end_now),) = said.values(), now.values()
            if of_end or of_end_now:
                yield Difference("numbers", "exchanged", one, other, "It is counted from the other end.")


def said_by_after(one: Number, here: tuple[str, Sequence[Number]], there: tuple[str, Sequence[Number]]) -> bool:
    """Whether an ordinal stands before a number ("the first six months") that the other text counts from the same
    place ("six months after"). In: the ordinal, and both texts with their numbers."""
    text, numbers = here
    counted = next((key(other) for other in numbers if not text[one.end : other.start].strip()
                    and other.start > one.end), None)  # fmt: skip
    return counted is not None and AHEAD in _ends(*there).get(counted, {})


def _ends(text: str, numbers: Sequence[Number]) -> Mapping[tuple[float, str], dict[str, tuple[str, bool]]]:
    """For each number where it lies, with the words that say so, and whether they are "first" or "last"."""
    found: dict[tuple[float, str], dict[str, tuple[str, bool]]] = defaultdict(dict)
    for one in numbers:
        if one.unit == "th" or one.weak:
            continue
        match = BEFORE_IT.search(text, max(0, one.start - 12), one.start) or WITHIN.search(text, one.start, one.end)
        of_end = match is not None
        if not match and one.unit in TIME:
            match = BEHIND_IT.match(text, one.end)
        if match and match.lastgroup:
            said = text[min(match.start(), one.start) : max(match.end(), one.end)]
            found[key(one)].setdefault(match.lastgroup, (said, of_end))
    return found
