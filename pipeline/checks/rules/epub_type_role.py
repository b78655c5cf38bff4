# SPDX-License-Identifier: AGPL-3.0-or-later
"""What reading systems are told, assistive technology is told too.

What it does
: Finds elements whose ``epub:type`` says what they are (note, call of a note, page break, contents) and that have no
  ARIA role.

Why it matters
: Screen readers know roles, not ``epub:type``.

Example
: ``<aside epub:type="footnote">`` is bad, with ``role="doc-footnote"`` it is good.

Fix
: Make the file anew; pariter writes both.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import BODY, LANDMARKS, TOC, book, sourced
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.notes import types
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Format, Severity

ROLES = {
    "footnote": "doc-footnote", "noteref": "doc-noteref", "pagebreak": "doc-pagebreak", "toc": "doc-toc",
    "page-list": "doc-pagelist", "backlink": "doc-backlink", "endnotes": "doc-endnotes", "chapter": "doc-chapter",
    "part": "doc-part", "bibliography": "doc-bibliography", "glossary": "doc-glossary", "index": "doc-index",
    "abstract": "doc-abstract", "appendix": "doc-appendix", "introduction": "doc-introduction",
    "preface": "doc-preface", "foreword": "doc-foreword", "epigraph": "doc-epigraph", "pullquote": "doc-pullquote",
    "biblioref": "doc-biblioref", "glossref": "doc-glossref", "conclusion": "doc-conclusion",
}  # fmt: skip

TOLD = ("noteref", "pagebreak", "footnote", "page-list")
LINKS = frozenset({"noteref", "backlink", "biblioref", "glossref"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with a type that has a role; entries of the landmarks and the body only name parts."""
    if subject.edition is not None and subject.ours:
        yield from _untold(subject, view)
    bearing = [e for e in view.elements() if types(e) & ROLES.keys() and e.tag not in ("body", "html")]
    listed = [e for e in bearing if e.tag != "a" or types(e) & LINKS]
    for element in found(listed):
        if not element.get("role", "").strip():
            kind = sorted(types(element) & ROLES.keys())[0]
            message = f"This is a {kind} for reading systems, but has no role {ROLES[kind]}."
            yield at(RULE, subject, view, element, message)


def _untold(subject: Subject, view: View) -> Iterator[Finding]:
    """Parts that only assistive technology is told of: reading systems open notes and count pages by epub:type."""
    for element in view.elements():
        for kind in TOLD:
            if element.get("role", "").strip() == ROLES[kind] and kind not in types(element):
                message = f"This has the role {ROLES[kind]}, and reading systems are not told that it is a {kind}."
                yield at(RULE, subject, view, element, message)


CALLED = BODY.replace("dance.", "dance.<a role='doc-noteref' href='#bees'>1</a>")

RULE = Rule(
    id="epub-type-role",
    title="What reading systems are told, assistive technology is told too",
    severity=Severity.WARNING,
    clauses=("EPUB A11Y 1.1 3.3.2", "WCAG 1.3.1"),
    looks={Format.EPUB: web(look)[Format.EPUB]},
    fix="Make the file anew: both are written.",
    foreign='Write the role beside epub:type, such as role="doc-noteref".',
    good=(book(),),
    bad=(
        book(BODY + "<aside epub:type='footnote' id='n'>x</aside>"),
        book(nav=TOC.replace(' role="doc-toc"', "") + LANDMARKS),
        sourced(book(CALLED), Block(BlockKind.HEADING, "bees", level=1)),
    ),
)
