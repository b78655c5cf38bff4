# SPDX-License-Identifier: AGPL-3.0-or-later
"""The file's own title, language and date are those of the document.

What it does
: Compares what the file says of itself with the document's title, language, publisher, authors and date.

Why it matters
: The title is what a screen reader says first and what stands in the list of open windows.

Example
: The PDF's title is «Microsoft Word - final2.docx».

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import fold
from pipeline.checks.parity.examples import pair, paragraph
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Title and language always; the rest where the file says something of it."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    wanted, given = subject.expected.meta, subject.outline.meta
    for key in wanted:
        said = given.get(key, "")
        needed = key in ("title", "lang")
        if key == "lang" and said.lower() == wanted[key].lower():
            continue
        if key == "date" and said.startswith(wanted[key]):
            continue
        if (needed or (said and key in ("publisher", "date"))) and fold(said) != fold(wanted[key]):
            message = f"The file gives «{said or 'nothing'}» as its {key}; the document's is «{wanted[key]}»."
            yield RULE.fail(subject, message)


RULE = Rule(
    id="parity-metadata",
    title="The file says of itself what the document is",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 2.4.2", "WCAG 3.1.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    good=(pair([paragraph("x")], [paragraph("x")], wanted_meta={"title": "A"}, given_meta={"title": "A"}),),
    bad=(
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"title": "A"}, given_meta={"title": "final2.docx"}),
        pair([paragraph("x")], [paragraph("x")], wanted_meta={"lang": "fr"}, given_meta={"lang": "en"}),
    ),
)
