# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables: pandoc's and HTML's as one kind of block, with header cells and scopes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.document.context import Context
from pipeline.document.inlines import attr_of
from pipeline.document.positions import hull, trimmed
from pipeline.document.text import text_of
from pipeline.model import Attr, Block, BlockKind, CellSpan, InlineKind, Pos

ALIGN = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
ROW_HEADER_CLASSES = frozenset({"th", "row-header", "header"})


def read_table(content: Any, context: Context, pos: Pos | None) -> Block:
    """A pandoc table. A header row whose first cell is empty means that the first column holds headers too."""
    raw, (_short, caption), columns, head, bodies, foot = content
    identifier, attr, position = attr_of(raw)
    pos = trimmed(context.text, context.lines.pos(position) or pos)
    aligns = [ALIGN.get(align["t"], "") for align, _width in columns]
    head_rows = _rows(head[1], aligns, context, header=True)
    if head_rows and not any(text_of(cell) for row in head_rows for cell in row.blocks):
        head_rows = ()
    groups = [_group("head", head_rows)] if head_rows else []
    corner_empty = bool(head_rows) and len(aligns) > 1 and not text_of(head_rows[0].blocks[0])
    for body in bodies:
        rows = _rows(body[2], aligns, context, header=True) + _rows(body[3], aligns, context, header=False)
        headers = max(body[1], 1 if corner_empty else 0)
        groups.append(_group("body", tuple(_mark_row_headers(row, headers) for row in rows)))
    foot_rows = _rows(foot[1], aligns, context, header=False)
    groups += [_group("foot", foot_rows)] if foot_rows else []
    blocks = (*_caption(caption, context), *groups)
    return Block(BlockKind.TABLE, identifier, blocks=blocks, attr=attr, lang=attr.get("lang"), pos=pos)


def _caption(nodes: Any, context: Context) -> tuple[Block, ...]:
    from pipeline.document.blocks import read_blocks

    inner = read_blocks(nodes, context)
    inlines = tuple(piece for block in inner for piece in block.inlines)
    return (Block(BlockKind.CAPTION, "", inlines=inlines, pos=hull(p.pos for p in inlines)),) if inlines else ()


def _group(kind: str, rows: tuple[Block, ...]) -> Block:
    return Block(BlockKind.ROW_GROUP, "", blocks=rows, attr=Attr((kind,)), pos=hull(row.pos for row in rows))


def _rows(rows: Any, aligns: list[str], context: Context, *, header: bool) -> tuple[Block, ...]:
    found = []
    for _attr, cells in rows:
        blocks = tuple(
            _cell(cell, aligns[index] if index < len(aligns) else "", context, header=header)
            for index, cell in enumerate(cells)
        )
        found.append(Block(BlockKind.ROW, "", blocks=blocks, pos=hull(cell.pos for cell in blocks)))
    return tuple(found)


def _cell(cell: Any, align: str, context: Context, *, header: bool) -> Block:
    from pipeline.document.blocks import read_blocks

    raw, own_align, rows, columns, nodes = cell
    identifier, attr, _ = attr_of(raw)
    span = CellSpan(rows, columns, header, _scope("col", columns) if header else "", ALIGN.get(own_align["t"], align))
    return simple_cell(read_blocks(nodes, context), span, identifier, attr)


def simple_cell(blocks: tuple[Block, ...], span: CellSpan, identifier: str = "", attr: Attr | None = None) -> Block:
    """A cell: its one paragraph becomes its own inlines, and a span marked as a header makes it one.

    An empty cell names nothing, so it is no header, wherever it stands.
    """
    attr = attr or Attr()
    if not blocks:
        return Block(BlockKind.CELL, identifier, cell=replace(span, header=False, scope=""), attr=attr)
    pos = hull(block.pos for block in blocks)
    if len(blocks) == 1 and blocks[0].kind is BlockKind.PARAGRAPH:
        inlines = blocks[0].inlines
        if len(inlines) == 1 and inlines[0].kind is InlineKind.SPAN:
            classes = ROW_HEADER_CLASSES & set(inlines[0].attr.classes)
            if classes:
                scope = inlines[0].attr.get("scope") or "row"
                span = replace(span, header=True, scope=scope)
                inlines = inlines[0].children
        return Block(BlockKind.CELL, identifier, inlines=inlines, cell=span, attr=attr, pos=pos)
    return Block(BlockKind.CELL, identifier, blocks=blocks, cell=span, attr=attr, pos=pos)


def _scope(axis: str, span: int) -> str:
    return f"{axis}group" if span > 1 else axis


def _mark_row_headers(row: Block, count: int) -> Block:
    cells = []
    column = 0
    for cell in row.blocks:
        span = cell.cell or CellSpan()
        if column < count and not span.header and (cell.inlines or cell.blocks):
            span = replace(span, header=True, scope="row")
        cells.append(replace(cell, cell=span))
        column += span.columns
    return replace(row, blocks=tuple(cells))


def with_row_headers(table: Block, count: str, context: Context) -> Block:
    """The table whose first ``count`` columns hold row headers (an attribute of a div around it); where that is no
    number, or no column is left for other cells, it stays as it is, which is told."""
    width = max((sum((cell.cell or CellSpan()).columns for cell in row.blocks) for row in _all_rows(table)), default=0)
    number = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 0
    if not 0 < number < max(width, 2):
        told = f"The attribute row-headers={count[:40]} says nothing here: it is left out."
        fix = f"Write in how many of the {width} columns the heads of rows stand: {{row-headers=1}}."
        context.notice("markdown-unread", told, fix, table.pos)
        return table
    groups = tuple(
        replace(group, blocks=tuple(_mark_row_headers(row, number) for row in group.blocks))
        if group.kind is BlockKind.ROW_GROUP and "head" not in group.attr.classes
        else group
        for group in table.blocks
    )
    return replace(table, blocks=groups)


def _all_rows(table: Block) -> Iterator[Block]:
    for group in table.blocks:
        if group.kind is BlockKind.ROW_GROUP:
            yield from group.blocks
