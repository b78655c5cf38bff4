# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links and bookmarks inside a PDF/UA-2 file lead to tags.

What it does
: Finds links and bookmarks whose destination is only a place on a page.

Why it matters
: A screen reader is put on the page, not at the heading.

Example
: ``/Dest [page /XYZ 0 700 0]``

Fix
: Make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import XMP_2, pdf
from pipeline.checks.pdf.goals import inner, named, ways
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Links and bookmarks that lead to a place in the file itself."""
    if not claims_two(subject):
        raise NotApplicable("only PDF/UA-2 asks for it")
    for way in ways(subject):
        called = way.place != "bookmarks" or "/Title" in way.item
        if called and _to_a_page(subject, way.item):
            message = f"{way.what} leads to a place on a page and to no tag."
            yield RULE.fail(subject, message, place=way.place, block=way.block)


def _to_a_page(subject: Subject, item: Any) -> bool:
    return "/SD" not in item.get("/A", ()) and _is_page(subject, inner(item))


def _is_page(subject: Subject, destination: Any) -> bool:
    import pikepdf

    if isinstance(destination, pikepdf.Name | pikepdf.String):
        destination = named(subject, str(destination))
    if isinstance(destination, pikepdf.Dictionary):
        if "/SD" in destination:
            return False
        destination = destination.get("/D")
    if not isinstance(destination, pikepdf.Array) or not len(destination):
        return False
    target = destination[0]
    return isinstance(target, pikepdf.Dictionary) and str(target.get("/Type", "")) == "/Page"


def _linked(made: Any) -> None:
    import pikepdf

    page = made.pages[0].obj
    where = pikepdf.Array([page, pikepdf.Name.Fit])
    page.Annots = pikepdf.Array([made.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Dest=where))])


RULE = Rule(
    id="pdf-destinations",
    title="Links and bookmarks inside a PDF/UA-2 file lead to tags",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.8",),
    looks={Format.PDF: look},
    fix="Make the PDF anew.",
    good=(pdf(), pdf(xmp=XMP_2)),
    bad=(pdf(change=_linked, xmp=XMP_2),),
)
