# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which header cells belong to a cell: the algorithm of HTML (4.9.12), right under any spans.

Source: the HTML standard, "Forming relationships between data cells and header cells". Every step here is
linear in the number of slots: a row or column is scanned once for a cell, over what its headers cover.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

MAX_SPAN = 1000


@dataclass(slots=True, eq=False)
class Cell:
    """A cell in its place: ``x``, ``y`` of its first slot, its size in slots, its row group."""

    element: ET.Element
    x: int
    y: int
    width: int
    height: int
    group: int
    group_end: int

    @property
    def header(self) -> bool:
        """Whether it is a header cell."""
        return self.element.tag == "th"


class Table:
    """The slots of a table and the headers of its cells.

    In: the ``table`` element. ``cells`` are in document order; ``headers(cell)`` gives those of a cell in the
    order of the algorithm.
    """

    def __init__(self, table: ET.Element) -> None:
        self.cells: list[Cell] = []
        self._slots: dict[tuple[int, int], Cell] = {}
        self._ids: dict[str, Cell] = {}
        self._columns: dict[int, tuple[list[int], list[Cell]]] = {}
        self.rows = 0
        self.columns = 0
        groups: list[list[ET.Element]] = []
        loose = False
        for child in table:
            if child.tag in ("thead", "tbody", "tfoot"):
                groups.append([row for row in child if row.tag == "tr"])
            elif child.tag == "tr" and loose:
                groups[-1].append(child)
            elif child.tag == "tr":
                groups.append([child])
            loose = child.tag == "tr"
        for number, rows in enumerate(groups):
            self._place(rows, number)
        self._col_only = {cell for cell in self.cells if cell.header and self._is_column_header(cell)}
        self._row_only = {cell for cell in self.cells if cell.header and self._is_row_header(cell)}

    def _place(self, rows: Sequence[ET.Element], group: int) -> None:
        end = self.rows + len(rows)
        for offset, row in enumerate(rows):
            y, x = self.rows + offset, 0
            for element in row:
                if element.tag not in ("td", "th"):
                    continue
                while (x, y) in self._slots:
                    x += 1
                width = _span(element.get("colspan"), 1)
                height = min(_span(element.get("rowspan"), end - y), end - y)
                cell = Cell(element, x, y, width, height, group, end)
                self.cells.append(cell)
                if element.get("id"):
                    self._ids.setdefault(element.get("id") or "", cell)
                for slot_y in range(y, y + height):
                    for slot_x in range(x, x + width):
                        self._slots.setdefault((slot_x, slot_y), cell)
                x += width
                self.columns = max(self.columns, x)
        self.rows = end

    def scope(self, cell: Cell) -> str:
        """``Row``, ``Column`` or ``Both`` of a header cell, as PDF names it (ISO 32000-2, table 384)."""
        scope = (cell.element.get("scope") or "").lower()
        if scope in ("row", "rowgroup"):
            return "Row"
        if scope in ("col", "colgroup"):
            return "Column"
        column, row = cell in self._col_only, cell in self._row_only
        if column and row:
            return "Both"
        return "Row" if row and not column else "Column"

    def headers(self, cell: Cell) -> list[Cell]:
        """The header cells of ``cell``, without empty ones and without doubles."""
        if cell.element.get("headers") is not None:
            named = (self._ids.get(name) for name in (cell.element.get("headers") or "").split())
            return _once(found for found in named if found is not None and found is not cell)
        found: list[Cell] = []
        for y in range(cell.y, cell.y + cell.height):
            self._scan(cell, found, cell.x, y, leftward=True)
        for x in range(cell.x, cell.x + cell.width):
            self._scan(cell, found, x, cell.y, leftward=False)
        self._add_groups(cell, found)
        return _once(header for header in found if header is not cell and _has_text(header.element))

    def _scan(self, principal: Cell, found: list[Cell], x: int, y: int, *, leftward: bool) -> None:
        """One row to the left, or one column upwards (the algorithm's internal scan)."""
        kind = self._row_only if leftward else self._col_only
        opaque: set[tuple[int, int]] = set()
        block = {_shape(principal, leftward)} if principal.header else set()
        in_block = principal.header
        for current in self._left(x, y) if leftward else self._above(x, y):
            if not current.header:
                if in_block:
                    opaque |= block
                    in_block, block = False, set()
                continue
            in_block = True
            block.add(_shape(current, leftward))
            if _shape(current, leftward) not in opaque and current in kind:
                found.append(current)

    def _left(self, x: int, y: int) -> Iterator[Cell]:
        for at in range(x - 1, -1, -1):
            if (at, y) in self._slots:
                yield self._slots[at, y]

    def _above(self, x: int, y: int) -> Iterator[Cell]:
        """The cells above a slot, from near to far. Of neighbours that act alike (data; headers of the same
        width that are none of a column) only one is given, so that a long table costs no more for each row."""
        firsts, runs = self._runs(x)
        for index in range(bisect_left(firsts, y) - 1, -1, -1):
            yield runs[index]

    def _runs(self, x: int) -> tuple[list[int], list[Cell]]:
        if x not in self._columns:
            firsts: list[int] = []
            runs: list[Cell] = []
            for y in range(self.rows):
                cell = self._slots.get((x, y))
                if cell is None:
                    continue
                last = runs[-1] if runs else None
                alike = last is not None and cell not in self._col_only and last not in self._col_only and (
                    (not cell.header and not last.header)
                    or (cell.header and last.header and _shape(cell, False) == _shape(last, False))
                )
                if not alike:
                    firsts.append(y)
                    runs.append(cell)
            self._columns[x] = (firsts, runs)
        return self._columns[x]

    def _add_groups(self, cell: Cell, found: list[Cell]) -> None:
        for header in self._group_headers.get(("rowgroup", cell.group), ()):
            if header.x < cell.x + cell.width and header.y < cell.y + cell.height:
                found.append(header)
        for header in self._group_headers.get(("colgroup", 0), ()):
            if header.x <= cell.x < header.x + header.width and header.y < cell.y + cell.height:
                found.append(header)

    @property
    def _group_headers(self) -> dict[tuple[str, int], list[Cell]]:
        if not hasattr(self, "_grouped"):
            self._grouped: dict[tuple[str, int], list[Cell]] = {}
            for cell in self.cells:
                scope = (cell.element.get("scope") or "").lower()
                if cell.header and scope == "rowgroup":
                    self._grouped.setdefault((scope, cell.group), []).append(cell)
                elif cell.header and scope == "colgroup":
                    self._grouped.setdefault((scope, 0), []).append(cell)
        return self._grouped

    def _is_column_header(self, cell: Cell) -> bool:
        scope = (cell.element.get("scope") or "").lower()
        if scope:
            return scope == "col"
        return not any(y in self._rows_with_data for y in range(cell.y, cell.y + cell.height))

    def _is_row_header(self, cell: Cell) -> bool:
        scope = (cell.element.get("scope") or "").lower()
        if scope:
            return scope == "row"
        if self._is_column_header(cell):
            return False
        return not any(x in self._columns_with_data for x in range(cell.x, cell.x + cell.width))

    @property
    def _rows_with_data(self) -> frozenset[int]:
        self._note_data()
        return self._data_rows

    @property
    def _columns_with_data(self) -> frozenset[int]:
        self._note_data()
        return self._data_columns

    def _note_data(self) -> None:
        """The rows and columns that hold a data cell, once for the table: asking each time is quadratic."""
        if hasattr(self, "_data_rows"):
            return
        data = [cell for cell in self.cells if not cell.header]
        self._data_rows = frozenset(y for cell in data for y in range(cell.y, cell.y + cell.height))
        self._data_columns = frozenset(x for cell in data for x in range(cell.x, cell.x + cell.width))


def _shape(cell: Cell, leftward: bool) -> tuple[int, int]:
    """Where a header lies across the direction of a scan: an opaque header hides those of the same shape."""
    return (cell.y, cell.height) if leftward else (cell.x, cell.width)


def _span(value: str | None, zero: int) -> int:
    try:
        number = int(value or 1)
    except ValueError:
        return 1
    return max(1, min(MAX_SPAN, zero if number == 0 else number))


def _has_text(element: ET.Element) -> bool:
    return bool("".join(element.itertext()).strip()) or element.find(".//img") is not None


def _once(cells: Iterable[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cells))
