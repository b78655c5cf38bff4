# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers that the other text rounds, and says so: 4,987, about 5,000."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.plain.numbers.number import Number


def _significant(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _is_rounding(exact: Number, rounded: Number) -> bool:
    """Whether a number is another one, rounded to fewer digits, and said to be so ("about 5,000" for 4,987)."""
    if rounded.bound != "about" or exact.bound or exact.unit != rounded.unit or not exact.value:
        return False
    return _significant(rounded.value) < _significant(exact.value) and abs(rounded.value / exact.value - 1) < 0.05


def rounded(one: Number, there: Sequence[Number]) -> bool:
    """Whether the other text has a number rounded."""
    return any(_is_rounding(one, other) for other in there)


def rounds(one: Number, there: Sequence[Number]) -> bool:
    """Whether a number is one of the other text, rounded."""
    return any(_is_rounding(other, one) for other in there)
