# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers that a plain text says in quite other words: right ones are silent, wrong ones are told."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard

KINDS = ("numbers", "dates", "negation", "quantities")


def told(original: str, plain: str) -> list[tuple[str, str, str]]:
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain).differences
        if not one.weak and one.kind in KINDS
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The boats shall be inspected biannually.", "Boats must be checked every six months."),
        ("The committee meets bimonthly.", "The committee meets every two months."),
        ("A triennial review of the fleet shall be held.", "The whole fleet must be looked at every three years."),
        ("Persons under 16 shall wear a life jacket.", "You must wear a life jacket until you turn 16."),
        ("Sick pay is granted from the fourth day.", "Sick pay starts after three days."),
        ("The subsidy was cut by a third.", "The club now gets two thirds of the old subsidy."),
    ],
)
def test_right_numbers_in_other_words_are_silent(original: str, plain: str) -> None:
    assert told(original, plain) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        # How often.
        ("The boats shall be inspected biannually.", "Boats must be checked every two years."),
        ("The committee meets bimonthly.", "The committee meets every month."),
        # What bounds a number.
        ("Persons under 16 shall wear a life jacket.", "Everyone up to and including 16 must wear a life jacket."),
        ("Persons who have attained the age of 16 may steer.", "You may steer until you turn 16."),
        ("The minimum fee is 20 euros.", "The fee is at most 20 euros."),
        ("The maximum length of a boat is 12 metres.", "A boat must be 12 metres long or longer."),
        ("The water is kept at no more than 4 degrees.", "The water is 4 degrees or warmer."),
        # From when on.
        ("Sick pay is granted from the fourth day.", "Sick pay starts after four days."),
        ("Rowers need not train from the seventh week.", "Up to the seventh week, rowers do not have to train."),
        ("The fee is due within 60 days after the race has been held.", "You must pay in the 60 days before the race is held."),
        # By and to.
        ("The subsidy was cut by a third.", "The club now gets only a third of the old subsidy."),
        ("The fee fell from 26 euros in 2019 to 17 in 2023.", "In 2019 the fee was 26 euros. In 2023 it was 17 euros less."),
        ("The fee is reduced from 12 to 9 euros as of 1 May.", "From 1 May you pay 12 euros. Before that, it is 9 euros."),
        # Who gets which of two.
        ("The State bears 60 per cent of the cost and the club the remainder.", "The club pays 60% of the cost. The State pays the rest."),
        ("The State bears 60 per cent of the cost and the club the remainder.", "The State pays 40% of the cost. The club pays 60%."),
        ("The club pays 70 per cent in the first year and 50 per cent thereafter.", "In the first year the club pays half. Later it pays 70%."),
        ("The first boat leaves at 9 and the second at 11.", "The second boat leaves at 9. The first one leaves at 11."),
        ("The treaty applies 90 days after the 30th club has signed.", "When 90 clubs have signed, the treaty applies after 30 days."),
        ("Rowers with children are served first, followed by guests.", "Guests come first. After them come rowers with children."),
        # Shares, totals and what they come to.
        ("Decisions are taken unanimously.", "Most members must agree."),
        ("Decisions are taken by a simple majority.", "All members must agree."),
        ("More than half of the 24 members must be present.", "At least 12 of the 24 members must be there."),
        ("Of the 96 boats, a quarter are new and eight are hired.", "The club has 96 boats. 32 of them are new and 8 are hired."),
        ("The reply may be given within two weeks, extended by a further four weeks.", "We answer within two weeks. Sometimes it takes four weeks in all."),
        # Of what kind an amount is.
        ("The rate rose by two percentage points.", "The rate rose by two per cent."),
        ("The rate rose by 2 per cent.", "The rate went up by 2 percentage points."),
        ("The trainer earns 2,000 euros gross.", "The trainer takes home 2,000 euros after tax."),
        ("The levy is 10 euros per person.", "The levy is 10 euros for each household."),
        ("Notice is ten working days.", "You must tell us ten days before."),
    ],
)
def test_wrong_numbers_in_other_words_are_told(original: str, plain: str) -> None:
    assert told(original, plain) != []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The water is kept at no more than 4 degrees.", "The water is 4 degrees or colder."),
        ("The minimum fee is 20 euros.", "You pay 20 euros or more."),
        ("The State bears 60 per cent of the cost and the club the remainder.", "The State pays 60% of the cost. The club pays 40%."),
        ("The fee is reduced from 12 to 9 euros as of 1 May.", "From 1 May you pay 9 euros. Before that, it is 12 euros."),
        ("More than half of the 24 members must be present.", "At least 13 of the 24 members must be there."),
        ("The reply may be given within two weeks, extended by a further four weeks.", "We answer within two weeks. Sometimes it takes six weeks in all."),
        ("The trainer earns 2,000 euros gross.", "Before tax, the trainer earns 2,000 euros."),
        ("The levy is 10 euros per person.", "Each person pays 10 euros."),
        ("Rowers of 16 may steer a four, and at 18 years an eight.", "You may steer a four when you are 16 years old, and an eight when you are 18."),
        ("Decisions are taken by unanimity.", "All members must agree."),
        ("The trainer shall first warn the rower, then inform the parents and finally tell the board.", "Step one: the trainer must warn the rower. Step two: the trainer must tell the parents. Step three: the trainer must tell the board."),
        ("The fee is due 30 days before the race.", "The race is 30 days after the fee is due."),
    ],
)
def test_the_right_one_beside_it_is_silent(original: str, plain: str) -> None:
    assert [one for one in told(original, plain) if one[0] == "numbers"] == []
