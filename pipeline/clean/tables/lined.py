# SPDX-License-Identifier: AGPL-3.0-or-later
"""lined-tables: a table that an extractor wrote line by line, with text between the lines, is a table again.

An extractor that looks at each line of a page for itself writes as a row what has words in two columns or more, draws
a rule under the first of such rows, and leaves a line that has words in one column alone, or is as wide as text, as
text. So a cell of two lines cuts its table. No blank line stands in what it makes of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan
from pipeline.clean.tables.cells_placed import Placed, placed
from pipeline.clean.tables.grid_rows import Rows, rows
from pipeline.clean.tables.gutters import Grid
from pipeline.clean.tables.lined_pages import stretches

_FEWEST = 3  # rows, with the head
_DOUBTS = 6  # one of so many rows may be doubted
_REASON = "The rows and the lines between them are one table, which was written line by line."


def find(scan: Scan) -> Iterator[Fix]:
    """Tables of which lines were left as text."""
    for stretch in stretches(scan):
        found = placed(scan, stretch)
        made = _rows(scan, found) if found is not None else None
        if found is not None and made is not None and len(made.cells) >= _FEWEST and _whole(made):
            yield _table(scan, found, made)


def _rows(scan: Scan, found: Placed) -> Rows:
    """The rows of a table: those that surely begin part it. What the whole of it tells is no doubt."""
    grid = found.grid
    parts = [
        rows(scan, Grid(grid.lines[begin:end], grid.pieces[begin:end], grid.room, grid.narrow))
        for begin, end in pairwise([*found.begins, len(grid.lines)])
    ]
    doubts = min(rows(scan, grid).doubts, sum(part.doubts for part in parts))
    return Rows(tuple(row for part in parts for row in part.cells), doubts)


def _whole(made: Rows) -> bool:
    """Whether most rows have half of their cells."""
    halves = sum(sum(map(bool, row)) * 2 >= len(row) for row in made.cells)
    return halves * 3 >= len(made.cells) * 2


def _table(scan: Scan, found: Placed, made: Rows) -> Fix:
    head, *body = (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in made.cells)
    table = [head, f"|{'---|' * len(found.grid.room)}", *body]
    now = scan.eol.join([*[""] * found.above, *table, *[""] * found.below])
    moved = " ".join(" ".join(text.split()) for text in found.texts)
    sure = 0.92 if made.doubts * _DOUBTS <= len(made.cells) else 0.6
    return Fix((Edit(found.grid.lines[0].start, found.end, now),), _REASON, sure, moved=moved)


RULE = Rule("lined-tables", "Makes tables of rows with lines of text between them.", find, after="escapes")
