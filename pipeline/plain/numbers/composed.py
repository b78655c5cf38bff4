# SPDX-License-Identifier: AGPL-3.0-or-later
"""Amounts that are said in two pieces: "two hours and a half", "a year and six months", "4 heures 30"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES, TIME

Unit = tuple[tuple[str, float] | None, int]
HALF, QUARTER = 0.5, 0.25
MINUTES = 60
MORE = re.compile(r"\s+(?:and an?|et|y|und)\s+", re.IGNORECASE)  # "two hours and a half", "dos horas y media"
AND = re.compile(r"\s+(?:and|et|und|y)\s+|\s*و?\s*|\s+", re.IGNORECASE)
ONE_AND = re.compile(
    r"(?<!\w)(?:an?|one|first|ein(?:e[nmrs]?)?|une?|una?|d['’]une?)\s+(?P<unit>[^\W\d_]+)\s+"
    r"(?:and\s+(?:an?\s+)?|und\s+(?:eine?\s+)?|et\s+(?:une?\s+)?|y\s+|(?<=Meter ))$",
    re.IGNORECASE,
)


METRE, HUNDREDTHS = ("metres", 1.0), range(10, 100)
COUNTS = re.compile(r"\s+[A-ZÄÖÜ]")  # «auf zwei Metern zwanzig Bäume»
# In Arabic "and" is one word with the piece, and one of a unit has no article: «سنة ونصف», «ساعة وعشر دقائق».
ARABIC_ONE = re.compile(r"(?<!\w)(?P<unit>(?!ال)[^\W\d_]+)\s+$")
OF_ANOTHER = re.compile(r"\s+ال")  # «ونصف الأعضاء»: half of them
DUAL = re.compile(r"[وفبلك]?\w+[اي]ن")  # «ساعتين»: its measure is two of the unit


def joined(before: Number, part: Number, text: str, data: Lexicon, own: Unit) -> Number | None:
    """An amount with what stands behind it as its second piece; None where that is an amount of its own. ``own``: the
    dimension and scale of the unit that the second piece has (None for none), and where it ends."""
    scale, end = own
    if part.unit or (part.bound and before.bound != part.bound):
        return None
    last = text[: before.end].rsplit(maxsplit=1)[-1].lower()
    unit = SCALES.get(data.measures.get(last, ""))
    if not unit or unit[0] != before.unit:
        return None
    if last in data.multiples and DUAL.fullmatch(last):
        unit = unit[0], unit[1] / 2
    more_said = MORE.fullmatch(text, before.end, part.start) or _and_in_arabic(part, text, before.end)
    if part.value in (HALF, QUARTER) and not scale and more_said:
        more = part.value * unit[1]
    elif scale and scale[0] == unit[0] and scale[1] < unit[1] and AND.fullmatch(text, before.end, part.start):
        more = part.value * scale[1]  # "2 hours 30 minutes"
        if more >= unit[1]:
            return None
    elif not scale and _is_hundredths(part, before, text, unit):
        more = part.value / 100
    elif _is_minutes(part, before, text, unit):
        more = part.value / MINUTES
    else:
        return None
    return replace(before, value=before.value + more, text=text[before.start : end], end=end, weak=False)


def with_one(one: Number, text: str, data: Lexicon, own: Unit) -> Number | None:
    """A second piece behind one of a unit that is no number by itself: "an hour and a half", "ein Jahr und sechs
    Monate"; None where nothing of the kind stands before it."""
    scale, end = own
    match = ONE_AND.search(text, max(0, one.start - 30), one.start)
    if not match and _and_in_arabic(one, text, one.start, has_unit=bool(scale)):
        match = ARABIC_ONE.search(text, max(0, one.start - 30), one.start)
    known = SCALES.get(data.measures.get(match["unit"].lower(), "")) if match else None
    if not match or not known or (known[0] not in TIME and known != METRE):
        return None
    if not scale and known == METRE and one.value in HUNDREDTHS and not COUNTS.match(text, one.end):
        value = 1 + one.value / 100  # «ein Meter fünfzig»
    elif one.value in (HALF, QUARTER) and not scale:
        value = (1 + one.value) * known[1]
    elif scale and scale[0] == known[0] and one.value * scale[1] < known[1]:
        value = known[1] + one.value * scale[1]
    else:
        return None
    return replace(one, value=value, unit=known[0], text=text[match.start() : end], end=end, weak=False)


def _and_in_arabic(part: Number, text: str, end: int, *, has_unit: bool = False) -> bool:
    """Whether a piece is joined to what ends at a place by an Arabic "and", and is no part of something else."""
    joined_on = part.text.startswith("و") and not text[end : part.start].strip()
    return joined_on and (has_unit or not OF_ANOTHER.match(text, part.end))


def _is_hundredths(part: Number, before: Number, text: str, unit: tuple[str, float]) -> bool:
    """Whether a number right behind whole metres tells their hundredths: "zwei Meter fünfzig"."""
    apart = text[before.end : part.start] != " " or COUNTS.match(text, part.end)
    return unit == METRE and before.value % 1 == 0 and part.value in HUNDREDTHS and not apart


def _is_minutes(part: Number, before: Number, text: str, unit: tuple[str, float]) -> bool:
    """Whether a number right behind hours tells their minutes: "4 heures 30"."""
    hours = unit == ("hours", 1.0) and part.text.isdigit() and len(part.text) == 2 and part.value < MINUTES
    return hours and text[before.end : part.start] == " "
