# SPDX-License-Identifier: AGPL-3.0-or-later
"""What all nodes of a PDF are made with: texts, languages, places."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from pipeline.labels import direction
from pipeline.model import Node, Role
from pipeline.outline.pdf_text import Contents
from pipeline.outline.pdf_tree import Mark, Raw, Tree
from pipeline.outline.pdf_words import NOTES, Words, fold


class Base(ABC):
    """The nodes of one structure tree, and how each is made."""

    def __init__(self, tree: Tree, contents: Contents, labels: Sequence[str], lang: str) -> None:
        self._tree = tree
        self._words = Words(tree, contents)
        self._labels = labels
        self._known_labels = frozenset(labels)
        self._lang = lang

    @abstractmethod
    def _nodes(self, raw: Raw, lang: str, way: str, parent: Raw | None) -> list[Node]:
        """The nodes that an element stands for."""

    def _children(self, raw: Raw, lang: str, way: str) -> list[Node]:
        found: list[Node] = []
        for kid in raw.kids:
            if isinstance(kid, Raw):
                found.extend(self._nodes(kid, lang, way, raw))
            elif isinstance(kid, Mark) and (own := self._words.lang_of(kid)) and own.lower() != lang.lower():
                found.append(Node(Role.SPAN, fold(self._words.of_mark(kid)), (), 0, own, direction(own)))
        return found

    def _node(self, role: Role, raw: Raw, lang: str, way: str, attrs: dict[str, str] | None = None,
              *, level: int = 0, children: list[Node] | None = None, text: str | None = None) -> Node:  # fmt: skip
        given = dict(attrs or {})
        if raw.id:
            given.setdefault("id", raw.id.decode("utf-8", "replace"))
        if raw.strings.get("Alt"):
            given.setdefault("alt", raw.strings["Alt"])
        page = self._page(raw)
        if page >= 0:
            given["page"] = self._label(page)
            if (last := self._last_page(raw)) > page:
                given["last-page"] = self._label(last)
        made = self._children(raw, lang, way) if children is None else children
        folded = fold(self._words.of(raw)) if text is None else text
        return Node(role, folded, tuple(made), level, lang, way, given, self._place(raw))

    # --- places --------------------------------------------------------------------------------------------

    def _page(self, raw: Raw) -> int:
        for element in raw.walk():
            for kid in element.kids:
                if isinstance(kid, Mark):
                    return kid.page
        return raw.page

    def _last_page(self, raw: Raw) -> int:
        """The page on which the last of an element's content stands; -1 if it has none. A note that is called in it
        stands at the foot of a page, perhaps the next one."""
        stack: list[Any] = [raw]
        while stack:
            one = stack.pop()
            if isinstance(one, Mark):
                return one.page
            if one is raw or (isinstance(one, Raw) and one.role not in NOTES):
                stack.extend(one.kids)
        return -1

    def _label(self, page: int) -> str:
        return self._labels[page] if 0 <= page < len(self._labels) else str(page + 1)

    def _place(self, raw: Raw) -> str:
        page = self._page(raw)
        return f"page {self._label(page)}" if page >= 0 else ""

    @staticmethod
    def _is_block(raw: Raw) -> bool:
        return str(raw.attributes.get("Layout", {}).get("Placement", "")) == "/Block"

    @staticmethod
    def _direction(raw: Raw, inherited: str) -> str:
        mode = str(raw.attributes.get("Layout", {}).get("WritingMode", ""))
        return {"/RlTb": "rtl", "/LrTb": "ltr"}.get(mode, inherited)
