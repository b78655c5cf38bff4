# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two numbers that changed what they count: four lessons of one hour, one lesson of four hours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.words import WORD, stem

WORDS = 2  # behind a number, that it may count
NEXT = re.compile(rf"(?:\s+|-)({WORD.pattern})")
ONE = re.compile(r"\ban?(?=\s)", re.IGNORECASE)  # "a lesson of four hours"


def compare_counted(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon, lang: str
) -> Iterator[Difference]:
    """The pairs of numbers of which each counts in the plain text only what the other one counts in the original.

    In: both texts and their numbers as they are written.
    """
    ours, theirs = (_counted(text, numbers, data, lang) for text, numbers in zip(texts, sides, strict=True))
    for one, other in combinations([value for value in ours if value in theirs], 2):
        mine, yours, mine_now, yours_now = ours[one], ours[other], theirs[one], theirs[other]
        stayed = mine.keys() & mine_now.keys() or yours.keys() & yours_now.keys()
        first, second = mine.keys() & yours_now.keys(), yours.keys() & mine_now.keys()
        if first and second and not stayed:
            was, now = mine[min(first)], mine_now[min(second)]
            yield Difference("numbers", "exchanged", was, now, "What two numbers count changed places.")


def _counted(
    text: str, numbers: Sequence[Number], data: Lexicon, lang: str
) -> Mapping[float, dict[str, str]]:
    """For each number the stems of what it counts, each with the number and the word as they stand."""
    found: dict[float, dict[str, str]] = defaultdict(dict)
    places = [(one.value, one.start, one.end) for one in numbers if not one.unit]
    if lang.lower().startswith("en"):
        places += [(1.0, match.start(), match.end()) for match in ONE.finditer(text)]
    for value, start, end in places:
        at = end
        for _ in range(WORDS):
            match = NEXT.match(text, at)
            if not match or match[1].lower() in data.function_words:
                break
            at = match.end()
            found[value].setdefault(stem(match[1], lang), text[start:at])
    return found
