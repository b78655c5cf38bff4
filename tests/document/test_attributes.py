# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attribute lists of kramdown: given to the block above, never printed as words, told where they cannot be read."""

from __future__ import annotations

import pytest

from pipeline.document import text_of, walk, walk_inlines
from pipeline.model import BlockKind, Document
from tests.make import document


def told(made: Document) -> list[tuple[int, str]]:
    return [(notice.line, notice.message) for notice in made.notices if notice.rule == "markdown-unread"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A boat at the quay.\n{: #quay .wide}\n\nMore.\n", BlockKind.PARAGRAPH),
        ("* one\n* two\n{: #quay .wide}\n\nMore.\n", BlockKind.LIST),
        ("1. one\n2. two\n   {: #quay .wide}\n\nMore.\n", BlockKind.PARAGRAPH),
        ("> Said the clerk.\n\n- a\n- b\n{:.wide#quay}\n", BlockKind.LIST),
        ("## The quay\n{: #quay .wide}\n\nMore.\n", BlockKind.HEADING),
        ("| A | B |\n|---|---|\n| c | d |\n{: #quay .wide}\n\nMore.\n", BlockKind.TABLE),
        ("```\nrow\n```\n{: #quay .wide}\n\nMore.\n", BlockKind.CODE),
        ("{:shape: .wide}\n\nA boat.\n{: shape #quay}\n\nMore.\n", BlockKind.PARAGRAPH),
        ("Text.\n\n{: #quay .wide}\n## The quay\n\nMore.\n", BlockKind.HEADING),
        ("A boat.\r\n{: #quay .wide}\r\n\r\nMore.\r\n", BlockKind.PARAGRAPH),
    ],
)
def test_an_id_and_classes_go_to_the_block(text: str, kind: BlockKind) -> None:
    made = document(f"# Harbour\n\n{text}")
    (found,) = (block for block in walk(made.blocks) if block.id == "quay")
    assert found.kind is kind and "wide" in found.attr.classes
    assert "{" not in " ".join(map(text_of, made.blocks)) and not told(made)


def test_a_language_is_one() -> None:
    made = document("# Harbour\n\nLe port est petit.\n{: lang=fr}\n")
    assert [block.lang for block in made.blocks] == ["fr"]


def test_a_link_leads_to_the_id_of_a_list() -> None:
    made = document("# Harbour\n\nSee [the list](#boats).\n\n* one\n* two\n{: #boats}\n")
    assert [block.id for block in made.blocks][1] == "boats"
    assert [piece.target for piece in walk_inlines(made.blocks[0].inlines) if piece.target] == ["#boats"]


def test_in_a_line_they_go_to_the_piece_before() -> None:
    made = document("# Harbour\n\n**Harbour:**{: .from} the small one, `{: .x}` and *old*{:.x}.\n")
    assert text_of(made.blocks[0]) == "Harbour: the small one, {: .x} and old." and not told(made)


def test_the_list_that_stands_for_the_contents_is_left_out() -> None:
    made = document("# Harbour\n\n* Contents\n{:toc}\n\n## The mole\n\nText.\n")
    assert [block.kind for block in made.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert [line for line, _ in told(made)] == [4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A boat.\n{: width=3 #a}\n", 4),
        ("{::comment}\nHidden.\n{:/comment}\n", 3),
        ("A boat.\n{: nothing}\n", 3),
        ("A boat.\n\n{: .a}\n\nText.\n", 5),
    ],
)
def test_what_cannot_be_read_is_told(text: str, line: int) -> None:
    assert [place for place, _ in told(document(f"# Harbour\n\n{text}"))] == [line]


@pytest.mark.parametrize(
    "text", ["```\n{: .a}\n```\n", "Text.\n\n    {: .a}\n", "A `{:toc}` here.\n", "A {:-) here.\n"]
)
def test_what_only_looks_like_them_stays(text: str) -> None:
    made = document(f"# Harbour\n\n{text}")
    assert "{:" in " ".join(map(text_of, made.blocks)) and not told(made)


def test_positions_stay() -> None:
    text = "# Harbour\n\n*One*{: .x} two\n{: .y}\n\nthree\n"
    made = document(text)
    places = [text[block.pos.start : block.pos.end] for block in made.blocks if block.pos]
    assert places == ["*One*{: .x} two", "three"]
