# SPDX-License-Identifier: AGPL-3.0-or-later
"""A header cell is the header of something.

What it does
: Finds header cells to which no other cell belongs.

Why it matters
: Readers hear data without its header, or a header without data: rows and columns do not fit.

Example
: A table with two column headers and rows of one cell.

Fix
: Check the number of cells in each row, and which cells are headers.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.names import name
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.tables import assigned, grid
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

TABLES = frozenset({"", "table", "grid", "treegrid"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Tables that are tables to assistive technology."""
    tables = (t for t in view.page.root.iter("table") if explicit(t) in TABLES and view.exposed(t))
    for table in found(tables):
        cells = grid(table)
        if not any(not cell.header for cell in cells):
            continue
        used = assigned(cells)
        for cell in cells:
            if cell.header and cell.element not in used and view.exposed(cell.element):
                shown = quoted(name(view, cell.element), 40)
                yield at(RULE, subject, view, cell.element, f"No cell belongs to the header {shown}.")


RULE = Rule(
    id="header-cell-used",
    title="A header cell is the header of something",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "ACT d0f69e"),
    looks=web(look),
    fix="Check the number of cells in each row, and which cells are headers.",
    good=(
        page("<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Monday</td><td>9 to 5</td></tr></table>"),
        page(
            "<table><thead><tr><td></td><th>Mon</th><th>Tue</th></tr></thead>"
            "<tr><th scope='row'>am</th><td>9</td><td>9</td></tr></table>"
        ),
    ),
    bad=(page("<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Monday</td></tr></table>"),),
)
