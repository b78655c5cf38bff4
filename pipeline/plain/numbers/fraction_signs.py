# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fractions that are written with a sign or a stroke: "½", "2½", "2 1/2"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# A stroke alone may part anything ("2018/19", "form 1/2"): only behind a whole number is it surely a fraction.
WRITTEN = re.compile(
    rf"(?<![\w.,/])(?:(?P<whole>\d+)[ \u00a0\u202f]?)?(?P<sign>[{SIGNS}])(?!\w)"
    r"|(?<![\w.,/])(?P<mixed>\d+)[ \u00a0\u202f](?P<upper>\d)[/⁄](?P<lower>[2-9])(?![\w/]|[.,]\d)"
)


def fractions(text: str) -> Iterator[tuple[float, int, int]]:
    """The fractions of a text (its digits as 0-9): the value, and where it begins and ends."""
    for match in WRITTEN.finditer(text):
        if match["sign"]:
            yield int(match["whole"] or 0) + unicodedata.numeric(match["sign"]), match.start(), match.end()
        elif 0 < int(match["upper"]) < int(match["lower"]):
            yield int(match["mixed"]) + int(match["upper"]) / int(match["lower"]), match.start(), match.end()
