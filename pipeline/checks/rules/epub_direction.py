# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book in a language that runs from right to left turns its pages so.

What it does
: Finds books in Arabic, Hebrew and the like without ``page-progression-direction="rtl"``.

Why it matters
: The next page is on the wrong side.

Example
: ``dc:language`` is ar, the spine has no direction.

Fix
: Write ``dir: rtl`` in ``document.yaml`` and make the book anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.book import OPF
from pipeline.checks.examples import METADATA, book, sourced
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.speech import RTL
from pipeline.checks.web.tags import primary
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The spine's direction beside the first language."""
    first = next((value for value in subject.epub.metadata("dc:language") if value), "")
    spine = subject.epub.package.find(f"{OPF}spine")
    said = spine.get("page-progression-direction", "") if spine is not None else ""
    right = primary(first) in RTL and "latn" not in first.lower()
    package = list(_package(subject))
    yield from package
    if not right and said != "rtl" and not package:
        raise NotApplicable("the book runs from left to right")
    way = ""
    if right and said != "rtl":
        way = "left to right"
    elif not right and primary(first) not in ("ja", "zh", "yue", "mn"):
        way = "right to left"
    if way:
        message = f"The book is in {first}, but turns its pages from {way}."
        yield RULE.fail(subject, message, place=subject.epub.opf)


def _package(subject: Subject) -> Iterator[Finding]:
    """The direction of what the package document says, where the source is known."""
    said = subject.epub.package.get("dir", "")
    if subject.edition is not None and said and said not in ("auto", subject.edition.dir):
        message = f"The package document is set {said[:10]}; the text runs {subject.edition.dir}."
        yield RULE.fail(subject, message, place=subject.epub.opf)


RULE = Rule(
    id="epub-direction",
    title="A book in a language that runs from right to left turns its pages so",
    severity=Severity.WARNING,
    clauses=("EPUB 3.3 5.7.1", "WCAG 1.3.2"),
    looks={Format.EPUB: look},
    fix="Write dir: rtl in document.yaml and make the book anew.",
    foreign="Write page-progression-direction and dir in the package document.",
    good=(book(),),
    bad=(book(metadata=METADATA.replace(">en<", ">ar<")), sourced(book(package=' xml:lang="en" dir="rtl"'))),
)
