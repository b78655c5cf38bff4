# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markup → nodes: what somebody who reads a web page or a chapter of a book gets, in reading order.

Roles come from elements and from ARIA; list labels, header cells, languages and directions are worked out as
a browser does. What is hidden from readers is not there. Nothing is mended: a heading that is only bold stays
a paragraph. Sections have no node of their own (their headings say where they begin); wrappers neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model import Node, Role
from pipeline.outline import lists
from pipeline.outline.markup import DEEPEST, name
from pipeline.outline.words import classes, is_call, plain_text, roles
from pipeline.outline.xhtml_base import HEADINGS, Context, fold
from pipeline.outline.xhtml_parts import Parts

__all__ = ["Context", "Reader", "fold"]

LANDMARKS = {"header": "banner", "footer": "contentinfo", "nav": "navigation", "aside": "complementary"}
LANDMARK_ROLES = frozenset({"banner", "contentinfo", "navigation", "complementary", "search", "form"})
SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})
TEXTS = {
    "p": Role.PARAGRAPH, "dt": Role.TERM, "dd": Role.DEFINITION, "caption": Role.CAPTION,
    "figcaption": Role.CAPTION, "summary": Role.PARAGRAPH, "legend": Role.PARAGRAPH, "address": Role.PARAGRAPH,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
}  # fmt: skip
NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})


class Reader(Parts):
    """Reads the documents of one file. In: each document's name and root, in reading order."""

    def document(self, file: str, root: Any, lang: str = "", dir: str = "") -> tuple[list[Node], Context]:
        """The nodes of a document's body, and the language and direction of its root."""
        context = self._inner(root, Context(lang, dir or "ltr", file))
        body = next((child for child in root if name(child) == "body"), root)
        return self._flow(body, self._inner(body, context) if body is not root else context), context

    def _block(self, element: Any, context: Context) -> list[Node]:
        if context.depth > DEEPEST:
            self.problems["nested deeper than is read: shown as text"] = None
            return [self._node(Role.PARAGRAPH, element, context, plain_text(element))]
        kind, own = name(element), roles(element)
        if own & NOTE_ROLES and not own & {"doc-endnotes"}:
            return [self._note(element, context)]
        if own & {"doc-toc", "toc", "doc-pagelist", "page-list", "landmarks"} and kind == "nav":
            return [self.contents(element, context)]
        if "img" in own and (element.get("aria-label") or "").strip():
            # A picture to whoever listens: what stands in it is not read (ARIA 1.2, 5.2.8).
            return [self._image(element, context)]
        builder = {
            "ul": self._list, "ol": self._list, "menu": self._list, "dl": self._definitions, "table": self._table,
            "pre": self._code, "figure": self._figure, "math": self._formula_block, "blockquote": self._quote,
        }.get(kind)  # fmt: skip
        if builder is not None and not own & {"presentation", "none"}:
            return builder(element, context)
        if kind == "a" and element.get("href") is not None:
            nodes, (role, attrs) = self._flow(element, context), self._link(element, context)
            return [self._node(role, element, context, plain_text(element), nodes, 0, attrs)]
        if kind in TEXTS or own & {"heading", "paragraph"}:
            return [self._text(element, context)]
        return self._container(element, context)

    def _text(self, element: Any, context: Context) -> Node:
        kind, own = name(element), roles(element)
        named = classes(element)
        role = TEXTS.get(kind, Role.PARAGRAPH)
        if kind in HEADINGS and own & {"presentation", "none"}:
            role = Role.PARAGRAPH
        level = 0
        attrs: dict[str, str] = {}
        if role is Role.HEADING or "heading" in own:
            role = Role.HEADING
            level = lists.integer(element.get("aria-level")) or (int(kind[1]) if kind[1:].isdigit() else 2)
            if "title" in named and kind == "h1":
                role, level = Role.TITLE, 0
            elif context.notes:
                attrs["kind"] = "label"
        elif "line" in named and kind == "p":
            role = Role.LINE
        elif context.depth and (known := named & {"subtitle", "byline", "notice"}):
            more = sorted(named - {"notice"})
            attrs["kind"] = more[0] if "notice" in known and more else sorted(known)[0]
        text, children = self._mixed(element, context)
        if role in (Role.HEADING, Role.TITLE) and (element.get("aria-label") or "").strip():
            text = fold(element.get("aria-label"))  # it is read in place of the words
        if not text and children and all(child.attrs.get("kind") == "back" for child in children):
            attrs["kind"] = "back"
        return self._node(role, element, context, text, children, level, attrs)

    def _container(self, element: Any, context: Context) -> list[Node]:
        kind, own, named = name(element), roles(element), classes(element)
        if kind == "div" and "lines" in named:
            return [self._node(Role.LINES, element, context, "", self._flow(element, context))]
        landmark = next(iter(own & LANDMARK_ROLES), "") or self._implied(kind, element, context)
        sectioned = context.sectioned or kind in SECTIONING
        inner = context._replace(sectioned=sectioned, notes="doc-endnotes" in own)
        if landmark:
            nodes = self._flow(element, inner)
            return [self._node(Role.LANDMARK, element, context, "", nodes, 0, {"kind": landmark})]
        if (kind == "div" and "group" in named) or (own & {"group", "note"} and kind in ("div", "section")):
            return [self._node(Role.GROUP, element, context, "", self._flow(element, inner))]
        if "cover" in own:
            return [self._node(Role.LANDMARK, element, context, "", self._flow(element, inner), 0, {"kind": "cover"})]
        if kind == "form" or kind in ("object", "iframe", "video", "audio", "canvas"):
            return [self._node(Role.OTHER, element, context, plain_text(element), attrs={"name": kind})]
        return self._flow(element, inner)

    def _implied(self, kind: str, element: Any, context: Context) -> str:
        """The landmark that an element is by itself: header and footer only where they are the page's."""
        if kind in ("header", "footer"):
            return "" if context.sectioned else LANDMARKS[kind]
        if kind == "aside" and not roles(element):
            return LANDMARKS[kind]
        return LANDMARKS["nav"] if kind == "nav" else ""

    def _note(self, element: Any, context: Context) -> Node:
        children = self._flow(element, context._replace(notes=False))
        label = element.get("data-label") or self._label_of_calls(context.file, element.get("id") or "")
        attrs = {"label": label} if label else {}
        return self._node(Role.NOTE, element, context, "", children, 0, attrs)

    def _label_of_calls(self, file: str, identifier: str) -> str:
        """What the calls of a note say, where the note itself does not."""
        return self._calls.get((file, identifier), "") if identifier else ""

    @property
    def _calls(self) -> Mapping[tuple[str, str], str]:
        if not hasattr(self, "_known_calls"):
            known: dict[tuple[str, str], str] = {}
            for (file, _), root in [(key, root) for key, root in self._ids.items() if not key[1]]:
                for link in root.iter():
                    if isinstance(link.tag, str) and is_call(link):
                        known.setdefault(self.resolve(file, link.get("href") or ""), fold("".join(link.itertext())))
            self._known_calls: Mapping[tuple[str, str], str] = known
        return self._known_calls
