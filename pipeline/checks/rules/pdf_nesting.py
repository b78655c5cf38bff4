# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists, tables, contents and texts hold the parts that they are made of.

What it does
: Checks which tags stand in which: rows in tables, cells in rows, items in lists, labels and bodies in items,
  entries in contents; no paragraph, heading or section in the lines of a text; one head in a table, captions first or
  last.

Why it matters
: "List with no items": what stands elsewhere is not counted and not told.

Example
: A list item directly under a section.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "TFoot": {"Table"}, "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "RB": {"Ruby"}, "RT": {"Ruby"}, "RP": {"Ruby"},
    "WT": {"Warichu"}, "WP": {"Warichu"},
}  # fmt: skip
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"},
    "TFoot": {"TR"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody", "L"}, "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}, "Ruby": {"RB", "RT", "RP"}, "Warichu": {"WT", "WP"},
}  # fmt: skip
MADE_OF = {"Ruby": (["RB", "RT"], ["RB", "RP", "RT", "RP"]), "Warichu": (["WP", "WT", "WP"],)}
"""The parts of glosses, in their order (ISO 32000-1, table 338)."""
LINES = frozenset({"P", "Span", "H", "H1", "H2", "H3", "H4", "H5", "H6"})
"""What holds words and what stands in their lines, and no text of its own or group of such (ISO 32000-1, 14.8.4.2)."""
TEXTS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Sect", "Part", "Art"})
OTHERS = LINES | {"Caption"}
NO_CONTENT = frozenset({"Table", "TR", "THead", "TBody", "TFoot", "L", "TOC"})
ALWAYS = frozenset({"Artifact"})


def look(subject: Subject) -> Iterator[Finding]:
    """Every tag with a rule of nesting."""
    tags = [tag for tag in tree_of(subject).tags if tag.type in PARENTS or tag.type in KIDS or tag.type in OTHERS]
    if not tags:
        raise NotApplicable("no lists, tables, contents, glosses or texts")
    two = claims_two(subject)
    for tag in tags:
        for message in _faults(tag, two=two):
            yield at(RULE, subject, tag, message)


def _faults(tag: Tag, *, two: bool) -> Iterator[str]:
    above = tag.above
    allowed = PARENTS.get(tag.type)
    if allowed is not None and (above is None or above.type not in allowed):
        yield f"A {tag.type} stands in {above.raw if above else 'nothing'}, not in {' or '.join(sorted(allowed))}."
    kids = KIDS.get(tag.type)
    if kids is not None:
        for kid in tag.kids:
            if kid.type not in kids | ALWAYS and not _tolerated(tag, kid, two=two):
                yield f"A {tag.type} holds a {kid.raw}."
                break
    if tag.type in LINES and (held := next((kid for kid in tag.kids if kid.type in TEXTS), None)):
        yield f"A {tag.type} holds a {held.raw}: one text stands in the lines of another."
    orders = MADE_OF.get(tag.type)
    if orders and [kid.type for kid in tag.kids if kid.type not in ALWAYS] not in orders:
        yield f"A {tag.type} has not its parts in their order: {' or '.join(', '.join(parts) for parts in orders)}."
    if tag.type in NO_CONTENT and tag.content and not two:
        yield f"Text stands directly in a {tag.type}."
    if tag.type == "Table":
        heads, feet, bodies = (sum(kid.type == kind for kid in tag.kids) for kind in ("THead", "TFoot", "TBody"))
        if heads > 1 or feet > 1:
            yield "The table has more than one head or foot."
        if (heads or feet) and not bodies and not two:
            yield "The table has a head or foot, but no body."
    yield from _captions(tag)


def _tolerated(tag: Tag, kid: Tag, *, two: bool) -> bool:
    return two and tag.type in ("LI", "L", "TR") and kid.type in ("Div", "NonStruct", "Lbl", "LBody")


def _captions(tag: Tag) -> Iterator[str]:
    kids = [kid.type for kid in tag.kids]
    if tag.type == "TOC" and "Caption" in kids[1:]:
        yield "The caption of the contents is not the first of them."
    elif tag.type == "L" and "Caption" in kids[1:]:
        yield "The caption of the list is not its first part."
    elif tag.type == "Table" and "Caption" in kids[1:-1]:
        yield "The caption stands in the middle of the table."
    if kids.count("Caption") > 1:
        yield "There is more than one caption."


LIST = ("L", ("LI", ("Lbl", 0), ("LBody", ("P", 1))))

RULE = Rule(
    id="pdf-nesting",
    title="Lists, tables, contents and texts hold the parts that they are made of",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.2", "PDF/UA-2 8.2.5", "WCAG 1.3.1", "Matterhorn 09-004", "Matterhorn 09-005",
        "Matterhorn 09-006", "Matterhorn 09-007", "Matterhorn 09-008",
    ),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(("Document", LIST)), pdf(("Document", ("P", ("Ruby", ("RB", 0), ("RT", 1)))))),
    bad=(
        pdf(("Document", ("LI", ("LBody", 0)))),
        pdf(("Document", ("L", ("P", 0)))),
        pdf(("Document", ("Table", ("TR", ("P", 0))))),
        pdf(("Document", ("P", ("Ruby", ("RT", 0), ("RB", 1))))),
        pdf(("Document", ("P", ("WP", 0)))),
        pdf(("Document", ("P", ("H1", 0), ("P", 1)))),
    ),
)
