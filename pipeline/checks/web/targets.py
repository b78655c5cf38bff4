# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a link leads: the element of the page, or of another page of the book."""

from __future__ import annotations

from urllib.parse import unquote

from lxml import etree

from pipeline.checks.page import Page
from pipeline.checks.rule import Subject
from pipeline.model import Format


def is_inner(href: str) -> bool:
    """Whether a link stays in the file."""
    return ":" not in href.partition("#")[0].partition("/")[0] and not href.startswith("//")


def target_of(subject: Subject, page: Page, href: str) -> etree._Element | None:
    """The element that an inner link leads to (the body for a whole page); None if there is none."""
    if not is_inner(href):
        return None
    if subject.format is not Format.EPUB:
        path, _, fragment = href.partition("#")
        if path:
            return None
        return page.ids.get(unquote(fragment), page.ids.get(fragment)) if fragment else page.body
    name, fragment = subject.epub.resolve(page.name, href)
    other = next((p for p in subject.pages if p.name == name), None)
    if other is None and subject.epub.nav is not None and subject.epub.nav.name == name:
        other = subject.epub.nav
    if other is None:
        return None
    return other.ids.get(fragment) if fragment else other.body
