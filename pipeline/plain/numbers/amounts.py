# SPDX-License-Identifier: AGPL-3.0-or-later
"""Amounts that say the same with another unit: 14 days and two weeks, half and 50 per cent, one in ten and 10 %.

A number is brought to one unit of its dimension, so that the two are one value wherever numbers are compared.
Months are no number of days, and working days are no days: those stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isclose

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.composed import HALF, joined, with_one
from pipeline.plain.numbers.how_often import unit_of_often
from pipeline.plain.numbers.nth_parts import nth_parts
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.said_as_parts import of_so_many, said_as_parts
from pipeline.plain.numbers.scales import DIMENSIONS, SCALES, power_of
from pipeline.plain.numbers.shares import FEW, HALF_A, SHARE, WHOLES, in_full, shares

CENT = "cent"
# The word of the unit stands after the number, with one word between them at most: "two full days", "half a year".
NEXT = re.compile(r"(?:\s+|-|(?<=\d))(?P<unit>[^\W\d_]+)")
OR_MORE = re.compile(r"\s+or\s+(?:more|less|fewer)\s+(?P<unit>[^\W\d_]+)", re.IGNORECASE)  # "two or more days"
NEXT_BUT_ONE = re.compile(r"(?:\s+|-)(?P<between>[^\W\d_]+)\s+(?P<unit>[^\W\d_]+)")
APART = frozenset(
    "a an per each every of in the and or to by other times from on at with without after before than if is are was "  # noqa: SIM905
    "must may can der die das pro par por le la les el".split()
)
# "Four quarterly instalments", "twelve equal monthly parts": how often, and no unit of the number.
BY_TURNS = re.compile(r"(?<=\s)(?:hour|dai|week|fortnight|month|quarter|year)ly\s+[^\W\d_]+", re.IGNORECASE)
WORKING = frozenset("working business ouvrables ouvrés hábiles laborables werktage arbeitstage".split())  # noqa: SIM905
RATIO = re.compile(r"\s+(?P<how>in|out of|of)\s+(?:(?:every|each)\s+)?(?:an?\s+)?$", re.IGNORECASE)
# "Trois membres sur cinq", "drei von vier", "dos de cada tres": a share, of few or of a round number.
OUT_OF = re.compile(r"\s+(?:(?:[^\W\d_]+\s+){0,3}?(?:sur|de cada|من كل|من أصل)|von)\s+$", re.IGNORECASE)
OF_A_YEAR = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:financial|calendar|school|reporting)\s+)?(?:year\b|\d{4}\b)", re.IGNORECASE
)
# "60 to 119 minutes": the first has the unit of the second.
RANGE = re.compile(r"\s*(?:-|–|to|and|or|à|et|ou|bis|und|oder|a|y|o)\s*$", re.IGNORECASE)
RANGE_OF_SHARES = re.compile(r"\s+(?:to|and|or|à|et|ou|bis|und|oder|a|y|o)\s+|[-–]", re.IGNORECASE)
# How often: "twice a year" is every six months.
OFTEN = re.compile(
    r"(?:\s+(?:or more\s+)?(?P<times>times?|fois|veces))?"
    r"(?:\s+(?:an?|each|every|per|par|chaque|pro|jede[sn]?|im|al|por|cada)\s+"
    r"(?P<unit>hour|day|week|month|year|an|mois|semaine|jour|jahr|monat|woche|tag|año|mes|semana|día)|[\s-]+(?P<each>hourly|daily|weekly|monthly|yearly|annually))\b",
    re.IGNORECASE,
)
TIMES = frozenset("once twice thrice einmal zweimal dreimal".split())  # noqa: SIM905
SEVERAL = frozenset("ساعات أيام أسابيع أشهر شهور سنوات سنين أعوام دقائق أمتار".split())  # noqa: SIM905


def amounts(found: Sequence[Number], text: str, data: Lexicon) -> list[Number]:
    """The numbers of a text with what has a unit in one unit of its dimension ("hours", "months", "share", …)."""
    parts = [*said_as_parts(text, data), *nth_parts(text, data), *shares(text, data)]
    done: list[Number] = []
    for one in found:
        share = next((part for part in parts if part.start <= one.start < part.end), None)
        if share:
            if share not in done:
                done.append(replace(share, bound=one.bound, denied=one.denied, start=one.start))
                parts.remove(share)
                parts.append(done[-1])
            continue
        before = done[-1] if done else None
        if before and before.end >= one.end:
            continue  # "one fortnight"
        own = _unit(one, text, data)
        if before and before.value in WHOLES and not own[0] and of_so_many(before, one, text):
            said = text[before.start : one.end]
            done[-1] = replace(before, value=one.value / before.value, unit=SHARE, text=said, end=one.end)
        elif before and (share := _ratio(before, one, text, data) or joined(before, one, text, data, own)):
            done[-1] = share
        else:
            done.append(_amount(one, text, data))
    return _ranged(done, text, {one.start: one.value for one in found})


def _ranged(found: list[Number], text: str, written: Mapping[int, float]) -> list[Number]:
    """The numbers, of which the first of a range has the unit of the second: "60 to 119 minutes". ``written``: the
    values as they are written, by their places."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        percent = other.unit == SHARE and isclose(other.value * 100, written.get(other.start, 0), abs_tol=0.5)
        cents = not other.unit and isclose(other.value * 100, written.get(other.start, 0))  # "from 85 to 95 cents"
        pattern = RANGE if other.unit in DIMENSIONS else RANGE_OF_SHARES
        scaled = other.unit in DIMENSIONS or percent or cents
        if not one.unit and scaled and pattern.fullmatch(text, one.end, other.start):
            scale = other.value / written[other.start] if written.get(other.start) else 1
            found[at] = replace(one, value=one.value * scale, unit=other.unit)
    return found


