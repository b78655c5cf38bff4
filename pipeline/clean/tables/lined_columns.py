# SPDX-License-Identifier: AGPL-3.0-or-later
"""The columns of a table that an extractor wrote line by line, and what its rows say of each.

The columns are those of the whole page: some are empty, of some the table has only half (a cell further in, or set in
the middle, began another), and narrow ones with numbers were taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

from pipeline.clean.tables.lined_pages import Entry

_SHARED = 10  # of so many rows one may have cells in two columns that are one
_ENOUGH = 4  # cells that say how many numbers each holds
_MOST = 4  # numbers in one
_NUMERIC = re.compile(r"[-+–−]?\d[\d.,]*%?|N/A|[-–—]")
_USUAL, _SEEN, _UNSEEN = 1.2, 0.3, 1.5  # what two signs that all cells share are worth, and one that none has
_WIDE, _WIDEST = -6.0, -5.0  # what a cell costs that is twice as wide as its column, and at most
_PADDING = 3  # signs


class Columns:
    """What the rows of a table say of its columns: ``rows`` are their cells, ``room`` how wide the columns are,
    ``single`` which have no cell of two words, ``signed`` whether any cell shows that it goes on."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._groups = _groups([entry.cells for entry in known])
        self._parts: dict[int, int] = {}
        together = zip(*map(self.row, known), strict=True)
        self._parts = {at: size for at, column in enumerate(together) if (size := _numbers(column)) > 1}
        self.signed = any(entry.open for entry in known)
        self.rows = [self.row(entry) for entry in known]
        cells = [[cell for cell in column if cell] for column in zip(*self.rows, strict=True)]
        self.size = len(cells)
        self.single = [not any(" " in cell for cell in column) for column in cells]
        self.room = [max(map(len, column), default=1) for column in cells]
        self._begins = [Counter(map(_sign, column)) for column in cells]
        self._ends = [Counter(_sign(cell[::-1]) for cell in column) for column in cells]

    def row(self, entry: Entry) -> tuple[str, ...]:
        """The cells of a row."""
        row: list[str] = []
        for at, group in enumerate(self._groups):
            words = " ".join(entry.cells[column] for column in group).split()
            inner = self._parts.get(at, 1) - 1
            row += [*words, *[""] * inner][:inner]
            row.append(" ".join(words[inner:]))
        return tuple(row)

    def open(self, entry: Entry) -> frozenset[int]:
        """The columns whose cell in a row shows that it goes on below."""
        if self._parts:
            return frozenset()
        return frozenset(at for at, group in enumerate(self._groups) if entry.open.intersection(group))

    def counts(self, column: int) -> bool:
        """Whether the cells of a column begin with numbers."""
        return self._begins[column]["1"] * 2 > self._begins[column].total()

    def unnamed(self) -> bool:
        """Whether the first row cannot be the head: cells are missing, or it has numbers where nearly all have."""
        first = self.rows[0]
        return not all(first) or any(
            _sign(cell) == "1" and begins["1"] * 10 >= begins.total() * 9
            for cell, begins in zip(first, self._begins, strict=True)
        )

    def fits(self, text: str, column: int) -> float:
        """What speaks for a text as a cell of a column."""
        return self.alike(text, column) + self.over(text, column)

    def alike(self, text: str, column: int) -> float:
        """What speaks for a text to begin and end as the cells of a column do."""
        pairs = (self._begins[column], _sign(text)), (self._ends[column], _sign(text[::-1]))
        return _USUAL + sum(log((known[sign] + _SEEN) / (known.total() + _UNSEEN)) for known, sign in pairs)

    def over(self, text: str, column: int) -> float:
        """What a text costs that is too wide for a column."""
        return over(len(text), self.room[column] + _PADDING)

    def taken(self, upper: str, lower: str, column: int) -> float:
        """How much of a column's width a cell would take with the first word of the line below."""
        return (len(upper) + 1 + len(lower.split(maxsplit=1)[0])) / self.room[column]


def over(size: int, room: float) -> float:
    """What it costs that a text of ``size`` signs is wider than its ``room``."""
    return max(_WIDEST, _WIDE * (size / room - 1)) if size > room else 0.0


def _groups(rows: Sequence[Sequence[str]]) -> list[list[int]]:
    """The columns of the page, those together that are one of the table."""
    groups = [[at] for at in range(len(rows[0])) if any(row[at] for row in rows)]
    while (pair := _one(groups, rows)) is not None:
        groups[pair : pair + 2] = [groups[pair] + groups[pair + 1]]
    return groups


def _one(groups: Sequence[Sequence[int]], rows: Sequence[Sequence[str]]) -> int | None:
    """The first of two columns that are one, for hardly a row has cells in both: the one with the fewest cells before
    others, and where its cells begin alike."""
    cells = [["".join(row[at] for at in group) for row in rows] for group in groups]
    found = []
    for at, (one, two) in enumerate(pairwise(cells)):
        both = sum(bool(left) and bool(right) for left, right in zip(one, two, strict=True))
        if both * _SHARED <= len(rows):
            alike = {*map(_sign, filter(None, one))} & {*map(_sign, filter(None, two))}
            fewest = min(sum(map(bool, one)), sum(map(bool, two)))
            found.append((fewest, -len(alike), -at))
    return -min(found)[2] if found else None


def _numbers(column: Sequence[str]) -> int:
    """How many columns of numbers were taken for one: its cells hold so many numbers."""
    cells = [cell.split() for cell in column if cell]
    size, often = Counter(map(len, cells)).most_common(1)[0]
    if not 1 < size <= _MOST or len(cells) < _ENOUGH or often * 10 < len(cells) * 9:
        return 1
    full = [cell for cell in cells if len(cell) == size]
    numbers = sum(all(map(_NUMERIC.fullmatch, cell)) for cell in full)
    thousands = all(len(part) == 3 for cell in full for part in cell[1:])  # "17 343"
    return size if numbers * 10 >= len(full) * 9 and not thousands else 1


def _sign(text: str) -> str:
    """With what kind of sign a text begins."""
    sign = text[:1]
    return "A" if sign.isupper() else "a" if sign.islower() else "1" if sign.isdigit() else sign
