# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that only count what comes one after the other: "first, second, third", "step two", "three sides", where the
other text says "first, then, lastly". They say nothing new as long as there are as many."""

from __future__ import annotations

import re

from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.reading import Reading

# What comes after another, in words without a number; two of them that stand together are one.
_THEN = r"(?:then|thereafter|afterwards|subsequently|next|after that|lastly|finally|last)"
_ONWARD = re.compile(
    rf"(?<!the )\b{_THEN}(?:,?\s+(?:and\s+)?{_THEN})*\b(?!\s+(?:day|week|month|year)s?\b)", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|where|when)\b[^.;!,]*,\s*$|\?\s*$", re.IGNORECASE)  # "if it rains, then"
_STEP = re.compile(r"\b(?:step|stage|point|part)\s+$", re.IGNORECASE)
# An ordinal that counts a sentence or a clause: it begins one, or stands alone between commas.
_BEGINS = re.compile(r"(?:^|[.;:,!?]\s+|\b(?:and|shall|must|should|then)\s+)$", re.IGNORECASE)
_COUNTED = re.compile(r"\s+[^\W\d_]+s\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 10


def counts_steps(one: Number, here: Reading, there: Reading) -> bool:
    """Whether a number is the place of a step, and the other text says as many steps in words of order."""
    run = _run(here)
    return any(one.start == step.start for step in run) and _FEWEST <= len(run) == _in_words(there.text)


def says_how_many(one: Number, here: Reading, there: Reading) -> bool:
    """Whether a number says how many steps there are of which the other text says the order ("three sides")."""
    whole = not one.unit and _FEWEST < one.value <= _MOST and bool(_COUNTED.match(here.text, one.end))
    return whole and one.value in (_in_words(there.text), float(len(_run(there))))


def in_order(one: Number, here: Reading, there: Reading) -> bool:
    """Whether a "first" begins steps in words of order which the other text counts."""
    first = one.value == 1 and one.unit == "th"
    return first and _FEWEST <= _in_words(here.text) == len(_run(there))


def _in_words(text: str) -> int:
    """How many steps a text tells in words of order, with the first; 0 for none."""
    many = sum(not _IF.search(text, max(0, one.start() - 80), one.start()) for one in _ONWARD.finditer(text))
    return many + 1 if many else 0


def _run(reading: Reading) -> list[Number]:
    """The numbers of a text that count its steps: one, two, three, each once and in order."""
    found = [
        one for one in reading.numbers
        if (one.unit in ("", "th") and _STEP.search(reading.text, 0, one.start))
        or (one.unit == "th" and _BEGINS.search(reading.text, 0, one.start))
    ]  # fmt: skip
    return found if [one.value for one in found] == list(range(1, len(found) + 1)) else []
