# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of lists in HTML: ``value`` and ``reversed`` (HTML 4.4.5 and 4.4.8), which pandoc does not read."""

from __future__ import annotations

import re
from typing import Any

NUMBER = "pariter-number"
_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,9})(?![0-9])")


def mark_numbers(root: Any) -> None:
    """Put the number of each item of a list that does not count on from its first into the item, as an empty ``span``
    of the class ``NUMBER``: pandoc hands that on. In: a tree of HTML, which is changed."""
    for made in root.iter("ol"):
        items = made.findall("li")
        if made.get("reversed") is None and not any(_integer(item.get("value")) is not None for item in items):
            continue
        for item, number in zip(items, _numbers(made, items), strict=True):
            sign = item.makeelement("span", {"class": NUMBER, "data-number": str(number)})
            sign.tail, item.text = item.text, None
            item.insert(0, sign)


def take_numbers(items: list[Any]) -> tuple[list[Any], list[int]]:
    """The items of pandoc's list without those marks, and their numbers; none for a list that has no marks."""
    found = [_marked(item) for item in items]
    if not items or any(number is None for _, number in found):
        return items, []
    return [rest for rest, _ in found], [number for _, number in found if number is not None]


def _marked(nodes: list[Any]) -> tuple[list[Any], int | None]:
    first: dict[str, Any] = nodes[0] if nodes else {"t": ""}
    inlines: list[Any] = first["c"] if first["t"] in ("Plain", "Para") else []
    if not inlines or inlines[0]["t"] != "Span" or inlines[0]["c"][0][1] != [NUMBER]:
        return nodes, None
    number = _integer(dict(inlines[0]["c"][0][2]).get("number"))
    rest = inlines[1:]
    while rest and rest[0]["t"] in ("Space", "SoftBreak"):
        rest = rest[1:]
    return [*([{**first, "c": rest}] if rest else []), *nodes[1:]], number


def _numbers(made: Any, items: list[Any]) -> list[int]:
    step = 1 if made.get("reversed") is None else -1
    first = _integer(made.get("start"))
    number = first if first is not None else 1 if step > 0 else len(items)
    numbers: list[int] = []
    for item in items:
        own = _integer(item.get("value"))
        number = number if own is None else own
        numbers.append(number)
        number += step
    return numbers


def _integer(text: str | None) -> int | None:
    """A number by HTML's rules for parsing integers (2.3.4.1); None where there is none, or one too long to print."""
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else None
