# SPDX-License-Identifier: AGPL-3.0-or-later
"""HTML tables, read cell by cell: pandoc's own reading of them would lose which cells are headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.document.context import Context
from pipeline.document.even import TO_THE_END, Draft, even
from pipeline.document.islands import reread
from pipeline.document.tables import simple_cell
from pipeline.document.text import text_of
from pipeline.model import Attr, Block, BlockKind, CellSpan, Pos
from pipeline.tools import pandoc

KINDS = {"thead": "head", "tfoot": "foot"}
SCOPES = ("row", "col", "rowgroup", "colgroup")
Groups = list[tuple[str, list[Any]]]


def read_html_tables(safe: str, context: Context, pos: Pos | None) -> Sequence[Block]:
    """The tables of a piece of HTML from which what is active was taken out."""
    from lxml import html as lxml_html

    root: Any = lxml_html.fragment_fromstring(safe, create_parent="div")
    tables = [table for table in root.iter("table") if not any(True for _ in table.iterancestors("table"))]
    return [_read_table(table, context, pos) for table in tables]


def _read_table(table: Any, context: Context, pos: Pos | None) -> Block:
    """The table as a block: its spans made even, with the headers that its author named for a cell."""
    groups = _row_groups([row for row in table.iter("tr") if next(row.iterancestors("table")) is table])
    captions = list(table.iterchildren("caption"))[:1]
    cells = [cell for _, rows in groups for row in rows for cell in _cells(row)]
    parts = iter(_read_parts([*captions, *cells], context))
    blocks = []
    for _ in captions:
        inlines = tuple(piece for block in next(parts) for piece in block.inlines)
        blocks.append(Block(BlockKind.CAPTION, "", inlines=inlines, pos=pos))
    drafts = [
        (kind, [[_draft(cell, next(parts), kind, rows, y) for cell in _cells(row)] for y, row in enumerate(rows)])
        for kind, rows in groups
    ]
    for told in even([rows for _, rows in drafts]):
        fix = "Check the rowspans, the colspans and the number of cells of each row."
        context.notice("table-even", told, fix, pos)
    _name_headers([cell for _, rows in drafts for row in rows for cell in row], context, pos)
    for kind, rows in drafts:
        lines = tuple(Block(BlockKind.ROW, "", blocks=tuple(cell.block for cell in row), pos=pos) for row in rows)
        blocks.append(Block(BlockKind.ROW_GROUP, "", blocks=lines, attr=Attr((kind,)), pos=pos))
    return Block(BlockKind.TABLE, table.get("id", ""), blocks=tuple(blocks), lang=table.get("lang", ""), pos=pos)


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _read_parts(elements: Sequence[Any], context: Context) -> list[tuple[Block, ...]]:
    """The blocks inside each element, all by one call of pandoc."""
    from lxml import etree

    def inner(element: Any) -> str:
        parts = [str(element.text or "").replace("<", "&lt;")]
        parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
        return "".join(parts)

    page = "".join(f'<div class="part">{inner(element)}</div>' for element in elements)
    nodes = pandoc.read(page, "html-raw_html")["blocks"]
    return [reread(node["c"][1], context, None) for node in nodes if node["t"] == "Div"]


def _row_groups(rows: Sequence[Any]) -> Groups:
    """The rows in their groups. Rows of headers that stand first, in no group of their own, are the table's head; its
    foot is last, wherever it is written (HTML 4.9.12.1)."""
    head = _implied_head(rows)
    groups: Groups = []
    for index, row in enumerate(rows):
        parent = row.getparent().tag
        kind = "head" if index < head else KINDS.get(parent, "body")
        if not groups or groups[-1][0] != kind or (parent == "tbody" and row.getprevious() is None):
            groups.append((kind, []))
        groups[-1][1].append(row)
    return sorted(groups, key=lambda group: group[0] == "foot")


def _implied_head(rows: Sequence[Any]) -> int:
    """How many rows a table without ``thead`` has as its head: the first, and those that its headers span.

    None where a header of the first row reaches down to data: the span would end with the head.
    """
    head, reach = 0, min(1, len(rows))
    while head < reach:
        if head == len(rows) or rows[head].getparent().tag != "table" or not _only_headers(rows[head]):
            return 0
        spans = [_number(cell, "rowspan") for cell in _cells(rows[head])]
        reach = max(reach, *(head + span if span != TO_THE_END else len(rows) for span in spans))
        head += 1
    return head


def _draft(cell: Any, content: tuple[Block, ...], kind: str, rows: Sequence[Any], y: int) -> Draft:
    height, width = _number(cell, "rowspan"), _number(cell, "colspan")
    header = cell.tag == "th"
    scope = cell.get("scope", "").strip().lower() if header else ""
    if header and scope not in SCOPES:
        across = rows[y:] if height == TO_THE_END else rows[y : y + height]
        if kind == "head" or all(map(_only_headers, across)):
            # In a body the next such row takes over, which only «col» does.
            scope = "colgroup" if width > 1 and kind == "head" else "col"
        else:
            scope = "row"  # of the rows that it spans; «rowgroup» would head all that follow it
    span = CellSpan(height, width, header, scope)
    return Draft(simple_cell(content, span, cell.get("id", "")), tuple(cell.get("headers", "").split()))


def _number(cell: Any, key: str) -> int:
    """A span; ``safe_fragment`` has made numbers of them."""
    return int(cell.get(key, "1"))


def _only_headers(row: Any) -> bool:
    """Whether a row has no data: header cells, and cells with nothing in them (the corner of a table)."""
    cells = _cells(row)
    data = [cell for cell in cells if cell.tag == "td" and (len(cell) or "".join(cell.itertext()).strip())]
    return not data and any(cell.tag == "th" for cell in cells)


def _name_headers(cells: Sequence[Draft], context: Context, pos: Pos | None) -> None:
    """The headers that ``headers=`` names (HTML 4.9.12.2), as places of cells in the table: ids may change."""
    first: dict[str, int] = {}
    for index, cell in enumerate(cells):
        if cell.block.id:
            first.setdefault(cell.block.id, index)
    for index, cell in enumerate(cells):
        named = tuple(_named(index, cells, first, context, pos))
        if named:
            cell.block = replace(cell.block, cell=replace(cell.span, headers=named))


def _named(
    index: int, cells: Sequence[Draft], first: dict[str, int], context: Context, pos: Pos | None
) -> Iterator[int]:
    for name in dict.fromkeys(cells[index].names):
        at = first.get(name, index)
        if at != index and cells[at].span.header:
            yield at
            continue
        words = text_of(cells[index].block)[:40]
        told = f"The cell «{words}» names «{name[:40]}», which is no other header cell of its table."
        context.notice("headers-attribute", told, "Write in headers= the ids of header cells (th) of this table.", pos)
