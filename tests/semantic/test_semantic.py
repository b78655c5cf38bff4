# SPDX-License-Identifier: AGPL-3.0-or-later
"""The semantic XHTML: a golden of everything, and what can never occur in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.document import text_of, walk
from pipeline.errors import InputError
from pipeline.semantic import build
from tests.golden import check_golden
from tests.make import edition

SAMPLE = Path(__file__).parent / "sample.md"
ELEMENTS = frozenset({
    "article", "header", "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "pre", "code", "hr", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure",
    "figcaption", "img", "div", "aside", "a", "em", "strong", "del", "sub", "sup", "q", "br", "span", "abbr", "bdi"
})  # fmt: skip
ATTRIBUTES = frozenset({
    "id", "class", "lang", "dir", "aria-labelledby", "aria-details", "aria-label", "role", "href", "src", "alt",
    "title", "style", "type", "start", "value", "scope", "headers", "rowspan", "colspan", "translate", "data-label",
    "data-checked"
})  # fmt: skip


def test_golden() -> None:
    tree = build(edition(SAMPLE.read_text("utf-8")))
    etree.indent(tree)
    check_golden("semantic/sample.xhtml", etree.tostring(tree, encoding="unicode") + "\n")


def test_every_block_has_its_element() -> None:
    made = edition(SAMPLE.read_text("utf-8"))
    ids = {element.get("id") for element in build(made).iter()}
    for block in walk(made.document.blocks):
        assert block.id in ids or block.kind == "note", block


def test_every_link_inside_leads_somewhere() -> None:
    tree = build(edition(SAMPLE.read_text("utf-8")))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        href = element.get("href", "")
        assert not href.startswith("#") or href[1:] in ids, href


@pytest.mark.parametrize(
    ("group", "inside"),
    [("## Zwei\n\nWort.", False), ("[]{#a}\n\n## Zwei", False), ("Wort.\n\n## Zwei", False),
     ("::: {.b}\n# Zwei\n:::", False), ("### Zwei", True), ("Wort.", True), ("> ## Zwei", True)],
)  # fmt: skip
def test_a_part_with_headings_stands_where_its_highest_heading_would(group: str, inside: bool) -> None:
    """The second language of a notice is no part of the last chapter of the first."""
    tree = build(edition(f"---\ntitle: T\n---\n\n## One\n\nA word.\n\n::: {{lang=de}}\n{group}\n:::\n"))
    (part,) = (one for one in tree.iter("{*}div") if one.get("lang") == "de")
    around = [etree.QName(one).localname for one in part.iterancestors()]
    assert around == (["section", "article"] if inside else ["article"])


def test_an_author_who_is_the_publisher_is_named_once() -> None:
    tree = build(edition("---\ntitle: T\nlang: en\nauthor: The Board\npublisher: The Board\n---\n\nA word.\n"))
    (byline,) = (one for one in tree.iter("{*}p") if one.get("class") == "byline")
    assert byline.text == "The Board"


HOSTILE = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "<svg onload=x>",
            "<a href='data:text/html,x'>y</a>", "`x`{=html}", "<iframe src=x>", "<b onclick=x>bold</b>", "words ",
            "\n\n", "> ", "- ", "1. ", "| a | b |\n|---|---|\n| c | d |\n", "[x]{onclick=y style=z}", "# H\n", "<p>",
            "</div>", "<div style='x'>", "&#x202e;", "<table><tr><td onclick=x>1</table>", "![a](b.png){onload=x}",
        ]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_nothing_active_has_a_way_in(parts: list[str]) -> None:
    try:
        made = edition("text " + "".join(parts))
        tree = build(made)
    except InputError:
        return
    for element in tree.iter():
        space, _, name = str(element.tag)[1:].rpartition("}")
        if space.endswith("MathML"):
            continue
        assert name in ELEMENTS, name
        assert set(map(str, element.attrib)) <= ATTRIBUTES, list(element.attrib)
        assert not element.get("href", "").lower().startswith(("javascript", "data", "vbscript", "file"))
    words = "".join("".join(map(str, tree.itertext())).split())
    for block in made.document.blocks:
        assert "".join(text_of(block.inlines).split()) in words


def test_lines_of_verse_keep_their_indentation_in_every_format() -> None:
    made = edition("# T\n\n| Over\n|     under *it*\n|\n| and out\n")
    lines = [str("".join(map(str, one.itertext()))) for one in build(made).iter("{*}p") if one.get("class") == "line"]
    assert lines == ["Over", "\u00a0" * 4 + "under it", "", "and out"]


def test_the_notes_are_part_of_no_chapter() -> None:
    from pipeline.writers.markup import contents

    text = "---\ntitle: T\n---\n\n# A\n\nWords.[^1]\n\n## A.1\n\nMore.\n\n# B\n\nLast.\n\n[^1]: A note.\n"
    assert [entry.text for entry in contents(build(edition(text)))] == ["A", "B", "Notes"]
    under = edition("# T\n\n## A\n\nWords.[^1]\n\n[^1]: A note.\n")
    assert [entry.text for entry in contents(build(under))] == ["A", "Notes"]


@pytest.mark.parametrize(("written", "style"), [
    ("width=50", "width:50px"), ("width=50% height=3cm", "width:50%;height:3cm"), ("width=half", None),
    ("width=4cm height=3cm", "width:4cm;height:auto;aspect-ratio:4/3"),
    ('width="4.166666666666667in" height="3.125in"',
     "width:4.166666666666667in;height:auto;aspect-ratio:4.166666666666667/3.125"),
    ("width=4cm height=0", "width:4cm;height:0px"), ("width=2.5", "width:2.5px"), ("height=40", "height:40px"),
])  # fmt: skip
def test_a_size_without_a_unit_is_in_pixels(written: str, style: str | None) -> None:
    made = edition(f"# T\n\nA weir ![seen from the quay](w.png){{{written}}} here.\n")
    [image] = build(made).iter("{*}img")
    assert image.get("style") == style
