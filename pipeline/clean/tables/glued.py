# SPDX-License-Identifier: AGPL-3.0-or-later
"""glued-tables: a table right below a line of text gets a blank line, without which Markdown reads no table.

Extractors write lines that were set wide as tables too, and each line of a cell as a row. So it must have rows enough
that all begin one, in columns that all have cells. Only where pages prove an extraction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan
from pipeline.clean.tables.grid_rows import rows
from pipeline.clean.tables.gutters import Grid, Piece
from pipeline.clean.tables.mended import cells, is_pipe

_FEWEST = 5  # rows
_MOST = 8  # columns


def find(scan: Scan) -> Iterator[Fix]:
    """Tables that text stands right above."""
    if not scan.extracted:
        return
    for above, block in zip(scan.blocks, scan.blocks[1:], strict=False):
        glued = above.kind in TEXT and above.lines[-1].stop == block.start
        if glued and block.kind is Kind.TABLE and is_pipe(block) and _certain(scan, block):
            reason = "A table needs a blank line above it, or it is read as text."
            yield Fix((Edit(block.start, block.start, scan.eol),), reason, 0.92)


def _certain(scan: Scan, block: Block) -> bool:
    """Whether rows are those of a table, and not lines of text or of cells."""
    lines = (block.lines[0], *block.lines[2:])
    table = [cells(line) for line in lines]
    columns = len(table[0])
    if len(table) < _FEWEST or not 1 < columns <= _MOST or any(len(row) != columns for row in table):
        return False
    if not all(any(row[column] for row in table[1:]) for column in range(columns)):
        return False
    filled = [sum(map(bool, row)) for row in table]
    if sum(count > 1 for count in filled) * 10 < len(table) * 9 or sum(filled) * 10 < len(table) * columns * 7:
        return False
    return len(rows(scan, _grid(block, table)).cells) >= len(table) - 1


def _grid(block: Block, table: Sequence[Sequence[str]]) -> Grid:
    """The rows as lines in columns."""
    pieces = tuple(tuple(Piece(cell, 0) for cell in row) for row in table)
    room = tuple(max(map(len, column)) for column in zip(*table, strict=True))
    return Grid((block.lines[0], *block.lines[2:]), pieces, room, 2)


RULE = Rule("glued-tables", "Parts a table from the text right above it.", find, after="tables")
