# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two texts of a page in plain language, each as a page of its own that can be compared with its source.

The plain text stands in parts (``.plain-text``), each with its part of the original beside it (``.original-text``),
whose ids have the prefix ``o-`` and whose headings are paragraphs.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from pipeline.checks.subject import Subject
from pipeline.model import Edition, Format, Node, Outline, Role
from pipeline.outline import html
from pipeline.outline.expected import expected

PREFIX = "o-"
NOT_PLAIN = frozenset({"subtitle", "byline", "plain", "draft", "untranslated", "stale", "skip"})
"""What an edition says of itself, which stands in a box above the text here."""


def classes(element: etree._Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def of_class(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements of a class, in order."""
    return [one for one in root.iter() if name in classes(one)]


def plain_side(subject: Subject, edition: Edition) -> Subject:
    """The plain text of the page alone, beside what its edition must give."""
    kept = [one for one in subject.html.iter("h1") if "title" in classes(one)]
    for part in of_class(subject.html, "plain-text"):
        kept += [child for child in part if isinstance(child.tag, str) and "notice" not in classes(child)]
    kept += [one for one in subject.html.iter("section") if one.get("role") == "doc-endnotes"]
    contents = [copy.deepcopy(one) for one in subject.html.iter("nav") if "contents" in classes(one)]
    for entry in [link for nav in contents for link in nav.iter("a") if link.get("href") == "#glossary"]:
        item = entry.getparent()
        around = item.getparent() if item is not None else None
        if item is not None and around is not None:
            around.remove(item)  # the words that are explained are the page's own
    body = [*contents, *(_without_terms(copy.deepcopy(one)) for one in kept)]
    wanted = expected(edition, Format.HTML)
    root = replace(wanted.root, children=tuple(_own(wanted.root.children)))
    return _side(subject, edition, body, Outline(Format.HTML, root, {}))


def original_side(subject: Subject, original: Edition) -> Subject:
    """The parts of the original on the page, beside the same parts of the original, in the order of the page."""
    wanted = expected(original, Format.HTML)
    known = {node.attrs["id"]: node for node in wanted.root.walk() if node.attrs.get("id")}
    lists = {
        child.attrs["id"]: node
        for node in wanted.root.walk() if node.role is Role.LIST
        for child in node.children if child.attrs.get("id")
    }  # fmt: skip
    body: list[etree._Element] = []
    nodes: list[Node] = []
    for part in of_class(subject.html, "original-text"):
        for child in part:
            if not isinstance(child.tag, str) or "original-label" in classes(child):
                continue
            made = _restored(copy.deepcopy(child), known)
            if part.get("lang") and not made.get("lang"):
                made.set("lang", part.get("lang", ""))
                made.set("dir", part.get("dir", "ltr"))
            name = next((one.get("id", "") for one in made.iter() if one.get("id") in known), "")
            if name:
                body.append(made)
                nodes.append(_without_calls(_in_list(known[name], lists)))
    root = replace(wanted.root, children=tuple(nodes))
    return _side(subject, original, body, Outline(Format.HTML, root, {}))


def ids_beside(pair: etree._Element) -> list[str]:
    """The ids of the original's blocks that stand in a part of the page."""
    return [
        one.get("id", "").removeprefix(PREFIX)
        for text in of_class(pair, "original-text") for one in text.iter() if one.get("id")
    ]  # fmt: skip


def _side(subject: Subject, edition: Edition, body: Sequence[etree._Element], wanted: Outline) -> Subject:
    page = etree.Element("html", lang=edition.lang, dir=edition.dir)
    main = etree.SubElement(etree.SubElement(page, "body"), "main")
    main.extend(body)
    data = etree.tostring(page, encoding="utf-8", method="html")
    return Subject(Format.HTML, subject.file, data, wanted, edition, html.read_tree(page))


def _own(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.attrs.get("kind") not in NOT_PLAIN and node.role is not Role.NOTICE:
            yield replace(node, children=tuple(_own(node.children)))


def _without_terms(element: etree._Element) -> etree._Element:
    """Without the links of explained words to their explanation."""
    for link in [one for one in element.iter("a") if "term" in classes(one)]:
        link.tag = "span"
        for key in ("href", "class", "id"):
            link.attrib.pop(key, "")
    return element


def _restored(element: etree._Element, known: dict[str, Node]) -> etree._Element:
    """A part of the original as it is on its own page: its ids, headings of their level, the numbers of notes as
    text, since they lead nowhere here."""
    for one in list(element.iter()):
        if not isinstance(one.tag, str):
            continue
        for key in ("id", "headers", "for", "aria-labelledby", "aria-describedby", "aria-details"):
            if one.get(key):
                one.set(key, " ".join(name.removeprefix(PREFIX) for name in one.get(key, "").split()))
        if one.get("href", "").startswith(f"#{PREFIX}"):
            one.set("href", f"#{one.get('href', '')[1 + len(PREFIX):]}")
        if "original-heading" in classes(one):
            node = known.get(one.get("id", ""))
            one.tag = f"h{node.level}" if node is not None and node.role is Role.HEADING else "h1"
        if "note-call" in classes(one):
            said = "".join(map(str, one.itertext()))
            one.attrib.clear()
            for below in list(one):
                one.remove(below)
            one.text = said
    return element


def _in_list(node: Node, lists: dict[str, Node]) -> Node:
    """An item stands in a list of its own on the page."""
    around = lists.get(node.attrs.get("id", "")) if node.role is Role.ITEM else None
    return node if around is None else replace(around, children=(node,))


def _without_calls(node: Node) -> Node:
    kept = (child for child in node.children if child.role is not Role.NOTE_CALL)
    return replace(node, children=tuple(_without_calls(child) for child in kept))
