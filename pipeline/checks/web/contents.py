# SPDX-License-Identifier: AGPL-3.0-or-later
"""The entries of a book's or page's contents and where they lead."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from pipeline.checks.page import Page, elements, text
from pipeline.checks.rule import NotApplicable, Subject
from pipeline.checks.web.notes import roles, types
from pipeline.checks.web.targets import target_of
from pipeline.model import Format

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Entry(NamedTuple):
    """An entry: its text, where it leads (None: nowhere), the page of that, and how deep it stands (from 1)."""

    element: etree._Element
    text: str
    target: etree._Element | None
    page: str
    depth: int


def contents(subject: Subject, kind: str = "toc") -> tuple[Page, list[Entry]]:
    """The entries of the contents, or of another list of the navigation. Raises NotApplicable if there is none."""
    page = subject.epub.nav if subject.format is Format.EPUB else subject.page
    nav = next((e for e in page.root.iter("nav") if _is(e, kind)), None) if page is not None else None
    if page is None or nav is None:
        raise NotApplicable("there is no such list")
    entries = []
    for link in nav.iter("a"):
        href = link.get("href", "")
        depth = sum(1 for above in link.iterancestors() if above.tag in ("ol", "ul"))
        name = subject.epub.resolve(page.name, href)[0] if subject.format is Format.EPUB else page.name
        entries.append(Entry(link, text(link), target_of(subject, page, href), name, depth))
    if not entries:
        raise NotApplicable("the list is empty")
    return page, entries


def _is(element: etree._Element, kind: str) -> bool:
    return kind in types(element) or {"toc": "doc-toc", "page-list": "doc-pagelist"}.get(kind, "") in roles(element)


def heading_at(target: etree._Element) -> etree._Element | None:
    """The heading that a target is, begins with, or stands in."""
    if target.tag in HEADINGS or "heading" in roles(target):
        return target
    here = target.getparent()
    while here is not None and here.tag not in ("body", "section", "article", "main"):
        if here.tag in HEADINGS:
            return here
        here = here.getparent()
    return next((e for e in elements(target) if e.tag in HEADINGS or "heading" in roles(e)), None)
