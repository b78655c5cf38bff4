# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of a page that are painted again and again are tagged once.

What it does
: Finds form XObjects with tagged content that are painted more than once, and pieces that come from another file.

Why it matters
: The same tag then stands for two places, and one of them is not read.

Example
: A form with MCIDs that two pages paint.

Fix
: Make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Forms with MCIDs, and reference forms."""
    import pikepdf

    for _, count in subject.content.forms:
        if count > 1:
            yield RULE.fail(subject, f"A tagged piece of a page is painted {count} times.")
    for item in subject.pdf.objects:
        if isinstance(item, pikepdf.Stream) and str(item.get("/Subtype", "")) == "/Form" and "/Ref" in item:
            yield RULE.fail(subject, "A piece of a page comes from another file.")


def _twice(made: Any) -> None:
    import pikepdf

    page = made.pages[0].obj
    form = made.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 200, 200])
    form.Resources = page.Resources
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    page.Contents = made.make_stream(b"/X Do /X Do")


RULE = Rule(
    id="pdf-forms",
    title="Pieces of a page that are painted again and again are tagged once",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.20", "Matterhorn 30-001", "Matterhorn 30-002"),
    looks={Format.PDF: look},
    fix="Make the PDF anew.",
    good=(pdf(),),
    bad=(pdf(change=_twice),),
)