def _in_words(one: Number, whole: Number) -> bool:
    """Whether both are written alike: "two in five"; not "two in 5 rooms"."""
    return one.text.isdigit() == whole.text.isdigit()


def _measured(one: Number, text: str, data: Lexicon) -> bool:
    """Whether a number counts units: "one visit in five days"."""
    after = NEXT.match(text, one.end)
    return bool(after) and after["unit"].lower() in data.measures if after else False


def _often(one: Number, text: str, data: Lexicon) -> Number | None:
    """How often, as the time in between: "twice a year", "four times a year"."""
    match = OFTEN.match(text, one.end)
    said = one.text.lower() in TIMES or (match is not None and match["times"] is not None)
    unit = (match["unit"] or match["each"]).lower() if match and said else ""
    end = match.end() if match else one.end
    if not unit and (other := unit_of_often(one.text, text, one.end)):
        unit, end = other
    known = SCALES.get(data.measures.get(unit, ""))
    if not known or one.unit or not one.value:
        return None
    return replace(one, value=known[1] / one.value, unit=known[0], text=text[one.start : end], end=end, weak=False)


def _ratio(one: Number, whole: Number, text: str, data: Lexicon) -> Number | None:
    """ "One in ten", "30 out of every 100": a share. Not "21 of the 58 seats", which counts them."""
    if one.unit or whole.unit not in ("", "~") or not 0 < one.value < whole.value:
        return None
    little = whole.value <= FEW
    if OUT_OF.fullmatch(text, one.end, whole.start):
        shared = little
    elif match := RATIO.fullmatch(text, one.end, whole.start):
        few = match["how"] == "in" and (one.value == 1 or (little and _in_words(one, whole)))
        shared = few and whole.value < 1000 and not _measured(whole, text, data)
    else:
        return None
    if not shared and whole.value not in WHOLES:
        return None
    said = text[one.start : whole.end]
    return replace(one, value=one.value / whole.value, unit=SHARE, text=said, end=whole.end, weak=False)


def _amount(one: Number, text: str, data: Lexicon) -> Number:
    if one.unit == "%":
        return replace(one, value=in_full(one.value / 100), unit=SHARE)
    if one.unit == CENT:
        return replace(one, value=one.value / 100, unit="")  # of a sum of money without its sign
    if one.unit not in ("", "th"):
        return one
    if often := _often(one, text, data):
        return often
    if (known := SCALES.get(data.measures.get(one.text.lower(), ""))) and not one.unit:
        return replace(one, value=known[1], unit=known[0])  # "a fortnight"
    if composed := with_one(one, text, data, _unit(one, text, data)):
        return composed
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
    for pattern in (HALF_A,) if one.value < 1 else (), (NEXT, NEXT_BUT_ONE, OR_MORE):
        for match in (each.match(text, one.end) for each in pattern):
            between = (match.groupdict().get("between") or "").lower() if match else ""
            known = SCALES.get(data.measures.get(match["unit"].lower(), "")) if match else None
            apart = between in APART or between in data.units  # "two one-hour visits"
            if match and one.value < 1 and match["unit"] in SEVERAL:
                continue  # «ربع ساعات الدراسة» is a part of them, and no quarter of an hour
            if match and known and not apart and not BY_TURNS.match(text, match.start("unit")):
                if power := power_of(between, known, match.end(), text):
                    return power
                return ((f"working {known[0]}", known[1]) if between in WORKING else known), match.end()
    return None, one.end


def key(one: Number) -> tuple[float, str]:
    """What makes two numbers the same: value and unit."""
    return float(f"{one.value:.12g}"), one.unit
