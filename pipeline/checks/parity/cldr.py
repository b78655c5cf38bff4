# SPDX-License-Identifier: AGPL-3.0-or-later
"""The names of months and units in a language that has no lexicon of ours, as CLDR has them (by Babel)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

UNITS = {
    "minute": "duration-minute", "hour": "duration-hour", "day": "duration-day", "week": "duration-week",
    "month": "duration-month", "year": "duration-year", "metre": "length-meter", "centimetre": "length-centimeter",
    "kilometre": "length-kilometer", "gram": "mass-gram", "kilogram": "mass-kilogram", "litre": "volume-liter",
}  # fmt: skip
"""Units by the names that our lexicons give them."""
MORE = {
    "it": {"giorno": "day", "giorni": "day", "mese": "month", "mesi": "month", "anno": "year", "anni": "year"},
    "nl": {"dag": "day", "dagen": "day", "uur": "hour", "uren": "hour", "jaren": "year"},
    "pt": {"dia": "day", "dias": "day", "mês": "month", "meses": "month", "ano": "year", "anos": "year"},
}
"""Forms that Babel's tables have not."""
YEAR = 12
COUNTS = (0, 1, 2, 3, 4, 5, 11, 21, 100, 1.5)
"""Among these is a number of each kind for which languages have forms of their own."""
WORD = re.compile(r"[^\W\d_]+")


@cache
def months(lang: str) -> Mapping[str, int]:
    """The months by their names in small letters, as they stand in dates and alone; empty for an unknown language."""
    locale = _locale(lang)
    if locale is None:
        return {}
    names = locale.months
    found = {
        name.lower(): number
        for kind in ("format", "stand-alone")
        for number, name in names[kind]["wide"].items()
        if name.isalpha()
    }
    return found if len(set(found.values())) == YEAR else {}


@cache
def measures(lang: str) -> Mapping[str, str]:
    """The units by the forms of their names that CLDR has; a form of two units says nothing and is left out."""
    from babel.units import format_unit

    locale = _locale(lang)
    if locale is None:
        return {}
    found = {word: {unit} for word, unit in MORE.get(lang, {}).items()}
    for unit, key in UNITS.items():
        for count in COUNTS:
            words = WORD.findall(format_unit(count, key, "long", locale=locale).lower())
            if len(words) == 1:
                found.setdefault(words[0], set()).add(unit)
    return {word: next(iter(units)) for word, units in found.items() if len(units) == 1}


@cache
def joining(lang: str) -> str:
    """The word that joins the last two things of a list («and»); empty where it is none of its own, or not known."""
    from babel.lists import format_list

    locale = _locale(lang)
    words = format_list(["1", "2"], locale=locale).split() if locale is not None else []
    return words[1].casefold() if len(words) == 3 and words[1].isalpha() else ""


def _locale(lang: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
