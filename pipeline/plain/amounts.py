# SPDX-License-Identifier: AGPL-3.0-or-later
"""Amounts that say the same with another unit: 14 days and two weeks, half and 50 per cent, one in ten and 10 %.

A number is brought to one unit of its dimension, so that the two are one value wherever numbers are compared.
Months are no number of days, and working days are no days: those stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers import Number
from pipeline.plain.words import WORD

SHARE, CENT = "share", "cent"
SCALES = {
    "second": ("hours", 1 / 3600), "minute": ("hours", 1 / 60), "hour": ("hours", 1.0), "day": ("hours", 24.0),
    "week": ("hours", 168.0), "month": ("months", 1.0), "quarter": ("months", 3.0), "year": ("months", 12.0),
    "millimetre": ("metres", 0.001), "centimetre": ("metres", 0.01), "metre": ("metres", 1.0),
    "kilometre": ("metres", 1000.0), "milligram": ("grams", 0.001), "gram": ("grams", 1.0),
    "kilogram": ("grams", 1000.0), "tonne": ("grams", 1e6), "millilitre": ("litres", 0.001), "litre": ("litres", 1.0),
}  # fmt: skip
DIMENSIONS = frozenset(dimension for dimension, _ in SCALES.values())
TIME = frozenset({"hours", "months"})
# The word of the unit stands after the number, with one word between them at most: "two full days", "half a year".
NEXT = re.compile(r"(?:\s+|-|(?<=\d))(?P<unit>[^\W\d_]+)")
NEXT_BUT_ONE = re.compile(r"(?:\s+|-)(?P<between>[^\W\d_]+)\s+(?P<unit>[^\W\d_]+)")
APART = frozenset("a an per each every of in the and or to by other times der die das pro par por le la les el".split())  # noqa: SIM905
HALF_A = re.compile(r"\s+(?:of\s+)?an?\s+(?P<unit>[^\W\d_]+)")
WORKING = frozenset("working business ouvrables ouvrés hábiles laborables werktage arbeitstage".split())  # noqa: SIM905
RATIO = re.compile(r"\s+(?P<how>in|out of|of)\s+(?:every\s+)?(?:an?\s+)?$", re.IGNORECASE)
# "A third of it", "one eighth", "two fifths". A "third" that stands by itself is an ordinal.
PART = re.compile(
    r"\b(?P<by>(?:by|to|almost|nearly|about|around|over|under)\s+)?(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)[\s-]"
    r"(?P<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b(?P<of>\s+(?:of|as|less|more|lower|higher|"
    r"smaller|larger|bigger|fewer)\b)?",
    re.IGNORECASE,
)
_COUNT = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten"
# "One household in every five", "of every eight members only one", "two out of three".
TURNED = re.compile(
    rf"\b(?P<part>{_COUNT})(?:\s+[^\W\d_]+)?\s+(?:out of|(?:in|of) every)\s+(?P<whole>{_COUNT})\b", re.IGNORECASE
)
# "One school in five"; not "one visit in five days".
ONE_IN = re.compile(
    rf"\b(?P<part>one)\s+[^\W\d_]+\s+in\s+(?P<whole>{_COUNT})\b(?!\s+(?:minutes|hours|days|weeks|months|years)\b)",
    re.IGNORECASE,
)
OF_EVERY = re.compile(
    rf"(?<!out )\bof every (?P<whole>{_COUNT})\b[^.;:!?\d]{{1,40}}?\b(?P<part>{_COUNT})\b", re.IGNORECASE
)
OF_A_YEAR = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:financial|calendar|school|reporting)\s+)?(?:year\b|\d{4}\b)", re.IGNORECASE
)
# "60 to 119 minutes": the first has the unit of the second.
RANGE = re.compile(r"\s*(?:-|–|to|and|or|à|et|ou|bis|und|oder|a|y|o)\s*$", re.IGNORECASE)
ONE_TO_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ONE_TO_TEN = (*ONE_TO_NINE, "ten")
PARTS = ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
AND_A_HALF = re.compile(r"\b(?:an?|one)\s+(?P<unit>[^\W\d_]+)\s+and\s+an?\s+$", re.IGNORECASE)
HALF = 0.5
WHOLES = frozenset({10, 100, 1000})


def amounts(found: Sequence[Number], text: str, data: Lexicon) -> list[Number]:
    """The numbers of a text with what has a unit in one unit of its dimension ("hours", "months", "share", …)."""
    shares = list(_parts(text, data))
    done: list[Number] = []
    for one in found:
        share = next((part for part in shares if part.start <= one.start < part.end), None)
        if share:
            if share not in done:
                done.append(replace(share, bound=one.bound, denied=one.denied, start=one.start))
                shares.remove(share)
                shares.append(done[-1])
            continue
        before = done[-1] if done else None
        if before and (share := _ratio(before, one, text)):
            done[-1] = share
        else:
            done.append(_amount(one, text, data))
    return _ranged(done, text)


def _ranged(found: list[Number], text: str) -> list[Number]:
    """The numbers, of which the first of a range has the unit of the second: "60 to 119 minutes"."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if not one.unit and other.unit in DIMENSIONS and RANGE.fullmatch(text, one.end, other.start):
            said = re.match(r"[\d.,]+", other.text)
            value = one.value * other.value / float(said[0].replace(",", ".")) if said and other.value else one.value
            found[at] = replace(one, value=value, unit=other.unit) if said else one
    return found


