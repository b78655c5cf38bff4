# SPDX-License-Identifier: AGPL-3.0-or-later
"""The contents name every chapter, in the order of the book.

What it does
: Finds chapters (content documents with a heading of level 1 or 2) that the contents leave out, entries that lead
  nowhere, and entries out of the order of the book.

Why it matters
: A chapter that is not in the contents cannot be found.

Example
: Five chapters, four entries.

Fix
: Make the book anew: pariter writes the contents from the headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import LANDMARKS, TOC, book, xhtml
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.contents import contents
from pipeline.checks.web.look import quoted
from pipeline.checks.web.notes import roles, types
from pipeline.model import Finding, Format, Severity

EXEMPT = frozenset({"cover", "titlepage", "toc", "landmarks", "footnotes", "endnotes", "rearnotes", "copyright-page",
                    "halftitlepage", "doc-cover", "doc-toc", "doc-endnotes", "doc-footnotes"})  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """The spine beside the contents."""
    page, entries = contents(subject)
    named = {entry.page for entry in entries}
    order: dict[str, int] = {}
    for i, p in enumerate(subject.pages):
        order.setdefault(p.name, i)  # one that stands there twice, another rule tells
    for p in subject.pages:
        heading = next(p.body.iter("h1", "h2"), None)
        if p.name in named or p.name == page.name or heading is None or not text(heading) or _exempt(p.body):
            continue
        message = f"The contents leave out {quoted(text(heading), 40)}."
        yield RULE.fail(subject, message, place=p.name, block=subject.block_of(heading))
    last = -1
    for entry in entries:
        here = order.get(entry.page, -1)
        if here < 0 and entry.page != page.name:
            message = f"The entry {quoted(entry.text, 40)} leads to no page of the book."
            yield RULE.fail(subject, message, place=page.place(entry.element))
        if 0 <= here < last:
            message = f"The entry {quoted(entry.text, 40)} is not in the order of the book."
            yield RULE.fail(subject, message, place=page.place(entry.element))
        last = max(last, here)


def _exempt(body: object) -> bool:
    from lxml import etree

    if not isinstance(body, etree._Element):
        return False
    first = [body, *list(body)[:3], *(c for child in list(body)[:2] for c in list(child)[:2])]
    return any((types(e) | roles(e)) & EXEMPT for e in first if isinstance(e.tag, str))


MORE = {"c2.xhtml": xhtml("<section><h1>Wasps</h1><p>Wasps sting.</p></section>", title="Wasps")}
BOTH = TOC.replace("</ol>", '<li><a href="c2.xhtml">Wasps</a></li></ol>')

RULE = Rule(
    id="toc-complete",
    title="The contents name every chapter, in the order of the book",
    severity=Severity.WARNING,
    clauses=("EPUB A11Y 1.1 3.3.2", "EPUB 3.3 7.4.2", "WCAG 2.4.5"),
    looks={Format.EPUB: look},
    fix="Make the book anew: the contents are written from the headings.",
    foreign="Write an entry for each chapter into the navigation document, in the order of the book.",
    good=(book(nav=BOTH + LANDMARKS, files=MORE),),
    bad=(book(files=MORE),),
)
