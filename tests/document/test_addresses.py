# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that stand in a text as they are lead where they say, in every format."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import semantic
from pipeline.document import text_of, walk, walk_inlines
from pipeline.document.addresses import link_addresses, shows_address
from pipeline.model import Block, BlockKind, Document, Inline, InlineKind, Pos
from pipeline.writers import html
from pipeline.writers.resources import Resources
from tests.make import document, edition
from tests.pdf.made import find, outline


def links(made: Document) -> list[Inline]:
    pieces = (piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines))
    return [piece for piece in pieces if piece.kind is InlineKind.LINK]


def found(text: str) -> list[tuple[str, str]]:
    """The words and the target of each link."""
    return [(text_of(link.children), link.target) for link in links(document(f"# T\n\n{text}\n", lang="en"))]


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("See https://example.org/a_b_c.", "https://example.org/a_b_c", ""),
        ("(See www.example.org/x_(y).)", "www.example.org/x_(y)", "http://www.example.org/x_(y)"),
        ("Write to gate.keeper@example.org!", "gate.keeper@example.org", "mailto:gate.keeper@example.org"),
        ("E-mail: mailto:a@example.org", "mailto:a@example.org", ""),
        ("«https://example.org» and", "https://example.org", ""),
        ("„https://example.org“, “x”", "https://example.org", ""),
        ("Is it https://example.org/?", "https://example.org/", ""),
        ("Is it https://example.org/?q=1&amp;r=2?", "https://example.org/?q=1&r=2", ""),
        (r"At https://example.org/a\_b.", "https://example.org/a_b", ""),
        ("At *https://example.org/x*.", "https://example.org/x", ""),
        ("At https://example.org/~weir/gate.", "https://example.org/~weir/gate", ""),
        ("At https://example.org/x[^1].\n\n[^1]: Note.", "https://example.org/x", ""),
        ("At https://example.org/x[12].", "https://example.org/x", ""),
        ("At https://example.org\\\nnext", "https://example.org", ""),
        ("| At https://example.org\n| next", "https://example.org", ""),
        ("| a | b |\n|---|---|\n| https://example.org/a | b |", "https://example.org/a", ""),
        ("参见https://example.org/a。下一句", "https://example.org/a", ""),
        ("请访问https://example.org获取", "https://example.org", ""),
        ("看 https://example.org/wiki/水闸，再", "https://example.org/wiki/水闸", ""),
        ("انظر https://example.org/x، ثم", "https://example.org/x", ""),
        ("FTP://EXAMPLE.org/X", "FTP://EXAMPLE.org/X", ""),
        ("## https://example.org/head\n\nText", "https://example.org/head", ""),
        ("Text.[^1]\n\n[^1]: At https://example.org/note.", "https://example.org/note", ""),
        ("<p>At https://example.org/p.</p>", "https://example.org/p", ""),
    ],
)
def test_an_address_is_a_link_and_the_marks_around_it_are_none_of_it(text: str, shown: str, target: str) -> None:
    assert found(text) == [(shown, target or shown)]


@pytest.mark.parametrize(
    "text",
    [
        "`https://example.org` and `a@example.org`",
        "```\nhttps://example.org\n```",
        "$https://example.org$",
        "http:// and https://localhost:80 and www. and @weir and a@b",
        "https://example.org/{id} and https://example.org/*x*y, https://example.org/~x/~y and https://example.org/a[]=1",
        "git@example.org:weir/gate.git, ssh://git@example.org/x, https://user@example.org/",
        "xhttps://example.org, éa@example.org",
        "![https://example.org](x.png)",
    ],
)
def test_what_is_none_or_only_half_of_one_stays_words(text: str) -> None:
    assert found(text) == []


def test_one_address_right_behind_another_is_another() -> None:
    assert [shown for shown, _ in found("看 https://a.example.org、https://b.example.org。")] == [
        "https://a.example.org", "https://b.example.org"
    ]  # fmt: skip


def test_a_link_that_is_written_stays_as_it_is() -> None:
    assert found("[https://example.org/a](https://example.org/b) <https://example.org/c>") == [
        ("https://example.org/a", "https://example.org/b"), ("https://example.org/c", "https://example.org/c"),
    ]  # fmt: skip


def test_no_abbreviation_is_marked_inside_an_address() -> None:
    made = document("# T\n\nThe UN: https://un.example.org/UN\n\n*[UN]: United Nations\n", lang="en")
    pieces = [p for b in walk(made.blocks) for p in walk_inlines(b.inlines) if p.kind is InlineKind.ABBREVIATION]
    assert len(pieces) == 1 and links(made)[0].children[0].text == "https://un.example.org/UN"


def test_every_format_has_them() -> None:
    text = "# T\n\nSee https://example.org/a_b, www.example.org, a@example.org.\n"
    made = edition(text, lang="en")
    page = html.write(semantic.build(made), made, Resources(Path())).decode()
    for target in ("https://example.org/a_b", "http://www.example.org", "mailto:a@example.org"):
        assert f'href="{target}"' in page
    shown = ["https://example.org/a_b", "www.example.org", "a@example.org"]
    assert [link.text for link in find(outline(text), "link")] == shown


PIECES = st.lists(
    st.sampled_from(
        ["https://example.org/", "www.a.org", "a@b.org", "https://", "www.", "@", "x", "é", "_", "*", "~", "^", "[",
         "]", "(", ")", "&", "\\", ".", "。", "路", " ", "{", "}", "|", "<", ">", "`", "»", ":", "/", "mailto:",
         "\u200b"]
    ),
    min_size=1, max_size=24,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_no_word_changes_and_each_stands_where_it_says(pieces: list[str]) -> None:
    source = "".join(pieces)
    starts = list(accumulate(map(len, pieces), initial=0))
    inlines = tuple(
        Inline(InlineKind.TEXT, piece, pos=Pos(start, start + len(piece), 1))
        for piece, start in zip(pieces, starts, strict=False)
    )
    (made,) = link_addresses([Block(BlockKind.PARAGRAPH, "p", inlines=inlines)])
    flat = [piece for piece in walk_inlines(made.inlines) if piece.kind is InlineKind.TEXT]
    assert "".join(piece.text for piece in flat) == source
    assert all(piece.pos and source[piece.pos.start : piece.pos.end] == piece.text for piece in flat)
    made_links = [piece for piece in made.inlines if piece.kind is InlineKind.LINK]
    (again,) = link_addresses([made])
    assert all(link in again.inlines for link in made_links)  # what is a link is not looked into
    for link in made_links:
        shown = "".join(child.text for child in link.children)
        assert shows_address(link) and link.pos and source[link.pos.start : link.pos.end] == shown
        assert shown[-1] not in ".,:;!?*_~" and not set(shown) & set(" <>`{}|\\^»。\u200b")
