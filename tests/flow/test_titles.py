# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas of titles and headings are told in words wherever nothing but plain text can stand."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.document.titles import name_of, of_setting
from pipeline.model import Block, BlockKind, InlineKind
from pipeline.outline import epub as epub_reader
from pipeline.outline.html import read as read_html
from pipeline.semantic import build
from pipeline.writers import epub, html
from pipeline.writers.pdf import lay_out
from pipeline.writers.resources import Resources
from tests.make import document
from tests.pdf.made import edition, outline


@pytest.mark.parametrize(
    ("title", "formulas"),
    [
        ("The $\\frac{a}{b}$ rate", ["\\frac{a}{b}"]),
        ("$x^2$", ["x^2"]),
        ("From $a$ to $b$", ["a", "b"]),
        ("It costs $5 and $6", []),
        ("US$ and NZ$", []),
        ("$5-$6 a day", []),
        ("A \\$x\\$ sign", []),
        ("Stars * and _lines_", []),
    ],
)
def test_a_title_in_the_settings_may_have_formulas_and_nothing_else(title: str, formulas: list[str]) -> None:
    pieces = of_setting(title)
    assert [piece.text for piece in pieces if piece.kind is InlineKind.MATH] == formulas
    assert "".join(f"${p.text}$" if p.kind is InlineKind.MATH else p.text for p in pieces) == title


@pytest.mark.parametrize(("lang", "said"), [("en", "The a over b rate"), ("xx", "The \\frac{a}{b} rate")])
def test_a_document_is_named_in_words_of_its_language(lang: str, said: str) -> None:
    made = document("Text.\n", lang=lang, title="The $\\frac{a}{b}$ rate")
    assert made.meta.title == said
    assert [piece.kind for piece in made.title.inlines].count(InlineKind.MATH) == 1
    heading = document("# The $\\frac{a}{b}$ rate\n\nText.\n", lang=lang)
    assert heading.meta.title == said


def test_a_heading_is_told_in_its_own_language() -> None:
    heading = Block(BlockKind.HEADING, "", inlines=of_setting("Le $\\frac{a}{b}$"), level=2, lang="fr")
    assert name_of(heading, "en") == "Le a sur b"


TEXT = "# Sums\n\n## On $x^2$\n\nText.\n\n## More on $\\alpha_i$\n\nText.\n\n## Plain\n\nText.\n"


def test_contents_and_bookmarks_say_the_words() -> None:
    words = ["On x squared", "More on alpha sub i", "Plain"]
    made = edition(TEXT, lang="en")
    tree = build(made)
    page = read_html(html.write(tree, made, Resources(Path())))
    entries = [node.text for node in page.root.walk() if node.role.value == "contents-item"]
    assert entries[-3:] == words
    marks = [node.text for node in outline(TEXT).root.walk() if node.role.value == "contents-item"]
    assert marks[-3:] == words


def test_no_entry_of_a_book_is_tex() -> None:
    made = edition(TEXT, lang="en")
    tree = build(made)
    resources = Resources(Path())
    book = epub.write(tree, made, lay_out(tree, made, resources), resources)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        nav = archive.read("EPUB/nav.xhtml").decode()
        titles = [archive.read(name).decode().partition("<title>")[2].partition("</title>")[0]
                  for name in archive.namelist() if name.endswith(".xhtml")]  # fmt: skip
    assert "On x squared" in nav and "More on alpha sub i" in nav and "x^2" not in nav and "\\alpha" not in nav
    assert {"On x squared", "More on alpha sub i"} <= set(titles)
    assert epub_reader.read(book).root.children
