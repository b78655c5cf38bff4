# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a book really holds, read off its content documents: the base on which its claims are judged."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.checks.book import Book
from pipeline.checks.once import once
from pipeline.checks.page import MATHML, SVG, Page, elements
from pipeline.checks.rule import Subject
from pipeline.checks.web.notes import roles, types

LONG = ("aria-details", "longdesc", "data-longdesc")


@dataclass(frozen=True, slots=True)
class Content:
    """``images`` are those that say something; ``unnamed`` those of them without an alternative."""

    images: int = 0
    unnamed: int = 0
    formulas: int = 0
    tex: int = 0
    described: int = 0
    formula_texts: int = 0
    audio: int = 0
    video: int = 0
    tracks: int = 0
    headings: int = 0
    lists: int = 0
    tables: int = 0
    page_breaks: int = 0
    ruby: int = 0
    overlays: int = 0
    scripts: int = 0
    toc: bool = False
    page_list: bool = False
    index: bool = False
    fixed: bool = False


@once
def content_of(subject: Subject) -> Content:
    """The content of a book, counted."""
    return _counted(subject.epub)


def _counted(book: Book) -> Content:
    tally: dict[str, int] = {}
    index = False
    nav = book.nav
    for page in book.pages:
        if nav is not None and page.name == nav.name:
            continue
        for element in elements(page.body):
            for name in _kinds(page, element):
                tally[name] = tally.get(name, 0) + 1
            index = index or bool({"index"} & types(element) or {"doc-index"} & roles(element))
    tally["overlays"] = sum(p.media_type == "application/smil+xml" for p in book.manifest.values())
    layouts = book.metadata("rendition:layout")
    return Content(**tally, toc=_nav(nav, "toc"), page_list=_nav(nav, "page-list"), index=index,
                   fixed="pre-paginated" in layouts)  # fmt: skip


def _nav(page: Page | None, kind: str) -> bool:
    if page is None:
        return False
    return any(kind in types(e) and next(e.iter("a"), None) is not None for e in page.root.iter("nav"))


def _kinds(page: Page, element: etree._Element) -> list[str]:
    tag = str(element.tag)
    found: list[str] = []
    if _is_image(page, element):
        found.append("images")
        if not _named(element):
            found.append("unnamed")
    if tag == f"{MATHML}math":
        found.append("formulas")
        if element.get("alttext"):
            found.append("formula_texts")
        if any("tex" in str(e.get("encoding", "")) for e in element.iter(f"{MATHML}annotation")) or _is_tex(element):
            found.append("tex")
    if any(element.get(name) for name in LONG) or (tag == "details" and next(element.iter("img"), None) is not None):
        found.append("described")
    simple = {"audio": "audio", "video": "video", "track": "tracks", "ul": "lists", "ol": "lists", "dl": "lists",
              "table": "tables", "ruby": "ruby", "script": "scripts"}  # fmt: skip
    if tag in simple:
        found.append(simple[tag])
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6") or "heading" in roles(element):
        found.append("headings")
    if "pagebreak" in types(element) or "doc-pagebreak" in roles(element):
        found.append("page_breaks")
    return found


def _is_tex(math: etree._Element) -> bool:
    text = str(math.get("data-tex") or math.get("alttext", ""))
    return "\\" in text or "^" in text or "_" in text


def _is_image(page: Page, element: etree._Element) -> bool:
    tag = str(element.tag)
    if element.get("role") in ("presentation", "none") or element.get("aria-hidden") == "true":
        return False
    if tag == "img":
        return element.get("alt") != ""
    if tag == f"{SVG}svg":
        parent = element.getparent()
        return parent is None or not str(parent.tag).startswith(SVG)
    del page
    return element.get("role") == "img"


def _named(element: etree._Element) -> bool:
    if any(element.get(name, "").strip() for name in ("alt", "aria-label", "aria-labelledby", "title")):
        return True
    return element.find(f"{SVG}title") is not None
