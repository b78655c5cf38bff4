# SPDX-License-Identifier: AGPL-3.0-or-later
"""A title says what the text is about; it is no file name.

What it does
: Finds titles (of the page, the book and its pages, the PDF) that are a file name, a placeholder, or what a word
  processor left.

Why it matters
: The title is read first, and shown in tabs, shelves and lists.

Example
: "report_v2_final.docx", "Untitled", "Microsoft Word - Report".

Fix
: Write ``title:`` in ``document.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.checks.examples import METADATA, book, page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

FILE = re.compile(r"\S+\.(docx?|odt|rtf|pdf|x?html?|md|markdown|txt|tex|indd|epub|pptx?|xlsx?)$", re.IGNORECASE)
LEFT = re.compile(r"microsoft (word|powerpoint|excel) ?[-–:]|untitled\b|document ?\d*$|new document|title$|no title"
                  r"|unbenannt|sans titre|sin título|senza titolo|ohne titel|без имени|chapter$|index$|cover page$",
                  re.IGNORECASE)  # fmt: skip


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def look_html(subject: Subject) -> Iterator[Finding]:
    """The title of the page."""
    title = next(subject.page.root.iter("title"), None)
    if title is None or not text(title):
        raise NotApplicable("the page has no title")
    yield from _judge(subject, text(title), subject.file, "The title")


def look_epub(subject: Subject) -> Iterator[Finding]:
    """The title of the book, then of each content document."""
    titles = [value for value in subject.epub.metadata("dc:title") if value]
    if not titles:
        message = "The book has no title."
        yield RULE.fail(subject, message, place=subject.epub.opf, block="title", severity=Severity.ERROR)
    for value in titles:
        yield from _judge(subject, value, subject.file, "The title of the book")
    for page_ in subject.pages:
        title = next(page_.root.iter("title"), None)
        headings = {text(heading) for name in HEADINGS for heading in page_.root.iter(name)}
        if title is not None and text(title) and text(title) not in headings:  # a chapter may be called «Index»
            yield from _judge(subject, text(title), page_.name, f"The title of {page_.name}", page_.name)


def look_pdf(subject: Subject) -> Iterator[Finding]:
    """The title in the PDF's metadata."""
    title = subject.outline.meta.get("title", "")
    if not title:
        raise NotApplicable("the PDF has no title")
    yield from _judge(subject, title, subject.file, "The title")


def _judge(subject: Subject, title: str, file: str, what: str, place: str = "") -> Iterator[Finding]:
    path = PurePosixPath(file)
    if FILE.fullmatch(title) or LEFT.match(title) or title in (path.name, str(path)):
        message = f"{what} is «{title[:60]}»: that does not say what it is about."
        yield RULE.fail(subject, message, place=place, block="title")
    elif title == path.stem and ("_" in title or "-" in title or any(c.isdigit() for c in title)):
        # A PDF is often named after its title; only the other way round is a fault, and nobody can tell.
        severity = Severity.NOTE if subject.format is Format.PDF else None
        message = f"{what} is the name of the file, «{title[:60]}»."
        yield RULE.fail(subject, message, place=place, block="title", severity=severity)


RULE = Rule(
    id="file-title",
    title="A title says what the text is about; it is no file name",
    severity=Severity.WARNING,
    clauses=("Failure F25", "Matterhorn 06-004"),
    looks={Format.HTML: look_html, Format.EPUB: look_epub, Format.PDF: look_pdf},
    fix="Write title: in document.yaml.",
    foreign="Write a title that names the document.",
    good=(page("<p>x"), book(), book(title="Index", body="<section><h1>Index</h1><p>Bees, 4.</p></section>")),
    bad=(
        page("<p>x", title="report_v2.docx"),
        book(metadata=METADATA.replace("On bees", "c1.xhtml")),
        book(title="c1"),
        book(title="Index"),
    ),
    question="Does the title say what the document is about?",
)
