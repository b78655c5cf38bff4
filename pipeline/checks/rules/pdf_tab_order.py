# SPDX-License-Identifier: AGPL-3.0-or-later
"""The keyboard goes through a page in the order of its tags.

What it does
: Finds pages with annotations whose order of the focus is not that of the structure.

Why it matters
: The focus jumps across the page.

Example
: A page with links and no ``/Tabs /S``.

Fix
: Make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.annotations import annots
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Pages with annotations."""
    pages = {number for number, annotation in annots(subject) if str(annotation.get("/Subtype")) != "/Popup"}
    if not pages:
        raise NotApplicable("no annotations")
    allowed = ("/S", "/A", "/W") if claims_two(subject) else ("/S",)
    for number in sorted(pages):
        if str(subject.pdf.pages[number - 1].obj.get("/Tabs", "")) not in allowed:
            message = "The keyboard does not go through this page in the order of its tags."
            yield RULE.fail(subject, message, place=f"page {number}")


def _untabbed(made: Any) -> None:
    import pikepdf

    page = made.pages[0].obj
    page.Annots = pikepdf.Array([made.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Link))])
    del page["/Tabs"]


RULE = Rule(
    id="pdf-tab-order",
    title="The keyboard goes through a page in the order of its tags",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.18.3", "PDF/UA-2 8.9.3", "WCAG 2.4.3", "Matterhorn 28-008", "Matterhorn 28-009"),
    looks={Format.PDF: look},
    fix="Make the PDF anew.",
    good=(pdf(),),
    bad=(pdf(change=_untabbed),),
)
