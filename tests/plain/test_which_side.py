# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  pairs of sentences: broken lines would hide what belongs together
"""On which side of an event something lies, which period is meant, and how many there are of what."""

from __future__ import annotations

import pytest

from pipeline.plain.guard.compare import guard


def strong(original: str, plain: str) -> list[tuple[str, str, str]]:
    """What is told of the numbers of a pair as strong evidence."""
    found = guard(original, plain).differences
    return [(one.kind, one.original, one.plain) for one in found if not one.weak and one.kind == "numbers"]


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Masts shall be painted before the regatta and again in the week after Whitsun.", "Paint the masts before the regatta, and in the week before Whitsun."),
        ("The ballast fee is fixed in advance.", "How much you pay for ballast is settled afterwards."),
        ("Diving requires the prior written consent of the harbour master.", "To dive, get the harbour master to say yes in writing afterwards."),
        ("The log is due by the tenth day of the following month.", "Hand in the log by the 10th of the same month."),
        ("The figures of the preceding year are used.", "We use the figures of the following year."),
        ("The crew has two mates and one cook, who changes every two years.", "There are two mates and two cooks on board. Every two years the cooks change."),
        ("Of the ten voyages, four have already been made.", "There are ten voyages. Four of them are still to come."),
        ("Skippers shall receive 60 euros for each boat towed.", "As a skipper, you get 60 euros."),
        ("Both skippers must sign.", "One of the skippers must sign, and two copies are made."),
        ("Buoys are checked every twelve months, and lamps every six months.", "Lamps are checked every year, and buoys every six months."),
        ("A sticker is valid for twenty-four months for boats and twelve months for rafts.", "The sticker is good for one year on a boat and two years on a raft."),
    ],
)  # fmt: skip
def test_another_side_period_or_count_is_flagged(original: str, plain: str) -> None:
    assert strong(original, plain)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("The skipper is heard before the notice is sent.", "The notice is sent only after the skipper was heard."),
        ("No boat shall leave before the inspection.", "Boats may leave only after the inspection."),
        ("The log is due by the tenth day of the following month.", "Hand in the log by the 10th of the month after."),
        ("Of the ten claims none has been settled so far, and four remain pending.", "None of the ten claims is settled. Four are still open."),
        ("The fee is 60 euros per boat.", "Your boat costs 60 euros."),
        ("Of the ten voyages, four have already been made.", "Four of the ten voyages are over."),
        ("The change needs two thirds of the members.", "Two out of every three members must agree to the change."),
        ("A boat may have two lamps or one lamp.", "One lamp or two lamps may be on a boat."),
        ("A sticker is valid for twenty-four months for boats and twelve months for rafts.", "The sticker is good for one year on a raft and two years on a boat."),
    ],
)  # fmt: skip
def test_the_same_side_period_or_count_is_no_flag(original: str, plain: str) -> None:
    assert strong(original, plain) == []
