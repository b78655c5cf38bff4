# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every reading of markup needs: where an element stands, what links lead to, how a node is made."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from pipeline.model import Node, Role
from pipeline.model.namespaces import XML_LANG
from pipeline.outline.direction import first_strong
from pipeline.outline.markup import name
from pipeline.outline.words import plain_text

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Context(NamedTuple):
    """What holds where an element stands: language, direction, file, depth, and what is around."""

    lang: str = ""
    dir: str = "ltr"
    file: str = ""
    depth: int = 0
    sectioned: bool = False
    notes: bool = False


@dataclass
class Run:
    """A run of text with its inline nodes; ``plain`` counts it as page offsets do, without calls of notes."""

    parts: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        """Append text."""
        if text:
            self.parts.append(text)
            self.plain.append(text)

    def text(self) -> str:
        """The text with white space folded."""
        return fold("".join(self.parts))


def fold(text: str) -> str:
    """White space as single spaces, none at the ends."""
    return " ".join(text.split())


class Base:
    """The documents of one file with their ids. In: each document's name and root, in reading order."""

    def __init__(self, documents: Sequence[tuple[str, Any]]) -> None:
        self.problems: dict[str, None] = {}
        self._ids: dict[tuple[str, str], Any] = {}
        self.page_names: Mapping[tuple[str, str], str] = {}
        for file, root in documents:
            for element in root.iter():
                if isinstance(element.tag, str):
                    identifier = element.get("id") or (element.get("name") if name(element) == "a" else "")
                    if identifier:
                        self._ids.setdefault((file, identifier), element)
            self._ids.setdefault((file, ""), root)

    def target(self, file: str, href: str) -> str:
        """A URL, or "#" and the text of what the link leads to inside the file. "#" alone: it leads nowhere."""
        if ":" in href.partition("/")[0].partition("#")[0] or href.startswith("//"):
            return href
        where = self.resolve(file, href)
        found = self._ids.get(where)
        if found is None:
            known = any(one == where[0] for one, _ in self._ids)
            return "#" if known or not href.partition("#")[0] else href
        return "#" + ("" if not where[1] and where[0] == file else _name_of(found))

    def details(self, image: Any, context: Context) -> dict[str, str]:
        """The words of an image's long description, as ``details``."""
        named = (image.get("aria-details") or "").strip()
        found = self._ids.get((context.file, named)) if named else None
        return {"details": plain_text(found)} if found is not None else {}

    def resolve(self, file: str, href: str) -> tuple[str, str]:
        """The file and the id that a link in ``file`` leads to."""
        path, _, fragment = href.partition("#")
        path = unquote(path.partition("?")[0])
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
        found = (whole, fragment)
        return found if found in self._ids else (whole, unquote(fragment))

    def _inner(self, element: Any, context: Context) -> Context:
        """The context inside of ``element``."""
        lang = element.get("lang")
        lang = lang if lang is not None else element.get(XML_LANG)
        way = (element.get("dir") or "").strip().lower()
        if way == "auto" or (name(element) == "bdi" and way not in ("ltr", "rtl")):
            way = first_strong("".join(element.itertext())) or (context.dir if way != "auto" else "ltr")
        return context._replace(
            lang=lang.strip() if lang is not None else context.lang,
            dir=way if way in ("ltr", "rtl") else context.dir,
            depth=context.depth + 1,
        )

    def _node(
        self,
        role: Role,
        element: Any,
        context: Context,
        text: str,
        children: Sequence[Node] = (),
        level: int = 0,
        attrs: Mapping[str, str] | None = None,
    ) -> Node:
        given = dict(attrs or {})
        if element.get("id"):
            given["id"] = element.get("id")
        return Node(role, text, tuple(children), level, context.lang, context.dir, given, self._place(element, context))

    def _place(self, element: Any, context: Context) -> str:
        identifier = element.get("id")
        if identifier:
            return f"{context.file}#{identifier}"
        return f"{context.file} <{name(element)}>".strip()


def _name_of(element: Any) -> str:
    """What a link to an element leads to: its text, or of a whole part of the document its heading's; of a heading
    of pictures alone, what they show."""
    heading: Any = element
    if name(element) in ("html", "body", "main", "article", "section"):
        heading = next((part for part in element.iter() if name(part) in HEADINGS), None)
    elif name(element) not in HEADINGS:
        return plain_text(element)
    if heading is None:
        return plain_text(element)[:200]
    pictures = (part.get("alt") or "" for part in heading.iter() if name(part) == "img")
    return plain_text(heading) or " ".join(" ".join(pictures).split())
