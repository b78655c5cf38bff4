# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates in a text, as year, month and day: "14 November 2019", "November 14, 2019" and "2019-11-14" are one date.
Digits of every script are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.named_days import named_days

SHARED_MONTH = re.compile(
    r"(?<![\w.,$€£¥])(?P<text>(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|er|º|\.)?)"
    r"(?:,\s+|\s*(?:[-–—,]|\b(?:and|to|or|until|till|through|et|au|ou|und|bis|oder|y|al|o)\b)\s*)(?:(?:the|le|el|dem|am|zum)\s+)?$"
)
NEXT_YEAR = re.compile(r"[/–-](?P<year>\d\d)(?![\d/.-])")
IN_A_YEAR = "|".join(rf"(?<=\b{word} )" for word in ("in", "since", "during", "en", "depuis", "desde"))
# "May" alone is a month where another one goes with it: "May to September".
MONTH_AFTER = (
    r"\s*(?:[-–—,]|to|and|or|until|till|through)\s*(?:the\s+(?:end|last day)\s+of\s+)?"
    r"(?:june|july|august|september|october|november|december|january|february|(?-i:March)|april)\b"
)
MAY_BEFORE = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "during", "of", "by", "from", "until", "till", "since", "before", "after",
                                    "early", "mid", "late", "each", "every", "next", "last", "throughout")
)  # fmt: skip
SMALL_WORDS = frozenset({"may", "march", "mar"})  # in small letters these are no months


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a part of one: 0 for what is not said."""

    year: int
    month: int
    day: int
    text: str
    start: int
    end: int


def plain_digits(text: str) -> str:
    """The text with digits of every script as 0-9, code point for code point."""
    return text if text.isascii() else _OTHER_DIGIT.sub(_plain_digit, text)


_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d|[٫٬]")


def _plain_digit(match: re.Match[str]) -> str:
    char = match[0]
    return "." if char == "٫" else "," if char == "٬" else str(unicodedata.digit(char))


def dates(text: str, lexicon: Lexicon) -> list[Date]:
    """The dates in a text, in order: with a month's name, or in the form year-month-day, or a year alone."""
    text = plain_digits(text)
    month = "|".join(sorted((re.escape(name) for name in lexicon.months), key=len, reverse=True)) or "(?!)"
    ordinal = "|".join(lexicon.ordinals) or "(?!)"
    patterns = (
        rf"(?P<o>{ordinal})\s+(?:of|de|من)\s+(?P<m>{month})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y>\d{{4}}))?",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|من))?\s+(?P<m>{month})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y>\d{{4}}))?",
        rf"(?P<m>{month})\b\.?\s+(?P<d>0?[1-9]|[12]\d|3[01])(?!\d|\s?(?:%|per\s?cent))(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{{4}}))?",
        rf"(?P<m>{month})\b\.?,?\s+(?:of\s+|de\s+|del\s+)?(?P<y>\d{{4}})",
        r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})(?!\d)",
        r"(?P<y>1[5-9]\d\d|20\d\d|21\d\d)(?![\d,.]\d|\s?[%€£$]|\w|\s(?:euro|dollar|pound|dólar|people|personnes|personas|per\s?cent))",
        # "In 2021 people came" names the year; "2021 people came" counts them.
        rf"(?:{IN_A_YEAR})(?P<y>1[5-9]\d\d|20\d\d|21\d\d)(?=\s(?:people|personnes|personas)\b)",
        rf"(?P<m>{month})(?=\b)"
        if "may" not in lexicon.months
        else r"(?P<m>january|february|april|june|july|august|september|october|november|december|(?-i:March)"
        rf"|(?-i:May)(?={MONTH_AFTER})|(?:{MAY_BEFORE})(?-i:May))",
    )
    named = named_days(text, lexicon) if "may" in lexicon.months else ()
    found = [Date(year, month, day, text[start:end], start, end) for year, month, day, start, end in named]
    for pattern in patterns if _DIGIT.search(text) else (patterns[0], patterns[-1]):  # only a month alone has no figure
        for match in re.finditer(rf"(?<![\w$€£¥.,])(?:{pattern})(?!\w)", text, re.IGNORECASE):
            if (match.groupdict().get("m") or "") in SMALL_WORDS:
                continue
            if all(match.end() <= date.start or match.start() >= date.end for date in found):
                found.append(_date(match, lexicon))
    found.sort(key=lambda date: date.start)
    return [one for date in found for one in (*_days_before(text, date), date, *_year_after(text, date))]


def _year_after(text: str, date: Date) -> list[Date]:
    """The second of two years that stand together: "2018/19"."""
    match = NEXT_YEAR.match(text, date.end) if date.year and not date.month else None
    if not match or (date.year + 1) % 100 != int(match["year"]):
        return []
    return [Date(date.year + 1, 0, 0, match["year"], match.start("year"), match.end())]


def _days_before(text: str, date: Date) -> list[Date]:
    """The days that share a date's month: "3rd to the" in "from the 3rd to the 17th of May"."""
    if not (date.day and date.month):
        return []
    days: list[Date] = []
    end = date.start
    while match := SHARED_MONTH.search(text, max(0, end - 24), end):
        days.insert(0, Date(date.year, date.month, int(match["day"]), match["text"], match.start(), match.end()))
        end = match.start()
    return days


def _date(match: re.Match[str], lexicon: Lexicon) -> Date:
    parts = match.groupdict()
    month = parts.get("m") or ""
    number = int(month) if month.isdigit() else lexicon.months.get(month.lower(), 0)
    day = int(parts.get("d") or lexicon.ordinals.get((parts.get("o") or "").lower(), 0))
    return Date(int(parts.get("y") or 0), number, day, match.group(), match.start(), match.end())
