# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that are written otherwise than one of the other text and say the same: the first of a row and what is called
one, and where a count of whole things begins or ends ("more than five", "six or more")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.plain.numbers import Number
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
    r"[km]m\b|cm\b|m[²³]|k?g\b|ml\b|db\b|decibels?\b|million\b|points?\b|times\b)",
    re.IGNORECASE,
)
DAY = 24  # hours
NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]+)")
NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_]+)\s+$")


def counts_on(one: Number, others: Sequence[Number], text: str, *, days: bool = False) -> bool:
    """Whether a number of whole things is one more or one less than one of the other text that is bound otherwise:
    "more than five", "at least six". ``days``: days are asked of, which a text may count or measure."""
    unit = "hours" if days else ""
    step = DAY if days else 1
    if one.unit.removeprefix("working ") != unit or one.value % step or (not days and MEASURED.match(text, one.end)):
        return False
    return any(
        other.unit == one.unit and other.value - one.value == step * STEPS.get((one.bound, other.bound), 0) != 0
        for other in others
    )


def in_a_row(one: Number, text: str, others: Sequence[Number], other_text: str, lang: str) -> bool:
    """Whether one text counts in words of order what the other one calls by a number: "the first year", "year one". In:
    a number and its text, the numbers of the other text as they are written, and the language."""
    here = _noun(one, text, lang)
    return bool(here) and any(
        other.value == one.value and {other.unit, one.unit} == {"", "th"} and _noun(other, other_text, lang) == here
        for other in others
    )


def _noun(one: Number, text: str, lang: str) -> str:
    """The stem of what a number counts: behind an ordinal, before another number."""
    match = NOUN.match(text, one.end) if one.unit == "th" else NOUN_BEFORE.search(text, 0, one.start)
    return stem(match["noun"].lower(), lang) if match else ""
