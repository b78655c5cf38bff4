# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translated table is written as HTML that reads back as the same table."""

from __future__ import annotations

from pipeline.document import text_of, walk
from pipeline.document.grid import headers_of, slots
from pipeline.model import Block, BlockKind
from pipeline.translate.tablehtml import html_table
from tests.make import document

TABLE = (
    "<table><tr><th id='size'>Size</th><th id='rent'>Rent</th></tr><tr><td headers='rent' rowspan='0'>900</td>"
    "<td headers='size rent'>40</td></tr><tr><td>30</td></tr></table>"
)


def table(html: str) -> Block:
    return next(block for block in walk(document(f"# T\n\n{html}\n").blocks) if block.kind is BlockKind.TABLE)


def told(made: Block) -> list[tuple[str, int, list[str]]]:
    """Words, height and headers of each cell."""
    cells = slots(made)
    found = headers_of(cells)
    return [(text_of(c.block), c.height, [text_of(cells[h].block) for h in found[i]]) for i, c in enumerate(cells)]


def test_headers_that_the_author_named_are_written_again() -> None:
    html = html_table(table(TABLE))
    assert html is not None
    assert told(table(html)) == told(table(TABLE))
    assert ("40", 1, ["Size", "Rent"]) in told(table(html))


def test_a_table_whose_author_named_none_gets_no_ids() -> None:
    html = html_table(table("<table><tr><th>A</th></tr><tr><td>1</td></tr></table>"))
    assert html is not None
    assert "id=" not in html
