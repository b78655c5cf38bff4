# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that a plain text says beside another way of saying them: "one year (52 weeks)", "half each" of what is
divided equally, "three people: two judges and a clerk". They say nothing new; a person has to see whether they fit, so
they stay a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import isclose

from pipeline.plain.numbers.amounts import key
from pipeline.plain.numbers.composed import HALF
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE
from pipeline.plain.text.sides import sentence_around

HOURS = {"hours": 1.0, "months": 730.0}  # of each unit of time
MOST = 12  # equal parts
NEARLY, REACH = 0.1, 60  # of two times that are nearly one; code points between them
A_DAY_OR_TWO = 0.02  # of a time: 90 days and three months, 26 weeks and half a year
EQUALLY = re.compile(r"\b(?:equal(?:ly)?|fifty-fifty|in halves|jointly)\b", re.IGNORECASE)
LIST_MARK = re.compile(r"[:(–—]")
LEFT = re.compile(r"\b(?:remaining|other|rest of the)\s+$", re.IGNORECASE)
RENEWED = re.compile(
    r"\b(?:renew|exten[ds]|prolong|re-?elect|re-?appoint|repeat)\w*\b[^.;]*?"
    r"\b(?:(?P<once>once|one time)|(?P<twice>twice|two times)|(?P<many>three|four|five|[345]) times)\b",
    re.IGNORECASE,
)
DAYS, WEEKS = re.compile(r"jours?\b|días?\b|huitaine|quin[zc]", re.I), re.compile(r"semaine|semana", re.I)
MANY = {"three": 3, "four": 4, "five": 5}


def restated(one: Number, text: str, own: Sequence[Number], others: Sequence[Number], other_text: str) -> bool:
    """Whether a number of a text is a second way to say one that both texts have, or what the other text divides."""
    return (
        _nearly_the_same(one, text, own, others) or nearly(one, others)
        or (one.unit == SHARE and isclose(one.value, HALF) and bool(EQUALLY.search(other_text)))
        or _adds_up(one, text, own)
        or renewed(one, others, other_text)
    )


def nearly(one: Number, others: Sequence[Number]) -> bool:
    """Whether a number is a time that the other text says in another unit, and nearly as long: 30 days, a month."""
    size = one.value * HOURS.get(one.unit, 0)
    if any(_by_custom(*two) for other in others for two in ((one, other), (other, one))):
        return True
    return size > 0 and any(
        one.unit != other.unit and abs(other.value * HOURS.get(other.unit, 0) / size - 1) <= A_DAY_OR_TWO
        for other in others
    )  # fmt: skip


def _by_custom(days: Number, weeks: Number) -> bool:
    """Whether days and weeks are called by each other's name in French and Spanish: "quinze jours" are two weeks."""
    return (
        days.unit == weeks.unit == "hours" and (days.value, weeks.value) in ((360.0, 336.0), (192.0, 168.0))
        and bool(days.text or weeks.text) and bool(DAYS.search(days.text) or not days.text)
        and bool(WEEKS.search(weeks.text) or not weeks.text)
    )  # fmt: skip


def _nearly_the_same(one: Number, text: str, own: Sequence[Number], others: Sequence[Number]) -> bool:
    """A time right beside another one that is as long, within a tenth: "two months, to be exact sixty days"."""
    known = {key(other) for other in others}
    size = one.value * HOURS.get(one.unit, 0)
    return size > 0 and any(
        key(other) in known and abs(other.value * HOURS.get(other.unit, 0) / size - 1) <= NEARLY
        and max(one.start, other.start) - min(one.end, other.end) <= REACH
        and sentence_around(text, one.start) == sentence_around(text, other.start)
        for other in own if other is not one
    )  # fmt: skip


def _adds_up(one: Number, text: str, own: Sequence[Number]) -> bool:
    """A count before a list of what it counts: "three people: two judges and one clerk"."""
    if one.unit or one.weak:
        return False
    stop = sentence_around(text, one.start)[1]
    parts = [other for other in own if one.end < other.start < stop and not other.unit]
    listed = len(parts) > 1 and LIST_MARK.search(text, one.end, parts[0].start)
    return bool(listed) and isclose(sum(part.value for part in parts), one.value)


def renewed(one: Number, others: Sequence[Number], other_text: str) -> bool:
    """Whether a number is how long something lasts with all its renewals: three years, renewed twice, are nine."""
    times = _renewals(other_text)
    alike = [other.value for other in others if other.unit == one.unit]
    return bool(times) and any(isclose(one.value, value * (1 + times)) for value in alike)


def never_so_long(one: Number, others: Sequence[Number], other_text: str) -> bool:
    """Whether a number would follow if only the renewals counted, or not all of them: six years of nine."""
    times = _renewals(other_text)
    alike = [other.value for other in others if other.unit == one.unit]
    return bool(times) and not renewed(one, others, other_text) and any(
        isclose(one.value, value * by) for value in alike for by in range(2, times + 3)
    )  # fmt: skip


def _renewals(text: str) -> int:
    match = RENEWED.search(text)
    if not match:
        return 0
    if match["many"]:
        return MANY.get(match["many"].lower()) or int(match["many"])
    return 1 if match["once"] else 2


def in_instalments(one: Number, ours: Sequence[Number], theirs: Sequence[Number]) -> bool:
    """Whether one text says a whole and in how many parts, and the other the part as often as that: of 9,000 in three
    instalments, "3,000 in May, 3,000 in July, …". In: a number of either, the numbers with the whole, and the others'.
    """
    many = [other for other in ours if not other.unit and 1 < other.value <= MOST]
    often = {value: count for value, count in Counter(other.value for other in theirs).items() if count > 1}
    return any(
        isclose(value * count, whole.value) and (one.value == value or (one.value == count and one in many))
        for value, count in often.items() if any(other.value == count for other in many)
        for whole in ours
    )  # fmt: skip


def remains(one: Number, text: str, own: Sequence[Number]) -> bool:
    """Whether a number only says how many are left of two others: "of thirteen ten came; of the remaining three"."""
    left = LEFT.search(text, max(0, one.start - 16), one.start)
    return bool(left) and any(isclose(abs(a.value - b.value), one.value) for a, b in combinations(own, 2))
