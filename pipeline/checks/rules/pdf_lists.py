# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list with labels says how it counts.

What it does
: Finds lists of a PDF/UA-2 whose items have labels (Lbl) and that do not say how they count (ListNumbering), or say
  that they do not.

Why it matters
: A screen reader tells «list with numbers, 8 items» only where the list says so.

Example
: The items are labelled (a), (b), (c), and the list has no ListNumbering.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import XMP_2, pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Every list of a file that claims PDF/UA-2."""
    lists = [tag for tag in tree_of(subject).tags if tag.type == "L"] if claims_two(subject) else []
    if not lists:
        raise NotApplicable("no lists of PDF/UA-2")
    for tag in lists:
        labelled = any(kid.type == "Lbl" for item in tag.kids if item.type == "LI" for kid in item.kids)
        if labelled and str(tag.attribute("ListNumbering") or "/None") == "/None":
            yield at(RULE, subject, tag, "This list has labels and does not say how it counts.")


def _list(*numbering: str) -> tuple[object, ...]:
    attributes = [{"A": {"O": "/List", "ListNumbering": one}} for one in numbering]
    return ("Document", ("L", *attributes, ("LI", ("Lbl", 0), ("LBody", ("P", 1)))))


RULE = Rule(
    id="pdf-lists",
    title="A list of a PDF with labels says how it counts",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.2.5.25", "WCAG 1.3.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(_list("/Ordered"), xmp=XMP_2),),
    bad=(pdf(_list(), xmp=XMP_2), pdf(_list("/None"), xmp=XMP_2)),
)
