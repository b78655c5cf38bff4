# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tree cut into the files of the book: the title with what stands before the first section, one file for
each main section, and the notes; links between them follow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.labels import Labels
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.markup import element, heading_of, local, quiet_sections, title_of

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
    sections: list[etree._Element] = []
    for child in list(tree):
        is_section = local(child) == "section" and heading_of(child) is not None
        if not is_section and sections:
            # A loose block between sections belongs to what stands before it.
            sections[-1].append(child)
        else:
            (sections if is_section else front).append(child)
    parts = [_front(tree, front, words, lang, way)]
    taken.add("title")
    for number, section in enumerate(sections, 1):
        parts.append(_section(section, number, taken, lang, way))
    for part in parts:
        quiet_sections(part.body)
        _finish(part.body)
    return tuple(parts)


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


def _section(section: etree._Element, number: int, taken: set[str], lang: str, way: str) -> Part:
    heading = heading_of(section)
    assert heading is not None
    notes = section.get("role") == "doc-endnotes"
    wanted = "notes" if notes else (heading.get("id") or "").lower()
    if not SAFE.fullmatch(wanted) or wanted in taken:
        wanted = f"section-{number}"
    while wanted in taken:
        wanted += "-x"
    taken.add(wanted)
    section.tail = None
    if not notes and not section.get("role"):
        section.set("role", "doc-chapter")
    body = element("body", class_="notes-file" if notes else "chapter")
    body.append(section)
    part_lang = section.get("lang") or lang
    part_way = section.get("dir") or way
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
