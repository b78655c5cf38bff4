# SPDX-License-Identifier: AGPL-3.0-or-later
"""How numbered lists count: labels of numbers, and the numbers that an author typed.

CommonMark reads the first number of a list alone. A law whose third number was repealed goes 1, 2, 4, and so it is
printed here in every format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import Pos

_MARKER = re.compile(r"\(?([0-9]{1,9}|[A-Za-z]{1,15})[.)][ \t]+(?:\[[ xX]\][ \t]+)?\Z")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def number_label(number: int, style: str) -> str:
    """``number`` as a list of this style counts it (CSS Counter Styles 3, section 6)."""
    if style.endswith("alpha") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(97 + rest) + letters
        return letters.upper() if style.startswith("upper") else letters
    if style.endswith("roman") and 0 < number < 4000:
        digits = ""
        for value, letter in _ROMAN:
            times, number = divmod(number, value)
            digits += letter * times
        return digits.upper() if style.startswith("upper") else digits
    return str(number)


def number_of(label: str, style: str) -> int | None:
    """The number that a label of this style stands for; None for what is no label of it."""
    if label.isascii() and label.removeprefix("-").isdecimal():
        return int(label)
    letters = label.lower()
    if not re.fullmatch("[a-z]{1,15}", letters) or label != (label.upper() if style.startswith("upper") else letters):
        return None
    number = 0
    if style.endswith("alpha"):
        for letter in letters:
            number = number * 26 + ord(letter) - 96
    else:
        rest = letters
        for value, sign in _ROMAN:
            while rest.startswith(sign):
                number, rest = number + value, rest[len(sign) :]
    return number if number_label(number, style) == label else None


def as_typed(text: str, places: Sequence[Pos | None], start: int, style: str) -> list[int]:
    """The numbers of the items of a list.

    In: the source, where each item's words are, the first number and the style. Out: the numbers as they were typed;
    or counted from the first where they cannot be seen, or where most are the same as the one before, as in lists
    whose author leaves the counting to the machine (all 1).
    """
    counted = list(range(start, start + len(places)))
    typed = [_typed(text, place, style) for place in places]
    known = [number for number in typed if number is not None]
    same = sum(one == other for one, other in pairwise(known))
    return counted if len(known) < len(typed) or same * 2 > len(known) - 1 else known


def stray(text: str, places: Sequence[Pos | None], style: str) -> tuple[int, str] | None:
    """The first item whose label is none of the list's style, with that label: Markdown reads "a." right behind a
    list of Roman numbers as its next item."""
    marks = [_mark(text, place) for place in places]
    return next(((n, mark) for n, mark in enumerate(marks) if mark and number_of(mark, style) is None), None)


def _typed(text: str, place: Pos | None, style: str) -> int | None:
    mark = _mark(text, place)
    return number_of(mark, style) if mark else None


def _mark(text: str, place: Pos | None) -> str:
    """The number or letter typed before an item's words; "" where none can be seen."""
    if place is None:
        return ""
    marker = _MARKER.search(text, text.rfind("\n", 0, place.start) + 1, place.start)
    return marker.group(1) if marker else ""
