# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of pages names every page once, in order.

What it does
: Compares the page breaks in the text with the list of pages: missing list, missing or double labels, pages out of
  order, entries that lead elsewhere; and whether the book says which print the pages are of.

Why it matters
: "Open your book at page 12" must work for all, on paper and by ear.

Example
: Two page breaks labelled 3.

Fix
: Make the book anew: pariter takes the pages from the PDF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from lxml import etree

from pipeline.checks.examples import LANDMARKS, METADATA, TOC, book, sourced
from pipeline.checks.page import Page, elements, text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.contents import Entry, contents
from pipeline.checks.web.look import quoted
from pipeline.checks.web.notes import roles, types
from pipeline.labels import labels, languages
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Page breaks of all pages, then the list."""
    breaks = [(p, e) for p in subject.pages for e in elements(p.root) if is_break(e)]
    try:
        nav, entries = contents(subject, "page-list")
    except NotApplicable:
        if not breaks:
            raise
        yield RULE.fail(subject, "The text has page breaks, but there is no list of pages.", place=subject.epub.opf)
        entries = []
        nav = breaks[0][0]
    yield from _breaks(subject, breaks)
    yield from _entries(subject, nav, entries, [e for _, e in breaks])
    if entries and not (subject.epub.metadata("pageBreakSource") or subject.epub.metadata("dc:source")):
        yield RULE.fail(subject, "The book does not say of which print its pages are.", place=subject.epub.opf)


def is_break(element: etree._Element) -> bool:
    """Whether an element marks the beginning of a page."""
    return "pagebreak" in types(element) or "doc-pagebreak" in roles(element)


def label(element: etree._Element) -> str:
    """The number that a page break says: from its name or text, without the word "page"."""
    said = _said(element)
    own = element.get("lang", "").partition("-")[0].lower()
    near = dict.fromkeys((*((own,) if own in languages() else ()), *languages()))
    if written := next((match[1] for lang in near if (match := _shape(lang).fullmatch(said.strip()))), ""):
        return written
    return re.sub(r"^\D*?\s*(?=[\divxlcIVXLC]+\W*$)", "", said.strip()).strip(" .") if said else ""


def _said(element: etree._Element) -> str:
    return element.get("aria-label") or element.get("title") or text(element)


@cache
def _shape(lang: str) -> re.Pattern[str]:
    """How a language of the labels says a page («第 3 页» has words on both sides), words and number apart."""
    return re.compile(re.escape(labels(lang)("page", number="\0")).replace("\0", r"(\S+)"))


def _is_number(element: etree._Element, number: str) -> bool:
    """Whether a page break says this number: alone, or the only number among other words."""
    if label(element) == number:
        return True
    rest, found = re.subn(rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])", "", _said(element))
    return found == 1 and not any(character.isdigit() for character in rest)


def _breaks(subject: Subject, breaks: list[tuple[Page, etree._Element]]) -> Iterator[Finding]:
    times = Counter(label(e) for _, e in breaks)
    seen: set[str] = set()
    for page, element in breaks:
        shown = label(element)
        if not shown:
            yield RULE.fail(subject, "A page break does not say its number.", place=page.place(element),
                            block=subject.block_of(element))  # fmt: skip
        elif times[shown] > 1 and shown in seen:
            yield RULE.fail(subject, f"Two page breaks have the number {shown[:20]}.", place=page.place(element),
                            block=subject.block_of(element))  # fmt: skip
        elif subject.edition is not None and not _has_more(element):
            message = f"The mark of page {shown[:20]} stands at the end of a chapter; nothing of the page is behind it."
            yield RULE.fail(subject, message, place=page.place(element), block=subject.block_of(element))
        seen.add(shown)


def _has_more(element: etree._Element) -> bool:
    """Whether a text or a picture stands behind a page break in its chapter."""
    here: etree._Element | None = element
    while here is not None and here.tag != "body":
        if (here.tail or "").strip():
            return True
        for after in here.itersiblings():
            if isinstance(after.tag, str) and (text(after).strip() or any(True for _ in after.iter("img", "math"))):
                return True
        here = here.getparent()
    return False


def _entries(subject: Subject, nav: Page, entries: list[Entry], breaks: list[etree._Element]) -> Iterator[Finding]:
    place = {element: index for index, element in enumerate(breaks)}
    times = Counter(entry.text for entry in entries)
    told: set[str] = set()
    last = -1
    for entry in entries:
        shown = quoted(entry.text, 20)
        if times[entry.text] > 1 and entry.text not in told:
            told.add(entry.text)
            yield RULE.fail(subject, f"The list of pages has {shown} twice.", place=nav.place(entry.element))
        if entry.target is None:
            yield RULE.fail(subject, f"The page {shown} leads nowhere.", place=nav.place(entry.element))
            continue
        here = place.get(entry.target, -1)
        if 0 <= here < last:
            message = f"The page {shown} is out of order."
            yield RULE.fail(subject, message, place=nav.place(entry.element), block=subject.block_of(entry.target))
        if here >= 0 and label(entry.target) and not _is_number(entry.target, entry.text.strip()):
            message = f"The page {shown} leads to a page break with the number {label(entry.target)[:20]}."
            yield RULE.fail(subject, message, place=nav.place(entry.element), block=subject.block_of(entry.target))
        last = max(last, here)
    reached = {entry.target for entry in entries if entry.target is not None}
    missing = [label(e) for e in breaks if e not in reached and label(e)] if entries else []
    if missing:
        yield RULE.fail(subject, f"The list of pages leaves out {', '.join(missing[:5])[:60]}.", place=nav.name)


PAGES = (
    '<nav epub:type="page-list" role="doc-pagelist" aria-label="Pages"><ol><li><a href="c1.xhtml#p1">1</a></li>'
    '<li><a href="c1.xhtml#p2">2</a></li></ol></nav>'
)
BREAK = "<h1>Bees</h1><p><span id='p{0}' epub:type='pagebreak' role='doc-pagebreak' aria-label='{1}'/>x</p>"
TWO = BREAK.format(1, 1) + BREAK.format(2, 2).removeprefix("<h1>Bees</h1>")
SOURCE = METADATA + '<meta property="pageBreakSource">urn:isbn:1</meta>'
NAV = TOC + LANDMARKS + PAGES

RULE = Rule(
    id="page-list",
    title="The list of pages names every page once, in order",
    severity=Severity.WARNING,
    clauses=("EPUB A11Y 1.1 3.4.1", "EPUB 3.3 7.4.3"),
    looks={Format.EPUB: look},
    fix="Make the book anew: the pages are taken from the PDF.",
    foreign="Write each page break once into the page list, in the order of the text.",
    good=(
        sourced(book(TWO, nav=NAV, metadata=SOURCE)),
        book(TWO, nav=NAV, metadata=SOURCE),
        book(TWO.replace("'1'", "'第 1 页'").replace("'2'", "'第 2 页'"), nav=NAV, metadata=SOURCE),
        book(TWO.replace("'1'", "'1 頁'").replace("'2'", "'A-2'"), nav=NAV.replace(">2<", ">A-2<"), metadata=SOURCE),
    ),
    bad=(
        sourced(book(f"{TWO}<p>x<span id='p3' epub:type='pagebreak' role='doc-pagebreak' aria-label='3'/></p>",
                     nav=NAV.replace("</ol></nav>", "<li><a href='c1.xhtml#p3'>3</a></li></ol></nav>"),
                     metadata=SOURCE)),
        book(TWO, metadata=SOURCE),
        book(TWO, nav=NAV),
        book(TWO.replace("aria-label='2'", "aria-label='1'"), nav=NAV, metadata=SOURCE),
        book(TWO.replace("aria-label='2'", "aria-label='第 3 页'"), nav=NAV, metadata=SOURCE),
        book(TWO.replace("aria-label='2'", "aria-label='Page 1 of 2'"), nav=NAV, metadata=SOURCE),
        book(TWO, nav=NAV.replace('<li><a href="c1.xhtml#p1">1</a></li>', ""), metadata=SOURCE),
        book(TWO, nav=NAV.replace("#p1", "#x").replace("#p2", "#p1").replace("#x", "#p2"), metadata=SOURCE),
    ),
)
