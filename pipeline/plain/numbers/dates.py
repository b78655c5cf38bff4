# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates in a text, as year, month and day: "14 November 2019", "November 14, 2019" and "2019-11-14" are one date.
Digits of every script are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.named_days import named_days

_WEEKDAY = (
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
SHARED_MONTH = re.compile(
    r"(?<![\w.,$€£¥])(?P<text>(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|er|º|\.)?)"
    r"(?:,\s+|\s*(?:[-–—,]|\b(?:and|to|or|until|till|through|et|au|ou|und|bis|oder|y|al|o|إلى|حتى|و)\b)\s*)(?:(?:the|le|el|dem|am|zum)\s+)?"
    rf"(?:(?:{_WEEKDAY}),?\s+)?(?:(?:the|le|el|dem|den)\s+)?$", re.IGNORECASE,
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
OF_THAT_MONTH = r"منه\b|(?:du|de ce) même mois\b|del mismo mes\b|desselben Monats\b"
AND_JOINED = "وفبلك"  # Arabic letters that are written in one with a number
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
    ordinal = "|".join((*lexicon.days, *lexicon.ordinals)) or "(?!)"
    of = r"(?:du mois de\s+)?" if "mars" in lexicon.months else r"(?:of|de|من)\s+"  # "quinze mars"
    in_year = r"(?:,?\s+(?:de\s+|del\s+)?(?P<y>\d{4}))?"
    patterns = (
        rf"(?P<o>{ordinal})\s+{of}(?:شهر\s+|mes de\s+)?(?P<m>{month})\b\.?{in_year}",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|من))?(?:\s+(?:شهر|mes de|del mes de|du mois de))?"
        rf"\s+(?P<m>{month})\b\.?{in_year}",
        rf"(?P<m>{month})\b\.?\s+(?P<d>0?[1-9]|[12]\d|3[01])(?!\d|\s?(?:%|per\s?cent))(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{{4}}))?",
        rf"(?P<m>{month})\b\.?,?\s+(?:of\s+|de\s+|del\s+)?(?P<y>\d{{4}})",
        r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})(?!\d)",
        r"(?P<y>1[5-9]\d\d|20\d\d|21\d\d)(?![\d,.]\d|\s?[%€£$]|\w|\s(?:euro|dollar|pound|dólar|people|personnes|personas|per\s?cent|"
        r"(?:Kilo|Zenti|Quadrat|Kubik)?[Mm]eter|Kilo|Gramm|Liter|Tonnen|Hektar|Einwohner|Personen|Stunden|Franken|"
        r"دينار|درهم|جنيه|ريال|ليرة|دولار|يورو|متر|كيلو|غرام|لتر|طن|ساعة|نسمة|شخص|هكتار))",
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
        for match in re.finditer(rf"(?<![^\W{AND_JOINED}])(?<![$€£¥.,])(?:{pattern})(?!\w)", text, re.IGNORECASE):
            if (match.groupdict().get("m") or "") in SMALL_WORDS:
                continue
            if all(match.end() <= date.start or match.start() >= date.end for date in found):
                found.append(_date(match, lexicon))
    found += list(_same_month(text, found, lexicon))
    found.sort(key=lambda date: date.start)
    return [one for date in found for one in (*_days_before(text, date), date, *_year_after(text, date))]


def _same_month(text: str, found: list[Date], lexicon: Lexicon) -> Iterator[Date]:
    """The days of a month that is named before them: «حتى العاشر منه», "hasta el 30 del mismo mes"."""
    names = "|".join((r"\d{1,2}", *lexicon.days, *lexicon.ordinals))
    for match in re.finditer(rf"(?<!\w)(?P<d>{names})[.º]?\s+(?:{OF_THAT_MONTH})", text, re.IGNORECASE):
        months = [date for date in found if date.month and date.end <= match.start()]
        if months:
            day = int(match["d"]) if match["d"].isdigit() else _day(match["d"], lexicon)
            yield Date(months[-1].year, months[-1].month, day, match.group(), match.start(), match.end())


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
    day = int(parts.get("d") or _day(parts.get("o") or "", lexicon))
    return Date(int(parts.get("y") or 0), number, day, match.group(), match.start(), match.end())


def _day(name: str, lexicon: Lexicon) -> int:
    """The day of a month by its name; 0 for none."""
    name = " ".join(name.lower().split())
    return lexicon.days.get(name, lexicon.ordinals.get(name, 0))
