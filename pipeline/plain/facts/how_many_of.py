# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many of what: one assessor that became two, both parents that became one of them, where the text has the other
number too, so that none is gone. English only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.words import WORD, language, stem

_WORDS = 2  # behind a number, of which the last may be what it counts
_OF_THE = re.compile(r"\s+of(?:\s+(?:the|its|their|your|our|his|her|these|those))?(?:\s+two)?(?=\s)", re.IGNORECASE)
_NEXT = re.compile(rf"\s+({WORD.pattern})")
_BOTH = re.compile(r"\b(?:both|the two)(?=\s)", re.IGNORECASE)
_MOST = 3  # a larger number that is another one is gone, and told as such
_NO_COUNT = frozenset("first second third quarter quarters half".split())  # noqa: SIM905


def compare_how_many(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon, lang: str
) -> Iterator[Difference]:
    """The first thing that is counted once in each text, and by another number. In: both texts, and their numbers, each
    in one unit of its dimension."""
    if language(lang) != "en":
        return
    ours, theirs = (_counts(text, numbers, data, lang) for text, numbers in zip(texts, sides, strict=True))
    for noun, counts in ours.items():
        now = theirs.get(noun, {})
        if len(counts) == len(now) == 1 and counts.keys() != now.keys():
            (was,), (said,) = counts.values(), now.values()
            yield Difference("numbers", "exchanged", was, said, "There are as many of them.")
            return


def _counts(
    text: str, numbers: Sequence[Number], data: Lexicon, lang: str
) -> Mapping[str, Mapping[float, str]]:
    """For each stem the numbers that count it, with what stands there."""
    found: dict[str, dict[float, str]] = defaultdict(dict)
    places = [
        (one.value, one.start, one.end) for one in numbers
        if not one.unit and 0 < one.value <= _MOST and one.text.lower() not in _NO_COUNT
    ]  # fmt: skip
    places += [(2.0, *match.span()) for match in _BOTH.finditer(text)]
    for value, start, end in places:
        of = _OF_THE.match(text, end)
        at = of.end() if of else end
        for _ in range(_WORDS):
            match = _NEXT.match(text, at)
            word = match[1].lower() if match else ""
            if not match or word in data.function_words or word in data.measures or word in data.units:
                break
            at = match.end()
            found[stem(word, lang)].setdefault(value, text[start:at])
    return found
