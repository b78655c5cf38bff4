# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each cell belongs to the headers that it has in the source.

What it does
: Compares header cells, their direction, spans, and the headers that HTML's algorithm gives each cell; and whether each
  row stands in the head, the body or the foot in which the source has it.

Why it matters
: Whoever hears a table hears a number and the headers it belongs to. Wrong headers are a wrong statement.

Example
: A header over two columns is given to the first only; the second year's figures are read as of no year.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import compare, fold, short
from pipeline.checks.parity.examples import pair, part
from pipeline.checks.parity.row_groups import regrouped
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

CELLS = frozenset({Role.CELL, Role.HEADER})


def look(subject: Subject) -> Iterator[Finding]:
    """Every cell that stands on both sides."""
    pairs = [(a, b) for a, b in compare(subject).both() if a.node.role in CELLS and b.node.role in CELLS]
    if not pairs:
        raise NotApplicable("no tables")
    for wanted, given in pairs:
        for what in _differences(wanted.node, given.node):
            text = short(wanted.text, 40) or "an empty cell"
            yield RULE.fail(subject, f"Cell «{text}»: {what}.", place=given.node.place, block=wanted.block)
    for message, place, block in regrouped(subject):
        yield RULE.fail(subject, message, place=place, block=block, severity=Severity.WARNING)


def _differences(wanted: Node, given: Node) -> Iterator[str]:
    for key, name in (("rows", "rows"), ("columns", "columns")):
        there, here = wanted.attrs.get(key, "1"), given.attrs.get(key, "1")
        if there != here:
            yield f"spans {there} {name} in the source and {here} here"
    if wanted.role is Role.HEADER and _axis(wanted) != _axis(given):
        here = f"for its {_axis(given)}" if _axis(given) else "for nothing"
        yield f"is a header for its {_axis(wanted)} in the source and {here} here"
    a, b = _headers(wanted), _headers(given)
    if a != b:
        yield f"its headers are {_names(a)} in the source and {_names(b)} here"


def _axis(node: Node) -> str:
    """Row or column: PDF has no scope for groups, so that is left out."""
    return node.attrs.get("scope", "").replace("group", "").replace("column", "col")


def _headers(node: Node) -> frozenset[str]:
    return frozenset(filter(None, (fold(name) for name in node.attrs.get("headers", "").split(" | "))))


def _names(headers: frozenset[str]) -> str:
    return ", ".join(f"«{short(name, 30)}»" for name in sorted(headers)) or "none"


def _row(*cells: Node) -> Node:
    return part(Role.TABLE, "", part(Role.ROW, "", *cells))


RULE = Rule(
    id="parity-tables",
    title="Each cell belongs to the headers that it has in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(pair([_row(part(Role.CELL, "5", headers="A | B"))], [_row(part(Role.CELL, "5", headers="B | A"))]),),
    bad=(
        pair([_row(part(Role.CELL, "5", headers="A"))], [_row(part(Role.CELL, "5", headers="B"))]),
        pair([_row(part(Role.CELL, "5", columns="2"))], [_row(part(Role.CELL, "5"))]),
        pair([_row(part(Role.HEADER, "5", scope="row"))], [_row(part(Role.HEADER, "5", scope="col"))]),
    ),
)
