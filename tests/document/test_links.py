# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which links are links, in every format alike, and what is told of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import semantic
from pipeline.document import text_of, walk, walk_inlines
from pipeline.model import Document, Inline, InlineKind, Severity
from pipeline.writers import html
from pipeline.writers.resources import Resources
from tests.make import document, edition
from tests.pdf.made import find, outline


def links(made: Document) -> list[Inline]:
    pieces = (piece for block in walk(made.blocks) for piece in walk_inlines(block.inlines))
    return [piece for piece in pieces if piece.kind is InlineKind.LINK]


def told(made: Document, rule: str) -> list[tuple[int, Severity]]:
    return [(notice.line, notice.severity) for notice in made.notices if notice.rule == rule]


@pytest.mark.parametrize("target", ["/ponds/", "/", "weir.md", "../weir.html", "weir.html#gate", "?page=2", "weir"])
def test_a_link_to_a_file_beside_the_text_is_plain_text_and_told(target: str) -> None:
    made = document(f"# T\n\nSee\n[the weir]({target}) there.\n", lang="en")
    assert not links(made)
    assert text_of(made.blocks[0]) == "See the weir there."
    assert told(made, "link-refused") == [(4, Severity.WARNING)]
    assert target in made.notices[0].message and "https://" in made.notices[0].fix


def test_no_format_has_a_link_that_leads_to_a_file_beside_the_text() -> None:
    text = "# T\n\nSee [the weir](weir.md) and <a href='/gate'>the gate</a>, [all](https://example.org/) of it.\n"
    made = edition(text, lang="en")
    page = html.write(semantic.build(made), made, Resources(Path())).decode()
    assert "weir.md" not in page and "/gate" not in page and 'href="https://example.org/"' in page
    assert [link.text for link in find(outline(text), "link")] == ["all"]


def test_a_link_without_an_address_is_plain_text_and_told() -> None:
    made = document("# T\n\nIts [words]() stay, [](https://example.org/) and []().\n", lang="en")
    assert text_of(made.blocks[0]) == "Its words stay, and ."
    assert told(made, "link-refused") == [(3, Severity.WARNING)] * 2
    assert "no address" in made.notices[0].message
