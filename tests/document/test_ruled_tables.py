# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables drawn with lines of dashes, as pandoc writes them of a Word file, are tables."""

from __future__ import annotations

import re

import pytest

from pipeline.clean import clean
from pipeline.clean.reading.ruled import end_of
from pipeline.document.text import text_of, walk
from pipeline.model import Block, BlockKind
from tests.make import document

MULTILINE = """\
  ---------------------------------------------
  Day        Office         What is asked
  ---------- -------------- -------------------
  31 March   The *town*     A plan on the
                            scale of 1 : 500.

  30 June    The county     H~2~O
  ---------------------------------------------
"""
SIMPLE = """\
    Due Office
  ----- --------
     12 Town
      1 County
"""
HEADLESS = """\
  ------ -----
  Town   12
  County 1
  ------ -----
"""
WIDE = """\
  ---------- ------
  名称       备注
  ---------- ------
"""


def rows(text: str) -> list[list[str]]:
    tables = [block for block in document(text).blocks if block.kind is BlockKind.TABLE]
    assert len(tables) == 1
    found = [row for row in walk(tables[0].blocks) if row.kind is BlockKind.ROW]
    return [[text_of(cell) for cell in row.blocks] for row in found]


def caption(table: Block) -> str:
    return text_of(table.blocks[0]) if table.blocks[0].kind is BlockKind.CAPTION else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MULTILINE, [["Day", "Office", "What is asked"], ["31 March", "The town", "A plan on the scale of 1 : 500."],
                     ["30 June", "The county", "H2O"]]),
        (SIMPLE, [["Due", "Office"], ["12", "Town"], ["1", "County"]]),
        (SIMPLE + "  ----- --------\n", [["Due", "Office"], ["12", "Town"], ["1", "County"]]),
        (HEADLESS, [["Town", "12"], ["County", "1"]]),
        (WIDE, [["名称", "备注"]]),
        (MULTILINE.replace("\n", "\r\n"), [["Day", "Office", "What is asked"],
                     ["31 March", "The town", "A plan on the scale of 1 : 500."], ["30 June", "The county", "H2O"]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", "\nThe end.\n"])
def test_each_form_is_read(text: str, expected: list[list[str]], after: str) -> None:
    assert rows("Lead.\n\n" + text + after) == expected


def test_heads_are_headers_and_the_line_below_is_the_caption() -> None:
    made = document(f"# Fees\n\n{MULTILINE}\n  : What is due\n\nThe end.\n", lang="en")
    table = next(block for block in made.blocks if block.kind is BlockKind.TABLE)
    cells = [block for block in walk(table.blocks) if block.kind is BlockKind.CELL]
    assert [text_of(cell) for cell in cells if cell.cell and cell.cell.header] == ["Day", "Office", "What is asked"]
    assert caption(table) == "What is due"
    assert table.pos is not None and table.pos.line == 3
    assert made.blocks[-1].pos is not None and made.blocks[-1].pos.line == 14
    assert not made.notices


@pytest.mark.parametrize(
    "text",
    [
        "The day\n-------\n\nWords.\n",
        "--- ---\n\nWords.\n",
        "-- -- --\nThe sun rose over the town and nobody was there.\n-- -- --\n",
        "- one\n  -- --\n  two\n",
        "# One\n--- ---\nTwo three\n",
        "---\nWords below a break.\n---\n\nMore.\n",
        "  Office\tDue\n  -------- -----\n  Town\t12\n",
        "Office Due\nof all\n-------- -----\nTown     12\n",
        "```\n  Office   Due\n  -------- -----\n  Town     12\n```\n",
    ],
)
def test_what_is_no_table_stays_what_it_is(text: str) -> None:
    assert not [block for block in document(text).blocks if block.kind is BlockKind.TABLE]


def test_words_across_two_columns_are_told_and_not_cut() -> None:
    made = document("  Office   Due\n  -------- -----\n  Town council 12\n")
    assert "Town council 12" in " ".join(text_of(block) for block in made.blocks)
    assert any(one.rule == "markdown-unread" and "dashes" in one.message for one in made.notices)


@pytest.mark.parametrize("table", [MULTILINE, SIMPLE, HEADLESS])
def test_cleaning_moves_nothing_in_it(table: str) -> None:
    table = re.sub("T(he )?(county|own)", lambda found: "ofﬁces".ljust(len(found.group())), table)
    assert "ofﬁces" in table
    made = clean(f"Some co-\noperation in the ofﬁce.\n\n{table}\nThe end.\n", lang="en").text
    assert table in made and "office" in made


@pytest.mark.parametrize("table", [MULTILINE, SIMPLE, HEADLESS])
def test_it_ends_where_it_is_drawn_to(table: str) -> None:
    lines = [*table.splitlines(keepends=True), "\n", "More.\n"]
    assert end_of(lines, 0) == len(lines) - 2
