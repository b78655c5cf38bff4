# SPDX-License-Identifier: AGPL-3.0-or-later
"""The navigation document: contents, landmarks, pages (EPUB 3.3, 7), and the flat list for an NCX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from pipeline.labels import Labels
from pipeline.model import Edition
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.epub.files import page
from pipeline.writers.epub.pages import Break
from pipeline.writers.epub.split import EPUB_TYPE, Part
from pipeline.writers.markup import Entry, element


def document(
    edition: Edition,
    words: Labels,
    parts: Sequence[Part],
    entries: Sequence[Entry],
    breaks: Sequence[Break],
    where: Mapping[str, str],
) -> etree._Element:
    """The ``html`` element of the navigation document. ``where`` says in which file an id is."""
    body = element("body", class_="navigation")
    contents = _nav(body, "toc", "doc-toc", words("contents"), "contents-title", "h1")
    listed = _list(entries, where)
    other = words.lang != edition.lang.partition("-")[0]  # the labels' language is not the book's
    if other:
        for name in ("lang", XML_LANG):
            listed.set(name, edition.lang)
        listed.set("dir", edition.dir)
    contents.append(listed)
    if breaks:
        pages = _nav(body, "page-list", "doc-pagelist", words("page_list"), "pages-title", "h2", hidden=True)
        pages.append(_flat_list([(f"{where[one.id]}#{one.id}", one.label, "") for one in breaks]))
    marks = _nav(body, "landmarks", "", words("landmarks"), "landmarks-title", "h2", hidden=True)
    marks.append(_flat_list(_landmarks(words, parts, where)))
    return page(words("contents"), body, edition, *((words.lang, words.dir) if other else ()))


def _nav(
    body: etree._Element, kind: str, role: str, title: str, name: str, heading: str, *, hidden: bool = False
) -> etree._Element:
    made = element("nav", id=kind, aria_labelledby=name)
    made.set(EPUB_TYPE, kind)
    if role:
        made.set("role", role)
    if hidden:
        made.set("hidden", "hidden")
    made.append(element(heading, title, id=name))
    body.append(made)
    return made


def _list(entries: Sequence[Entry], where: Mapping[str, str]) -> etree._Element:
    made = element("ol")
    for entry in entries:
        item = element("li")
        link = element("a", entry.text, href=f"{where[entry.id]}#{entry.id}")
        if entry.lang:
            link.set("lang", entry.lang)
            link.set(XML_LANG, entry.lang)
        if entry.dir:
            link.set("dir", entry.dir)
        item.append(link)
        if entry.children:
            item.append(_list(entry.children, where))
        made.append(item)
    return made


def _flat_list(lines: Sequence[tuple[str, str, str]]) -> etree._Element:
    made = element("ol")
    for href, text, kind in lines:
        item = element("li")
        link = element("a", text, href=href)
        if kind:
            link.set(EPUB_TYPE, kind)
        item.append(link)
        made.append(item)
    return made


def _landmarks(words: Labels, parts: Sequence[Part], where: Mapping[str, str]) -> list[tuple[str, str, str]]:
    front = parts[0]
    title = f"{front.name}#title" if where.get("title") == front.name else front.name
    first = next((part for part in parts[1:] if part.kind == "chapter"), front)
    start = f"{front.name}#{_first_block(front)}" if _first_block(front) else first.name
    lines = [
        ("cover.xhtml", words("cover"), "cover"),
        ("nav.xhtml#toc", words("contents"), "toc"),
        (title, words("title_page"), "titlepage"),
        (start, words("start"), "bodymatter"),
    ]
    lines += [(part.name, part.title, "endnotes") for part in parts if part.kind == "notes"]
    return lines


def _first_block(front: Part) -> str:
    """Where the text starts in the first file: the first block after the title block, if there is one."""
    header = front.body.find(f".//{element('header').tag}")
    following = header.itersiblings() if header is not None else iter(())
    return next((block.get("id") or "" for block in following if block.get("id")), "")


def flat(entries: Sequence[Entry], where: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(href, text) of every line of the contents, for an NCX."""
    return tuple((f"{where[one.id]}#{one.id}", one.text) for top in entries for one in top.walk())