def _parts(text: str, data: Lexicon) -> Iterator[Number]:
    """The shares that are said as parts: "a third of", "two fifths"."""
    for match in PART.finditer(text):
        many, part = match["many"].lower(), match["part"].lower().replace("fourth", "quarter")
        count = 1 if many in ("a", "an", "one") else ONE_TO_NINE.index(many) + 1
        unit = HALF_A.match(text, match.end("part"))
        if unit and unit["unit"].lower() in data.measures:
            continue  # "a quarter of an hour"
        if many not in ("a", "an") or match["of"] or match["by"]:
            value = count / (PARTS.index(part) + 3)
            start, end = match.start("many"), match.end("part")
            yield Number(value, SHARE, "", text[start:end], start, end)
    for match in (*TURNED.finditer(text), *ONE_IN.finditer(text), *OF_EVERY.finditer(text)):
        counts = [_count(match[name]) for name in ("part", "whole")]
        if 0 < counts[0] < counts[1]:
            yield Number(counts[0] / counts[1], SHARE, "", match.group(), match.start(), match.end())


def _count(word: str) -> int:
    return int(word) if word.isdigit() else ONE_TO_TEN.index(word.lower()) + 1


def _ratio(one: Number, whole: Number, text: str) -> Number | None:
    """ "One in ten", "30 out of every 100": a share. Not "21 of the 58 seats", which counts them."""
    match = RATIO.fullmatch(text, one.end, whole.start)
    if not match or one.unit or whole.unit not in ("", "~") or not 0 < one.value < whole.value:
        return None
    if whole.value not in WHOLES and not (one.value == 1 and match["how"] == "in" and whole.value < 1000):
        return None
    said = text[one.start : whole.end]
    return replace(one, value=one.value / whole.value, unit=SHARE, text=said, end=whole.end, weak=False)


def _amount(one: Number, text: str, data: Lexicon) -> Number:
    if one.unit == "%":
        return replace(one, value=one.value / 100, unit=SHARE)
    if one.unit == CENT:
        return replace(one, value=one.value / 100, unit="")  # of a sum of money without its sign
    if one.unit not in ("", "th"):
        return one
    if one.value == HALF and (more := AND_A_HALF.search(text, max(0, one.start - 30), one.start)):
        known = SCALES.get(data.measures.get(more["unit"].lower(), ""))
        if known:  # "an hour and a half"
            return replace(one, value=1.5 * known[1], unit=known[0], text=text[more.start() : one.end])
    unit, end = _unit(one, text, data)
    if unit and one.unit != "th":
        dimension, scale = unit
        return replace(one, value=one.value * scale, unit=dimension, text=text[one.start : end], end=end, weak=False)
    if one.value == HALF and not one.unit and OF_A_YEAR.match(text, one.end):
        return replace(one, value=6.0, unit="months")  # "the first half of the year"
    if not one.unit and 0 < one.value < 1:
        return replace(one, unit=SHARE)
    return one


def _unit(one: Number, text: str, data: Lexicon) -> tuple[tuple[str, float] | None, int]:
    """The dimension and the scale of the unit that stands behind a number, and where it ends."""
    for pattern in (HALF_A,) if one.value < 1 else (), (NEXT, NEXT_BUT_ONE):
        for match in (each.match(text, one.end) for each in pattern):
            between = (match.groupdict().get("between") or "").lower() if match else ""
            known = SCALES.get(data.measures.get(match["unit"].lower(), "")) if match else None
            if match and known and between not in APART:
                return ((f"working {known[0]}", known[1]) if between in WORKING else known), match.end()
    return None, one.end


def key(one: Number) -> tuple[float, str]:
    """What makes two numbers the same: value and unit."""
    return float(f"{one.value:.12g}"), one.unit


def bare(unit: str) -> set[tuple[float, str]]:
    """One of a unit, in the unit of its dimension: a year is twelve months. Empty for a unit without a scale."""
    return {(float(f"{scale:.12g}"), dimension) for dimension, scale in (SCALES[unit],)} if unit in SCALES else set()


def bare_units(text: str, found: Sequence[Number], data: Lexicon) -> Iterator[tuple[float, str]]:
    """The amounts that a text says without a number: "a week", "the first year", "monthly" are one of each."""
    ends = {one.end for one in found if one.unit}
    for match in WORD.finditer(text):
        if match.end() not in ends:
            yield from bare(data.measures.get(match.group().lower(), ""))
