# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the book are the pages of the PDF.

What it does
: Compares the list of pages in the EPUB with the page numbers of the PDF of the same edition, and the places of its
  page breaks with the texts that begin on each page.

Why it matters
: "Page 12" must be the same place for who reads on paper and for who listens.

Example
: The PDF has 9 pages, the list in the book 8.

Fix
: Make both anew from one source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Outline, Role, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The labels of both, in their order. A page of the PDF on which nothing begins has no place in the book."""
    other = (subject.peers or {}).get(Format.PDF)
    if other is None:
        raise NotApplicable("there is no PDF of this edition")
    pages = list(dict.fromkeys(n.attrs["page"] for n in other.root.walk() if n.attrs.get("page")))
    listed = [
        item.text
        for node in subject.outline.root.walk()
        if node.role is Role.CONTENTS and node.attrs.get("kind") == "page-list"
        for item in node.children
    ]
    if not pages:
        raise NotApplicable("the PDF has no pages with text")
    missing = [page for page in pages if page not in listed]
    # A page on which no text begins (the middle of a long listing) is a page of the PDF all the same.
    every = list(dict.fromkeys(other.pages)) or pages
    extra = [page for page in listed if page not in every]
    if missing:
        yield RULE.fail(subject, f"The list of pages leaves out pages of the PDF: {', '.join(missing[:8])}.")
    if extra:
        yield RULE.fail(subject, f"The list of pages names pages that the PDF does not have: {', '.join(extra[:8])}.")
    kept = [page for page in listed if page in every]
    if kept != [page for page in every if page in kept]:
        yield RULE.fail(subject, "The pages stand in another order than in the PDF.")
    yield from _places(subject, other)


def _places(subject: Subject, other: Outline) -> Iterator[Finding]:
    """Texts that begin on another page than in the PDF; the first of each page is told. Notes are elsewhere in each,
    and where a table is torn is not the same for all cells of a row."""
    here, there = list(_texts(subject.outline.root)), list(_texts(other.root))
    told: set[str] = set()
    for a, b in align([one.text for one in here], [one.text for one in there]):
        if a is None or b is None or here[a].text != there[b].text:
            continue
        own, pdf = here[a], there[b]
        lost = [page for page in _within(pdf, other) if page not in own.breaks and page not in told]
        if lost:
            told |= {own.page, *lost}
            message = f"«{short(own.text, 50)}» goes on on page {lost[0]} of the PDF; here no page begins in it."
            yield RULE.fail(subject, message, block=own.block)
        elif own.page and pdf.page and own.page != pdf.page and own.page not in told:
            told.add(own.page)
            message = f"«{short(own.text, 50)}» begins on page {own.page} here, and on page {pdf.page} of the PDF."
            yield RULE.fail(subject, message, block=own.block)


def _within(text: _Text, pdf: Outline) -> tuple[str, ...]:
    """The pages of the PDF that begin within a text of it, where their labels tell which they are."""
    pages = list(pdf.pages)
    if not text.last or pages.count(text.page) != 1 or pages.count(text.last) != 1:
        return ()
    return tuple(pages[pages.index(text.page) + 1 : pages.index(text.last) + 1])


class _Text(NamedTuple):
    """A text with its block, the page on which it begins, and, in a PDF, that on which it ends if that is another;
    ``breaks`` are the pages that begin in it or at its beginning."""

    text: str
    page: str
    block: str
    last: str = ""
    breaks: tuple[str, ...] = ()


def _texts(root: Node) -> Iterator[_Text]:
    """Each text in reading order: its page is the one said of it, or that of the last page break."""
    page = ""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.role is Role.PAGE_BREAK:
            page = node.attrs.get("page", "")
        elif node.role in (Role.NOTE, Role.TABLE, Role.CONTENTS, Role.NOTICE):
            page = next((last for last in reversed([_page(one) for one in node.walk()]) if last), page)
        elif node.role in TEXTS and (text := _said(node)):
            breaks = [one for one in node.walk() if one.role is Role.PAGE_BREAK]
            # Pages that carry no text (a printed list of contents) begin where the next text does: the last holds it.
            page = next((_page(one) for one in reversed(breaks) if one.attrs.get("offset") == "0"), page)
            here = node.attrs.get("page", "") or page
            within = tuple(_page(one) for one in breaks)
            yield _Text(text, here, node.attrs.get("id", ""), node.attrs.get("last-page", ""), within)
            page = next((_page(one) for one in reversed(breaks)), page)
        else:
            stack.extend(reversed(node.children))


def _said(node: Node) -> str:
    """What a part says: its text, or what a picture shows."""
    alt = fold(node.attrs.get("alt", "")) if node.role is Role.FIGURE else ""
    return f"[{alt}]" if alt else fold(node.text)


def _page(node: Node) -> str:
    return node.attrs.get("page", "") if node.role is Role.PAGE_BREAK else ""


TEXTS = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LINE, Role.TERM, Role.FIGURE})


def _example(*labels: str) -> Example:
    items = tuple(Node(Role.CONTENTS_ITEM, label) for label in labels)
    listed = Node(Role.CONTENTS, "Pages", items, attrs={"kind": "page-list"})
    return _read(listed)


def _read(*nodes: Node, second: str = "2") -> Example:
    peers = {Format.PDF: _pdf(second)}
    return Example(Format.EPUB, read=Outline(Format.EPUB, Node(Role.DOCUMENT, "", nodes)), peers=peers)


def _broken(offset: int, *more: int, pdf: str = "2") -> Example:
    """A book whose second page begins so far into its second text, and the third as ``more`` says, beside a PDF with
    that text on page ``pdf``."""
    offsets = dict(zip("123", (0, offset, *more), strict=False))
    breaks = {page: Node(Role.PAGE_BREAK, attrs={"page": page, "offset": str(at)}) for page, at in offsets.items()}
    entries = tuple(Node(Role.CONTENTS_ITEM, page) for page in "123")
    listed = Node(Role.CONTENTS, "Pages", entries, attrs={"kind": "page-list"})
    second = Node(Role.PARAGRAPH, "Text 2", tuple(breaks[page] for page in breaks if page != "1"))
    return _read(breaks["1"], Node(Role.PARAGRAPH, "Text 1"), second, listed, second=pdf)


def _pdf(second: str) -> Outline:
    """A PDF of three pages; on the third the second text, which begins on page ``second``, ends."""
    one = Node(Role.PARAGRAPH, "Text 1", attrs={"page": "1"})
    two = Node(Role.PARAGRAPH, "Text 2", attrs={"page": second, "last-page": "3"})
    return Outline(Format.PDF, Node(Role.DOCUMENT, "", (one, two)), pages=("1", "2", "3"))


RULE = Rule(
    id="pages-of-pdf",
    title="The pages of the book are the pages of the PDF",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 3.4.1", "EPUB 3.3 7.4.3"),
    looks={Format.EPUB: look},
    fix="Make both anew from one source.",
    good=(_example("1", "2"), _example("1", "2", "3"), _broken(0, 4), _broken(0, 0, pdf="3")),
    bad=(
        _example("1"),
        _example("1", "2", "4"),
        _example("2", "1"),
        _example("1", "3", "2"),
        _broken(3, 4),
        _broken(0),
        _broken(0, 0),
    ),
)
