# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks that have a build of their own: lists, tables, figures, program text, formulas, contents."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from lxml import etree

from pipeline.model import Node, Role
from pipeline.outline import lists, tables
from pipeline.outline.markup import EPUB_TYPE, name
from pipeline.outline.words import is_box, is_decoration, is_hidden, plain_text, roles
from pipeline.outline.xhtml_base import Context, Run, fold
from pipeline.outline.xhtml_flow import Flow


class Parts(Flow):
    """Reads the blocks that are built of parts."""

    @abstractmethod
    def _text(self, element: Any, context: Context) -> Node:
        """A block of text."""

    def _list(self, element: Any, context: Context) -> list[Node]:
        ordered = name(element) == "ol"
        attrs = {"style": lists.style(element) if ordered else "disc"}
        if ordered:
            attrs["start"] = str(lists.start(element))
            if element.get("reversed") is not None:
                attrs["reversed"] = "yes"
        labels = lists.labels(element) if ordered else None
        items: list[Node] = []
        for child in element:
            if name(child) == "li":
                label = next(labels, "") if labels is not None else ""
                if not is_hidden(child):
                    items.append(self._item(child, self._inner(child, context), label))
            elif name(child) and not is_hidden(child):
                items.extend(self._block(child, self._inner(child, context)))
        return [self._node(Role.LIST, element, context, "", items, 0, attrs)]

    def _item(self, element: Any, context: Context, label: str) -> Node:
        attrs = {"label": label} if label else {}
        box = next((part for part in element.iter() if is_box(part)), None)
        if box is not None and _is_own(box, element):
            ticked = box.get("checked") is not None or (box.text or "").strip() in ("☑", "☒", "✓", "✔")
            attrs["checked"] = "yes" if ticked else "no"
            if box.get("aria-label"):
                attrs["state"] = fold(box.get("aria-label"))
                said = self._language_of(box, element, context)
                if said != context.lang:
                    attrs["state_lang"] = said
        text, children = self._mixed(element, context)
        return self._node(Role.ITEM, element, context, text, children, 0, attrs)

    def _language_of(self, part: Any, around: Any, context: Context) -> str:
        """The language that holds in ``part``, which is somewhere in ``around``; ``context`` is that of ``around``."""
        between = [part]
        while between[-1].getparent() is not around:
            between.append(between[-1].getparent())
        for element in reversed(between):
            context = self._inner(element, context)
        return context.lang

    def _definitions(self, element: Any, context: Context) -> list[Node]:
        return [self._node(Role.DEFINITIONS, element, context, "", self._flow(element, context))]

    def _quote(self, element: Any, context: Context) -> list[Node]:
        return [self._node(Role.QUOTE, element, context, "", self._flow(element, context))]

    def _code(self, element: Any, context: Context) -> list[Node]:
        run = Run()
        for event, part in etree.iterwalk(element, events=("start", "end")):
            if event == "end":
                run.add(part.tail if part is not element else None)
            elif "doc-pagebreak" in roles(part):  # a page may begin inside a long listing
                run.nodes.append(self._page_break(part, context, run))
            else:
                run.add(part.text)
        return [self._node(Role.CODE, element, context, "".join(element.itertext()), run.nodes)]

    def _formula_block(self, element: Any, context: Context) -> list[Node]:
        return [self._formula(element, context)]

    def _figure(self, element: Any, context: Context) -> list[Node]:
        images = [part for part in element.iter() if name(part) == "img"]
        only = images[0] if len(images) == 1 and not is_hidden(images[0]) else None
        children = self._flow(element, context)
        attrs: dict[str, str] = {}
        if only is not None:
            attrs["alt"] = fold(only.get("aria-label") or only.get("alt") or "") if not is_decoration(only) else ""
            attrs |= self.details(only, context)
            children = [inner for node in children for inner in _without_image(node)]
        return [self._node(Role.FIGURE, element, context, "", children, 0, attrs)]

    def _table(self, element: Any, context: Context) -> list[Node]:
        grid = tables.grid(element)
        found, axes = tables.headers(grid), tables.axes(grid)
        if grid.cut or (grid.cells and not found):
            self.problems["a table is too large: its header cells are not worked out"] = None
        place = {id(cell): index for index, cell in enumerate(grid.cells)}
        children: list[Node] = []
        for child in element:
            if name(child) == "caption" and not is_hidden(child):
                children.append(self._text(child, self._inner(child, context)))
        for kind, holder, rows in grid.groups:
            inner = self._inner(holder, context) if holder is not None else context
            lines = []
            for row, cells in rows:
                across = self._inner(row, inner)
                made = [
                    self._cell(cell, grid, found.get(n, ()), axes.get(n, ""), across)
                    for n, cell in ((place[id(cell)], cell) for cell in cells)
                ]
                lines.append(self._node(Role.ROW, row, across, "", made))
            owner = holder if holder is not None else element
            children.append(self._node(Role.ROW_GROUP, owner, inner, "", lines, 0, {"group": kind}))
        return [self._node(Role.TABLE, element, context, "", children)]

    def _cell(self, cell: tables.Slot, grid: tables.Grid, heads: Sequence[int], axis: str, context: Context) -> Node:
        inner = self._inner(cell.element, context)
        attrs: dict[str, str] = {}
        if heads:
            attrs["headers"] = " | ".join(plain_text(grid.cells[one].element) for one in heads)
        if cell.header:
            attrs["scope"] = axis
        if cell.height > 1:
            attrs["rows"] = str(cell.height)
        if cell.width > 1:
            attrs["columns"] = str(cell.width)
        text, children = self._mixed(cell.element, inner)
        return self._node(Role.HEADER if cell.header else Role.CELL, cell.element, inner, text, children, 0, attrs)

    def contents(self, element: Any, context: Context) -> Node:
        """A table of contents, a page list or landmarks: nested items with text and target."""
        own = roles(element)
        page_list = bool(own & {"doc-pagelist", "page-list"})
        kind = "page-list" if page_list else "landmarks" if "landmarks" in own else "toc"
        top = next((part for part in element.iter() if name(part) in ("ol", "ul")), None)
        items = self._items(top, self._inner(top, context), 1) if top is not None else []
        title = next((part for part in element.iter() if name(part) in ("h1", "h2", "h3", "summary")), None)
        text = plain_text(title) if title is not None else element.get("aria-label") or ""
        return self._node(Role.CONTENTS, element, context, text, items, 0, {"kind": kind})

    def _items(self, element: Any, context: Context, level: int) -> list[Node]:
        found: list[Node] = []
        for child in element:
            if name(child) != "li" or level > 40:
                continue
            inner = self._inner(child, context)
            label = next((part for part in child if name(part) in ("a", "span")), None)
            below = next((part for part in child if name(part) in ("ol", "ul")), None)
            nested = self._items(below, self._inner(below, inner), level + 1) if below is not None else []
            attrs: dict[str, str] = {}
            where = inner
            if label is not None:
                where = self._inner(label, inner)
                href = label.get("href")
                if href is not None:
                    attrs |= {"target": self.target(inner.file, href), "href": href}
                if label.get(EPUB_TYPE):
                    attrs["kind"] = label.get(EPUB_TYPE)
            text = plain_text(label) if label is not None else ""
            found.append(self._node(Role.CONTENTS_ITEM, child, where, text, nested, level, attrs))
        return found


def _is_own(box: Any, item: Any) -> bool:
    """Whether a box is that of this item, not of one nested in it."""
    here = box.getparent()
    while here is not None and name(here) != "li":
        here = here.getparent()
    return here is item


def _without_image(node: Node) -> list[Node]:
    """The node without the figure's one image; a paragraph that held nothing else goes too."""
    if node.role is Role.IMAGE:
        return []
    if node.role is Role.CAPTION:
        return [node]
    if node.role is Role.PARAGRAPH and not node.text and all(one.role is Role.IMAGE for one in node.children):
        return []
    return [node]
