# SPDX-License-Identifier: AGPL-3.0-or-later
"""boxed-tables: a table that an extractor wrote cell by cell, one column after the other, is a table again.

An extractor that reads a page by boxes leaves each cell as a paragraph. Nothing says where a column ends but the cells
themselves: those of one column are alike (numbers, names, sentences), and unlike those of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.heading_signs import sign
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.tables import boxed_heads
from pipeline.clean.tables.grid_rows import joined_cell

_NARROW = 0.75  # of a line of text: what a line of a cell takes at most
_LINES = 8  # of a cell
_HIGH = 30  # the same below a head that other tables have too
_MOST = 120  # cells of a table
_COLUMNS = 5
_ROWS = 4  # with the head
_ABOVE = 2  # paragraphs above a table that look like cells: a heading, and what the table is called
_SHORT = 4  # characters
_ALIKE = 0.8  # of the signs of two cells of one column are the same
_UNLIKE = 0.2  # and so much fewer of those of two cells of a row
_TRIMMED = 0.03  # what a paragraph is worth that is left out
_FEW, _SOME = 1, 3  # words
_BULLET = re.compile(r"[•◦▪●○‣–\-\ue000-\uf8ff](?:\s|$)")
_QUOTES = frozenset("'\"‘“«„`")
_CODE = frozenset("_/\\@<>={}*|$~^")
_REASON = "The paragraphs are cells, one column after the other, each of its own sort: a table."

_Signs = tuple[str, bool, int, bool]
_Columns = tuple[tuple[int, ...], ...]
_Counts = list[Counter[object]]  # how often each sign stands in a column, by what it is about


@dataclass(frozen=True, slots=True)
class _Table:
    """Cells by columns, from ``start`` to ``end`` in a run of cells, and what speaks for reading them so."""

    start: int
    end: int
    columns: _Columns
    worth: float


def find(scan: Scan) -> Iterator[Fix]:
    """Tables that stand cell by cell, in plain text of which pages are known."""
    shape = plain.shape(scan) if scan.extracted else None
    if shape is None:
        return
    taken: set[int] = set()
    for reading in boxed_heads.read(scan, list(_runs(scan, shape, _HIGH))):
        taken |= {cell.start for table, _ in reading for row in table for cell in row}
        yield _all_written(scan, reading)
    for run in _runs(scan, shape):
        if taken.intersection(block.start for block in run):
            continue
        if len(run) >= _ROWS * 2 and (table := _best([_signs(scan.slice(block)) for block in run])):
            yield _written(scan, run, table)


def _runs(scan: Scan, shape: plain.Shape, most: int = _LINES) -> Iterator[list[Block]]:
    """Runs of paragraphs that may be cells; none goes over a page's end, or a line that leads to what follows."""
    run: list[Block] = []
    for block in scan.blocks:
        cell = _cell(scan, block, shape, most)
        if run and (not cell or scan.paged(run[-1].end, block.start) or run[-1].lines[-1].stop == block.start):
            yield run
            run = []
        if cell:
            run.append(block)
        if run and prose.ends_colon(scan.slice(block)):
            yield run
            run = []
    yield run


def _cell(scan: Scan, block: Block, shape: plain.Shape, most: int) -> bool:
    text = scan.slice(block).strip()
    if block.kind is not Kind.PARA and not (block.kind is Kind.ITEM and len(text) < _SHORT):
        return False
    if len(block.lines) > most or "." in sign(text).number or _BULLET.match(text):
        return False
    return all(plain.room(line.text) < shape.width * _NARROW for line in block.lines)


def _best(signs: Sequence[_Signs]) -> _Table | None:
    """The way to read a run of cells as columns in which they are most alike, if they are enough so."""
    size = len(signs)
    found = [
        table
        for start in range(_ABOVE + 1)
        for end in (size, size - 1)
        if end == size or signs[end][0] == "A"  # what stands below the table
        for columns in _ways(start, end)
        if (table := _judged(start, end, columns, signs))
    ]
    return max(found, key=lambda table: table.worth - _TRIMMED * (table.start + size - table.end), default=None)


