# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Where something begins or ends that is dated: the same day in other words is silent, another one is told."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def dates_told(original: str, plain: str) -> bool:
    return any(one.kind == "dates" and not one.weak for one in guard(original, plain).differences)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Boats built before 1980 shall be surveyed.", "If your boat was built in 1979 or earlier, it must be surveyed."),
        ("Boats built before 1 January 1980 shall be surveyed.", "Was your boat built in 1979 or earlier? It must be surveyed."),
        ("Boats registered after 2027 shall bear a number.", "Boats registered in 2028 or later need a number."),
        ("Contracts signed after 31 December 2026 fall under these rules.", "The rules are for contracts from 2027 on."),
        ("Claims lodged by 30 June shall be paid.", "If you claim before 1 July, we pay."),
        ("Boats built before 1980 shall be surveyed.", "Boats built in 1980 or later need no survey. Everything older must be surveyed."),
    ],
)
def test_the_same_end_is_silent(original: str, plain: str) -> None:
    assert not dates_told(original, plain)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Boats built before 1980 shall be surveyed.", "If your boat was built in 1980 or later, it must be surveyed."),
        ("Boats built before 1980 shall be surveyed.", "If your boat was built in 1979 or later, it must be surveyed."),
        ("Boats built before 1980 shall be surveyed.", "Boats built before 1979 must be surveyed."),
        ("Boats built before 1 January 1980 shall be surveyed.", "Boats built from 1980 onwards must be surveyed."),
        ("Boats registered after 2027 shall bear a number.", "Boats registered in 2027 or later need a number."),
        ("Contracts signed after 31 December 2026 fall under these rules.", "The rules are for contracts from 2026 on."),
        ("The cap holds for fees up to and including the 2029 season.", "The cap holds for fees in 2029 or after."),
    ],
)
def test_another_end_is_told(original: str, plain: str) -> None:
    assert dates_told(original, plain)
