# SPDX-License-Identifier: AGPL-3.0-or-later
"""From which end a number is counted: the first or the last nine months, nine months after or before.

The first ones and those after lie ahead of where they are counted from, the last ones and those before lie behind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import TIME
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, stem

AHEAD, BEHIND = "ahead", "behind"
EVENT = 3  # content words that name what a number is counted from
CLAUSE = re.compile(r"[.,;:!?•\n]|\b(?:and|or|but|if|unless|und|oder|et|ou|y|o)\b", re.IGNORECASE)
FIRST = r"first|opening|initial|premi(?:ers?|ères?)|erste[nrs]?|primer[oa]s?"
LAST = r"last|final|closing|derni(?:ers?|ères?)|letzte[nrs]?|últim[oa]s?"
BEFORE_IT = re.compile(rf"(?<!\w)(?<!at )(?:(?P<ahead>{FIRST})|(?P<behind>{LAST}))\s+$", re.IGNORECASE)
WITHIN = re.compile(rf"(?<!\w)(?:(?P<ahead>{FIRST})|(?P<behind>{LAST}))(?!\w)", re.IGNORECASE)
# "The break must last 45 minutes", "the rights last 70 years": a verb, since nothing stands before it that names one.
LASTS = re.compile(
    r"\b(?:must|to|shall|should|will|would|can|could|may|might|not|only|[a-z]{3,}(?<!hi)s)\s+last\s+$", re.IGNORECASE
)
BEHIND_IT = re.compile(
    r"\s+(?:(?P<ahead>after(?!wards)(?! (?:that|this|it|them)\b)|later|après|nach|después de)|"
    r"(?P<behind>before|prior to|ahead of|earlier|avant|vor|antes de))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class End:
    """From where a number is counted: the words that say so, whether they are "first" or "last", and where they end."""

    text: str
    of_end: bool
    end: int


def compare_ends(
    texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon, lang: str
) -> Iterator[Difference]:
    """The numbers that are counted from the other end. In: both texts and their numbers, each in one unit of its
    dimension."""
    ours, theirs = (_ends(text, numbers) for text, numbers in zip(texts, sides, strict=True))
    for value, said in ours.items():
        now = theirs.get(value, {})
        # One of both must say "first" or "last", or both must count from the same: what is before and what is after is
        # turned round with its sentence ("the fee 30 days before the race", "the race 30 days after the fee").
        if len(said) == len(now) == 1 and said.keys() != now.keys():
            (one,), (other,) = said.values(), now.values()
            if one.of_end or other.of_end or _from_the_same((one, other), texts, data, lang):
                yield Difference("numbers", "exchanged", one.text, other.text, "It is counted from the other end.")


def _from_the_same(ends: Sequence[End], texts: Sequence[str], data: Lexicon, lang: str) -> bool:
    """Whether two numbers are counted from the same event: what stands behind "before" or "after" shares a word, and
    both sentences deny as often."""
    behind, denials = [], []
    for one, text in zip(ends, texts, strict=True):
        words = [
            match.group() for match in WORD.finditer(text, one.end, _cut(text, one.end))
            if match.group().lower() not in data.function_words
        ]  # fmt: skip
        behind.append({stem(word, lang) for word in words[:EVENT]})
        start, stop = sentence_around(text, one.end - 1)
        denials.append(sum(cue.strong and start <= cue.start < stop for cue in data.negation.find(text)))
    return bool(behind[0] & behind[1]) and denials[0] == denials[1]


def _cut(text: str, start: int) -> int:
    """Where the clause ends that begins at a place."""
    match = CLAUSE.search(text, start)
    return match.start() if match else len(text)


def said_by_after(one: Number, here: tuple[str, Sequence[Number]], there: tuple[str, Sequence[Number]]) -> bool:
    """Whether an ordinal stands before a number ("the first six months") that the other text counts from the same
    place ("six months after"). In: the ordinal, and both texts with their numbers."""
    text, numbers = here
    counted = next((key(other) for other in numbers if not text[one.end : other.start].strip()
                    and other.start > one.end), None)  # fmt: skip
    return counted is not None and AHEAD in _ends(*there).get(counted, {})


def _ends(text: str, numbers: Sequence[Number]) -> Mapping[tuple[float, str], dict[str, End]]:
    """For each number where it lies, and what says so."""
    found: dict[tuple[float, str], dict[str, End]] = defaultdict(dict)
    for one in numbers:
        if one.unit == "th" or one.weak:
            continue
        match = BEFORE_IT.search(text, max(0, one.start - 12), one.start)
        if match and LASTS.search(text, 0, one.start):
            match = None
        match = match or WITHIN.search(text, one.start, one.end)
        of_end = match is not None
        if not match and one.unit in TIME:
            match = BEHIND_IT.match(text, one.end)
        if match and match.lastgroup:
            said = text[min(match.start(), one.start) : max(match.end(), one.end)]
            found[key(one)].setdefault(match.lastgroup, End(said, of_end, max(match.end(), one.end)))
    return found