def _ways(start: int, end: int) -> Iterator[_Columns]:
    """The ways to read cells as columns: each below its head, or all heads first."""
    size = end - start
    for width in range(2, _COLUMNS + 1):
        height = size // width
        if size % width or height < _ROWS or size > _MOST:
            continue
        yield tuple(tuple(range(start + at * height, start + (at + 1) * height)) for at in range(width))
        body, rows = start + width, height - 1
        yield tuple((start + at, *range(body + at * rows, body + (at + 1) * rows)) for at in range(width))


def _judged(start: int, end: int, columns: _Columns, signs: Sequence[_Signs]) -> _Table | None:
    """The table that cells make when they are read so, or nothing where it is none."""
    if not all(_heads(signs[column[0]]) for column in columns):
        return None
    bodies = [[signs[at] for at in column[1:]] for column in columns]
    cells = [(at, cell) for at, body in enumerate(bodies) for cell in body]
    rows = list(zip(*bodies, strict=True))
    counts: list[_Counts] = [[Counter(values) for values in zip(*body, strict=True)] for body in bodies]
    alike = sum(_near(cell, counts[at], len(rows), inside=True) for at, cell in cells) / len(cells)
    unlike = fmean(_like(one, two) for row in rows for one, two in combinations(row, 2))
    if alike < _ALIKE or alike - unlike < _UNLIKE or any(_stray(cell, at, counts, len(rows)) for at, cell in cells):
        return None
    return _Table(start, end, columns, alike - unlike)


def _heads(cell: _Signs) -> bool:
    """Whether a cell may be the head of a column: it begins as a name does, and is no sentence."""
    return cell[0] == "A" and not cell[1]


def _like(one: _Signs, two: _Signs) -> float:
    return sum(left == right for left, right in zip(one, two, strict=True)) / len(one)


def _near(cell: _Signs, counts: _Counts, size: int, *, inside: bool) -> float:
    """How like a cell is to the cells of a column on average; to the others, where it stands in it itself."""
    same = sum(count[value] - inside for count, value in zip(counts, cell, strict=True))
    return same / len(cell) / (size - inside)


def _stray(cell: _Signs, column: int, counts: Sequence[_Counts], size: int) -> bool:
    """Whether a cell is more like those of another column than those of its own."""
    own = _near(cell, counts[column], size, inside=True)
    return any(_near(cell, other, size, inside=False) > own for at, other in enumerate(counts) if at != column)


def _signs(text: str) -> _Signs:
    """What tells the sort of a cell: how it begins and ends, how many words it has, and whether machines read it."""
    words = text.split()
    first = words[0][0]
    letter = "A" if first.isupper() else "a" if first.isalpha() else ""
    kind = letter or ("1" if first.isdigit() else "“" if first in _QUOTES else "-")
    size = 0 if len(words) <= _FEW else 1 if len(words) <= _SOME else 2
    return kind, prose.ends_sentence(text), size, not _CODE.isdisjoint(text)


def _all_written(scan: Scan, reading: boxed_heads.Reading) -> Fix:
    """The tables of a run, with the headings between them."""
    parts: list[str] = []
    for table, headings in reading:
        parts.append(_markdown(scan, [[_text(scan, cell) for cell in row] for row in table]))
        parts += [scan.slice(heading).strip() for heading in headings]
    start, end = reading[0][0][0][0].start, reading[-1][0][-1][1].end
    now = f"{scan.eol}{scan.eol}".join(parts)
    return Fix((Edit(start, end, now),), _REASON, 0.91, moved=" ".join(scan.text[start:end].split()))


def _text(scan: Scan, block: Block) -> str:
    return joined_cell(scan, [line.text.strip() for line in block.lines])


def _markdown(scan: Scan, rows: Sequence[Sequence[str]]) -> str:
    """A table whose first row are its heads."""
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return scan.eol.join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])


def _written(scan: Scan, run: Sequence[Block], table: _Table) -> Fix:
    cells = [_text(scan, block) for block in run]
    now = _markdown(scan, [[cells[at] for at in row] for row in zip(*table.columns, strict=True)])
    start, end = run[table.start].start, run[table.end - 1].end
    return Fix((Edit(start, end, now),), _REASON, 0.91, moved=" ".join(scan.text[start:end].split()))


RULE = Rule(
    "boxed-tables", "Makes tables of cells that an extractor wrote column by column.", find,
    after="image-placeholders",
)
