# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the book are the pages of the PDF.

What it does
: Compares the list of pages in the EPUB with the page numbers of the PDF of the same edition.

Why it matters
: "Page 12" must be the same place for who reads on paper and for who listens.

Example
: The PDF has 9 pages, the list in the book 8.

Fix
: Make both anew from one source.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    extra = [page for page in listed if page not in pages]
    if missing:
        yield RULE.fail(subject, f"The list of pages leaves out pages of the PDF: {', '.join(missing[:8])}.")
    if extra:
        yield RULE.fail(subject, f"The list of pages names pages that the PDF does not have: {', '.join(extra[:8])}.")
    kept = [page for page in listed if page in pages]
    if kept != [page for page in pages if page in kept]:
        yield RULE.fail(subject, "The pages stand in another order than in the PDF.")


def _example(*labels: str) -> Example:
    items = tuple(Node(Role.CONTENTS_ITEM, label) for label in labels)
    listed = Node(Role.CONTENTS, "Pages", items, attrs={"kind": "page-list"})
    return Example(Format.EPUB, read=Outline(Format.EPUB, Node(Role.DOCUMENT, "", (listed,))), peers=PEERS)


def _pdf() -> Outline:
    texts = tuple(Node(Role.PARAGRAPH, f"Text {n}", attrs={"page": str(n)}) for n in (1, 2))
    return Outline(Format.PDF, Node(Role.DOCUMENT, "", texts))


PEERS = {Format.PDF: _pdf()}

RULE = Rule(
    id="pages-of-pdf",
    title="The pages of the book are the pages of the PDF",
    severity=Severity.ERROR,
    clauses=("EPUB A11Y 1.1 3.4.1", "EPUB 3.3 7.4.3"),
    looks={Format.EPUB: look},
    fix="Make both anew from one source.",
    good=(_example("1", "2"),),
    bad=(_example("1"), _example("1", "2", "3"), _example("2", "1")),
)
