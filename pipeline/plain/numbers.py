# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers in a text, as values: digits, words, scales, percentages, currencies, ordinals, fractions.

"1.5 million", "1,500,000" and "one and a half million" are one value. Digits of every script are read. What is said
of a number ("at least", "about") is kept with it as its bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.plain.currencies import unit_of
from pipeline.plain.dates import Date, dates, plain_digits
from pipeline.plain.fraction_signs import fractions
from pipeline.plain.lexicon import Cue, Lexicon
from pipeline.plain.number import Number
from pipeline.plain.number_words import in_words

DIGITS = re.compile(
    r"(?<![\w.,])(?:(?P<cur>(?:US)?\$|€|£|¥|₹|EUR|USD|GBP|CHF)\s?)?"
    r"(?P<num>\d{1,3}(?:[,.’'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?P<ord>st|nd|rd|th|er|ère|e|º|ª)?(?![\w])(?P<plus>\+)?"
    r"|(?<![\w.,])(?:(?P<cur2>(?:US)?\$|€|£|¥)\s?)?(?P<num2>\d+(?:[.,]\d+)?)(?P<suffix>bn|mn|m|k)\b",
    re.IGNORECASE,
)
# «30 Kubikmeter nicht überschreitet»: the verb that bounds comes last, and a "may" before it belongs to it.
LAST = re.compile(
    r"[^.;:!?\d]{0,40}?\b(?P<not>nicht )(?:(?P<more>(?:über(?:schr[ei]+t|st[ei]+g)|hinausg[ei])\w*)"
    r"|(?P<less>unterschr[ei]+t\w*))"
    r"|[^.;:!?,\d]{0,30}?\b(?:(?P<above>über(?:schr[ei]+t|st[ei]+g)\w*)|(?P<below>unterschr[ei]+t\w*))",
    re.IGNORECASE,
)
BOUNDS = {"more": "at most", "less": "at least", "above": "more than", "below": "less than"}
ALLOWED = re.compile(r"\b(?:darf|dürfen|soll|sollen|kann|können)\b[^.;:!?]*$", re.IGNORECASE)
AFTER = re.compile(
    r"\s+(?:(?:an? |per |of )?[^\W\d_]+\s+){0,3}?"
    r"(?:(?P<least>or (?:more|above|over|greater|longer|older)|and (?:over|above|older|upwards?)|at (?:the )?least"
    r"|(?:ou|et) (?:plus|davantage)|au moins|au minimum|(?:oder|und) mehr|mindestens|[oy] más|como mínimo|al menos"
    r"|أو أكثر|فأكثر|على الأقل|كحد أدنى)"
    r"|(?:or (?:less|fewer|under|below|younger)|at (?:the )?most|is the most|ou moins|au plus(?! t[oô]t)|au maximum"
    r"|oder weniger|höchstens|o menos|como máximo|a lo sumo|أو أقل|فأقل|على الأكثر|على أبعد حد|كحد أقصى)"
    r"|(?:(?:an? |per |of )?[a-z]+\s+){0,3}and no (?:longer|more))\b", re.I
)
# Bounds of a number only where they stand right before it.
CLOSE = frozenset(("under", "over", "above", "below"))
LATEST = re.compile(r"no later|not later|au plus tard|spätestens|a más tardar")
AHEAD = re.compile(r"(?:\s+[^\W\d_]+){1,3}?\s+(?:before|prior|ahead|in advance|avant|vor|antes)\b", re.I)

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
    return [_with_bound(number, plain, bounds_before=[b for b in bounds if b.end <= number.start]) for number in found]


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
    ):
        value, end = value * scales[match[1].lower()], match.end()
    return value, end


def _with_bound(number: Number, text: str, bounds_before: list[Cue]) -> Number:
    """The number with what is said of it just before ("at least 5") or after ("5 or more")."""
    bound, denied = number.bound, False
    if after := AFTER.match(text, number.end):
        bound = "at least" if after["least"] else "at most"
    elif last := LAST.match(text, number.end):
        bound = next(BOUNDS[way] for way in BOUNDS if last[way])
    for cue in reversed(bounds_before):
        if re.search(r"\d\s+(?:or|and)\s+$", text[: cue.start]):
            break  # "25 or over is £90" says it of the number before
        between = text[cue.end : number.start].replace(" the age of", "")
        if len(between) > 16 or re.search(r"[.,;:!?]|\d", between):
            break
        if cue.text in CLOSE and between.strip() not in ("", "the", "a", "an"):
            continue  # "came under fire twice" says nothing of the number
        if len(re.findall(r"[^\W\d_]+", between)) <= 1:
            bound, denied = cue.kind, cue.text.startswith("not ")
            if cue.kind == "about" and (wider := _wider(cue, bounds_before, text)):
                bound, denied = wider.kind, wider.text.startswith("not ")  # "more than the estimated £48 million"
            if LATEST.match(cue.text) and AHEAD.match(text, number.end):
                bound, denied = "at least", False  # "no later than 3 days before" leaves at least 3 days
            break
    return replace(number, bound=bound, denied=denied)


def bound_behind(number: Number, text: str) -> tuple[int, int] | None:
    """Where the words stand that deny what is more or less behind a number, with a "may" before it; None for none."""
    last = LAST.match(text, number.end)
    if not last or not last["not"]:
        return None
    allowed = ALLOWED.search(text, max(0, number.start - 120), number.start)
    return (allowed.start() if allowed else last.start("not")), last.end()


def _wider(cue: Cue, bounds: list[Cue], text: str) -> Cue | None:
    """The bound that stands right before "about" and the like, and has the last word."""
    return next(
        (one for one in bounds if one.kind != "about" and one.end <= cue.start
         and text[one.end : cue.start].strip() in ("", "the", "an", "a")), None,
    )  # fmt: skip
