# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Shares, factors, ratios, hours and ages that a plain text says in another way: the same is silent, another is told."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

TRIPLES = [
    # Shares in words.
    ("One tenth of the members may ask for a meeting.", "Every tenth member is enough for a meeting.", "Every fifth member is enough for a meeting."),
    ("A list needs five per cent of the votes.", "A list needs one vote in twenty.", "A list needs one vote in ten."),
    ("Two thirds of the votes are required.", "Two votes in three are needed.", "Two votes in four are needed."),
    ("Two thirds of the votes are required.", "You need 66.7% of the votes.", "You need 67.6% of the votes."),
    ("The fee rises by 3 per cent.", "The fee goes up: three euros more on each hundred.", "The fee goes up: four euros more on each hundred."),
    ("The berth fee is 0.5 per cent of the value.", "For every 1,000 euros of value you pay five.", "For every 1,000 euros of value you pay ten."),
    ("The final payment is 20 per cent of the grant.", "You get the last fifth of the grant at the end.", "You get the last sixth of the grant at the end."),
    ("The lesson lasts twenty minutes.", "The lesson is over after a third of an hour.", "The lesson is over after a sixth of an hour."),
    # Factors and points.
    ("Sunday work is paid at one and a quarter times the wage.", "For work on Sundays you get 125% of your pay.", "For work on Sundays you get 115% of your pay."),
    ("Interest is eight percentage points above the base rate.", "You pay the base rate plus eight points.", "You pay the base rate plus nine points."),
    ("The catch of 4,200 boxes is shared among three boats in the ratio 3:2:1.", "Of the 4,200 boxes the first boat gets 2,100, the second 1,400 and the third 700.", "Of the 4,200 boxes the first boat gets 2,400, the second 1,400 and the third 400."),
    ("Of the members, 61 per cent agreed, 30 per cent did not, and the rest stayed away.", "61% said yes and 30% no. The other 9% did not come.", "61% said yes and 30% no. The other 19% did not come."),
    # Hours.
    ("The harbour office is open for six hours from 11 a.m.", "The office opens at 11 in the morning and closes at 5 in the afternoon.", "The office opens at 11 in the morning and closes at 7 in the evening."),
    ("The office may be phoned from ten to six.", "You can call between 10 a.m. and 6 p.m.", "You can call between 10 a.m. and 4 p.m."),
    ("The lock is open between 06:00 and 18:00.", "For twelve hours a day, starting at 6 a.m., boats can pass.", "For ten hours a day, starting at 6 a.m., boats can pass."),
    # Ages and times.
    ("Children under 36 months of age sail free.", "You sail free until you turn three.", "You sail free until you turn four."),
    ("Persons under the age of 16 shall wear a jacket.", "If you are 15 or younger, you must wear a jacket.", "If you are 16 or younger, you must wear a jacket."),
    ("Fines are published where a skipper was fined more than once.", "Was a skipper fined two times or more? Then we publish it.", "Was a skipper fined four times or more? Then we publish it."),
    ("Beginners pay nothing for the first eighteen months.", "In your first year and a half you pay nothing.", "In your first year you pay nothing."),
    ("The report is erased within ninety days.", "Three months is the longest that we keep the report.", "Two months is the longest that we keep the report."),
]


@pytest.mark.parametrize(("original", "right", "wrong"), TRIPLES)
def test_numbers_said_in_another_way(original: str, right: str, wrong: str) -> None:
    told = [
        any(one.kind in ("numbers", "quantities") and not one.weak for one in guard(original, plain).differences)
        for plain in (right, wrong)
    ]
    assert told == [False, True]


def test_a_midnight_is_where_a_day_ends() -> None:
    found = guard("Entries close at midnight on 30 June.", "You can enter until the end of 30 June.").differences
    assert not [one for one in found if one.kind in ("numbers", "dates") and not one.weak]


def test_a_text_of_one_sign_is_read() -> None:
    assert guard("¼", "").differences  # a number is gone
