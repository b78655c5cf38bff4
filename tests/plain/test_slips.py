# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slips made by program: one word, and of the kind that is asked for."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.tools import pair_reader
from tests.plain.slips import SLIPS, denied, otherwise_bound

TEXT = "You must not moor here without a ticket. Boats can stay for three days. No one has to pay more in May."


@pytest.mark.parametrize("kind", sorted(SLIPS))
def test_a_slip_changes_a_word_and_leaves_the_rest(kind: str) -> None:
    made = {SLIPS[kind](TEXT, Random(number)) for number in range(60)}
    assert None not in made
    assert TEXT not in made
    for text in made:
        assert text is not None
        assert len(set(TEXT.split()) ^ set(text.split())) <= 6, text


def test_denials_go_and_come() -> None:
    made = {denied(TEXT, Random(number)) for number in range(200)}
    assert TEXT.replace("must not", "must") in made
    assert TEXT.replace("without", "with") in made
    assert TEXT.replace("can stay", "cannot stay") in made
    assert TEXT.replace("has to", "does not have to") in made


def test_a_month_is_no_permission_and_a_text_without_either_has_no_slip() -> None:
    assert all("in May" in (otherwise_bound(TEXT, Random(number)) or "") for number in range(60))
    assert denied("Boats moor here.", Random(1)) is None
    assert otherwise_bound("Boats moor here.", Random(1)) is None


@pytest.mark.skipif(pair_reader.find() is None, reason="the reader of pairs is not installed")
@pytest.mark.parametrize(
    ("original", "plain", "slip"),
    [
        (
            "Data collected for the census shall not be disclosed to the tax administration or to the police and shall "
            "be destroyed once 18 months have elapsed.",
            "What you tell the census stays away from the tax office and the police. After 18 months the data must be "
            "destroyed.",
            ("must be", "must not be"),
        ),
        (
            "An asylum seeker shall not be required to leave the territory before a final decision on the application "
            "has been served.",
            "You have asked for asylum? You can stay in the country until you have been handed the final decision.",
            ("can stay", "can not stay"),
        ),
        (
            "The operator of a ferry shall refund the ticket price in full where departure is delayed by more than 90 "
            "minutes and the passenger elects not to travel.",
            "Your ferry leaves over 90 minutes late and you decide to stay behind? The company must give you back "
            "everything you paid for the ticket.",
            ("must give", "must not give"),
        ),
    ],
)
def test_the_guard_tells_a_denial_that_slipped_into_a_freely_worded_text(
    original: str, plain: str, slip: tuple[str, str]
) -> None:
    from pipeline.plain.guard.compare import guard

    told = [
        any(not one.weak for one in guard(original, text, reader=pair_reader.find()).differences)
        for text in (plain, plain.replace(*slip))
    ]
    assert told == [False, True]
