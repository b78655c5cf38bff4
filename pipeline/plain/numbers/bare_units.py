# SPDX-License-Identifier: AGPL-3.0-or-later
"""Amounts that a text says without a number: "a week", "the first year", "monthly", "a month's wages"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.scales import SCALES
from pipeline.plain.words import WORD

POSSESSIVE = re.compile(r"(?<=[a-z])['’]s?$")  # "a month's wages"


def bare(unit: str) -> set[tuple[float, str]]:
    """One of a unit, in the unit of its dimension: a year is twelve months. Empty for a unit without a scale."""
    return {(float(f"{scale:.12g}"), dimension) for dimension, scale in (SCALES[unit],)} if unit in SCALES else set()


def bare_units(
    text: str, found: Sequence[Number], data: Lexicon, said: Iterable[int] = ()
) -> Iterator[tuple[float, str]]:
    """The amounts that a text says without a number: "a week", "the first year", "monthly" are one of each.
    ``said``: where words end that are no such amount by themselves ("every other week")."""
    ends = {*said, *(one.end for one in found if one.unit)}
    for match in WORD.finditer(text):
        if match.end() not in ends:
            yield from bare(data.measures.get(POSSESSIVE.sub("", match.group().lower()), ""))
