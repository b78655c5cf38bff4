# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calls of notes, notes, and the ways back, however a page marks them."""

from __future__ import annotations

from lxml import etree

from pipeline.checks.page import EPUB

CALL_TYPES = frozenset({"noteref"})
NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote", "note"})
NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})
GROUP_TYPES = frozenset({"footnotes", "endnotes", "rearnotes"})


def types(element: etree._Element) -> frozenset[str]:
    """The words of ``epub:type``."""
    return frozenset((element.get(f"{EPUB}type") or element.get("epub:type") or "").split())


def roles(element: etree._Element) -> frozenset[str]:
    """The words of ``role``."""
    return frozenset(element.get("role", "").lower().split())


def is_call(element: etree._Element) -> bool:
    """Whether a link calls a note."""
    return bool(element.tag == "a" and ("doc-noteref" in roles(element) or types(element) & CALL_TYPES))


def is_back(element: etree._Element) -> bool:
    """Whether a link leads back from a note."""
    return bool("doc-backlink" in roles(element) or "backlink" in types(element))


def is_note(element: etree._Element) -> bool:
    """Whether an element is a note: marked as one, or an entry of a list of notes."""
    if roles(element) & NOTE_ROLES or types(element) & NOTE_TYPES:
        return True
    here = element.getparent()
    while here is not None:
        if "doc-endnotes" in roles(here) or types(here) & GROUP_TYPES:
            return element.tag in ("li", "p", "div", "aside", "dd", "dt")
        here = here.getparent()
    return False


def note_around(element: etree._Element) -> etree._Element | None:
    """The note that an element is, or stands in."""
    here: etree._Element | None = element
    while here is not None:
        if is_note(here):
            return here
        here = here.getparent()
    return None
