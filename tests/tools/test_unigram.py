# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts cut into the likeliest pieces."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tools.unigram import SPACE, UNLIKELY, Alphabet

SCORES = {
    SPACE: -3.0, f"{SPACE}boa": -2.5, f"{SPACE}boat": -4.0, "t": -2.0, "ts": -2.2, "s": -2.0, "b": -5.0, "o": -5.0,
    "a": -4.0, "oa": -4.5,
}  # fmt: skip
PIECES = {piece: (number, score) for number, (piece, score) in enumerate(SCORES.items(), 3)}
NUMBERS = {number: piece for piece, (number, _) in PIECES.items()}
RAREST = -8.0
ALPHABET = Alphabet(PIECES, {ord("\u00a0"): " ", ord("ﬆ"): "st", ord("\u00ad"): ""}, 0, 2, 1, RAREST, 5)


def cut(text: str) -> list[str]:
    return [NUMBERS.get(number, "?") for number in ALPHABET.numbers(text)]


def likeliest(text: str) -> float:
    """Of all ways to cut a short text, how likely the best is: each way tried."""
    best = -inf
    for marks in product((False, True), repeat=max(0, len(text) - 1)):
        ends = [at for at, mark in enumerate(marks, 1) if mark] + [len(text)]
        starts = [0, *ends[:-1]]
        each = [text[one:other] for one, other in zip(starts, ends, strict=True)]
        if all(piece in SCORES or len(piece) == 1 for piece in each):
            best = max(best, sum(SCORES.get(piece, RAREST - UNLIKELY) for piece in each))
    return best


def test_the_likeliest_way_wins_and_not_the_longest_piece() -> None:
    assert cut("boat") == [f"{SPACE}boat"]
    assert cut("boats") == [f"{SPACE}boa", "ts"]


@given(st.text("boatsx ", min_size=1, max_size=9))
def test_no_other_way_to_cut_is_likelier(text: str) -> None:
    scores = dict(PIECES.values())
    own = sum(scores.get(number, RAREST - UNLIKELY) for number in ALPHABET.numbers(text))
    assert own == pytest.approx(likeliest(ALPHABET.read_as(text)))


def test_what_no_piece_holds_is_unknown_letter_by_letter() -> None:
    assert ALPHABET.numbers("xx") == [PIECES[SPACE][0], 1, 1]


def test_letters_and_spaces_are_read_in_one_form() -> None:
    assert ALPHABET.read_as("a\u00a0 b") == f"{SPACE}a{SPACE}b"
    assert ALPHABET.read_as(" e\u0301") == f"{SPACE}é"
    assert ALPHABET.read_as("boa\u00adﬆ") == f"{SPACE}boast"
    assert cut("") == [SPACE]
