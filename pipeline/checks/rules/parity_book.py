# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a book are in its order, bear their own names, and it begins where the text begins.

What it does
: Finds parts with text of the document that are not in the reading order (``linear="no"``), parts that have the title
  of another part, a landmark for the start of the text that leads elsewhere, and a page list after another file.

Why it matters
: A reading system leaves out what is not in the order, and says the wrong title when a part is opened.

Example
: ``<itemref idref="c3" linear="no"/>`` for a chapter.

Fix
: Report it with the source: the writer of the book has a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.checks.book import OPF
from pipeline.checks.examples import BODY, METADATA, book, sourced
from pipeline.checks.page import MATHML, Page, text
from pipeline.checks.parity.compare import Part, parts_of
from pipeline.checks.parity.headings import start_of, without_calls
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.contents import HEADINGS
from pipeline.model import Block, BlockKind, Finding, Format, Role, Severity
from pipeline.outline.words import plain_text

PRINT = re.compile(r"(?i)^[a-z][a-z0-9+.-]*:|\d[\d -]{8,}[\dx]|\s")
FEW = 3


def look(subject: Subject) -> Iterator[Finding]:
    """Order, titles, landmarks, pages."""
    if not subject.blocks:
        raise NotApplicable("the source of this file is not known")
    yield from _order(subject)
    yield from _titles(subject)
    yield from _start(subject)
    yield from _pages(subject)


def _order(subject: Subject) -> Iterator[Finding]:
    book_ = subject.epub
    pages = {page.name: page for page in subject.pages}
    for ref in book_.package.iterfind(f"{OPF}spine/{OPF}itemref"):
        part = book_.manifest.get(ref.get("idref", ""))
        page = pages.get(part.name) if part is not None and ref.get("linear", "yes") == "no" else None
        block = next((name for name in page.ids if name in subject.blocks), "") if page is not None else ""
        if page is not None and block:
            yield RULE.fail(subject, f"{page.name} is left out of the reading order.", place=page.name, block=block)


def _heading(page: Page) -> tuple[str, ...]:
    """The first heading of a part, with the numbers of its notes and without them, and with its formulas as they are
    told; nothing if it has none."""
    found = next(page.root.iter(*HEADINGS), None)
    if found is None:
        return ()
    written = told = plain_text(found)
    for formula in found.iter(f"{MATHML}math"):
        tex, words = " ".join(formula.get("data-tex", "").split()), formula.get("alttext", "")
        told = told.replace(tex, " ".join(words.split()), 1) if tex and words else told
    return (written, text(found), told)


def _titles(subject: Subject) -> Iterator[Finding]:
    headings = {page.name: _heading(page) for page in subject.pages}
    titles = {page.name: _title(page) for page in subject.pages}
    same = len(titles) >= FEW and len(set(titles.values())) == 1
    words = {name for heading in headings.values() for name in heading} | {_document(subject)}
    for page in subject.pages:
        title, own = titles[page.name], headings[page.name]
        block = next((name for name in page.ids if name in subject.blocks), "")
        if not own or not title or not block or any(name in title for name in own):
            continue
        if title in words and not same and title != _document(subject):
            message = f"{page.name} has the title of another part: «{title[:50]}», not «{own[0][:50]}»."
            yield RULE.fail(subject, message, place=page.name, block=block)
        elif same or title not in words:
            message = f"{page.name} has the title «{title[:50]}», and its heading is «{own[0][:50]}»."
            yield RULE.fail(subject, message, place=page.name, block=block)


def _title(page: Page) -> str:
    return next((text(element) for element in page.root.iter("title")), "")


def _document(subject: Subject) -> str:
    return subject.edition.document.meta.title if subject.edition is not None else ""


def _start(subject: Subject) -> Iterator[Finding]:
    if subject.expected is None:
        return
    parts = [part for part in parts_of(subject.expected.root) if part.node.attrs.get("kind") != "label"]
    starts = {start for part in parts if Role.NOTE not in part.around for start in _starts(part)}
    for node in subject.outline.root.walk():
        if node.role is Role.CONTENTS_ITEM and node.attrs.get("kind") == "bodymatter":
            if _is_without_text(subject, node.attrs.get("href", "")):
                yield RULE.fail(subject, "The landmark of the text's start leads to a page without any of the text.")
                continue
            target = start_of(node.attrs.get("target", "").removeprefix("#"))
            # A landmark may lead to a quotation or a list: its text goes on after that of its first part.
            if target and target not in starts and not any(start and target.startswith(start) for start in starts):
                yield RULE.fail(subject, f"The landmark of the text's start leads to «{target}».", place=node.place)


def _is_without_text(subject: Subject, href: str) -> bool:
    """Whether a link leads to a page of the book, such as its cover, that has nothing of the document."""
    path = href.partition("#")[0]
    named = [page for page in subject.pages if path and f"/{page.name}".endswith(f"/{path}")]
    return len(named) == 1 and not any(name in subject.blocks for name in named[0].ids)


def _starts(part: Part) -> Iterator[str]:
    """How a part's text may begin as a place that a link leads to: with its formulas or not, without calls of notes."""
    yield start_of(part.text)
    if part.node.children:
        yield start_of(without_calls(part.node))


def _pages(subject: Subject) -> Iterator[Finding]:
    name = subject.edition.document.name if subject.edition is not None else ""
    for source in (*subject.epub.metadata("pageBreakSource"), *subject.epub.metadata("dcterms:source")):
        path = PurePosixPath(source)
        named = not PRINT.search(source)  # a file, not the number of a printed book
        if named and (path.suffix != ".pdf" or path.stem.removesuffix(".plain").removesuffix(".large") != name):
            yield RULE.fail(subject, f"The pages are said to be those of «{source[:60]}», not of {name}.pdf.")


def _book(body: str = BODY, metadata: str = METADATA) -> Example:
    return sourced(book(body, metadata=metadata), Block(BlockKind.HEADING, "bees", level=1))


def _pages_of(name: str) -> Example:
    return _book(metadata=METADATA + f'<meta property="pageBreakSource">{name}</meta>')


RULE = Rule(
    id="parity-book",
    title="The parts of a book are in its order and bear their names",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "EPUB A11Y 1.1 3.4.1", "WCAG 2.4.2"),
    looks={Format.EPUB: look},
    fix="Report it with the source: the writer of the book has a fault.",
    good=(_book(), _pages_of("bees.pdf"), _pages_of("urn:isbn:9780000000002"), _pages_of("978-0-00-000000-2")),
    bad=(_pages_of("wasps.pdf"), _pages_of("first-edition")),
)
