# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which header cells a cell of a table has: HTML's algorithm (4.9.12), on markup as it is.

Independent of the one that the document is built with: this one must agree with browsers for any table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.outline.markup import name

GROUPS = {"thead": "head", "tbody": "body", "tfoot": "foot"}
MOST_SLOTS = 400_000
MOST_STEPS = 3_000_000


class Slot(NamedTuple):
    """A cell in its place."""

    element: Any
    x: int
    y: int
    width: int
    height: int
    group: int
    header: bool
    scope: str


class Grid(NamedTuple):
    """A table's cells in tree order, its rows as (group, elements), and whether it was too large to work out."""

    cells: tuple[Slot, ...]
    groups: tuple[tuple[str, Any, tuple[tuple[Any, tuple[Slot, ...]], ...]], ...]
    cut: bool = False


@dataclass
class _Building:
    y: int = 0
    slots: int = 0
    cut: bool = False
    cells: list[Slot] = field(default_factory=list)


def grid(table: Any) -> Grid:
    """Form the table (HTML 4.9.12.1): groups in the order of the tree, spans cut at their group's end."""
    building = _Building()
    groups = []
    for number, (kind, holder, rows) in enumerate(_row_groups(table)):
        taken: dict[tuple[int, int], bool] = {}
        last = building.y + len(rows)
        made = []
        for row in rows:
            made.append((row, _row(row, number, last, taken, building)))
            building.y += 1
        groups.append((kind, holder, tuple(made)))
    return Grid(tuple(building.cells), tuple(groups), building.cut)


def _row_groups(table: Any) -> list[tuple[str, Any, list[Any]]]:
    found: list[tuple[str, Any, list[Any]]] = []
    for child in table:
        kind = name(child)
        if kind in GROUPS:
            found.append((GROUPS[kind], child, [row for row in child if name(row) == "tr"]))
        elif kind == "tr":
            if not found or found[-1][1] is not None:
                found.append(("body", None, []))
            found[-1][2].append(child)
    return found


def _row(row: Any, group: int, last: int, taken: dict[tuple[int, int], bool], building: _Building) -> tuple[Slot, ...]:
    x, y = 0, building.y
    made: list[Slot] = []
    for cell in row:
        if name(cell) not in ("td", "th"):
            continue
        while (x, y) in taken:
            x += 1
        width = _span(cell.get("colspan"), 1000)
        wanted = cell.get("rowspan")
        height = last - y if (wanted or "").strip() == "0" else min(_span(wanted, 65534), last - y)
        building.slots += width * height
        if building.slots > MOST_SLOTS:
            building.cut, width, height = True, 1, 1
        taken.update(((x + dx, y + dy), True) for dx in range(width) for dy in range(height))
        scope = (cell.get("scope") or "").strip().lower()
        scope = scope if scope in ("row", "col", "rowgroup", "colgroup") else ""
        made.append(Slot(cell, x, y, width, height, group, name(cell) == "th", scope))
        x += width
    building.cells.extend(made)
    return tuple(made)


def _span(text: str | None, most: int) -> int:
    digits = (text or "").strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
    return 1 if number == 0 or (number > most and most == 1000) else min(number, most)


@dataclass
class _Lines:
    """What stands in each column and each row: the places of header cells, and of data cells, in order."""

    at: dict[tuple[int, int], int]
    headers: dict[tuple[bool, int], list[int]]
    data: dict[tuple[bool, int], list[int]]
    steps: int = 0


def headers(table: Grid) -> Mapping[int, tuple[int, ...]]:
    """For each cell (by index) the indices of its header cells, in the algorithm's order. Empty for a table
    that is too large."""
    if table.cut:
        return {}
    cells = table.cells
    lines = _lines(cells)
    ids: dict[str, int] = {}
    for index, cell in enumerate(cells):
        ids.setdefault(cell.element.get("id") or "", index)
    found: dict[int, tuple[int, ...]] = {}
    for index, cell in enumerate(cells):
        named = cell.element.get("headers")
        if named is not None:
            listed = [ids[one] for one in named.split() if one in ids]
        else:
            listed = _by_place(index, cells, lines)
        found[index] = tuple(one for one in dict.fromkeys(listed) if one != index and _filled(cells[one].element))
        if lines.steps > MOST_STEPS:
            return {}
    return found


