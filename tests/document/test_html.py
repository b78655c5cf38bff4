# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks of HTML: what is read of them, what is left out, and that no more than that is told."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.document import text_of, walk, walk_inlines
from pipeline.model import Document, InlineKind, Severity
from tests.make import document


def kinds(made: Document) -> list[str]:
    return [block.kind.value for block in made.blocks]


def told(made: Document) -> list[tuple[str, Severity]]:
    return [(notice.message, notice.severity) for notice in made.notices if notice.rule == "raw-markup"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p align='center'><b>The mole</b> by night</p>", ["paragraph"]),
        ("<h2>The mole</h2>", ["heading"]),
        ("<ul><li>boats</li><li>nets</li></ul>", ["list"]),
        ("<ol start='3'><li>boats</li></ol>", ["list"]),
        ("<dl><dt>Mole</dt><dd>A wall.</dd></dl>", ["definitions"]),
        ("<blockquote>Quoted</blockquote>", ["quote"]),
        ("<pre>a  b\n c</pre>", ["code"]),
        ("<figure><img src='m.png' alt='A mole'><figcaption>By night</figcaption></figure>", ["figure"]),
        ("<hr>", ["rule"]),
    ],
)
def test_blocks_that_are_read_are_not_said_to_be_left_out(html: str, expected: list[str]) -> None:
    made = document(f"# T\n\n{html}\n\nText.\n", lang="en")
    assert kinds(made) == [*expected, "paragraph"]
    assert told(made) == []


@pytest.mark.parametrize("name", ["center", "details", "section", "address"])
def test_an_element_that_is_not_read_is_named_and_its_words_stay(name: str) -> None:
    made = document(f"# T\n\n<{name}><p>By <i>night</i>.</p></{name}>\n", lang="en")
    assert [text_of(block) for block in made.blocks] == ["By night."]
    ((message, severity),) = told(made)
    assert f"<{name}>" in message and "kept" in message and severity is Severity.NOTE


@pytest.mark.parametrize(
    ("html", "severity"),
    [
        ("<p>Text.</p><script>alert(1)</script>", Severity.NOTE),
        ("<p>Text.</p>\n<video src='m.mp4'>A film of the mole</video>", Severity.WARNING),
    ],
)
def test_what_goes_with_all_that_is_in_it_is_told_so(html: str, severity: Severity) -> None:
    made = document(f"# T\n\n{html}\n", lang="en")
    assert [text_of(block) for block in made.blocks] == ["Text."]
    ((message, said),) = told(made)
    assert "with what is in it" in message and said is severity


def test_what_elements_of_a_line_say_is_kept_in_a_block() -> None:
    made = document(
        "# T\n\n<p>The <abbr title='United Nations'>UN</abbr>, <mark>marked</mark>, "
        "<span lang='fr'>dit</span> <b>bold</b></p>\n",
        lang="en",
    )
    pieces = [piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines)]
    found = {(piece.kind, piece.title or piece.lang or text_of(piece.children)) for piece in pieces if piece.children}
    assert {
        (InlineKind.ABBREVIATION, "United Nations"), (InlineKind.MARKED, "marked"), (InlineKind.SPAN, "fr"),
        (InlineKind.STRONG, "bold"),
    } <= found  # fmt: skip


def test_a_block_of_html_is_no_markdown_before_cleaning_nor_after() -> None:
    text = "# T\n\n<p align='center'>\n  <b>The mole</b> by <i>night</i>\n</p>\n"
    made = document(clean(text, lang="en").text, lang="en")
    assert text_of(made.blocks[0]) == "The mole by night"
    assert [p.kind for p in walk_inlines(made.blocks[0].inlines) if p.children] == [
        InlineKind.STRONG, InlineKind.EMPHASIS
    ]  # fmt: skip
