# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which header cells belong to a cell of a table: the algorithm of HTML, section 4.9.12.2, whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Block, BlockKind, CellSpan


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in its place: column and row (from 0), extent, and its row group's number."""

    block: Block
    x: int
    y: int
    width: int
    height: int
    group: int
    header: bool
    scope: str


def slots(table: Block) -> tuple[Slot, ...]:
    """The cells of a table in reading order, each in the place that spans leave to it (HTML 4.9.12.1).

    A span of rows ends with its row group.
    """
    found: list[Slot] = []
    y = 0
    for number, group in enumerate(block for block in table.blocks if block.kind is BlockKind.ROW_GROUP):
        taken: set[tuple[int, int]] = set()
        last = y + len(group.blocks)
        for row in group.blocks:
            x = 0
            for block in row.blocks:
                while (x, y) in taken:
                    x += 1
                span = block.cell or CellSpan()
                height = min(span.rows, last - y)
                taken.update((x + dx, y + dy) for dx in range(span.columns) for dy in range(height))
                found.append(Slot(block, x, y, span.columns, height, number, span.header, span.scope))
                x += span.columns
            y += 1
    return tuple(found)


def headers_of(cells: Sequence[Slot]) -> dict[int, tuple[int, ...]]:
    """For each cell (by index) the indices of its header cells, in the algorithm's order."""
    at: dict[tuple[int, int], int] = {}
    for index, cell in enumerate(cells):
        for dx in range(cell.width):
            for dy in range(cell.height):
                at[cell.x + dx, cell.y + dy] = index
    by_group: dict[int, list[int]] = defaultdict(list)
    col_groups: list[int] = []
    for index, cell in enumerate(cells):
        if cell.header and cell.scope == "rowgroup":
            by_group[cell.group].append(index)
        elif cell.header and cell.scope == "colgroup":
            col_groups.append(index)
    return {index: _headers(index, cells, at, by_group, col_groups) for index in range(len(cells))}


def _headers(
    index: int,
    cells: Sequence[Slot],
    at: dict[tuple[int, int], int],
    row_groups: dict[int, list[int]],
    col_groups: list[int],
) -> tuple[int, ...]:
    cell = cells[index]
    found: list[int] = list(cell.block.cell.headers if cell.block.cell else ())
    if found:
        return tuple(found)
    for y in range(cell.y, cell.y + cell.height):
        found += _scan(index, cells, at, (cell.x, y), (-1, 0))
    for x in range(cell.x, cell.x + cell.width):
        found += _scan(index, cells, at, (x, cell.y), (0, -1))
    for other in row_groups.get(cell.group, ()):
        if cells[other].x < cell.x + cell.width and cells[other].y < cell.y + cell.height:
            found.append(other)
    for other in col_groups:
        head = cells[other]
        if head.y < cell.y and head.x <= cell.x < head.x + head.width:
            found.append(other)

    def has_content(other: int) -> bool:
        return bool(cells[other].block.inlines or cells[other].block.blocks)

    return tuple(other for other in dict.fromkeys(found) if other != index and has_content(other))


def _scan(
    index: int, cells: Sequence[Slot], at: dict[tuple[int, int], int], start: tuple[int, int], step: tuple[int, int]
) -> list[int]:
    """The internal algorithm for scanning and assigning header cells, in one direction."""
    x, y = start
    vertical = step[0] == 0
    found: list[int] = []
    opaque: set[tuple[int, int]] = set()
    block: list[int] = [index] if cells[index].header else []
    in_block = cells[index].header
    while True:
        x, y = x + step[0], y + step[1]
        if x < 0 or y < 0:
            return found
        current = at.get((x, y))
        if current is None:
            continue
        cell = cells[current]
        extent = (cell.x, cell.width) if vertical else (cell.y, cell.height)
        if cell.header:
            in_block = True
            block.append(current)
            right_axis = cell.scope in (("col", "colgroup") if vertical else ("row", "rowgroup"))
            if right_axis and extent not in opaque:
                found.append(current)
        elif in_block:
            in_block = False
            opaque.update(
                (cells[b].x, cells[b].width) if vertical else (cells[b].y, cells[b].height) for b in block
            )
            block = []


def is_simple(cells: Sequence[Slot]) -> bool:
    """Whether scopes alone say everything: one row of column headers at most, row headers only in the first
    column, no header with a span, none that its author named for a cell."""
    for cell in cells:
        if cell.block.cell and cell.block.cell.headers:
            return False
        if not cell.header:
            continue
        if cell.width > 1 or cell.height > 1:
            return False
        column_header = cell.scope == "col" and cell.y == 0
        row_header = cell.scope == "row" and cell.x == 0
        if not (column_header or row_header):
            return False
    return True
