# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF is tagged.

What it does
: Finds PDFs without a structure tree, or that do not say that they are tagged, or that say that their tags are not
  to be
  trusted.

Why it matters
: Without tags a screen reader guesses words and order from the positions of letters.

Example
: A PDF printed from a browser without tags.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The catalogue."""
    root = subject.pdf.Root
    info = root.get("/MarkInfo")
    if root.get("/StructTreeRoot") is None:
        yield RULE.fail(subject, "The PDF has no tags.")
    if info is None or not bool(info.get("/Marked", False)):
        yield RULE.fail(subject, "The PDF does not say that it is tagged.")
    if info is not None and bool(info.get("/Suspects", False)):
        yield RULE.fail(subject, "The PDF says that its tags are not to be trusted.")


RULE = Rule(
    id="pdf-tagged",
    title="A PDF is tagged",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.1", "PDF/UA-2 8.2.1", "WCAG 1.3.1", "Matterhorn 06-001", "Matterhorn 01-005",
             "Matterhorn 01-007"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(
        pdf(change=lambda made: made.Root.__delitem__("/StructTreeRoot")),
        pdf(change=lambda made: made.Root.MarkInfo.__setitem__("/Suspects", True)),
    ),
)
