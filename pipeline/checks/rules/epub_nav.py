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

from pipeline.checks.examples import LANDMARKS, TOC, book, sourced
from pipeline.checks.page import Page, elements, text
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
    ours = subject.edition is not None and subject.ours
    kinds = {kind for e in nav.root.iter("nav") if next(e.iter("a"), None) is not None for kind in types(e)}
    if "toc" not in kinds:
        yield RULE.fail(subject, "The book has no table of contents.", place=nav.name, severity=Severity.ERROR)
    for listed in (e for e in nav.root.iter("nav") if "landmarks" in types(e)):
        for link in listed.iter("a"):
            if not types(link):
                told = f"The landmark {quoted(text(link), 40)} does not say what it is (epub:type)."
                yield RULE.fail(subject, told, place=nav.name)
            # In a book by others the contents may stand on a page of their own, and say nothing of themselves.
            for kind, (signs, what) in PLACES.items() if ours else list(PLACES.items())[:1]:
                if kind in types(link) and not _has(subject, nav.name, link.get("href", ""), signs, kind):
                    told = f"The landmark {quoted(text(link), 40)} leads to a page without {what}."
                    yield RULE.fail(subject, told, place=nav.name)
        if ours:
            yield from _lost(subject, {kind for link in listed.iter("a") for kind in types(link)}, nav.name)
    if "landmarks" not in kinds:
        yield RULE.fail(subject, "The book has no landmarks.", place=nav.name)


def _has(subject: Subject, nav: str, href: str, signs: frozenset[str], kind: str) -> bool:
    """Whether the page to which a link leads has what it is named after; what leads nowhere is another rule's."""
    name = subject.epub.resolve(nav, href)[0]
    pages = subject.pages if subject.epub.nav is None else (*subject.pages, subject.epub.nav)
    page = next((one for one in pages if one.name == name), None)
    unsaid = kind != "endnotes" and not any(signs & _signs(one) for one in pages)
    return page is None or unsaid or bool(signs & _signs(page))


def _lost(subject: Subject, listed: set[str], nav: str) -> Iterator[Finding]:
    """What a book of ours has and its landmarks do not name."""
    there = frozenset().union(*map(_signs, subject.pages))
    for kind, (signs, what) in PLACES.items():
        if signs & there and kind not in listed and kind != "toc":
            yield RULE.fail(subject, f"The book has {what}, and no landmark leads there.", place=nav)


def _signs(page: Page) -> frozenset[str]:
    """What the parts of a page are said to be."""
    return frozenset(kind for one in elements(page.root) for kind in (*types(one), *roles(one)) if one.tag != "a")


PLACES = {
    "endnotes": (frozenset({"endnotes", "endnote", "footnotes", "footnote", "rearnotes", "rearnote", "doc-endnotes",
                            "doc-endnote", "doc-footnote"}), "notes"),
    "cover": (frozenset({"cover", "doc-cover"}), "a cover"),
    "titlepage": (frozenset({"titlepage", "halftitlepage"}), "a title"),
    "toc": (frozenset({"toc", "doc-toc"}), "contents"),
}  # fmt: skip
"""Where a landmark leads, by its type: what is said of the parts there, and in words. Where no page says of itself that
it is a cover, a title or contents, nothing is known; notes are always known."""

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
        sourced(book(nav=(TOC + LANDMARKS).replace('"bodymatter" href="c1', '"toc" href="c1'))),
        book(nav="<p>x</p>"),
        book(nav=(TOC + LANDMARKS).replace(' epub:type="bodymatter"', "")),
    ),
)
