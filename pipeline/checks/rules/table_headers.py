# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table has header cells.

What it does
: Finds tables with at least two rows and two columns and no header cell; and notes two headers of groups of rows in one
  group, where the rows below the second have both.

Why it matters
: Without headers a screen reader says "131", and not of which office and year.

Example
: A table whose first row is bold, but not a header.

Fix
: Put the names of the columns in the first row, above the line of dashes. If it is no table but only a layout, write
  it as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.examples_pdf import pdf
from pipeline.checks.page import text
from pipeline.checks.pdf.headless import headless
from pipeline.checks.pdf.look import place
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.tables import Cell, grid
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, CellSpan, Finding, Format, Severity

MISSING = "This table has no header cells."
GROUPS_APART = "Put the rows of each group into a <tbody> of their own."


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Tables that are tables to assistive technology and have two rows and columns; and what only these may have."""
    layout = [t for t in view.page.body.iter("table") if explicit(t) in ("presentation", "none") and view.exposed(t)]
    for table in layout:
        if any(_of_data(part) for part in table.iter("th", "caption", "td")):
            told = "This table says that it is only for layout, and has header cells, a caption or scopes."
            yield at(RULE, subject, view, table, told)
    listed = [(t, grid(t)) for t in view.page.body.iter("table") if explicit(t) == "" and view.exposed(t)]
    found([*layout, *(t for t, cells in listed if _size(cells))])
    for table, cells in listed:
        if not _size(cells):
            continue
        if not any(cell.header for cell in cells):
            yield at(RULE, subject, view, table, MISSING)
        for cell in cells:
            if cell.header and not _filled(cell.element) and (cell.row or cell.column):
                yield at(RULE, subject, view, cell.element, "A header cell of this table is empty.")
        for first, second in _in_one_group(cells):
            names = " and ".join(quoted(text(cell.element), 30) for cell in (first, second))
            told = f"{names} are headers of one group of rows: the rows below the second have both."
            yield replace(at(RULE, subject, view, second.element, told), severity=Severity.NOTE, fix=GROUPS_APART)


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """Tables of the source that have no header cells, as the pages of the same document are told of them; what a file
    has lost is told by pdf-tables."""
    if not any(tag.type == "Table" for tag in tree_of(subject).tags):
        raise NotApplicable("no tables")
    for table in headless(subject):
        if table.block:
            yield RULE.fail(subject, MISSING, place=place(subject, table.tag), block=table.block)


def _in_one_group(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Headers of groups of rows, one below the other in one group: the cells below the second have both (HTML,
    4.9.12.2)."""
    above: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        if cell.header and cell.element.get("scope", "").strip().lower() == "rowgroup":
            if (other := above.get((cell.group, cell.column))) is not None:
                yield other, cell
            above[cell.group, cell.column] = cell


def _of_data(part: etree._Element) -> bool:
    """Whether a part of a table is one that only a table of data has (WCAG, failure F46)."""
    return part.tag != "td" or any(part.get(key) is not None for key in ("scope", "headers"))


def _size(cells: list[Cell]) -> bool:
    return max((c.bottom for c in cells), default=0) > 1 and max((c.right for c in cells), default=0) > 1


def _filled(element: etree._Element) -> bool:
    return bool(text(element) or element.get("aria-label") or any(e.get("alt") for e in element.iter("img")))


def _tagged(first: str) -> Example:
    """A table of a PDF whose first row has cells of this type."""
    return pdf(("Document", ("Table", {"ID": "t"}, ("TR", (first, 0), (first, 1)), ("TR", ("TD", 2), ("TD", 3)))))


def _table(*, header: bool) -> Block:
    """The same table in a source, with header cells or without."""
    rows = tuple(
        Block(BlockKind.ROW, f"r{y}", blocks=tuple(
            Block(BlockKind.CELL, f"c{y}{x}", cell=CellSpan(header=header and not y)) for x in (0, 1)
        ))
        for y in (0, 1)
    )  # fmt: skip
    return Block(BlockKind.TABLE, "t", blocks=(Block(BlockKind.ROW_GROUP, "g", blocks=rows),))


GROUP = "<tr><th scope='rowgroup' colspan='2'>Bees</th></tr><tr><th scope='row'>a</th><td>1</td></tr>"

RULE = Rule(
    id="table-headers",
    title="A table has header cells",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "Technique H51", "Failure F46"),
    looks={**web(look), Format.PDF: look_pdf},
    fix="Put the names of the columns in the first row, above the line of dashes.",
    foreign="Make the cells that name a column or a row header cells (th), and say which of the two (scope).",
    good=(
        page("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"),
        page(f"<table><tbody>{GROUP}</tbody><tbody>{GROUP}</tbody></table>"),
        sourced(_tagged("TH"), _table(header=True)),
        sourced(_tagged("TD"), _table(header=True)),
    ),
    bad=(
        page("<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"),
        page("<table role='presentation'><tr><th>a</th></tr><tr><td>1</td></tr></table>"),
        page("<table><tr><th>a</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>"),
        page(f"<table><tbody>{GROUP}{GROUP}</tbody></table>"),
        sourced(_tagged("TD"), _table(header=False)),
    ),
    question="Are the header cells of each table the right ones?",
)
