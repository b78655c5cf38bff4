# SPDX-License-Identifier: AGPL-3.0-or-later
"""A cell names headers that are in its own table.

What it does
: Finds ``headers`` attributes that name an id which is no cell of the same table, or the cell itself.

Why it matters
: A screen reader announces the wrong header, or none.

Example
: ``<td headers="nowhere">`` is bad.

Fix
: Name the ids of header cells of this table, or remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit, table_of
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

TABLES = frozenset({"", "table", "grid", "treegrid"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Cells with a headers attribute, in tables that are tables to assistive technology."""
    cells = (e for e in view.page.root.iter("td", "th") if e.get("headers", "").split() and view.exposed(e))
    listed = [(e, t) for e in cells if (t := table_of(e)) is not None and explicit(t) in TABLES]
    found(cell for cell, _ in listed)
    for cell, table in listed:
        own = {e.get("id"): e for e in table.iter("td", "th") if table_of(e) is table and e.get("id")}
        wrong = [name for name in cell.get("headers", "").split() if own.get(name) in (None, cell)]
        if wrong:
            yield at(RULE, subject, view, cell, f"The header «{wrong[0][:40]}» is no other cell of this table.")


RULE = Rule(
    id="headers-attribute",
    title="A cell names headers that are in its own table",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "ACT a25f45"),
    looks=web(look),
    fix="Name the ids of header cells of this table, or remove the attribute.",
    good=(page("<table><tr><th id='a'>Day</th></tr><tr><td headers='a'>Monday</td></tr></table>"),),
    bad=(
        page("<table><tr><th id='a'>Day</th></tr><tr><td headers='b'>Monday</td></tr></table>"),
        page("<table><tr><th id='a' headers='a'>Day</th></tr><tr><td>Monday</td></tr></table>"),
    ),
)
