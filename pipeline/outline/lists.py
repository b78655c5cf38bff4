# SPDX-License-Identifier: AGPL-3.0-or-later
"""The labels of list items as a browser computes them (HTML 4.4.5 to 4.4.8, CSS Counter Styles 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.outline.markup import name

STYLES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# How our style sheets dress a number; without such a class a browser writes "1.".
DRESS = {"delim-paren": ("", ")"), "delim-parens": ("(", ")"), "delim-period": ("", ".")}


def style(element: Any) -> str:
    """How an ``ol`` counts, as CSS calls it: from its ``type``, else an own list-style-type, else decimal."""
    written = STYLES.get(element.get("type") or "")
    for declaration in (element.get("style") or "").lower().split(";"):
        key, _, value = declaration.partition(":")
        if key.strip() in ("list-style-type", "list-style"):
            words = value.split()
            written = next((word for word in words if word in STYLES.values() or word == "none"), written)
            if set(words) & {"lower-latin", "upper-latin"}:
                written = "lower-alpha" if "lower-latin" in words else "upper-alpha"
    return written or "decimal"


def integer(text: str | None) -> int | None:
    """A number by HTML's rules for parsing integers; None if there is none."""
    stripped = (text or "").strip(" \t\n\f\r")
    sign = -1 if stripped.startswith("-") else 1
    digits = ""
    for letter in stripped.lstrip("+-") if stripped[:1] in "+-" else stripped:
        if letter not in "0123456789":
            break
        digits += letter
    return sign * int(digits) if digits and len(digits) < 10 else None


def start(element: Any) -> int:
    """The number of the first item of an ``ol``."""
    given = integer(element.get("start"))
    if given is not None:
        return given
    return sum(name(child) == "li" for child in element) if element.get("reversed") is not None else 1


def labels(element: Any) -> Iterator[str]:
    """The label of each ``li`` of an ``ol``, in order."""
    counting = style(element)
    before, after = next((DRESS[one] for one in (element.get("class") or "").split() if one in DRESS), ("", "."))
    for _, number in numbers(element):
        yield "" if counting == "none" else f"{before}{counter(number, counting)}{after}"


def numbers(element: Any) -> Iterator[tuple[Any, int]]:
    """Each ``li`` of an ``ol`` with its number, in order."""
    step = -1 if element.get("reversed") is not None else 1
    number = start(element)
    for child in element:
        if name(child) == "li":
            given = integer(child.get("value"))
            number = number if given is None else given
            yield child, number
            number += step


def counter(number: int, counting: str) -> str:
    """A number in a counter style; what it cannot write is decimal, as CSS says."""
    if counting.endswith("alpha") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if counting.startswith("lower") else letters.upper()
    if counting.endswith("roman") and 0 < number < 4000:
        text = ""
        for value, letters in ROMAN:
            text += letters * (number // value)
            number %= value
        return text if counting.startswith("lower") else text.upper()
    return str(number)
