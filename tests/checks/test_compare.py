# SPDX-License-Identifier: AGPL-3.0-or-later
"""How texts are made ready for comparing two outlines."""

from __future__ import annotations

import pytest

from pipeline.checks.parity.compare import without_formulas
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.rules import parity_text
from pipeline.model import Format, Node, Role


@pytest.mark.parametrize(
    ("text", "formulas", "left"),
    [
        ("Die Gebühr G ergibt sich aus B.", ("G", "B"), "Die Gebühr ergibt sich aus ."),
        ("An area a of a field", ("a",), "An area of a field"),
        ("a first a then a", ("a", "a"), "first then a"),
        ("x^2+1 grows", ("x^2+1",), "grows"),
        ("2πr", ("π",), "2 r"),
    ],
)
def test_a_formula_is_taken_out_where_it_stands(text: str, formulas: tuple[str, ...], left: str) -> None:
    node = Node(Role.PARAGRAPH, text, tuple(Node(Role.FORMULA, formula) for formula in formulas))
    assert without_formulas(node) == left


def test_words_of_a_note_that_lost_its_role_are_not_told_as_missing() -> None:
    note = part(Role.NOTE, "", paragraph("Dry stone."))
    beside = part(Role.LANDMARK, "", paragraph("Dry stone."), kind="complementary")
    (found,) = parity_text.look(pair([paragraph("One."), note], [paragraph("One."), beside], Format.HTML).subject())
    assert "beside the text" in found.message
    assert "missing" not in found.message
