# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days of the year that are said without a figure: New Year's Eve, the last day of May, the last day of 2027.
English only."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from pipeline.plain.lexicon import Lexicon

_FEASTS = {
    "new year['’]s day": (1, 1), "new year['’]s eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "labour day": (5, 1), "may day": (5, 1),
}  # fmt: skip
_FEAST = re.compile(rf"\b(?:{'|'.join(_FEASTS)})\b", re.IGNORECASE)
_WHICH = r"\bthe\s+(?:very\s+)?(?P<which>[a-z]+(?:-[a-z]+)?)\s+day\s+of\s+"
_DAY_OF = re.compile(
    rf"{_WHICH}(?P<month>[a-z]+)\b(?:,?\s+(?:of\s+)?(?P<year>(?:19|20|21)\d\d))?", re.IGNORECASE
)
_DAY_OF_YEAR = re.compile(
    rf"{_WHICH}(?:(?P<year>(?:19|20|21)\d\d)\b|(?:the|each|every)\s+(?:calendar\s+)?year\b)", re.IGNORECASE
)
_LAST, _FIRST = "last", "first"
Day = tuple[int, int, int, int, int]


def named_days(text: str, english: Lexicon) -> Iterator[Day]:
    """The days of a text, each as year (0 where it is not said), month and day, with where it begins and ends."""
    for match in _FEAST.finditer(text):
        feast = next(day for name, day in _FEASTS.items() if re.fullmatch(name, match.group(), re.IGNORECASE))
        yield 0, *feast, *match.span()
    for match in _DAY_OF_YEAR.finditer(text):
        if match["which"].lower() in (_LAST, _FIRST):
            year = int(match["year"] or 0)
            yield year, *((12, 31) if match["which"].lower() == _LAST else (1, 1)), *match.span()
    for match in _DAY_OF.finditer(text):
        month, which = english.months.get(match["month"].lower(), 0), match["which"].lower()
        year = int(match["year"] or 0)
        last = monthrange(year or 2001, month)[1] if month else 0
        ten, _, one = which.rpartition("-")  # "thirty-first"
        day = last if which == _LAST else english.units.get(ten, 0) + int(english.ordinals.get(one, 0))
        if month and 0 < day <= last:
            yield year, month, day, *match.span()
