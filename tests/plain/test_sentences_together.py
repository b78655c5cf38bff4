# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences of two texts that go together, and what is asked of them only where it could matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.plain import lexicon
from pipeline.plain.beads import Beads, within
from pipeline.plain.evidence import ENOUGH, certainty, decided, evidence, weights
from pipeline.plain.guard import differences
from pipeline.plain.pair import Pair
from pipeline.plain.undone import BOUNDS

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


def test_what_was_done_is_asked_only_where_it_could_matter() -> None:
    """The verdict with each difference undone is the one where only those were that could be brought over the line."""
    texts = [
        ("The jetty is closed; nobody may fish from it.", "You may fish from the jetty. It is open."),
        ("Boats must carry lamps unless it is day.", "Boats can carry lamps if it is day."),
        ("A permit is needed for tents.", "You do not need a permit for a tent."),
    ]
    for original, plain in texts:
        both = pair(original, plain)
        told = list(differences(both, {}))
        whole = [(one, certainty(own) >= ENOUGH) for one, own, _ in evidence(told, both) if own]
        short = [(one, certainty(own) >= ENOUGH) for one, own, _ in evidence(told, both, decided) if own]
        assert whole == short
    assert {name.split(" ", 2)[2] for name in weights() if " undone " in name} <= set(BOUNDS)
