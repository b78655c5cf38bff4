# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which column each line of text stands that an extractor left between the rows of a table.

A short line goes on one cell of the line above: which had no room left for its first word, or shows that it goes on. A
wide one is a row whose cells stand a single space apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Scan
from pipeline.clean.tables.cells_cut import cut
from pipeline.clean.tables.gutters import Grid, Piece
from pipeline.clean.tables.lined_columns import Columns
from pipeline.clean.tables.lined_pages import WIDE, Entry, Stretch

_MOST = 9  # columns
_WIDER = 1.25  # than all known cells of its column a cell may be
_FULL = 0.85  # of a column: hardly a word had room behind it
_HALF = 0.5
_OPEN = 4.0  # a cell shows that it goes on
_NOTHING = -3.0  # nothing stands above a cell, though something does above others
_CUT = 3.0  # a cell ends with a hyphen before a small letter
_ROMAN = re.compile(r"[ivxlc]+")  # a page's number


@dataclass(frozen=True, slots=True)
class Placed:
    """A table line by line, where it ends, what its lines say, and whether text stands right above and below.
    ``begins``: lines that surely begin a row."""

    grid: Grid
    end: int
    begins: tuple[int, ...]
    texts: tuple[str, ...]
    above: bool
    below: bool


def placed(scan: Scan, stretch: Stretch) -> Placed | None:
    """The lines of a stretch in columns; None where they are no table."""
    entries = stretch.entries
    known = [entry for entry in entries[stretch.first : stretch.last + 1] if entry.cells]
    if len(known) < 2 or len(known[0].cells) > _MOST:
        return None
    table = _Table(scan.lang, Columns(known))
    if table.columns.size < 2:
        return None
    first, last = table.top(stretch), table.bottom(stretch)
    for entry in entries[first : last + 1]:
        table.take(entry)
    grid = Grid(
        tuple(entry.line for entry in entries[first : last + 1]),
        tuple(tuple(Piece(text, 0) for text in row) for row in table.lines),
        tuple(table.columns.room),
        2,
    )
    texts = tuple(entry.text for entry in entries[first : last + 1])
    return Placed(grid, entries[last].end, tuple(table.begins), texts, first > 0, last + 1 < len(entries))


class _Table:
    """Lines in columns, one after the other: ``lines`` are those taken, ``begins`` those that surely begin a row."""

    def __init__(self, lang: str, columns: Columns) -> None:
        self.lang, self.columns = lang, columns
        self.lines: list[tuple[str, ...]] = []
        self.begins = [0]
        self._open: frozenset[int] = frozenset()  # columns whose cell in the last line shows that it goes on
        self._headed = False

    def take(self, entry: Entry) -> None:
        """Put the next line into columns."""
        above = self.lines[-1] if self.lines else ()
        own = self._cells(entry, above)
        if self._headed and self._begins(own, above):
            self.begins.append(len(self.lines))
        self._headed |= all(own)
        self.lines.append(own)
        self._open = self.columns.open(entry)

    def _cells(self, entry: Entry, above: Sequence[str]) -> tuple[str, ...]:
        if entry.cells:
            return self.columns.row(entry)
        if len(entry.text) >= WIDE:
            cells = cut(self.columns, entry.text, self.lang, None if self._headed else above)
            if cells is not None:
                return cells
        text = " ".join(entry.text.split())
        return self._one(text, self._column(text, above, self._open))

    def _one(self, text: str, column: int) -> tuple[str, ...]:
        return tuple(text if at == column else "" for at in range(self.columns.size))

    def _begins(self, own: Sequence[str], above: Sequence[str]) -> bool:
        """Whether a line surely begins a row: with a number below a number, or where no cell above it goes on."""
        pairs = enumerate(zip(above, own, strict=True))
        if any(upper and lower and self.columns.counts(column) for column, (upper, lower) in pairs):
            return True
        if not self.columns.signed or self._open or sum(map(bool, own)) < 2:
            return False
        return not any(map(prose.begins_lower, own))

    def _column(self, text: str, above: Sequence[str], opened: frozenset[int]) -> int:
        """The column in which a line stands that goes on one cell."""
        worths = []
        for column in range(self.columns.size):
            if above and above[column]:
                worths.append(self._follows(above[column], text, column) + _OPEN * (column in opened))
            else:
                alone = column > 0 or any(above)
                worths.append(self.columns.fits(text, column) + _NOTHING * alone)
        return worths.index(max(worths))

    def _follows(self, upper: str, lower: str, column: int) -> float:
        """What speaks for a line to go on the cell above it."""
        small = prose.begins_lower(lower)
        taken = self.columns.taken(upper, lower, column)
        worth = 2.0 if taken > 1 else 1.0 if taken >= _FULL else -2.0 if taken < _HALF else -1.0
        worth += min(1.0, (taken - 1) / 2) + self.columns.over(lower, column)
        if not small or self.columns.counts(column):
            worth += self.columns.alike(lower, column)
        worth += small + prose.never_last(upper, self.lang) - prose.ends_sentence(upper)
        return worth + _CUT * (small and upper[-1:] in prose.HYPHENS) - 2 * self.columns.single[column]

    def top(self, stretch: Stretch) -> int:
        """The first line of the table: what names its columns may stand in a line of text."""
        first = stretch.first
        above = stretch.entries[first - 1].text if first > 1 else ""  # the first line of a page is what it repeats
        named = len(above) > WIDE and not prose.stops(above)
        return first - 1 if named and self.columns.unnamed() else first

    def bottom(self, stretch: Stretch) -> int:
        """The last line of the table: lines below the last row go on its cells."""
        last = stretch.last
        above, opened = self.columns.row(stretch.entries[last]), self.columns.open(stretch.entries[last])
        for entry in stretch.entries[last + 1 :]:
            text = " ".join(entry.text.split())
            column = self._column(text, above, opened)
            if column not in opened and not self._goes_on(above[column], text, column):
                break
            above, opened = self._one(text, column), frozenset()
            last += 1
        return last

    def _goes_on(self, upper: str, lower: str, column: int) -> bool:
        """Whether a line below the last row goes on a cell."""
        if not upper or not lower[0].isalpha() or _ROMAN.fullmatch(lower) or prose.ends_sentence(upper):
            return False
        if len(lower) > self.columns.room[column] * _WIDER:
            return False
        needed = prose.begins_lower(lower) or prose.never_last(upper, self.lang)
        return needed and self.columns.taken(upper, lower, column) > _FULL
