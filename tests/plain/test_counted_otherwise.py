# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""Numbers and dates that a plain text says from another side: the last day for what must not come after it, steps that
are counted, how often, the months of a season. Each beside a change that must be told."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def told(original: str, plain: str) -> list[tuple[str, str, str]]:
    """What is told as strong evidence of another number or date."""
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain, "en").differences
        if one.kind in ("numbers", "dates") and not one.weak
    ]  # fmt: skip


SAME = [
    ("The return must not be filed later than 7 May.", "File the return by 7 May at the latest."),
    ("Boats may not be moored after 4 October.", "You can moor your boat until 4 October."),
    ("Bids that arrive after 9 March will be refused.", "Send your bid by 9 March. If it comes later, we refuse it."),
    ("Guests may receive three meals each week.", "Guests get meals three times a week."),
    ("The pool is inspected semi-annually.", "The pool is inspected twice a year."),
    ("The debt is paid in six equal quarterly instalments.", "You pay the debt in 6 parts, one every 3 months."),
    ("The debt is paid in eight monthly instalments.", "You pay the debt in 8 parts, one each month."),
    ("The toll goes up by 4 per cent in May and by a further 5 per cent in June.", "The toll goes up twice: by 4% in May and by 5% in June."),
    ("The clerk shall consult the baker, then the miller, and finally the cook.", "First the clerk asks the baker, second the miller, and third the cook."),
    ("The clerk shall first write, then phone and thereafter call in person.", "Step one: the clerk writes. Step two: the clerk phones. Step three: the clerk visits."),
    ("A vote passes if more than half of the 30 owners agree.", "There are 30 owners. At least 16 of them must agree."),
    ("The offer ends from one day to the next.", "The offer ends suddenly."),
    ("The yard is closed during the midday break.", "The yard is closed over lunch."),
    ("The larger of the two is paid.", "We pay the larger one."),
    ("Dogs are banned between 1 June and 31 July.", "Dogs are banned in June and July."),
    ("The ferry does not run outside the period from April to August.", "From September to March the ferry does not run."),
    ("The hall closes at 9 p.m. Leave by that hour. Keep the key for months.", "The hall closes at 9 p.m. Leave before. Keep the key for months."),
    ("Whoever fails the test twice has no third try.", "If you fail the test twice, you cannot try a third time."),
    ("Each guest has two one-hour tours.", "Each guest has two tours of one hour."),
]
CHANGED = [
    ("The return must be filed by 7 May.", "File the return after 7 May."),
    ("Bids from before 9 March are no longer valid.", "We no longer accept bids from after 9 March."),
    ("Bids that arrive after 9 March will be refused.", "Bids that arrive before 9 March will be refused."),
    ("Guests may receive three meals each week.", "Guests get meals three times a month."),
    ("Guests may receive three meals each week.", "Guests get meals four times a week."),
    ("The pool is inspected semi-annually.", "The pool is inspected twice a month."),
    ("The debt is paid in six equal quarterly instalments.", "You pay the debt in 6 parts, one every month."),
    ("The debt is paid in eight monthly instalments.", "You pay the debt in 9 parts, one each month."),
    ("The clerk shall consult the baker, then the miller, and finally the cook.", "First the clerk asks the baker, second the miller, third the cook, and fourth the mayor."),
    ("A vote passes if more than half of the 30 owners agree.", "There are 30 owners. At least 19 of them must agree."),
    ("The offer ends after one day.", "The offer ends after four days."),
    ("The yard is closed at midday.", "The yard is closed in the evening."),
    ("The merger of the two farms is allowed.", "The merger of the three farms is allowed."),
    ("Dogs are banned between 1 June and 31 July.", "Dogs are banned in June."),
    ("Dogs are banned between 10 June and 31 July.", "Dogs are banned in June and July."),
    ("The ferry does not run outside the period from April to August.", "From October to March the ferry does not run."),
    ("Whoever fails the test twice has no third try.", "If you fail the test three times, you cannot try a fourth time."),
    ("Barns seen in the past year are spared a further visit.", "If your barn was seen in the past two years, there is no new visit."),
    ("A copy costs ten euros, a certified copy twenty.", "A copy costs 20 euros and a certified one ten."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "plain"), SAME)
def test_what_says_the_same_is_no_flag(original: str, plain: str) -> None:
    assert told(original, plain) == []


@pytest.mark.parametrize(("original", "plain"), CHANGED)
def test_what_says_another_thing_is_a_flag(original: str, plain: str) -> None:
    assert told(original, plain)
