# SPDX-License-Identifier: AGPL-3.0-or-later
"""A web page as its readers get it, ours or anybody's, however broken its markup is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from pipeline.model import Format, Node, Outline, Role
from pipeline.outline.markup import is_exact, name, parse_html
from pipeline.outline.xhtml import Reader, fold

FILE = ""
META = {"description": "description", "author": "creators", "keywords": "subjects", "og:site_name": "publisher",
        "og:title": "og:title", "og:description": "og:description", "article:published_time": "published",
        "article:modified_time": "modifiedTime", "og:locale": "og:locale"}  # fmt: skip
DATA = {
    "dateModified": "modified", "version": "version", "identifier": "identifier", "inLanguage": "inLanguage",
    "accessibilitySummary": "accessibilitySummary", "name": "data:title", "description": "data:description",
    "datePublished": "data:date",
}  # fmt: skip
# Said in JSON-LD under the same names as in the head, and compared by themselves; what only JSON-LD says, though the
# head has a name for it, is listed as "unsaid".
AGAIN = ("description", "date", "publisher", "creators", "subjects")
LISTS = ("accessMode", "accessibilityFeature", "accessibilityHazard")


def read(data: bytes) -> Outline:
    """The outline of a web page. What cannot be read is said in ``problems``; nothing is raised."""
    root, problem = parse_html(data)
    problems = (problem,) if problem else ()
    if root is None:
        return Outline(Format.HTML, Node(Role.DOCUMENT), {}, problems)
    return read_tree(root, problems)


def is_plain(data: bytes) -> bool:
    """Whether every exact parser reads the same tree: the page says its encoding, and is neither large nor deep."""
    return b"charset" in data[:1024].lower() and is_exact(data)


def read_tree(root: etree._Element, problems: tuple[str, ...] = ()) -> Outline:
    """The outline of a web page that is parsed already."""
    reader = Reader([(FILE, root)])
    nodes, context = reader.document(FILE, root)
    top = Node(Role.DOCUMENT, "", tuple(_marked(nodes)), 0, context.lang, context.dir)
    return Outline(Format.HTML, top, _meta(root, context.lang), (*problems, *reader.problems))


def _marked(nodes: list[Node]) -> list[Node]:
    """A navigation of links into the page itself is its contents; a first such link is for skipping."""
    marked = [_as_contents(node) if _is_contents(node) else node for node in nodes]
    if marked and marked[0].attrs.get("kind") == "bare" and all(
        one.role is Role.LINK and one.attrs.get("href", "").startswith("#") for one in marked[0].children
    ):
        marked[0] = replace(marked[0], attrs={"kind": "skip"})
    return marked


def _is_contents(node: Node) -> bool:
    if node.role is not Role.LANDMARK or node.attrs.get("kind") != "navigation":
        return False
    links = [one for one in node.walk() if one.role is Role.LINK]
    return len(links) > 0 and all(one.attrs.get("href", "").startswith("#") for one in links)


def _as_contents(node: Node) -> Node:
    title = next((one.text for one in node.children if one.role in (Role.PARAGRAPH, Role.HEADING)), "")
    lists = [one for one in node.children if one.role is Role.LIST]
    items = tuple(item for one in lists for item in _items(one, 1))
    return Node(Role.CONTENTS, title, items, 0, node.lang, node.dir, {**node.attrs, "kind": "toc"}, node.place)


def _items(node: Node, level: int) -> list[Node]:
    found = []
    for item in node.children:
        if item.role is not Role.ITEM:
            continue
        link = next((one for one in item.walk() if one.role is Role.LINK), item)
        nested = tuple(inner for one in item.children if one.role is Role.LIST for inner in _items(one, level + 1))
        kept = {key: value for key, value in link.attrs.items() if key in ("target", "href")}
        found.append(Node(Role.CONTENTS_ITEM, link.text, nested, level, link.lang, link.dir, kept, item.place))
    return found


def _meta(root: Any, lang: str) -> dict[str, str]:
    found: dict[str, str] = {"lang": lang} if lang else {}
    for element in root.iter():
        kind = name(element)
        if kind == "title" and "title" not in found and name(element.getparent()) == "head":
            found["title"] = fold("".join(element.itertext()))
        elif kind == "meta":
            _read_meta(element, found)
        elif kind == "script" and (element.get("type") or "").lower() == "application/ld+json":
            _read_data(element.text or "", found)
        elif kind == "link" and "alternate" in (element.get("rel") or "").lower().split():
            key = "hreflang" if (element.get("type") or "text/html") == "text/html" else "formats"
            value = f"{element.get('hreflang') or ''} {element.get('href') or ''}".strip()
            found[key] = "; ".join(part for part in (found.get(key), value) if part)
    lacking = [key for key in AGAIN if key not in found and f"data:{key}" in found]
    found |= {key: found[f"data:{key}"] for key in lacking}
    if unsaid := [key for key in lacking if key in META.values()]:
        found["unsaid"] = "; ".join(unsaid)
    return found


def _read_meta(element: Any, found: dict[str, str]) -> None:
    key = META.get((element.get("name") or element.get("property") or "").lower())
    value = fold(element.get("content") or "")
    if not key or not value:
        return
    if key == "creators":
        found[key] = "; ".join(part for part in (found.get(key), value) if part)
    elif key == "subjects":
        found.setdefault(key, "; ".join(part.strip() for part in value.split(",")))
    else:
        found.setdefault(key, value)


def _read_data(text: str, found: dict[str, str]) -> None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    if not isinstance(data, dict):
        return
    for key, ours in DATA.items():
        if isinstance(data.get(key), str):
            found[ours] = data[key]
    enough = data.get("accessModeSufficient")
    if isinstance(enough, list):
        modes = [one.get("itemListElement", "") if isinstance(one, Mapping) else one for one in enough]
        found["accessModeSufficient"] = "; ".join(
            ",".join(map(str, one)) if isinstance(one, list) else str(one) for one in modes
        )
    for key in LISTS:
        if isinstance(data.get(key), list):
            found[key] = "; ".join(str(one) for one in data[key])
    claims = data["conformsTo"] if isinstance(data.get("conformsTo"), list) else [data.get("conformsTo")]
    found["data:conformsTo"] = "; ".join(str(one) for one in claims if one)
    if any("certif" in str(key).lower() and value for key, value in data.items()):
        found["data:certifiedBy"] = "yes"
    if isinstance(data.get("keywords"), list):
        found["data:subjects"] = "; ".join(str(one) for one in data["keywords"])
    for key, ours in (("publisher", "data:publisher"), ("author", "data:creators")):
        people = data[key] if isinstance(data.get(key), list) else [data.get(key)]
        names = [one.get("name") if isinstance(one, Mapping) else one for one in people]
        known = [one for one in names if isinstance(one, str)]
        if known:
            found[ours] = "; ".join(known)
