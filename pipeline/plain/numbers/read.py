# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers in a text, as values: digits, words, scales, percentages, currencies, ordinals, fractions.

"1.5 million", "1,500,000" and "one and a half million" are one value. Digits of every script are read. What is said
of a number ("at least", "about") is kept with it as its bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.numbers.bound_by import bound_of
from pipeline.plain.numbers.currencies import PERCENT, unit_of
from pipeline.plain.numbers.dates import Date, dates, plain_digits
from pipeline.plain.numbers.fraction_signs import fractions
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.number_words import in_words

DIGITS = re.compile(
    r"(?:(?<![\w.,])|(?<=(?<!\w)[وفبلك])|(?<=(?<!\w)ال))(?:(?P<cur>(?:US)?\$|€|£|¥|₹|EUR|USD|GBP|CHF)\s?)?"
    r"(?P<num>\d{1,3}(?:[,.’'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?P<ord>st|nd|rd|th|er|ère|e|º|ª)?(?![\w])(?P<plus>\+)?"
    r"|(?<![\w.,])(?:(?P<cur2>(?:US)?\$|€|£|¥)\s?)?(?P<num2>\d+(?:[.,]\d+)?)(?P<suffix>bn|mn|m|k)\b",
    re.IGNORECASE,
)


def numbers(text: str, lexicon: Lexicon, known: list[Date] | None = None) -> list[Number]:
    """The numbers in a text that are not part of a date, in order. ``known``: its dates, where they are known."""
    plain = plain_digits(text)
    taken = [(date.start, date.end) for date in (dates(text, lexicon) if known is None else known)]
    found = [number for number in _in_signs(plain, lexicon) if not _inside(number, taken)]
    taken += [(number.start, number.end) for number in found]
    found += [number for number in _in_digits(plain, lexicon) if not _inside(number, taken)]
    taken += [(number.start, number.end) for number in found]
    found += [number for number in in_words(plain, lexicon) if not _inside(number, taken)]
    found.sort(key=lambda number: number.start)
    bounds = lexicon.bounds.find(plain)
    return [_with_bound(number, plain, bounds) for number in found]


def _with_bound(number: Number, text: str, bounds: Sequence[Cue]) -> Number:
    bound, denied = bound_of(text, number.start, number.end, bounds)
    return replace(number, bound=bound or number.bound, denied=denied)


def _inside(number: Number, taken: list[tuple[int, int]]) -> bool:
    return any(number.start < end and start < number.end for start, end in taken)


def _in_signs(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """Numbers with the sign of a fraction: "2½", "4 ½ per cent"."""
    for part, start, behind in fractions(text):
        value, end = _scaled(text, behind, part, lexicon.scales)
        unit, end = unit_of(text, end, "")
        yield Number(value, unit, "", text[start:end], start, end)


def _in_digits(text: str, lexicon: Lexicon) -> list[Number]:
    found = []
    for match in DIGITS.finditer(text):
        raw = match["num"] or match["num2"]
        value = _value(raw, lexicon.decimal_comma)
        end = match.end()
        if match["suffix"]:
            value *= lexicon.scales.get(match["suffix"].lower(), 1)
        value, end = _scaled(text, end, value, lexicon.scales)
        unit, end = unit_of(text, end, match["cur"] or match["cur2"] or "")
        unit = unit or ("th" if match["ord"] else "")
        found.append(
            Number(value, unit, "at least" if match["plus"] else "", text[match.start() : end], match.start(), end)
        )
    return found


def _value(raw: str, decimal_comma: bool) -> float:
    raw = re.sub(r"[’'\u00a0\u202f ]", "", raw)
    point, group = (",", ".") if decimal_comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", raw):
        raw = raw.replace(group, "")
    elif re.fullmatch(rf"\d{{1,3}}(?:\{point}\d{{3}}){{2,}}", raw):
        raw = raw.replace(point, "")
    return float(re.sub(r"[.,](?=.*[.,])", "", raw).replace(",", "."))


def _scaled(text: str, end: int, value: float, scales: Mapping[str, int]) -> tuple[float, int]:
    while (
        (match := re.compile(r"[\s-]+([^\W\d_]+)").match(text, end))
        and match[1].lower() in scales
        and len(match[1]) > 1
        and not PERCENT.match(text, end)  # «10 بالمائة» is no thousand
    ):
        value, end = value * scales[match[1].lower()], match.end()
    return value, end


