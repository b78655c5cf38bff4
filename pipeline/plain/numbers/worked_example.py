# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of an example that works out what the original says: "10 % de plus. Par exemple, pour 100 euros, 110 euros".
A person has to see whether it is right in its place, so they stay a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations
from math import isclose

from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import SHARE

_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|par exemple|exemple\b|por ejemplo|ejemplo\b|p\. ?ej\.|zum beispiel"
    r"|beispiel\b|z\. ?b\.)|مثال|مثلا",
    re.IGNORECASE,
)


def in_example(one: Number, text: str, own: Sequence[Number], others: Sequence[Number]) -> bool:
    """Whether a number stands in an example, where it and another one of it are as far apart as the original says. In:
    the number, its text and the numbers of that, those of the original."""
    begin = _EXAMPLE.search(text)
    if not begin or one.start < begin.start():
        return False
    known = [other.value for other in others if other.unit in ("", SHARE) and other.value > 0]
    added = [other for other in own if other.start >= begin.start()]
    return any(
        one in (first, second)
        and any(isclose(second.value, value) for by in known for value in _worked_out(first.value, by))
        for first, second in permutations(added, 2)
    )  # fmt: skip


def _worked_out(value: float, by: float) -> tuple[float, ...]:
    return (value * by, value * (1 + by), value * (1 - by)) if by < 1 else (value * by,)
