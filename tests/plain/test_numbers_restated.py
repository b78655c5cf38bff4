# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers and days that a plain text says beside, or instead of, another way of saying them."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def strong(original: str, plain: str) -> list[tuple[str, str, str]]:
    """What is told of the facts of a pair as strong evidence."""
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain).differences
        if not one.weak and one.kind in ("numbers", "dates", "names")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The mooring is let until 31 December 2031.", "You rent the mooring until the end of 2031."),
        ("The mooring is let until 31 December 2031.", "You rent the mooring until the last day of 2031."),
        ("Fireworks are allowed on 31 December.", "You may set off fireworks on New Year's Eve."),
        ("The levy is due on 15 April.", "Pay the levy in mid-April."),
        ("Boats built before 1 April 2009 are exempt.", "Was your boat built before April 2009? Then you are exempt."),
        ("The licence ends on the thirtieth day of June.", "Your licence ends on the last day of June."),
        ("The grant is paid in two equal parts, in May and June.", "You get half of the grant in May and half in June."),
        ("The pilot is paid for not more than 26 weeks.", "A pilot is paid for half a year (26 weeks) at most."),
        ("The crew consists of two divers and one cook.", "Three people are on board: two divers and one cook."),
        ("The lease lasts four years and may be renewed twice for the same period.", "The lease lasts four years. It can be renewed two times, for four years each. So you can have it for twelve years at most."),
        ("The ban, of sixteen months, was extended by a further five.", "The ban was made longer. It lasted 21 months in all."),
        ("The limit is lowered to 200 litres, one third of the previous amount.", "The limit is now 200 litres. Before, it was three times as much."),
        ("The prize of 6,000 francs is paid in three instalments, in May, June and July.", "The prize is 6,000 francs. You get 2,000 in May, 2,000 in June and 2,000 in July."),
        ("A member who has paid at least one fifth of the dues may vote.", "Have you paid a fifth or more of the dues? Then you may vote."),
        ("Report the loss at least 72 hours beforehand.", "Report the loss three or more days before."),
        ("At least six weeks lie between two dives.", "Six weeks or more must lie in between."),
        ("Of the twelve wrecks, nine were raised; of the remaining three, two are lost and one is a museum.", "Nine of the twelve wrecks were raised. Two of the others are lost, and one is a museum."),
        ("Filters shall be cleaned in May and again in October.", "Clean the filters two times a year: in May and in October."),
        ("The waiver holds for five years.", "The waiver holds for half a decade."),
        ("Of every hundred nets inspected in the port, eighteen were torn.", "In the port, 18% of the nets were torn."),
        ("Lobsters may be caught only in November and December.", "You may catch lobsters only in the last two months of the year."),
        ("The kiosk is open on Friday afternoons.", "The kiosk is open on Fridays after midday."),
        ("The crew gets a sum equal to one month's wages.", "The crew gets a month's wages as well."),
        ("The pause is not less than 30 minutes after five hours at sea.", "Stop after 5 hours at sea. The pause must last 30 minutes or longer."),
        ("Rowing two abreast is forbidden in the lock.", "You must not row side by side in the lock."),
        ("The flag State may inspect the hull.", "The country whose flag the ship flies may inspect the hull."),
        ("Non-governmental clubs may apply.", "An NGC may apply."),
    ],
)  # fmt: skip
def test_a_number_said_again_is_no_flag(original: str, plain: str) -> None:
    assert strong(original, plain) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The lease lasts four years and may be renewed twice for the same period.", "The lease lasts four years. It can be renewed, for four years as well. So you can have it for eight years at most."),
        ("The mooring is let until 31 December 2031.", "You rent the mooring until the end of 2032."),
        ("Fireworks are allowed on 31 December.", "You may set off fireworks on New Year's Day."),
        ("Lobsters may be caught only in November and December.", "You may catch lobsters only in the last three months of the year."),
        ("Of every hundred nets inspected in the port, eighteen were torn.", "In the port, 80% of the nets were torn."),
        ("The crew consists of two divers and one cook.", "Four people are on board: two divers and one cook."),
        ("The pilot is paid for not more than 26 weeks.", "A pilot is paid for one year (26 weeks) at most."),
        ("The ban, of sixteen months, was extended by a further five.", "The ban was made longer. It lasted 24 months in all."),
    ],
)  # fmt: skip
def test_another_number_is_flagged(original: str, plain: str) -> None:
    assert strong(original, plain)
