# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF has a title, and shows it.

What it does
: Finds PDFs without metadata or without a title in it, or that show their file name instead of the title.

Why it matters
: The title is what a screen reader says first; "doc_3821.pdf" says nothing.

Example
: The window shows "report.pdf".

Fix
: Write ``title:`` in ``document.yaml`` and make the PDF anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import XMP, pdf
from pipeline.checks.pdf.metadata import TITLE, xmp
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Metadata and viewer preferences."""
    found = xmp(subject)
    if subject.pdf.Root.get("/Metadata") is None:
        yield RULE.fail(subject, "The PDF has no metadata.", block="title")
    elif not found:
        yield RULE.fail(subject, "The PDF's metadata cannot be read.", block="title")
    elif not found.get(TITLE):
        yield RULE.fail(subject, "The PDF has no title.", block="title")
    preferences = subject.pdf.Root.get("/ViewerPreferences")
    if preferences is None or not bool(preferences.get("/DisplayDocTitle", False)):
        yield RULE.fail(subject, "The PDF shows its file name instead of its title.", block="title")


RULE = Rule(
    id="pdf-title",
    title="A PDF has a title, and shows it",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.1", "PDF/UA-2 8.11", "WCAG 2.4.2", "Matterhorn 06-003",
        "Matterhorn 07-001", "Matterhorn 07-002",
    ),
    looks={Format.PDF: look},
    fix="Write title: in document.yaml and make the PDF anew.",
    foreign="Write dc:title in the metadata.",
    good=(pdf(),),
    bad=(
        pdf(xmp=XMP.replace("On bees", "")),
        pdf(change=lambda made: made.Root.__delitem__("/ViewerPreferences")),
        pdf(change=lambda made: made.Root.__delitem__("/Metadata")),
    ),
)
