# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables made even: each slot of the grid belongs to one cell (HTML 4.9.12.1, and what it calls an error)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import Block, BlockKind, CellSpan

TO_THE_END = 0  # a rowspan of 0: to the end of the row group (HTML 4.9.11)
Rows = Sequence["list[Draft]"]


@dataclass(slots=True, eq=False)
class Draft:
    """A cell of a table that is being read, and the ids that its author named as its headers."""

    block: Block
    names: tuple[str, ...] = ()

    @property
    def span(self) -> CellSpan:
        """The cell's spans as they are now."""
        return self.block.cell or CellSpan()

    def resize(self, columns: int, rows: int) -> None:
        """Give the cell other spans."""
        span = self.span
        scope = span.scope if columns > 1 or span.scope != "colgroup" else "col"
        self.block = replace(self.block, cell=replace(span, rows=rows, columns=columns, scope=scope))


def even(groups: Sequence[Rows]) -> list[str]:
    """Cut spans to what there is, and fill up rows that are too short; the drafts are changed in place.

    A span of rows ends with its row group, as in HTML. A span of columns ends with the last column in which a cell
    begins, or at a slot that a cell above takes: two cells never share one. A row that is too short gets an empty
    cell at its end. Returns what an author must know of: cells that met, rows that were short.
    """
    begins = [_place(rows) for rows in groups]
    width = 1 + max((x for row in (row for group in begins for row in group) for x in row), default=0)
    told: list[str] = []
    number = 0
    for rows in groups:
        until: dict[int, int] = {}
        for y, row in enumerate(rows):
            number += 1
            met = _fit(row, y, len(rows), until, width)
            if met:
                told.append(f"In row {number} of the table a cell would lie over one from above: it was made narrower.")
            if _fill(row, y, until, width):
                told.append(f"Row {number} of the table has too few cells: an empty one was put at its end.")
    return told


def _place(rows: Rows) -> list[list[int]]:
    """The column in which each cell begins."""
    until: dict[int, int] = {}
    found: list[list[int]] = []
    for y, row in enumerate(rows):
        x = 0
        found.append([])
        for cell in row:
            x = _free(x, y, until)
            found[-1].append(x)
            x += _take(cell, x, y, len(rows), until)
    return found


def _free(x: int, y: int, until: dict[int, int]) -> int:
    while until.get(x, 0) > y:
        x += 1
    return x


def _take(cell: Draft, x: int, y: int, last: int, until: dict[int, int]) -> int:
    """Take the slots of a cell up to the next one that is taken; the number of columns."""
    height = last - y if cell.span.rows == TO_THE_END else min(cell.span.rows, last - y)
    for width in range(cell.span.columns):
        if width and until.get(x + width, 0) > y:
            return width
        until[x + width] = y + height
    return cell.span.columns


def _fit(row: list[Draft], y: int, last: int, until: dict[int, int], table: int) -> bool:
    """Give each cell of a row the slots that it can have; whether one met another."""
    x, met = 0, False
    for cell in row:
        x = _free(x, y, until)
        wanted = min(cell.span.columns, table - x)
        cell.resize(wanted, last - y if cell.span.rows == TO_THE_END else min(cell.span.rows, last - y))
        width = _take(cell, x, y, last, until)
        met = met or width < wanted
        cell.resize(width, cell.span.rows)
        x += width
    return met


def _fill(row: list[Draft], y: int, until: dict[int, int], table: int) -> bool:
    """Put an empty cell where slots of a row are free; whether there were any."""
    filled, x = False, 0
    while x < table:
        start = x
        while x < table and until.get(x, 0) <= y:
            x += 1
        if x > start:
            row.append(Draft(Block(BlockKind.CELL, "", cell=CellSpan(columns=x - start))))
            filled = True
        x += 1
    return filled
