# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as metadata have them: ISO 8601, as far as Dublin Core asks for (W3CDTF: year, month or day)."""

from __future__ import annotations

import datetime
import re

from pipeline import labels

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_EAST = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
_DOTS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def iso(text: str) -> str:
    """The date that a setting says (``2024``, ``2024-12``, ``2024-12-31``), without a time of day; empty for what is
    none."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day = found.groups()
    return text.strip()[: 4 + 3 * bool(month) + 3 * bool(day)] if _exists(year, month or "1", day or "1") else ""


def proposal(text: str, lang: str) -> str:
    """The date in ISO 8601 that was probably meant: «31.12.2024» has the day first, and months have names in the
    language of the text and in English; an example where nothing tells."""
    dots, east = _DOTS.fullmatch(text.strip()), _EAST.fullmatch(text.strip())
    order = (1, 2, 3) if dots else (3, 2, 1)
    found = dots or east
    day, month, year = (found[part] for part in order) if found else _named(text, lang)
    if not year or not month or not _exists(year, month, day or "1"):
        return "2024-12-31"
    return f"{int(year)}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _named(text: str, lang: str) -> tuple[str, str, str]:
    """Day, month and year of a date in words, as far as each stands in it once."""
    numbers = re.findall(r"\d+", text)
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    words = tuple(re.findall(r"[^\W\d_]{3,}", text.casefold()))
    names = [own | english for own, english in zip(labels.months(lang or "en"), labels.months("en"), strict=True)]
    months = [str(at) for at, called in enumerate(names, 1) if any(name.startswith(words) for name in called)]
    if len(years) != 1 or len(months) != 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
        return "", "", ""
    return days[0] if days else "", months[0], years[0]


def _exists(year: str, month: str, day: str) -> bool:
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
