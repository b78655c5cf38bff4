# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a rule looks at web pages and at the content documents of an EPUB alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from pipeline.checks.rule import Look, NotApplicable, Rule, Subject
from pipeline.checks.web.view import View, view_of
from pipeline.model import Finding, Format

PageLook = Callable[[Subject, View], Iterable[Finding]]


def web(look: PageLook, *, epub: bool = True) -> Mapping[Format, Look]:
    """Looks for HTML (and EPUB) that call ``look`` for each page. A page that has nothing of the kind raises
    NotApplicable; the rule is not applicable if all pages do."""

    def all_pages(subject: Subject) -> Iterator[Finding]:
        applies = False
        for view in views(subject):
            try:
                yield from look(subject, view)
                applies = True
            except NotApplicable:
                continue
        if not applies:
            raise NotApplicable("none of its kind in the file")

    return {Format.HTML: all_pages, Format.EPUB: all_pages} if epub else {Format.HTML: all_pages}


def views(subject: Subject) -> Iterator[View]:
    """The pages of a file as they are met; of an EPUB also its navigation document."""
    pages = subject.pages
    for page in pages:
        yield view_of(page)
    if subject.format is Format.EPUB and subject.epub.nav is not None and subject.epub.nav not in pages:
        yield view_of(subject.epub.nav)


def found(items: Iterable[etree._Element], what: str = "") -> list[etree._Element]:
    """The items as a list. Raises NotApplicable if there are none."""
    listed = list(items)
    if not listed:
        raise NotApplicable(what or "none in the page")
    return listed


def at(rule: Rule, subject: Subject, view: View, element: etree._Element, message: str) -> Finding:
    """A failure of an element: with its place in the page and its block in the source."""
    owner, block = subject.owner_of(element)
    return rule.fail(owner, message, place=view.page.place(element), block=block)


def ask_at(rule: Rule, subject: Subject, view: View, element: etree._Element, message: str) -> Finding:
    """A question about an element, for a person."""
    owner, block = subject.owner_of(element)
    return rule.ask(owner, message, place=view.page.place(element), block=block)


def quoted(text: str, most: int = 60) -> str:
    """A text to show in a message: in quotation marks, cut where it is long."""
    text = " ".join(text.split())
    return f"«{text if len(text) <= most else text[: most - 1] + '…'}»"
