# SPDX-License-Identifier: AGPL-3.0-or-later
"""No tag of a PDF is empty.

What it does
: Finds headings, paragraphs, items, captions, notes and header cells that hold nothing, or white space alone.

Why it matters
: A screen reader stops at them and says "heading level 2", "blank", or reads a column without its header.

Example
: A P that holds one space, put there for its look.

Fix
: Take the empty line out of the source, or give the header cell its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

NAMES = {
    Role.HEADING: "heading", Role.PARAGRAPH: "paragraph", Role.ITEM: "item of a list", Role.CAPTION: "caption",
    Role.NOTE: "note", Role.HEADER: "header cell", Role.CONTENTS_ITEM: "entry of the contents", Role.TERM: "term",
}  # fmt: skip
ALLOWED = {Role.HEADER, Role.NOTE, Role.ITEM}
"""No standard forbids these to be empty; the corner of a table with headers on two sides often is."""
FIXES = {
    Role.ITEM: "Write the item's words on the line of its number or sign, or take that out.",
    Role.NOTE: "Write the note's text behind its mark, or take the note and its calls out.",
    Role.HEADER: "Give the header cell its text.",
}
SAYS = ("alt", "tex", "expansion", "checked", "name")


def look(subject: Subject) -> Iterator[Finding]:
    """Every part that should say something."""
    parts = [node for node in subject.outline.root.walk() if node.role in NAMES]
    if not parts:
        raise NotApplicable("nothing that bears text")
    for node in parts:
        if not _says_something(node):
            severity = Severity.NOTE if node.role in ALLOWED else None
            fix = FIXES.get(node.role, "") if subject.blocks else ""
            yield RULE.fail(
                subject, f"This {NAMES[node.role]} is empty.", place=node.place, severity=severity, fix=fix
            )


def _says_something(node: Node) -> bool:
    return any(
        part.text.strip() or any(part.attrs.get(key) for key in SAYS) or part.role in (Role.FIGURE, Role.IMAGE)
        for part in node.walk()
    )


RULE = Rule(
    id="pdf-empty",
    title="No tag of a PDF is empty",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "WCAG 2.4.6"),
    looks={Format.PDF: look},
    fix="Take the empty line out of the source, or give the header cell its text.",
    foreign="Take the tag out, or give it its text.",
    good=(pdf(), pdf(("Document", ("P", ("Figure", {"Alt": "A bee"}, 0))))),
    bad=(
        pdf(("Document", ("H1", 0), ("P", {"ActualText": " "}, 1))),
        pdf(("Document", ("H1", {"ActualText": ""}, 0), ("P", 1))),
        pdf(("Document", ("Table", ("TR", ("TH", {"A": {"O": "/Table", "Scope": "/Column"}}), ("TD", 0))))),
    ),
)
