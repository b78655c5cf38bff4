# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words are cut into the longest pieces that a vocabulary has, and each piece knows its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tools.wordpiece import LONGEST, pieces

NAMES = ["[UNK]", "boat", "boats", "##s", "##man", "un", "##tied", "##ti", "cafe", "!", "-", "$", "舟", "the", "a"]
VOCABULARY = {name: at for at, name in enumerate(NAMES)}


def cut(text: str) -> list[tuple[str, str]]:
    return [(NAMES[one.number], text[one.start : one.end]) for one in pieces(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boats", [("the", "The"), ("boats", "boats")]),  # the longest first, and not "boat", "##s"
        ("boatman untied", [("boat", "boat"), ("##man", "man"), ("un", "un"), ("##tied", "tied")]),
        ("Café!", [("cafe", "Café"), ("!", "!")]),
        ("cafe\u0301", [("cafe", "cafe")]),  # the accent is a letter of its own and has no piece
        ("boat-boat", [("boat", "boat"), ("-", "-"), ("boat", "boat")]),
        ("$boat", [("$", "$"), ("boat", "boat")]),
        ("the舟boat", [("the", "the"), ("舟", "舟"), ("boat", "boat")]),
        ("boatzz", [("[UNK]", "boatzz")]),  # no part of a word that cannot be cut whole
        ("bo\u200bat\u00a0a", [("boat", "bo\u200bat"), ("a", "a")]),
        (" \t\n", []),
    ],
)
def test_the_longest_piece_comes_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


def test_a_word_without_end_is_unknown() -> None:
    assert cut("a" * (LONGEST + 1)) == [("[UNK]", "a" * (LONGEST + 1))]


@given(st.text(max_size=60))
def test_pieces_stand_in_order_and_hold_no_space(text: str) -> None:
    found = pieces(text, VOCABULARY)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    # A letter that becomes two in small letters may be shared by two pieces.
    assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(found))
    assert not any(text[one.start].isspace() for one in found)
