# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that are said by another number of their text: "half of that", "three times the average", "five weeks in
all". Where the other text says what they come to, or what they come from, nothing is changed; but only a person can
say whether they are right in their place, so they stay a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isclose

from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE

# "Half of that", "a third as many"; a share of anything else is a number of its own.
OF_THAT = re.compile(
    r"\s+(?:of\s+(?:that|this|these|those|them|it|which|whom)\b"
    r"|of\s+the\s+(?:[a-z]+\s+)?(?:rate|average|figure|share|level|number|price|sum|amount|cost|total)\b|(?:that|this)\b|as\s+(?:many|much|high|large|big|long|often)\b"
    r"|davon\b|dieser\b|d['’]entre\b|de\s+(?:ceux|celles|cela|ellos|ellas|esos|esas|eso)\b)",
    re.IGNORECASE,
)
TIMES = re.compile(r"\s+(?:times|fois|mal|veces)\b(?!\s+(?:an?|per|each|every|par|pro|al|por|im)\b)", re.IGNORECASE)
OFTEN = re.compile(r"\s+(?:an?|per|each|every|by|in|during|par|pro|im|al|por)\b", re.IGNORECASE)
TWICE = frozenset(
    "twice thrice double doubled triple tripled trebled doppelt doppelte dreifach dreifache dreimal zweimal "  # noqa: SIM905
    "triplé double doble triple".split()
)
TOTAL = (
    r"(?:in (?:all|total)|all (?:in all|told|together)|altogether|overall|insgesamt|zusammen|en (?:tout|total)|au total"
    r"|en conjunto)"
)
IN_ALL = re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}?,?\s+{TOTAL}\b", re.IGNORECASE)
TOTAL_OF = re.compile(
    rf"\b(?:{TOTAL}|a total of|(?:whole|sum|total) (?:is|comes to))(?:,?\s+[^\W\d_]+){{0,3}}\s+$", re.IGNORECASE
)
MOST, FIRST = 3, 20  # that are added up, and of how many


def said_by_another(one: Number, text: str, own: Sequence[Number], other_text: str, others: Sequence[Number]) -> bool:
    """Whether a number of a text is worked out from two of the other text, or they from it. In: the number, its text
    and all numbers of it, the other text and all of its."""
    return (
        _factored(one, text, own, others) or _product(one, own, other_text, others)
        or _sum(one, text, others) or _addend(one, own, other_text, others) or _turned(one, text, others, other_text)
    )  # fmt: skip


def _factored(one: Number, text: str, own: Sequence[Number], others: Sequence[Number]) -> bool:
    """A factor beside a number that the other text has too: it says what that comes to instead."""
    if not _is_factor(one, text):
        return False
    return any(_works(one, whole, other) for whole in _both(own, others) for other in others if not _has(own, other))


def _product(one: Number, own: Sequence[Number], other_text: str, others: Sequence[Number]) -> bool:
    """A number for which the other text says a factor."""
    factors = [other for other in others if _is_factor(other, other_text)]
    return any(_works(by, whole, one) for by in factors for whole in _both(own, others))


def _turned(one: Number, text: str, others: Sequence[Number], other_text: str) -> bool:
    """A factor that the other text says from its other end: "twice as many as before", "before, it was half"; or with
    the whole: "increased by one half", "one and a half times as much"."""
    return any(
        (_is_times(a, where) and b.unit == SHARE and (isclose(a.value * b.value, 1) or isclose(a.value, 1 + b.value)))
        for a, where, b in ((one, text, other) for other in others)
    ) or any(
        _is_times(other, other_text) and one.unit == SHARE
        and (isclose(other.value * one.value, 1) or isclose(other.value, 1 + one.value))
        for other in others
    )  # fmt: skip


def _is_times(one: Number, text: str) -> bool:
    said = one.text.lower() in TWICE and not OFTEN.match(text, one.end)
    return not one.unit and one.value > 1 and (said or bool(TIMES.match(text, one.end)))


def _works(by: Number, whole: Number, one: Number) -> bool:
    """Whether a number is a whole by a factor, or what the whole is so many times or such a part of."""
    if whole.unit != one.unit or not by.value or whole is by:
        return False
    return isclose(one.value, whole.value * by.value) or isclose(one.value, whole.value / by.value)


def _sum(one: Number, text: str, others: Sequence[Number]) -> bool:
    """A number said to be what all comes to, of which the other text says the parts."""
    if not is_total(one, text):
        return False
    return any(isclose(one.value, value) for value, _ in _sums(one, others))


def _addend(one: Number, own: Sequence[Number], other_text: str, others: Sequence[Number]) -> bool:
    """A number that the other text has in what all comes to."""
    return any(
        isclose(total.value, value) and one in parts
        for total in others if one.unit in (total.unit, "") and is_total(total, other_text)
        for value, parts in _sums(total, own)
    )  # fmt: skip


def _sums(total: Number, parts: Sequence[Number]) -> Iterator[tuple[float, tuple[Number, ...]]]:
    # "Eighteen months, … by a further six": the second has the unit of the first.
    alike = [part for part in parts if part.unit in (total.unit, "") and 0 < part.value < total.value]
    for count in range(2, MOST + 1):
        for several in combinations(alike[:FIRST], count):
            yield sum(part.value for part in several), several


def _is_factor(one: Number, text: str) -> bool:
    if one.unit == SHARE:
        return one.value < 1 and "%" not in one.text and bool(OF_THAT.match(text, one.end))
    return _is_times(one, text)


def is_total(one: Number, text: str) -> bool:
    """Whether a text says of a number that it is what all comes to ("in all")."""
    return bool(IN_ALL.match(text, one.end) or TOTAL_OF.search(text, max(0, one.start - 40), one.start))


def _both(own: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    return [one for one in own if _has(others, one)]


def _has(numbers: Sequence[Number], one: Number) -> bool:
    return any(other.unit == one.unit and isclose(other.value, one.value) for other in numbers)
