# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was inserted, struck out or marked is so in every format, and after a translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import semantic
from pipeline.document import walk, walk_inlines
from pipeline.model import InlineKind
from pipeline.writers import html
from pipeline.writers.resources import Resources
from tests.make import document, edition
from tests.pdf.made import find, outline

TEXT = "# T\n\nThis is <mark>marked</mark>, <ins>new</ins>, <del>old</del> text.\n"


def test_they_are_kinds_of_their_own() -> None:
    kinds = {piece.kind for block in walk(document(TEXT).blocks) for piece in walk_inlines(block.inlines)}
    assert {InlineKind.MARKED, InlineKind.INSERTED, InlineKind.STRIKEOUT} <= kinds


@pytest.mark.parametrize("name", ["mark", "ins", "del"])
def test_pages_have_the_elements(name: str) -> None:
    made = edition(TEXT)
    page = html.write(semantic.build(made), made, Resources(Path())).decode()
    assert f"<{name}>" in page


def test_a_pdf_has_the_words_and_says_how_they_stand() -> None:
    (paragraph,) = find(outline(TEXT), "paragraph")
    assert paragraph.text == "This is marked, new, old text."
