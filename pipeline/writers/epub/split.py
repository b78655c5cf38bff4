# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tree cut into the files of the book: the title with what stands before the first section, one file for
each main section, and the notes; links between them follow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from pipeline.labels import Labels
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.markup import classes, element, heading_of, local, quiet_sections, title_of

SAFE = re.compile(r"[a-z][a-z0-9_.-]{0,60}")
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What DPUB-ARIA says, said again in the older words that many reading systems go by.
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
TYPES = {
    "doc-noteref": "noteref", "doc-footnote": "footnote", "doc-endnotes": "endnotes", "doc-backlink": "backlink",
    "doc-pagebreak": "pagebreak", "doc-chapter": "chapter", "doc-glossary": "glossary", "doc-glossref": "glossref",
}  # fmt: skip
# Attributes that name other elements: they cannot reach into another file.
REFERENCES = ("aria-details", "aria-describedby", "aria-labelledby", "headers")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book: its name, its title, its body, its language and direction, and what it is (title,
    chapter, notes)."""

    name: str
    title: str
    body: etree._Element
    lang: str
    dir: str
    kind: str


def split(tree: etree._Element, words: Labels) -> tuple[Part, ...]:
    """Cut ``tree`` (which is used up)."""
    lang, way = tree.get("lang") or "en", tree.get("dir") or "ltr"
    taken: set[str] = {"cover", "nav"}
    front: list[etree._Element] = []
    chapters: list[_Chapter] = []
    for chapter in [one for child in list(tree) for one in _chapters(child)]:
        if chapter.section is not None:
            chapters.append(chapter)
        elif chapters:
            # A loose block between sections belongs to what stands before it.
            chapters[-1] = _open(chapters[-1], lang, way)
            chapters[-1].whole.append(chapter.whole)
        else:
            front.append(chapter.whole)
    parts = [_front(tree, front, words, lang, way)]
    taken.add("title")
    for number, chapter in enumerate(chapters, 1):
        parts.append(_section(chapter, number, taken, lang, way))
    for part in parts:
        quiet_sections(part.body)
        _finish(part.body)
    return tuple(parts)


class _Chapter(NamedTuple):
    """A stretch of the text: its element, and the main section in it, if it has one: the element itself, or one that
    stands in it where the author put it into a part with attributes."""

    whole: etree._Element
    section: etree._Element | None = None


def _chapters(child: etree._Element) -> list[_Chapter]:
    """A block of the text as it is cut: a part with attributes that holds several main sections is parted, and each
    piece says its language and direction."""
    if local(child) == "section" and heading_of(child) is not None:
        return [_Chapter(child, child)]
    inner = [one for block in child for one in _chapters(block)] if "group" in classes(child) else []
    sections = [one.section for one in inner if one.section is not None]
    if len(sections) < 2:
        return [_Chapter(child, *sections)]
    found: list[_Chapter] = []
    for one in inner:
        if not found or (one.section is not None and found[-1].section is not None):
            found.append(_Chapter(_emptied(child, again=bool(found)), one.section))
        elif one.section is not None:
            found[-1] = found[-1]._replace(section=one.section)
        found[-1].whole.append(one.whole)
    return found


def _open(chapter: _Chapter, lang: str, way: str) -> _Chapter:
    """A chapter to which blocks can be added that are in the language of the text: not in a part that has another."""
    if "group" not in classes(chapter.whole):
        return chapter
    holder = element("div", lang=lang, dir=way)
    holder.append(chapter.whole)
    return chapter._replace(whole=holder)


def _emptied(group: etree._Element, *, again: bool) -> etree._Element:
    """A part with attributes, without what is in it; ``again``: its id stands already."""
    made = element("div")
    for name, value in group.attrib.items():
        if not (again and name == "id"):
            made.set(name, value)
    return made


def _said(section: etree._Element, name: str) -> str:
    """What a section says, or what stands around it: its language, its direction."""
    return next((one.get(name, "") for one in (section, *section.iterancestors()) if one.get(name)), "")


def _front(tree: etree._Element, blocks: Sequence[etree._Element], words: Labels, lang: str, way: str) -> Part:
    title = tree.find(".//*[@id='title']")
    body = element("body", class_="front")
    holder = etree.SubElement(body, element("section").tag, {"class": "title-page"})
    if title is not None:
        holder.set("aria-labelledby", "title")
    for block in blocks:
        block.tail = "\n"
        holder.append(block)
    header = next((block for block in blocks if local(block) == "header"), None)
    if header is not None:
        header.set(EPUB_TYPE, "titlepage")
    text = title_of(title) if title is not None else words("title_page")
    return Part("title.xhtml", text, body, lang, way, "title")


def _section(chapter: _Chapter, number: int, taken: set[str], lang: str, way: str) -> Part:
    whole, section = chapter
    assert section is not None
    heading = heading_of(section)
    assert heading is not None
    notes = section.get("role") == "doc-endnotes"
    wanted = "notes" if notes else (heading.get("id") or "").lower()
    if not SAFE.fullmatch(wanted) or wanted in taken:
        wanted = f"section-{number}"
    while wanted in taken:
        wanted += "-x"
    taken.add(wanted)
    whole.tail = None
    if not notes and not section.get("role"):
        section.set("role", "doc-chapter")
    body = element("body", class_="notes-file" if notes else "chapter")
    body.append(whole)
    part_lang = _said(section, "lang") or lang
    part_way = _said(section, "dir") or way
    return Part(f"{wanted}.xhtml", title_of(heading), body, part_lang, part_way, "notes" if notes else "chapter")


def _finish(body: etree._Element) -> None:
    for part in body.iter(etree.Element):
        role = part.get("role")
        if role in TYPES:
            part.set(EPUB_TYPE, TYPES[role])
        if part.get("lang"):
            part.set(XML_LANG, part.get("lang", ""))


def link(parts: Sequence[Part]) -> Mapping[str, str]:
    """Point links within the document to the file where their target is now. Out: the file of each id."""
    where = {
        target: part.name for part in parts for node in part.body.iter(etree.Element) if (target := node.get("id"))
    }
    for part in parts:
        for node in part.body.iter(etree.Element):
            href = node.get("href") or ""
            if href.startswith("#") and href[1:] in where:
                node.set("href", href if where[href[1:]] == part.name else where[href[1:]] + href)
            elif href and not ABSOLUTE.match(href):
                # A path on the site that the source came from, or an id that nothing has, leads nowhere in a book.
                del node.attrib["href"]
            for name in REFERENCES:
                ids = (node.get(name) or "").split()
                if any(where.get(one) != part.name for one in ids):
                    _keep(node, name, [one for one in ids if where.get(one) == part.name])
    return where


def _keep(node: etree._Element, name: str, ids: Sequence[str]) -> None:
    if ids:
        node.set(name, " ".join(ids))
    else:
        del node.attrib[name]
