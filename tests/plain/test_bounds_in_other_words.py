# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""What is said of a number, in the many ways that people say it: at least, at most, or more, but no lower."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def strong(original: str, plain: str) -> list[tuple[str, str, str]]:
    """What is told of the numbers of a pair, and what was exchanged, as strong evidence."""
    return [
        (one.kind, one.original, one.plain) for one in guard(original, plain).differences
        if not one.weak and (one.kind in ("numbers", "quantities") or one.change == "exchanged")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The grant is not less than 40 per cent of the outlay.", "The grant is 40% of what you spend, or more."),
        ("The rebate may fall to not less than 20 per cent.", "The rebate can go down to 20% of it, but no lower."),
        ("The harbour fee is deductible up to a ceiling of 600 euros.", "You can take off the harbour fee, but not more than 600 euros."),
        ("Notice is given not less than six weeks before the sale.", "Give notice at the latest six weeks before the sale."),
        ("The depth must be between 3.2 and 4.0 metres.", "The water must not be lower than 3.2 metres and not higher than 4.0 metres."),
        ("The skipper is restrained from sailing within 80 metres of the weir.", "The skipper must stay at least 80 metres away from the weir."),
        ("Refrain from smoking within 5 metres of the pump.", "Do not smoke near the pump. Stay 5 metres or more away."),
        ("A helper under 16 years of age pays nothing.", "A helper who is not yet 16 pays nothing."),
        ("Fewer than nine of the 30 nets were repaired.", "Not even nine of the 30 nets were repaired."),
        ("A lock must be checked before it has reached the age of twelve years.", "Check a lock that is not yet twelve years old."),
    ],
)  # fmt: skip
def test_a_bound_in_other_words_is_no_flag(original: str, plain: str) -> None:
    assert strong(original, plain) == []


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Boats need no permit for stays of up to 40 days.", "For a stay of 40 days or more your boat needs no permit."),
        ("The loss is refunded up to a ceiling of 700 euros.", "We pay back the loss, but at least 700 euros."),
        ("The offer is made not later than six weeks before the sale.", "The offer is made at the earliest six weeks before the sale."),
    ],
)  # fmt: skip
def test_a_bound_turned_round_is_flagged(original: str, plain: str) -> None:
    assert strong(original, plain)
