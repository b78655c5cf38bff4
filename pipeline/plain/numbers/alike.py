# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that are written otherwise than one of the other text and say the same: the first of a row and what is called
one, one more beside four and a fifth, and where a count of whole things begins or ends ("more than five", "six or
more")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil, floor

from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.reading import Reading
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.words import stem

# From the first bound to the second one more or one less is counted.
STEPS = {
    ("more than", "at least"): 1, ("at least", "more than"): -1,
    ("less than", "at most"): -1, ("at most", "less than"): 1,
}  # fmt: skip
# What is measured and not counted: between five and six of these lie others. Those with a scale are told by their unit.
MEASURED = re.compile(
    r"[\s-]*(?:°|degrees?\b|grad\b|degrés?\b|grados?\b|miles?\b|meilen?\b|acres?\b|hectares?\b|hektar\b|hectáreas?\b|feet\b|foot\b|"
    r"inch(?:es)?\b|pints?\b|gallons?\b|ounces?\b|pounds?\b|square\b|cubic\b|[km]?wh?\b|(?:kilo|mega)?watts?\b|volts?\b|"
    r"[km]m\b|cm\b|m[²³]|k?g\b|ml\b|db\b|decibels?\b|million\b|points?\b"
    r"|times\s+(?:the|as|that|this|its|their|higher|larger|bigger|more)\b)",
    re.IGNORECASE,
)
DAY = 24  # hours
A_PART = re.compile(r"an?\s+[a-z]+", re.IGNORECASE)
OF_IT = re.compile(r"\s+of\s+(?:an?|the|this|that|these|those|it|them|its|their|our|your|his|her|all)\b", re.IGNORECASE)
# By the last of a row, how many stand before it.
BEFORE_LAST = {3: "two|both", 4: "three", 5: "four", 6: "five", 7: "six", 8: "seven", 9: "eight", 10: "nine"}
AGE = re.compile(r"\s+(?:and|or)\s+(?:older|younger|over|under|above|below)\b|\s+of age\b", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:aged|ages?|alter|âge|âgée?s?|edad)\b[^.;:]*$|\b(?:is|are|persons|people|anyone|children) (?:over|under)\s+$",
    re.IGNORECASE,
)
UP_TO = re.compile(r"\b(?:[^\W\d_]+|\d+)\s*(?:to|and|-|–)\s*$", re.IGNORECASE)  # "from six to fifteen"
NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]+)")
NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_]+)\s+$")

Said = tuple[Number, str]  # a number, and its text


def face_value(one: Number, written: Mapping[int, tuple[float, str]]) -> float:
    """What a number shows: a share what it is ("half", "50 %"), all else what is written. ``written``: the values as
    they are written, by their places."""
    return float(f"{one.value:.6g}") if one.unit == SHARE else written.get(one.start, (one.value, ""))[0]


def alike(one: Number, here: Reading, there: Reading, others: Sequence[Number], lang: str) -> bool:
    """Whether a number says what another one says in the other text. In: the number and its text, the other text, the
    numbers of that in one unit of each dimension, and the language."""
    return (
        counts_on(one, others, (here.text, there.text))
        or any(_last_year(*two) for other in others for two in _both_ways((one, here.text), (other, there.text)))
        or _in_a_row(one, here.text, there.numbers, there.text, lang)
        or _is_next(one, here.text, others, there.text)
    )


def counts_on(one: Number, others: Sequence[Number], texts: tuple[str, str], *, days: bool = False) -> bool:
    """Whether a number of whole things is one more or one less than one of the other text that is bound otherwise:
    "more than five", "at least six". Not of an age: who is over 18 need not be 19. In: both texts; ``days``: days are
    asked of, which a text may count or measure."""
    unit = "hours" if days else ""
    step = DAY if days else 1
    if one.unit.removeprefix("working ") != unit or one.value % step:
        return False
    if not days and MEASURED.match(texts[0], one.end):
        return False
    return any(
        other.unit == one.unit and other.value - one.value == step * STEPS.get((one.bound, other.bound), 0) != 0
        and not any(_is_age(each, text) for each, text in zip((one, other), texts, strict=True))
        for other in others
    )


def _both_ways(one: Said, other: Said) -> tuple[tuple[Said, Said], tuple[Said, Said]]:
    return (one, other), (other, one)


def _last_year(under: Said, last: Said) -> bool:
    """Whether an age is the last one below another: "under 16", "15 or younger", "from six to fifteen"."""
    (one, text), (other, there) = under, last
    bound = other.bound or ("at most" if UP_TO.search(there, max(0, other.start - 30), other.start) else "")
    years, until = _years(one), _years(other)
    aged = _is_age(one, text) or _is_age(other, there)
    return aged and (one.bound, bound) == ("less than", "at most") and until > 0 and years - until == 1


def _years(one: Number) -> float:
    """An age in years; 0 for what is none."""
    return one.value / 12 if one.unit == "months" else 0.0 if one.unit else one.value


def more_than(share: Number, whole: float, one: Number) -> bool:
    """Whether a number of whole things is the first that is more, or the last that is less, than a share of them:
    "more than half of the 12", "at least 7"."""
    step = STEPS.get((share.bound, one.bound), 0)
    if one.unit or whole % 1 or not step or share.bound not in ("more than", "less than"):
        return False
    return one.value == (floor(share.value * whole) + 1 if step > 0 else ceil(share.value * whole) - 1)


def _is_age(one: Number, text: str) -> bool:
    return bool(AGE.match(text, one.end) or AGED.search(text, max(0, one.start - 20), one.start))


def _in_a_row(one: Number, text: str, others: Sequence[Number], other_text: str, lang: str) -> bool:
    """Whether one text counts in words of order what the other one calls by a number: "the first year", "year one"."""
    here = _noun(one, text, lang)
    return bool(here) and any(
        other.value == one.value and {other.unit, one.unit} == {"", "th"} and _noun(other, other_text, lang) == here
        for other in others
    )


def _is_next(one: Number, text: str, others: Sequence[Number], other_text: str) -> bool:
    """Whether one text says of a thing beside n that it is one more, in words that may be a share too, and the other
    text says so in an ordinal: "four sheds stand, and work on a fifth has begun"."""
    if one.unit == "th":
        return any(_next(other, other_text) == one.value for other in others)
    return any(other.unit == "th" and other.value == _next(one, text) for other in others)


def _next(share: Number, text: str) -> float:
    """The place in a row that a part may be instead of a share, where one less stands before it; 0 for none."""
    match = A_PART.fullmatch(share.text)
    if not match or share.unit != SHARE or OF_IT.match(text, share.end):
        return 0.0
    place = round(1 / share.value)
    before = BEFORE_LAST.get(place)
    told = before and re.search(rf"\b(?:{before}|{place - 1})\b", text[: share.start], re.IGNORECASE)
    return float(place) if told else 0.0


def _noun(one: Number, text: str, lang: str) -> str:
    """The stem of what a number counts: behind an ordinal, before another number."""
    match = NOUN.match(text, one.end) if one.unit == "th" else NOUN_BEFORE.search(text, 0, one.start)
    return stem(match["noun"].lower(), lang) if match else ""
