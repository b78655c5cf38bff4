# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which tables of a formula are equations below each other (align, gather, cases), and not tables.

MathML has one element for both (MathML Core 3.5). Columns that are cut before a relation, and a brace on one side
only, are how lines are set; a matrix stands between two brackets or has no relation in its cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

Row = Sequence["etree._Element"]
RELATIONS = frozenset("=≠<>≤≥≪≫≈∼≃≅≡≜≔∝→←↔⇒⇐⇔⟹⟸⟺⟶↦∈∉⊂⊆⊃⊇≺≻")
SIGNS = RELATIONS | frozenset("+-−±∓×·⋅∗*/÷∧∨")
FENCES = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉")


def are_lines(rows: Sequence[Row], table: etree._Element | None) -> bool:
    """Whether the ``rows`` of cells of an ``mtable`` are lines to be read one after the other."""
    rows = [row for row in rows if row]
    before, after = _fence(table, -1), _fence(table, 1)
    if not rows or (before and after):
        return False
    if before == "{":  # cases: a value and when it holds, in each line
        return True
    if all(len(row) == 1 for row in rows):
        return any(_has_relation(row[0]) for row in rows) or any(_first(row[0]) in SIGNS for row in rows[1:])
    return any(_first(cell) in RELATIONS for row in rows for cell in row[1::2])


def in_order(row: Row) -> Iterator[tuple[etree._Element, bool]]:
    """The cells of a line that say something, and whether each goes on with what stands before it."""
    before = ""
    for cell in row:
        text = _text(cell)
        if text:
            yield cell, text[0] in SIGNS or before in SIGNS
            before = text[-1]


def something_follows(cell: etree._Element) -> bool:
    """Whether the formula goes on after the table of ``cell``, so that its end must be told."""
    row = cell.getparent()
    here = row.getparent() if row is not None else None
    while here is not None and not here.tag.endswith("math"):
        if any(_text(sibling) for sibling in here.itersiblings() if isinstance(sibling.tag, str)):
            return True
        here = here.getparent()
    return False


def _fence(table: etree._Element | None, step: int) -> str:
    """The bracket right before or after a table; empty for none, and for one that is not drawn."""
    beside = None if table is None else table.getprevious() if step < 0 else table.getnext()
    text = _text(beside) if beside is not None and str(beside.tag).endswith("}mo") else ""
    return text if text in FENCES else ""


def _has_relation(cell: etree._Element) -> bool:
    return any(character in RELATIONS for character in _text(cell))


def _first(cell: etree._Element) -> str:
    return _text(cell)[:1]


def _text(element: etree._Element) -> str:
    return "".join("".join(map(str, element.itertext())).split())
