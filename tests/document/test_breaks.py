# SPDX-License-Identifier: AGPL-3.0-or-later
"""A line of stars or dashes with blanks between is a break wherever it stands, and no list."""

from __future__ import annotations

import pytest

from pipeline.document import text_of
from pipeline.model import Block, BlockKind
from tests.make import document


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Kinds of blocks; what quotations, items and lists hold as a list after the kind."""
    return [(block.kind.value, shape(block.blocks)) if block.blocks else block.kind.value for block in blocks]


ITEM = ("item", ["paragraph"])


@pytest.mark.parametrize(("text", "wanted"), [
    ("One.\n\n* * *\n\nTwo.", ["paragraph", "rule", "paragraph"]),
    ("One.\n- - -\nTwo.", ["paragraph", "rule", "paragraph"]),
    ("One.\n\n *  *  *  *\n\nTwo.", ["paragraph", "rule", "paragraph"]),
    ("> One.\n>\n> - - -\n>\n> Two.", [("quote", ["paragraph", "rule", "paragraph"])]),
    ("* one\n* two\n\n* * *\n\nEnd.", [("list", [ITEM, ITEM]), "rule", "paragraph"]),
    ("- one\n- - -\n- two", [("list", [ITEM]), "rule", ("list", [ITEM])]),
    ("- one\n\n  * * *\n\n- two", [("list", [("item", ["paragraph", "rule"]), ITEM])]),
    ("- * * *", [("list", [("item", ["rule"])])]),
    ("- * word", [("list", [("item", [("list", [ITEM])])])]),
    ("    * * *", ["code"]), ("```\n* * *\n```", ["code"]), ("\\* * *", ["paragraph"]),
])  # fmt: skip
def test_breaks_are_where_commonmark_has_them(text: str, wanted: list[object]) -> None:
    made = document(f"# T\n\nHead.\n\n{text}\n", lang="en")
    assert shape(made.blocks[1:]) == wanted


def test_a_break_has_its_line_and_the_lists_around_it_theirs() -> None:
    made = document("# T\n\n* one\n* two\n\n* * *\n\n* three\n", lang="en")
    assert [block.pos.line for block in made.blocks if block.pos] == [3, 6, 8]
    assert [text_of(block) for block in made.blocks if block.kind is BlockKind.LIST] == ["one two", "three"]
    assert [block.list.tight for block in made.blocks if block.list] == [True, True]
