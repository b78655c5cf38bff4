# SPDX-License-Identifier: AGPL-3.0-or-later
"""From which of a row: "from the fourth day" is after three days, and not up to the fourth. What comes after as many
days is told in English only; that the two say the same is read in the other languages too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES
from pipeline.plain.text.sides import sentence_around

FROM, UNTIL = "from", "until"
BEFORE_IT = re.compile(
    r"\b(?:(?P<from>(?:from|as of|starting (?:on|with)|beginning (?:on|with))(?: and including)?)"
    r"|(?P<until>up to(?: and including)?|until|till|to the end of|before|no later than))"
    r"\s+(?:the|your|her|his|their|its)\s+$",
    re.IGNORECASE,
)
# The same in the other languages, where "from" stands right before its ordinal.
FROM_IT = re.compile(
    r"(?:\b(?:à (?:compter|partir) du|dès l[ea]|depuis l[ea]|(?:ab|von|seit|mit) de[mr]|vom|am|a (?:partir|contar) del"
    r"|desde el)"
    r"|(?<!\w)(?:ابتداء من|اعتبارا من|بدءا من|من) \w+)\s+$", re.IGNORECASE,
)
COMPOUND = re.compile(r"(?:tage?s?|wochen?|monate?s?|jahre?s?|stunden?)$")
FIRST_ONES = re.compile(r"\b(?:premi[eè]re?s|primer[oa]s|ersten)\b|(?<!\w)ال?أولى", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|once)\s+(?:the first\s+)?$", re.IGNORECASE)
UNIT = re.compile(r"\s+(?P<unit>[^\W\d_]+)")
NEAR, REACH = 10, 40  # code points before a number


def from_next(one: Number, text: str, others: Sequence[Number], there: str, data: Lexicon) -> bool:
    """Whether one of two texts has something from the nth day on and the other one after n - 1 days. In: the number and
    its text, the numbers of the other text, in one unit of each dimension, and that text."""
    if one.unit == "th":
        return any(_is_after(other, there, _day(one, text, data), one.value - 1) for other in others)
    return any(
        other.unit == "th" and _is_after(one, text, _day(other, there, data), other.value - 1) for other in others
    )


def compare_from_nth(texts: Sequence[str], sides: Sequence[Sequence[Number]], data: Lexicon) -> Iterator[Difference]:
    """What begins with one of a row in one text and ends with it in the other, or begins after as many. In: both texts
    and their numbers, each in one unit of its dimension."""
    ours, theirs = (_ways(text, numbers) for text, numbers in zip(texts, sides, strict=True))
    for value in ours.keys() & theirs.keys():
        (way, one), (way_now, other) = ours[value], theirs[value]
        if way != way_now and _denies(texts[0], one, data) == _denies(texts[1], other, data):
            yield Difference("numbers", "exchanged", f"{way} {one.text}", f"{way_now} {other.text}")
    for one in sides[0]:
        for other in sides[1]:
            first, count = (one, other) if one.unit == "th" else (other, one)
            at = 0 if first is one else 1
            if first.unit == "th" and _is_after(count, texts[1 - at], _day(first, texts[at], data), first.value):
                yield Difference("numbers", "exchanged", one.text, other.text, "From when on.")


def _is_after(one: Number, text: str, day: tuple[str, float] | None, count: float) -> bool:
    """Whether a text says "after" of so many units of time. ``day``: their dimension and scale."""
    if day is None or (one.unit, one.value) != (day[0], day[1] * count):
        return False
    near = text[max(0, one.start - NEAR) : one.end + NEAR]
    after = one.bound == "more than" or AFTER.search(text, max(0, one.start - REACH), one.start)
    return bool(after or FIRST_ONES.search(near))


def _day(one: Number, text: str, data: Lexicon) -> tuple[str, float] | None:
    """The dimension and the scale of the time that an ordinal with "from" before it counts."""
    before, unit = BEFORE_IT.search(text, max(0, one.start - REACH), one.start), UNIT.match(text, one.end)
    from_it = (before and before["from"]) or FROM_IT.search(text, max(0, one.start - REACH), one.start)
    if not from_it or not unit:
        return None
    word = unit["unit"].lower()
    part = COMPOUND.search(word)  # «ab dem vierten Krankheitstag»
    return SCALES.get(data.measures.get(word, data.measures.get(part.group(), "") if part else ""))


def _ways(text: str, numbers: Sequence[Number]) -> Mapping[float, tuple[str, Number]]:
    """For each ordinal whether something begins or ends with it."""
    found = {}
    for one in numbers:
        if one.unit == "th" and (match := BEFORE_IT.search(text, max(0, one.start - REACH), one.start)):
            found[one.value] = (FROM if match["from"] else UNTIL, one)
    return found


def _denies(text: str, one: Number, data: Lexicon) -> bool:
    """Whether the sentence of a number denies an odd number of times."""
    start, stop = sentence_around(text, one.start)
    return sum(cue.strong and start <= cue.start < stop for cue in data.negation.find(text)) % 2 == 1
