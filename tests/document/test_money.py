# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sums of money keep their signs; formulas stay formulas."""

from __future__ import annotations

import pytest

from pipeline.document import text_of, walk, walk_inlines
from pipeline.model import InlineKind
from tests.make import document


def formulas(text: str) -> list[str]:
    made = document(f"# T\n\nHead.\n\n{text}\n", lang="en")
    pieces = (piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines))
    return [piece.text for piece in pieces if piece.kind is InlineKind.MATH]


@pytest.mark.parametrize("text", [
    "A quay of $3–$4 million.", "$30-$45 a berth, $50-$60 a shed", "US$7–US$9", "From $5, or US$6 at night.",
    "Boats 5$-7$, barges 9$ / 12$.", "It costs $3 and $4.", "Of CA$1,200/CA$1,300 a year", "From $5 to NZ$ 6.",
])  # fmt: skip
def test_sums_are_words(text: str) -> None:
    assert formulas(text) == []
    assert text_of(document(f"# T\n\nHead.\n\n{text}\n", lang="en").blocks[1]) == text


@pytest.mark.parametrize(("text", "wanted"), [
    ("Of $x^2$ and $5x$.", ["x^2", "5x"]), ("Lamps $L_1$, $L_2$.", ["L_1", "L_2"]), ("It is $12$.", ["12"]),
    ("From $2–$3 up to $n$.", ["n"]), ("$3 \\text{ m}$ 5 times", ["3 \\text{ m}"]), ("2$x$ and 3 $y$", ["x", "y"]),
    ("So $5 < x$, $7-2$.", ["5 < x", "7-2"]), ("$$5 - 3$$", ["5 - 3"]),
])  # fmt: skip
def test_formulas_are_formulas(text: str, wanted: list[str]) -> None:
    assert formulas(text) == wanted


def test_markup_between_two_sums_is_told() -> None:
    made = document("# T\n\nHead.\n\nFrom $3 *or more*–$4.\n", lang="en")
    assert [(n.rule, n.line) for n in made.notices] == [("markdown-unread", 5)]
