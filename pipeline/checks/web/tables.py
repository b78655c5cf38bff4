# SPDX-License-Identifier: AGPL-3.0-or-later
"""The grid of a table: which cell stands where, and which headers it has (HTML 4.9.12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.checks.web.roles import explicit

WIDEST = 1000
GROUPS = frozenset({"thead", "tbody", "tfoot"})


class Cell(NamedTuple):
    """A cell and its place: rows and columns count from 0, spans reach to ``bottom`` and ``right``."""

    element: etree._Element
    row: int
    column: int
    bottom: int
    right: int
    group: int

    @property
    def header(self) -> bool:
        """Whether it is a header cell, by element or role."""
        role = explicit(self.element)
        return role in ("columnheader", "rowheader") if role else self.element.tag == "th"


def rows_of(table: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """The rows of a table with the number of their group."""
    group = 0
    for child in table:
        if child.tag == "tr":
            yield child, group
        elif child.tag in GROUPS:
            group += 1
            for row in child:
                if row.tag == "tr":
                    yield row, group


def grid(table: etree._Element) -> list[Cell]:
    """The cells of a table in document order, each with its place."""
    rows = list(rows_of(table))
    taken: dict[tuple[int, int], bool] = {}
    found: list[Cell] = []
    for number, (row, group) in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            if column >= WIDEST:
                break
            wide, high = _span(element, "colspan"), _span(element, "rowspan")
            bottom = min(number + high, len(rows)) if high else len(rows)
            right = min(column + wide, WIDEST)
            for y in range(number, bottom):
                for x in range(column, right):
                    taken[y, x] = True
            found.append(Cell(element, number, column, bottom, right, group))
            column = right
    return found


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "1").strip()
    number = int(value) if value.isdigit() and len(value) < 6 else 1
    return min(number, WIDEST) if number or name == "rowspan" else 1


def assigned(cells: list[Cell]) -> set[etree._Element]:
    """The header cells that are the header of at least one other cell."""
    ids = {cell.element.get("id"): cell.element for cell in cells if cell.element.get("id")}
    used: set[etree._Element] = set()
    headers = [cell for cell in cells if cell.header]
    for cell in cells:
        named = cell.element.get("headers", "").split()
        if named:
            used.update(ids[name] for name in named if name in ids and ids[name] is not cell.element)
            continue
        for header in headers:
            if header is not cell and _covers(header, cell, cells):
                used.add(header.element)
    return used


def _covers(header: Cell, cell: Cell, cells: list[Cell]) -> bool:
    scope = header.element.get("scope", "").strip().lower()
    role = explicit(header.element)
    same_rows = header.row < cell.bottom and cell.row < header.bottom
    same_columns = header.column < cell.right and cell.column < header.right
    if scope == "rowgroup":
        return header.group == cell.group and cell.row >= header.row
    if scope == "row" or (not scope and role == "rowheader"):
        return same_rows and cell.column >= header.right
    if scope in ("col", "colgroup") or role == "columnheader":
        return same_columns and cell.row >= header.bottom
    below = same_columns and cell.row >= header.bottom
    beside = same_rows and cell.column >= header.right
    row_has_data = any(not c.header and c.row <= header.row < c.bottom for c in cells)
    return beside if row_has_data and beside else below
