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
    for a, b in align([text for text, _, _ in here], [text for text, _, _ in there]):
        if a is None or b is None or here[a][0] != there[b][0]:
            continue
        (text, page, block), (_, wanted, _) = here[a], there[b]
        if page and wanted and page != wanted and page not in told:
            told.add(page)
            message = f"«{short(text, 50)}» begins on page {page} here, and on page {wanted} of the PDF."
            yield RULE.fail(subject, message, block=block)


def _texts(root: Node) -> Iterator[tuple[str, str, str]]:
    """(text, page, block) of each text in reading order: the page said of it, or the one of the last page break."""
    page = ""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.role is Role.PAGE_BREAK:
            page = node.attrs.get("page", "")
        elif node.role in (Role.NOTE, Role.TABLE, Role.CONTENTS, Role.NOTICE):
            page = next((last for last in reversed([_page(one) for one in node.walk()]) if last), page)
        elif node.role in TEXTS and fold(node.text):
            breaks = [one for one in node.walk() if one.role is Role.PAGE_BREAK]
            page = next((_page(one) for one in breaks if one.attrs.get("offset") == "0"), page)
            yield fold(node.text), node.attrs.get("page", "") or page, node.attrs.get("id", "")
            page = next((_page(one) for one in reversed(breaks)), page)
        else:
            stack.extend(reversed(node.children))


def _page(node: Node) -> str:
    return node.attrs.get("page", "") if node.role is Role.PAGE_BREAK else ""


TEXTS = frozenset({Role.HEADING, Role.PARAGRAPH, Role.LINE, Role.TERM})


def _example(*labels: str) -> Example:
    items = tuple(Node(Role.CONTENTS_ITEM, label) for label in labels)
    listed = Node(Role.CONTENTS, "Pages", items, attrs={"kind": "page-list"})
    return _read(listed)


def _read(*nodes: Node) -> Example:
    return Example(Format.EPUB, read=Outline(Format.EPUB, Node(Role.DOCUMENT, "", nodes)), peers=PEERS)


def _broken(offset: int) -> Example:
    """A book whose second page begins so far into its second text."""
    listed = Node(Role.CONTENTS, "Pages", tuple(Node(Role.CONTENTS_ITEM, n) for n in "12"), attrs={"kind": "page-list"})
    first, second = (Node(Role.PAGE_BREAK, attrs={"page": n, "offset": str(offset if n == "2" else 0)}) for n in "12")
    return _read(first, Node(Role.PARAGRAPH, "Text 1"), Node(Role.PARAGRAPH, "Text 2", (second,)), listed)


def _pdf() -> Outline:
    """A PDF of three pages; on the third the second text goes on."""
    texts = tuple(Node(Role.PARAGRAPH, f"Text {n}", attrs={"page": str(n)}) for n in (1, 2))
    return Outline(Format.PDF, Node(Role.DOCUMENT, "", texts), pages=("1", "2", "3"))


PEERS = {Format.PDF: _pdf()}

RULE = Rule(
    id="pages-of-pdf",
    title="The pages of the book are the pages of the PDF",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 3.4.1", "EPUB 3.3 7.4.3"),
    looks={Format.EPUB: look},
    fix="Make both anew from one source.",
    good=(_example("1", "2"), _example("1", "2", "3"), _broken(0)),
    bad=(_example("1"), _example("1", "2", "4"), _example("2", "1"), _example("1", "3", "2"), _broken(3)),
)
