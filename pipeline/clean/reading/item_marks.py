# SPDX-License-Identifier: AGPL-3.0-or-later
"""The marks of items ("2.", "(b)", "iv)") as numbers, each in the ways in which it can be read."""

from __future__ import annotations

import re

_LABEL = re.compile(r"(\(?)(\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)([.)])$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def read_mark(mark: str) -> list[tuple[str, int]]:
    """The ways to read a mark as style and number: "i." is a letter or one in Roman numerals."""
    found = _LABEL.match(mark)
    if not found:
        return []
    before, label, after = found.groups()
    if label.isdigit():
        return [(f"{before}1{after}", int(label))]
    readings = []
    kind = "a" if label.islower() else "A"
    if len(label) == 1:
        readings.append((f"{before}{kind}{after}", ord(label.lower()) - 96))
    if set(label.lower()) <= set(_ROMAN):
        values = [_ROMAN[char] for char in label.lower()]
        number = sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))
        readings.append((f"{before}{'i' if kind == 'a' else 'I'}{after}", number))
    return readings
