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


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<div hidden>By day.</div>", "<div hidden>"),
        ("<p style='color:red; Display : none'>By <b>day</b>.</p>", '<p style="Display:none">'),
        ("<div><p style='visibility:hidden'>By day.</p></div>", "<p style="),
        ("A mole. <span hidden>By day.</span>", "<span hidden>"),
        ("A mole. <b style='display:none'>By *day*.</b>", "<b style="),
        ("<svg><text>By day.</text></svg>", "<svg>"),
        ("<svg>\n<text>By day.</text>\n</svg>", "<svg>"),
        ("A mole. <svg><text>By day.</text></svg>", "<svg>"),
        ("A mole. <script>By(day)</script>", "<script>"),
        ("<select><option>By day.</option></select>", "<select>"),
        ("A mole. <math><frog>By day.</frog></math>", "<math>"),
        ("<div>\n<math><frog>By day.</frog></math>\n</div>", "<math>"),
    ],
)
def test_what_no_reader_gets_or_nobody_can_read_is_left_out_and_told(html: str, named: str) -> None:
    made = document(f"# T\n\n{html}\n\nText.\n", lang="en")
    said = " ".join(map(text_of, made.blocks))
    assert "day" not in said and "<" not in said and said.endswith("Text.")
    assert sum(named in message and "with what is in it" in message for message, _ in told(made)) == 1


def test_a_hidden_element_that_ends_in_another_block_is_said_to_be_shown() -> None:
    made = document("# T\n\n<div hidden>\n\nBy day.\n\n</div>\n", lang="en")
    assert [text_of(block) for block in made.blocks] == ["By day."]
    assert any("is shown" in message for message, _ in told(made))


@pytest.mark.parametrize(
    "html",
    ["<p>By day.</p>", "<div hidden='until-found'>By day.</div>", "<p style='display:block'>By day.</p>",
     "Press <button>By day.</button>"],
)  # fmt: skip
def test_what_is_not_hidden_stays(html: str) -> None:
    assert "By day." in " ".join(map(text_of, document(f"# T\n\n{html}\n", lang="en").blocks))


@pytest.mark.parametrize(
    ("html", "tex", "display"),
    [
        ("The sum <math><mi>x</mi><mo>=</mo><mn>2</mn></math>.", "x = 2", False),
        ("<math>\n<mfrac><mn>1</mn><mi>y</mi></mfrac>\n</math>", "\\frac{1}{y}", False),
        ("<p>So <math display='block'><msup><mi>x</mi><mn>2</mn></msup></math></p>", "x^{2}", True),
    ],
)
def test_mathml_is_read_as_a_formula(html: str, tex: str, display: bool) -> None:
    made = document(f"# T\n\n{html}\n", lang="en")
    pieces = [piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines)]
    (formula,) = [piece for piece in pieces if piece.kind is InlineKind.MATH]
    assert (formula.text, "display" in formula.attr.classes) == (tex, display)
    assert told(made) == []