def axes(table: Grid) -> Mapping[int, str]:
    """For what each header cell (by index) is one: what it says, else by its place (HTML 4.9.12.2): col, row, or
    nothing."""
    lines = _Lines({}, {}, {}) if table.cut else _lines(table.cells)
    found: dict[int, str] = {}
    for index, cell in enumerate(table.cells):
        if cell.header:
            column = not table.cut and _heads(cell, lines, vertical=True)
            row = not table.cut and _heads(cell, lines, vertical=False)
            found[index] = cell.scope or ("col" if column else "row" if row else "")
    return found


def _filled(cell: Any) -> bool:
    return len(cell) > 0 or bool((cell.text or "").strip())


def _lines(cells: Sequence[Slot]) -> _Lines:
    lines = _Lines({}, {}, {})
    for index, cell in enumerate(cells):
        for x in range(cell.x, cell.x + cell.width):
            for y in range(cell.y, cell.y + cell.height):
                lines.at[x, y] = index
                kind = lines.headers if cell.header else lines.data
                kind.setdefault((True, x), []).append(y)
                kind.setdefault((False, y), []).append(x)
    for kind in (lines.headers, lines.data):
        for places in kind.values():
            places.sort()
    return lines


def _by_place(index: int, cells: Sequence[Slot], lines: _Lines) -> list[int]:
    cell = cells[index]
    found: list[int] = []
    for y in range(cell.y, cell.y + cell.height):
        found += _scan(index, cells, lines, cell.x, y, vertical=False)
    for x in range(cell.x, cell.x + cell.width):
        found += _scan(index, cells, lines, x, cell.y, vertical=True)
    for other, head in enumerate(cells):
        if head.header and head.scope in ("rowgroup", "colgroup"):
            lines.steps += 1
            in_rows = head.scope == "rowgroup" and head.group == cell.group
            in_columns = head.scope == "colgroup" and head.x <= cell.x < head.x + head.width
            if (in_rows or in_columns) and head.x < cell.x + cell.width and head.y < cell.y + cell.height:
                found.append(other)
    return found


def _scan(index: int, cells: Sequence[Slot], lines: _Lines, x: int, y: int, *, vertical: bool) -> list[int]:
    """The internal algorithm for scanning, up a column or along a row: only header cells are visited; whether
    data cells stand between two of them is looked up."""
    here = y if vertical else x
    line = (vertical, x if vertical else y)
    heads, data = lines.headers.get(line, []), lines.data.get(line, [])
    block = [index] if cells[index].header else []
    opaque: set[tuple[int, int]] = set()
    found: list[int] = []
    previous = here
    for place in reversed(heads[: bisect_left(heads, here)]):
        lines.steps += 1
        if block and bisect_left(data, previous) > bisect_left(data, place):
            opaque.update(_extent(cells[one], vertical) for one in block)
            block = []
        previous = place
        current = lines.at[(x, place) if vertical else (place, y)]
        block.append(current)
        if _extent(cells[current], vertical) not in opaque and _heads(cells[current], lines, vertical):
            found.append(current)
    return found


def _extent(cell: Slot, vertical: bool) -> tuple[int, int]:
    return (cell.x, cell.width) if vertical else (cell.y, cell.height)


def _heads(cell: Slot, lines: _Lines, vertical: bool) -> bool:
    """Whether a header cell is one for its column (``vertical``) or for its row."""
    if cell.scope:
        return cell.scope == ("col" if vertical else "row")
    column = not any(lines.data.get((False, y)) for y in range(cell.y, cell.y + cell.height))
    if vertical:
        return column
    return not column and not any(lines.data.get((True, x)) for x in range(cell.x, cell.x + cell.width))
