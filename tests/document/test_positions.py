# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places in a text: the same for a line with tabs, and a long line is read once for all of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import walk
from pipeline.document.positions import TAB, Lines
from pipeline.document.runs import merge_runs
from pipeline.model import BlockKind, Inline, InlineKind, Pos
from tests.make import document

TEXT = st.text(st.sampled_from("a\tb \n\ré"), max_size=40)


def by_hand(lines: Lines, line: int, column: int) -> int:
    """The place of a column, counted from the start of its line."""
    start, content, reached = lines.starts[line - 1], lines.line(line), 0
    if "\t" not in content:
        return min(start + column - 1, len(lines.text))
    for index, character in enumerate(content):
        if reached >= column - 1:
            return start + index
        reached += TAB - reached % TAB if character == "\t" else 1
    return min(start + len(content), len(lines.text))


@given(TEXT, st.integers(1, 50))
def test_columns_are_those_of_a_terminal(text: str, column: int) -> None:
    lines = Lines(text)
    for line in range(1, len(lines.starts) + 1):
        assert lines.offset(line, column) == by_hand(lines, line, column)


def test_a_line_is_read_once_for_all_places_in_it() -> None:
    class Counting(Lines):
        read = 0

        def line(self, number: int) -> str:
            self.read += 1
            return super().line(number)

    lines = Counting("word\t" * 1000)
    assert [lines.offset(1, column) for column in range(1, 8000, 8)] == list(range(0, 5000, 5))
    assert lines.read == 1


@given(st.lists(st.sampled_from(["ab", "&amp;", " ", "*"]), max_size=12))
def test_runs_are_joined_where_the_source_says_the_same(parts: list[str]) -> None:
    text, pieces, at = "".join(parts), [], 0
    for part in parts:
        kind = InlineKind.CODE if part == "*" else InlineKind.TEXT
        pieces.append(Inline(kind, "&" if part == "&amp;" else part, pos=Pos(at, at + len(part), 1)))
        at += len(part)
    merged = merge_runs(pieces, text)
    assert "".join(piece.text for piece in merged) == "".join(piece.text for piece in pieces)
    plain = [piece.kind is InlineKind.TEXT and text[piece.pos.start : piece.pos.end] == piece.text
             for piece in merged if piece.pos]  # fmt: skip
    assert len(plain) == len(merged) and not any(a and b for a, b in pairwise(plain))


def test_blocks_in_an_item_stand_where_they_are_written() -> None:
    table = "   | a | b |\n   |---|---|\n   | c | d |\n"
    text = f"1. One:\n\n{table}\n   - Two\n\n     ```\n     row\n     ```\n\n     ## The quay\n"
    made = document(text)
    found = {b.kind: text[b.pos.start : b.pos.end] for b in walk(made.blocks) if b.pos is not None}
    assert found[BlockKind.TABLE].startswith("| a") and found[BlockKind.TABLE].endswith("d |")
    assert found[BlockKind.CODE].split() == ["```", "row", "```"]
    assert found[BlockKind.HEADING] == "## The quay"
