# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rows of a table have as many cells as it has columns.

What it does
: Lays every table out as a grid and finds rows that are shorter than the table is wide.

Why it matters
: Cells stand under the wrong header, and a screen reader says it so.

Example
: A header of three cells over rows of four.

Fix
: Write the cell that is missing, if need be an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.tables import grid, rows_of
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

MOST_PLACES = 200_000


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Tables that are tables to assistive technology, with two rows or more."""
    tables = [t for t in view.page.body.iter("table") if explicit(t) == "" and view.exposed(t)]
    for table in found(t for t in tables if sum(1 for _ in rows_of(t)) > 1):
        filled: dict[int, int] = {}
        places = 0
        for cell in grid(table):
            places += (cell.bottom - cell.row) * (cell.right - cell.column)
            if places > MOST_PLACES:
                break
            for row in range(cell.row, cell.bottom):
                filled[row] = filled.get(row, 0) + cell.right - cell.column
        widths = set(filled.values())
        if places <= MOST_PLACES and len(widths) > 1:
            shown = ", ".join(str(width) for width in sorted(widths))
            yield at(RULE, subject, view, table, f"The rows of the table have different lengths: {shown}.")


RULE = Rule(
    id="table-even",
    title="The rows of a table have as many cells as it has columns",
    severity=Severity.WARNING,
    clauses=("Technique H63",),
    looks=web(look),
    fix="Write the cell that is missing, if need be an empty one.",
    good=(page("<table><tr><th colspan=2>a</th></tr><tr><td>1</td><td>2</td></tr></table>"),),
    bad=(page("<table><tr><th>a</th></tr><tr><td>1</td><td>2</td></tr></table>"),),
)
