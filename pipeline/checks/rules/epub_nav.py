# SPDX-License-Identifier: AGPL-3.0-or-later
"""A book has contents and landmarks.

What it does
: Finds books without a navigation document, without a table of contents in it, or without landmarks.

Why it matters
: Reading systems offer "contents" and "start of text" from these lists.

Example
: A navigation document with ``epub:type="toc"`` only.

Fix
: Make the book anew: pariter writes both.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import LANDMARKS, TOC, book
from pipeline.checks.page import elements, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import quoted
from pipeline.checks.web.notes import roles, types
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The navigation document."""
    nav = subject.epub.nav
    if nav is None:
        message = "The book has no navigation document."
        yield RULE.fail(subject, message, place=subject.epub.opf, severity=Severity.ERROR)
        return
    kinds = {kind for e in nav.root.iter("nav") if next(e.iter("a"), None) is not None for kind in types(e)}
    if "toc" not in kinds:
        yield RULE.fail(subject, "The book has no table of contents.", place=nav.name, severity=Severity.ERROR)
    for listed in (e for e in nav.root.iter("nav") if "landmarks" in types(e)):
        for link in listed.iter("a"):
            if not types(link):
                told = f"The landmark {quoted(text(link), 40)} does not say what it is (epub:type)."
                yield RULE.fail(subject, told, place=nav.name)
            elif "endnotes" in types(link) and not _has_notes(subject, nav.name, link.get("href", "")):
                told = f"The landmark {quoted(text(link), 40)} leads to a page without notes."
                yield RULE.fail(subject, told, place=nav.name)
    if "landmarks" not in kinds:
        yield RULE.fail(subject, "The book has no landmarks.", place=nav.name)


def _has_notes(subject: Subject, nav: str, href: str) -> bool:
    """Whether there are notes on the page to which a link leads; what leads nowhere is another rule's."""
    name = subject.epub.resolve(nav, href)[0]
    page = next((one for one in subject.pages if one.name == name), None)
    if page is None:
        return True
    return any(NOTES & {*types(one), *roles(one)} for one in elements(page.root))


NOTES = frozenset({"endnotes", "endnote", "footnotes", "footnote", "rearnotes", "rearnote", "doc-endnotes",
                   "doc-endnote", "doc-footnote"})  # fmt: skip

RULE = Rule(
    id="epub-nav",
    title="A book has contents and landmarks",
    severity=Severity.WARNING,
    clauses=("EPUB 3.3 7.4", "WCAG 2.4.5", "EPUB A11Y 1.1 3.3.2"),
    looks={Format.EPUB: look},
    fix="Make the book anew: both are written.",
    foreign="Add a navigation document with a table of contents and landmarks.",
    good=(book(),),
    bad=(
        book(nav=TOC),
        book(nav=(TOC + LANDMARKS).replace('"bodymatter"', '"endnotes"')),
        book(nav="<p>x</p>"),
        book(nav=(TOC + LANDMARKS).replace(' epub:type="bodymatter"', "")),
    ),
)
