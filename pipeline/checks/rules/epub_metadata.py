# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book says for whom it is accessible.

What it does
: Finds books without the metadata by which readers choose: the ways of reading (accessMode, accessModeSufficient),
  features, hazards, a summary.

Why it matters
: Shops and libraries show this before somebody buys or borrows.

Example
: A package document without ``schema:accessibilityHazard``.

Fix
: Make the book anew: pariter writes the metadata from the content.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import METADATA, book
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity

MUST = ("schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard")
SHOULD = ("schema:accessModeSufficient", "schema:accessibilitySummary")


def look(subject: Subject) -> Iterator[Finding]:
    """Properties of the package document."""
    for name in MUST:
        if not any(subject.epub.metadata(name)):
            yield RULE.fail(subject, f"The book does not say its {name}.", place=subject.epub.opf)
    for name in SHOULD:
        if not any(subject.epub.metadata(name)):
            message = f"The book does not say its {name}."
            yield RULE.fail(subject, message, place=subject.epub.opf, severity=Severity.WARNING)


RULE = Rule(
    id="epub-metadata",
    title="A book says for whom it is accessible",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 2.2", "EPUB A11Y 1.1 2.3"),
    looks={Format.EPUB: look},
    fix="Make the book anew: the metadata is written from the content.",
    foreign="Write the properties of schema.org into the package document.",
    good=(book(),),
    bad=(book(metadata=METADATA.replace("accessibilityHazard", "nothing")),),
)
