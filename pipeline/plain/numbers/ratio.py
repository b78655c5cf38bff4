# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is shared in a ratio: "6,000 tonnes in the ratio 3:2:1" are 3,000, 2,000 and 1,000 tonnes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isclose

from pipeline.plain.numbers.alike import face_value
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.read_numbers import Read
from pipeline.plain.numbers.shares import SHARE

_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_RATIO = re.compile(rf"\bratio(?: of)?\s+(?P<parts>{_N}(?:\s*(?::|to)\s*{_N})+)", re.IGNORECASE)


def in_ratio(one: Number, here: Read, there: Read) -> bool:
    """Whether a number is a part of a ratio of its own text of which the other one says what each gets, or is what one
    of them gets in a ratio of the other text. In: the number, its text and the other one."""
    return any(one in (*parts, *got) for parts, got in (*_shared(here, there), *_shared(there, here)))


def _shared(here: Read, there: Read) -> Iterator[tuple[list[Number], list[Number]]]:
    """The parts of each ratio of a text, and the numbers of the other text that say what each part comes to, where it
    says that of all of them."""
    for match in _RATIO.finditer(here.text):
        inside = [match.start("parts") <= one.start < match.end("parts") for one in here.all]
        parts = [one for one, within in zip(here.all, inside, strict=True) if within]
        others = [one for one, within in zip(here.all, inside, strict=True) if not within]
        wholes = [1.0, *(face_value(one, here.written) for one in others)]
        total = sum(part.value for part in parts)
        for whole in wholes if total else ():
            got = [_worth(part.value / total * whole, there) for part in parts]
            if all(got):
                yield parts, [one for several in got for one in several]


def _worth(value: float, there: Read) -> list[Number]:
    """The numbers of a text that show a value; a share in a hundredth of it."""
    return [
        one for one in there.all
        if isclose(face_value(one, there.written), value, abs_tol=0.01 if one.unit == SHARE else 1e-9)
    ]  # fmt: skip
