# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs between which nothing is low, high or emphasised stay signs; markup stays markup."""

from __future__ import annotations

import pytest

from pipeline.document import text_of, walk, walk_inlines
from pipeline.model import InlineKind
from tests.make import document

MARKED = (InlineKind.SUBSCRIPT, InlineKind.SUPERSCRIPT, InlineKind.EMPHASIS, InlineKind.STRONG)


def marked(text: str) -> tuple[str, list[str], int]:
    """The words of a paragraph, what is marked in it, and how many findings there are."""
    made = document(f"# T\n\nHead.\n\n{text}\n", lang="en")
    pieces = (piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines) if piece.kind in MARKED)
    return text_of(made.blocks[1]), [text_of((piece,)) for piece in pieces], len(made.notices)


@pytest.mark.parametrize(("text", "told"), [
    ("It takes (~5 days or ~7) here.", 0), ("Of ~3 boats and~4 barges", 1), ("Up to 2^8 boats or^9", 1),
    ("A yard of 3*4*5 planks", 0), ("Signed ___/___/20___ by ____", 0), ("Born __.__.____", 0),
])  # fmt: skip
def test_signs_are_printed_as_they_stand(text: str, told: int) -> None:
    assert marked(text) == (text, [], told)


@pytest.mark.parametrize(("text", "wanted"), [
    ("H~2~O, x^2^", ["2", "2"]), ("*3* of 4, 2*x*3", ["3", "x"]), ("_a_ and __b__", ["a", "b"]),
    ("<sub>of it</sub>", ["of it"]), ("*…* and **—**", ["…", "—"]), ("_![A weir](w.png)_", [""]),
])  # fmt: skip
def test_markup_is_markup(text: str, wanted: list[str]) -> None:
    assert marked(text)[1:] == (wanted, 0)
