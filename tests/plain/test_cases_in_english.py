# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: E501  tables of sentences
"""In which cases something holds and how it comes out, in English: told in opposite words, without a "not" that went."""

from __future__ import annotations

import pytest

from pipeline.plain import lexicon
from pipeline.plain.guard.compare import guard
from pipeline.plain.statements.opposite_cases import compare_opposite_cases
from pipeline.plain.statements.pair import Pair

ENGLISH = lexicon.of("en")
assert ENGLISH is not None

TURNED = [
    # an exception that became one more case
    ("The museum is open every day, except on the first of January.", "The museum is open every day. That goes for the first of January too."),
    ("Passengers shall show their tickets, with the exception of infants.", "All passengers must show their tickets, infants as well."),
    ("All rooms other than the laundry are cleaned by the staff.", "The staff clean all rooms, including the laundry."),
    ("Fees are charged for copies, save where the copy serves a court.", "Copies cost money, even where a court is to get the copy."),
    # what all depends on, and what makes no difference
    ("The grant is paid regardless of the age of the building.", "The grant is paid as long as the age of the building is right."),
    ("The hall may be hired only by residents of the parish.", "You can hire the hall no matter whether you are residents of the parish."),
    ("The certificate is issued even if the fee is outstanding.", "You get the certificate, except if the fee is outstanding."),
    # how it comes out
    ("The decision of the mayor was quashed by the regional court.", "The regional court upheld the decision of the mayor."),
    ("The recordings shall be erased at the end of the trial.", "The recordings are kept on file at the end of the trial."),
    ("The minister denied that the report had been altered.", "The minister admitted that the report had been altered."),
    ("The interest on these bonds is disregarded in the assessment.", "In the assessment, the interest on these bonds is taken into account."),
    ("The captain was acquitted of smuggling.", "The captain was found guilty of smuggling."),
]  # fmt: skip
OPPOSITE = [
    ("Letters of inmates are not opened unless there are sound reasons to suspect threats.", "Letters that inmates write are not opened if there is a sound reason to suspect threats."),
    ("The deposit shall not be refunded unless the key has been handed in.", "You do not get the deposit back if you have handed in the key."),
    ("Trees in the old park shall not be felled, except where the board has found them to be rotten.", "Nobody may cut down trees in the park if the board has found them rotten."),
]  # fmt: skip
SAME = [
    ("The museum is open every day, except on the first of January.", "The museum is open every day, but not on the first of January."),
    ("All rooms other than the laundry are cleaned by the staff.", "The staff clean the rooms. The laundry is not cleaned by them; it has a key of its own, too."),
    ("The grant is paid regardless of the age of the building.", "You get the grant whatever the age of the building is."),
    ("Removal stops while an appeal is pending, irrespective of nationality.", "As long as your appeal is open, you are not removed. Your nationality makes no difference."),
    ("The club accepts no gifts from betting firms.", "The club refuses gifts from betting firms."),
    ("The association neither supports nor opposes any party.", "The association does not support or oppose any party."),
    ("Half of the flats lack a bath.", "Half of the flats have no bath."),
    ("Tips are not taken into account in the assessment.", "We leave out tips in the assessment."),
    ("Members of the crew travel free of charge.", "Members of the crew travel for free. It costs them nothing."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "plain"), TURNED)
def test_in_opposite_words_it_is_a_change(original: str, plain: str) -> None:
    """It is told with the word that was exchanged, and there is no "not" that could show it."""
    found = [one for one in guard(original, plain).differences if not one.weak]
    assert any(one.kind in ("conditions", "negation") and one.change == "exchanged" for one in found)


@pytest.mark.parametrize(("original", "plain"), SAME)
def test_said_otherwise_it_is_none(original: str, plain: str) -> None:
    """Nothing is told of cases or outcomes that are the same."""
    found = [one for one in guard(original, plain).differences if not one.weak]
    assert not any(one.kind in ("conditions", "negation") and one.change == "exchanged" for one in found)


@pytest.mark.parametrize(("original", "plain"), OPPOSITE)
def test_in_the_opposite_case_it_is_a_change(original: str, plain: str) -> None:
    """What binds it, the case and the statement are compared by themselves: one of them was turned round."""
    assert [one.change for one in compare_opposite_cases(Pair.of(original, plain, "en", ENGLISH))] == [  # type: ignore[arg-type]
        "exchanged"
    ]
