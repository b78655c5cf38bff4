# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table of a PDF has headers and is even.

What it does
: Lays every table out as a grid: rows of different length, cells that overlap, tables without a header cell, header
  cells that do not say what they head, cells that name headers which do not exist.

Why it matters
: A screen reader says the headers of a cell by this grid.

Example
: A row of three cells in a table of four columns.

Fix
: Check the number of cells in each row, and make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.headless import cells_of, headless, rows_of
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

SCOPES = ("/Row", "/Column", "/Both")
WIDEST = 5000


def look(subject: Subject) -> Iterator[Finding]:
    """Every table by itself."""
    tree = tree_of(subject)
    tables = [tag for tag in tree.tags if tag.type == "Table"]
    if not tables:
        raise NotApplicable("no tables")
    ids = {tag.text("ID") for tag in tree.tags if tag.type in ("TH", "TD")}
    for table in tables:
        rows = rows_of(table)
        yield from _grid(subject, table, rows)
        yield from _headers(subject, table, rows, ids)


def _span(tag: Tag, name: str) -> int:
    value = tag.attribute(name)
    try:
        return min(max(int(value), 1), WIDEST) if value is not None else 1
    except (TypeError, ValueError):
        return 1


def _grid(subject: Subject, table: Tag, rows: list[Tag]) -> Iterator[Finding]:
    taken: dict[tuple[int, int], bool] = {}
    widths: list[int] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in cells_of(row):
            while (number, column) in taken:
                column += 1
            wide, high = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            if number + high > len(rows):
                yield at(RULE, subject, cell, "This cell spans more rows than the table has.")
                high = len(rows) - number
            places = [(y, x) for y in range(number, number + high) for x in range(column, column + wide)]
            if any(place in taken for place in places):
                yield at(RULE, subject, cell, "This cell lies over another.")
            taken.update(dict.fromkeys(places, True))
            column += wide
        widths.append(max((x for y, x in taken if y == number), default=-1) + 1 if len(taken) < WIDEST else column)
    if len(set(widths)) > 1:
        shown = ", ".join(str(width) for width in widths[:8])
        yield at(RULE, subject, table, f"The rows of the table have different lengths: {shown}.")


def _headers(subject: Subject, table: Tag, rows: list[Tag], ids: set[str | None]) -> Iterator[Finding]:
    cells = [cell for row in rows for cell in cells_of(row)]
    heads = [cell for cell in cells if cell.type == "TH"]
    if any(one.tag is table and not one.block for one in headless(subject)):  # what the source lacks is table-headers'
        yield at(RULE, subject, table, "The table has no header cells.")
    named = False
    for cell in cells:
        for name in _names(cell.attribute("Headers")):
            named = True
            if name not in ids and cell.type == "TD":
                yield at(RULE, subject, cell, f"This cell names a header «{name[:40]}» that does not exist.")
    for cell in heads:
        if str(cell.attribute("Scope")) not in SCOPES and not named and not claims_two(subject):
            yield at(RULE, subject, cell, "This header cell does not say what it heads.")
            break


def _names(value: Any) -> Iterator[str]:
    import pikepdf

    if isinstance(value, pikepdf.Array):
        for item in value:
            if isinstance(item, pikepdf.String):
                yield str(item)


HEAD = {"A": {"O": "/Table", "Scope": "/Column"}}
GOOD = ("Table", ("TR", ("TH", HEAD, 0), ("TH", HEAD, 1)), ("TR", ("TD", 2), ("TD", 3)))
UNEVEN = ("Table", ("TR", ("TH", HEAD, 0), ("TH", HEAD, 1)), ("TR", ("TD", 2)))
UNSCOPED = ("Table", ("TR", ("TH", 0), ("TH", 1)), ("TR", ("TD", 2), ("TD", 3)))

RULE = Rule(
    id="pdf-tables",
    title="A table of a PDF has headers and is even",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.2", "PDF/UA-1 7.5", "PDF/UA-2 8.2.5.26", "WCAG 1.3.1", "Matterhorn 15-003",
        "Matterhorn 09-004",
    ),
    looks={Format.PDF: look},
    fix="Check the number of cells in each row, and make the PDF anew.",
    good=(pdf(("Document", GOOD)),),
    bad=(pdf(("Document", UNEVEN)), pdf(("Document", UNSCOPED))),
    question="Are the header cells of each table the right ones?",
)
