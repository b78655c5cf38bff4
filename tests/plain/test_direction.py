# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""What goes which way: more and less, doubled and half, with tax and without, the next year and the same one."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

TRIPLES = [
    ("The number of moorings rose by a quarter to 250.", "There are 250 moorings now, a quarter more than in May.", "There are 250 moorings now, a quarter fewer than in May."),
    ("The use of fuel declined by a fifth.", "Boats used 20% less fuel.", "Boats used 20% more fuel."),
    ("The fee for guests shall be doubled.", "Guests pay twice as much as now.", "Guests pay half as much as now."),
    ("The fee for guests was doubled.", "Before, the fee for guests was half as high.", "The fee for guests is half as high now."),
    ("The mooring costs 119 euros, inclusive of value added tax.", "You pay 119 euros. The tax is in this price.", "You pay 119 euros. The tax comes on top."),
    ("The price of 400 euros is exclusive of sales tax.", "It costs 400 euros, plus sales tax.", "It costs 400 euros. This includes sales tax."),
    ("The list is due by 31 July of the year following the season.", "Send the list by 31 July of the next year.", "Send the list by 31 July of the same year."),
    ("The pills are taken twice daily, one hour before meals.", "Take the pills two times a day. Wait one hour after that before you eat a meal.", "Take the pills two times a day, one hour after meals."),
    ("Gear may be exempt if approved in advance by the board.", "Gear may be free if the board has said yes beforehand.", "Gear may be free if the board says yes later."),
]


@pytest.mark.parametrize(("original", "right", "wrong"), TRIPLES)
def test_which_way_it_goes(original: str, right: str, wrong: str) -> None:
    told = [
        any(one.kind == "numbers" and not one.weak for one in guard(original, plain).differences)
        for plain in (right, wrong)
    ]
    assert told == [False, True]
