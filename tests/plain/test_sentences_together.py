# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences of two texts that go together, and what no rule tells of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.plain import lexicon
from pipeline.plain.guard.compare import differences
from pipeline.plain.guard.evidence import ENOUGH, Bounds, certainty, decided, evidence, weights
from pipeline.plain.guard.uncarried import uncarried
from pipeline.plain.guard.undone import bounds_of
from pipeline.plain.statements.beads import Beads, within
from pipeline.plain.statements.pair import Pair

ENGLISH = lexicon.of("en")
assert ENGLISH is not None


def pair(original: str, plain: str) -> Pair:
    return Pair.of(original, plain, "en", ENGLISH)  # type: ignore[arg-type]


def beads(original: str, plain: str) -> Beads:
    return pair(original, plain).beads


def test_a_sentence_goes_with_all_that_say_it() -> None:
    original = "The ferry sails at 9 and carries no dogs. The kiosk sells lemonade to anglers."
    plain = "Anglers can buy lemonade at the kiosk. The ferry takes no dogs. It sails at 9."
    found = beads(original, plain)
    assert found.origins == (1, 0, 0)
    mine, theirs = found.beside(0, original.index("dogs"))
    assert [plain[start:end].strip() for start, end in theirs] == ["The ferry takes no dogs.", "It sails at 9."]
    assert mine == ((0, original.index("The kiosk")),)
    assert found.beside(1, plain.index("sails")) == (theirs, mine)


def test_a_sentence_that_nothing_says_has_what_stands_at_its_place() -> None:
    original = "The ferry sails daily. Wardens wear green. The kiosk sells lemonade."
    plain = "The ferry sails daily. The kiosk sells lemonade."
    _, theirs = beads(original, plain).beside(0, original.index("Wardens"))
    assert len(theirs) == 1


@given(st.text("ab. \n", max_size=40), st.text("ab. \n", max_size=40))
def test_each_place_lies_in_its_own_sentences(original: str, plain: str) -> None:
    found = beads(original, plain)
    for side, text in ((0, original), (1, plain)):
        for at in range(len(text)):
            mine, theirs = found.beside(side, at)
            assert theirs
            assert within(at, mine)


@pytest.mark.parametrize(
    ("original", "plain", "told"),
    [
        # One modal for another, in the sentence that says the same.
        (
            "The keeper may fetch the boats on Fridays. He must tie them up by noon.",
            "The keeper has to fetch the boats on Fridays. He must tie them up by noon.",
            ("modality", "may", "has to"),
        ),
        # An exception that became a condition.
        (
            "The path stays closed unless the warden has opened it.",
            "The path stays closed if the warden has opened it.",
            ("conditions", "unless", "if"),
        ),
        # A denial in a word.
        ("The tribunal refused the permit.", "The tribunal looked at the permit.", ("negation", "refused", "")),
    ],
)
def test_what_the_sentence_beside_has_less_often_is_looked_at(
    original: str, plain: str, told: tuple[str, str, str]
) -> None:
    both = pair(original, plain)
    assert told in {(one.kind, one.original, one.plain) for one in uncarried((), both)}


def test_what_a_rule_tells_is_not_looked_at_again() -> None:
    both = pair("The tribunal refused the permit.", "The tribunal looked at the permit.")
    told = [one for one in uncarried((), both) if one.kind == "negation"]
    assert told
    assert [one for one in uncarried(told, both) if one.kind == "negation"] == []


def test_what_was_done_is_asked_only_where_it_could_matter() -> None:
    """The verdict with each difference undone is the one where only those were that could be brought over the line."""
    texts = [
        ("The jetty is closed; nobody may fish from it.", "You may fish from the jetty. It is open."),
        ("Boats must carry lamps unless it is day.", "Boats can carry lamps if it is day."),
        ("A permit is needed for tents.", "You do not need a permit for a tent."),
    ]

    def settled(_: str, own: Mapping[str, float], to_come: Bounds) -> bool:
        return decided(own, to_come)

    for original, plain in texts:
        both = pair(original, plain)
        told = list(differences(both, {}))
        whole = [(one, certainty(own) >= ENOUGH) for one, own, _ in evidence(told, both) if own]
        short = [(one, certainty(own) >= ENOUGH) for one, own, _ in evidence(told, both, settled) if own]
        assert whole == short
    assert {name.split(" ", 2)[2] for name in weights() if " undone " in name} <= set(bounds_of(None))
