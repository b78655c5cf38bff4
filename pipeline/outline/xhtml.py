# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markup → nodes: what somebody who reads a web page or a chapter of a book gets, in reading order.

Roles come from elements and from ARIA; list labels, header cells, languages and directions are worked out as
a browser does. What is hidden from readers is not there. Nothing is mended: a heading that is only bold stays
a paragraph. Sections have no node of their own (their headings say where they begin); wrappers neither.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from pipeline.model import Node, Role
from pipeline.outline import lists, tables
from pipeline.outline.direction import first_strong
from pipeline.outline.markup import DEEPEST, EPUB_TYPE, XML_LANG, name
from pipeline.outline.words import BLOCKS, INLINE, is_back, is_box, is_call, is_hidden, plain_text, roles, skips

LANDMARKS = {"header": "banner", "footer": "contentinfo", "nav": "navigation", "aside": "complementary"}
LANDMARK_ROLES = frozenset({"banner", "contentinfo", "navigation", "complementary", "search", "form"})
SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})
TEXTS = {
    "p": Role.PARAGRAPH, "dt": Role.TERM, "dd": Role.DEFINITION, "caption": Role.CAPTION,
    "figcaption": Role.CAPTION, "summary": Role.PARAGRAPH, "legend": Role.PARAGRAPH, "address": Role.PARAGRAPH,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
}  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})


@dataclass(frozen=True, slots=True)
class Context:
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


class Reader:
    """Reads the documents of one file. In: each document's name and root, in reading order."""

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

    # --- blocks ---

    def document(self, file: str, root: Any, lang: str = "", dir: str = "") -> tuple[list[Node], Context]:
        """The nodes of a document's body, and the language and direction of its root."""
        context = self._inner(root, Context(lang, dir or "ltr", file))
        body = next((child for child in root if name(child) == "body"), root)
        return self._flow(body, self._inner(body, context) if body is not root else context), context

    def _flow(self, element: Any, context: Context) -> list[Node]:
        """A container of blocks: text that stands bare in it is a paragraph."""
        nodes: list[Node] = []
        for run, block in self._pieces(element, context):
            if run is not None:
                text = run.text()
                if text or any(node.role is not Role.PAGE_BREAK for node in run.nodes):
                    node = Node(Role.PARAGRAPH, text, tuple(run.nodes), 0, context.lang, context.dir)
                    nodes.append(replace(node, attrs={"kind": "bare"}, place=self._place(element, context)))
                else:
                    nodes.extend(run.nodes)
            elif block is not None:
                nodes.extend(self._block(block, self._inner(block, context)))
        return nodes

    def _mixed(self, element: Any, context: Context) -> tuple[str, list[Node]]:
        """A bearer of text that may hold blocks too (item, cell, definition): its own text, and all nodes."""
        texts: list[str] = []
        nodes: list[Node] = []
        offset = 0
        for run, block in self._pieces(element, context):
            if run is not None:
                texts.append(run.text())
                nodes.extend(_shifted(run.nodes, offset))
                offset += len(fold("".join(run.plain))) + bool(offset)
            elif block is not None:
                nodes.extend(self._block(block, self._inner(block, context)))
        return " ".join(text for text in texts if text), nodes

    def _pieces(self, element: Any, context: Context) -> Iterator[tuple[Run | None, Any]]:
        """Runs of inline content and blocks, in order."""
        run = Run()
        run.add(element.text)
        for child in element:
            if is_hidden(child) or is_box(child):
                run.add(child.tail)
            elif self._is_block(child):
                yield run, None
                yield None, child
                run = Run()
                run.add(child.tail)
            else:
                self._inline(child, context, run)
                run.add(child.tail)
        yield run, None

    def _is_block(self, element: Any) -> bool:
        kind = name(element)
        if not kind or is_call(element) or is_back(element):
            return False
        if "doc-pagebreak" in roles(element):
            return False
        if kind in INLINE:
            # A link or a span around whole blocks is no part of a line.
            may_wrap = kind in ("a", "ins", "del", "span", "label")
            return may_wrap and any(name(child) in BLOCKS for child in element.iter())
        return kind in BLOCKS

    def _block(self, element: Any, context: Context) -> list[Node]:
        if context.depth > DEEPEST:
            self.problems["nested deeper than is read: shown as text"] = None
            return [self._node(Role.PARAGRAPH, element, context, plain_text(element))]
        kind, own = name(element), roles(element)
        if own & NOTE_ROLES and not own & {"doc-endnotes"}:
            return [self._note(element, context)]
        if own & {"doc-toc", "toc", "doc-pagelist", "page-list", "landmarks"} and kind == "nav":
            return [self.contents(element, context)]
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
        classes = _classes(element)
        role = TEXTS.get(kind, Role.PARAGRAPH)
        level = 0
        attrs: dict[str, str] = {}
        if role is Role.HEADING or "heading" in own:
            role = Role.HEADING
            level = lists.integer(element.get("aria-level")) or (int(kind[1]) if kind[1:].isdigit() else 2)
            if "title" in classes and kind == "h1":
                role, level = Role.TITLE, 0
            elif context.notes:
                attrs["kind"] = "label"
        elif "line" in classes and kind == "p":
            role = Role.LINE
        elif context.depth and (known := classes & {"subtitle", "byline", "notice"}):
            more = sorted(classes - {"notice"})
            attrs["kind"] = more[0] if "notice" in known and more else sorted(known)[0]
        text, children = self._mixed(element, context)
        if not text and children and all(child.attrs.get("kind") == "back" for child in children):
            attrs["kind"] = "back"
        return self._node(role, element, context, text, children, level, attrs)

    def _container(self, element: Any, context: Context) -> list[Node]:
        kind, own, classes = name(element), roles(element), _classes(element)
        if kind == "div" and "lines" in classes:
            return [self._node(Role.LINES, element, context, "", self._flow(element, context))]
        landmark = next(iter(own & LANDMARK_ROLES), "") or self._implied(kind, element, context)
        sectioned = context.sectioned or kind in SECTIONING
        inner = replace(context, sectioned=sectioned, notes="doc-endnotes" in own)
        if landmark:
            nodes = self._flow(element, inner)
            return [self._node(Role.LANDMARK, element, context, "", nodes, 0, {"kind": landmark})]
        if (kind == "div" and "group" in classes) or (own & {"group", "note"} and kind in ("div", "section")):
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
        children = self._flow(element, replace(context, notes=False))
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
        if element.get("data-checked") in ("yes", "no"):
            attrs["checked"] = element.get("data-checked")
        elif box is not None and _is_own(box, element):
            ticked = box.get("checked") is not None or (box.text or "").strip() in ("☑", "☒", "✓", "✔")
            attrs["checked"] = "yes" if ticked else "no"
        text, children = self._mixed(element, context)
        return self._node(Role.ITEM, element, context, text, children, 0, attrs)

    def _definitions(self, element: Any, context: Context) -> list[Node]:
        return [self._node(Role.DEFINITIONS, element, context, "", self._flow(element, context))]

    def _quote(self, element: Any, context: Context) -> list[Node]:
        return [self._node(Role.QUOTE, element, context, "", self._flow(element, context))]

    def _code(self, element: Any, context: Context) -> list[Node]:
        return [self._node(Role.CODE, element, context, "".join(element.itertext()))]

    def _formula_block(self, element: Any, context: Context) -> list[Node]:
        return [self._formula(element, context)]

    def _figure(self, element: Any, context: Context) -> list[Node]:
        images = [part for part in element.iter() if name(part) == "img"]
        only = images[0] if len(images) == 1 else None
        children = self._flow(element, context)
        attrs: dict[str, str] = {}
        if only is not None:
            attrs["alt"] = only.get("alt") or ""
            children = [inner for node in children for inner in _without_image(node)]
        return [self._node(Role.FIGURE, element, context, "", children, 0, attrs)]

    # --- tables ---

    def _table(self, element: Any, context: Context) -> list[Node]:
        grid = tables.grid(element)
        found = tables.headers(grid)
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
                made = [self._cell(cell, grid, found.get(place[id(cell)], ()), across) for cell in cells]
                lines.append(self._node(Role.ROW, row, across, "", made))
            owner = holder if holder is not None else element
            children.append(self._node(Role.ROW_GROUP, owner, inner, "", lines, 0, {"group": kind}))
        return [self._node(Role.TABLE, element, context, "", children)]

    def _cell(self, cell: tables.Slot, grid: tables.Grid, heads: Sequence[int], context: Context) -> Node:
        inner = self._inner(cell.element, context)
        attrs: dict[str, str] = {}
        if heads:
            attrs["headers"] = " | ".join(plain_text(grid.cells[one].element) for one in heads)
        if cell.header:
            attrs["scope"] = cell.scope
        if cell.height > 1:
            attrs["rows"] = str(cell.height)
        if cell.width > 1:
            attrs["columns"] = str(cell.width)
        text, children = self._mixed(cell.element, inner)
        return self._node(Role.HEADER if cell.header else Role.CELL, cell.element, inner, text, children, 0, attrs)

    # --- contents ---

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

    # --- inlines ---

    def _inline(self, element: Any, context: Context, run: Run) -> None:
        """Append an inline element to ``run``: its text, and its node if it means something."""
        kind = name(element)
        if not kind or is_hidden(element) or is_box(element):
            return
        inner = self._inner(element, context)
        if inner.depth > DEEPEST:
            self.problems["nested deeper than is read: shown as text"] = None
            run.add(" ".join(element.itertext()) if kind not in ("script", "style") else "")
            return
        if "doc-pagebreak" in roles(element):
            run.nodes.append(self._page_break(element, inner, run))
        elif kind in ("br", "wbr"):
            run.add(" " if kind == "br" else "")
        elif kind in ("img", "svg") or "img" in roles(element):
            run.nodes.append(self._image(element, inner))
        elif kind == "math":
            node = self._formula(element, inner)
            run.nodes.append(node)
            run.add(node.text)
        else:
            self._phrase(element, inner, run)

    def _phrase(self, element: Any, context: Context, run: Run) -> None:
        inside = Run(plain=list(run.plain))
        already = len(inside.plain)
        inside.add(element.text)
        for child in element:
            self._inline(child, context, inside)
            inside.add(child.tail)
        role, attrs = self._meaning(element, context)
        if role is None:
            run.nodes.extend(inside.nodes)
        else:
            children = [] if role is Role.NOTE_CALL else inside.nodes
            run.nodes.append(self._node(role, element, context, inside.text(), children, 0, attrs))
        if not is_back(element):
            run.parts.extend(inside.parts)
        if not skips(element):
            run.plain.extend(inside.plain[already:])

    def _meaning(self, element: Any, context: Context) -> tuple[Role | None, dict[str, str]]:
        kind = name(element)
        if kind == "a" and element.get("href") is not None:
            return self._link(element, context)
        if kind == "abbr":
            return Role.ABBREVIATION, {"expansion": element.get("title") or ""}
        role = INLINE.get(kind)
        if role is None and (element.get("lang") or element.get(XML_LANG) or element.get("dir")):
            role = Role.SPAN
        return role, {}

    def _link(self, element: Any, context: Context) -> tuple[Role, dict[str, str]]:
        href = (element.get("href") or "").strip()
        attrs = {"target": self.target(context.file, href)}
        if is_call(element):
            return Role.NOTE_CALL, attrs | {"label": fold("".join(element.itertext()))}
        if attrs["target"].startswith("#"):
            attrs["href"] = href
        if is_back(element):
            attrs["kind"] = "back"
        if element.get("aria-label"):
            attrs["name"] = element.get("aria-label")
        return Role.LINK, attrs

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

    def resolve(self, file: str, href: str) -> tuple[str, str]:
        """The file and the id that a link in ``file`` leads to."""
        path, _, fragment = href.partition("#")
        path = unquote(path.partition("?")[0])
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
        found = (whole, fragment)
        return found if found in self._ids else (whole, unquote(fragment))

    def _page_break(self, element: Any, context: Context, run: Run) -> Node:
        label = element.get("aria-label") or element.get("title") or fold("".join(element.itertext()))
        label = self.page_names.get((context.file, element.get("id") or ""), label)
        before = "".join(run.plain)
        count = len(fold(before)) + (1 if fold(before) and before[-1:].isspace() else 0)
        attrs = {"page": label, "offset": str(count)}
        return self._node(Role.PAGE_BREAK, element, context, "", (), 0, attrs)

    def _image(self, element: Any, context: Context) -> Node:
        title = next((part for part in element if name(part) == "title"), None)
        drawn = title is not None and name(element) == "svg"
        alt = element.get("alt") or element.get("aria-label") or (plain_text(title) if drawn else "")
        attrs = {"alt": fold(alt)}
        if element.get("alt") is None and not alt:
            attrs["missing"] = "yes"
        details = self._ids.get((context.file, (element.get("aria-details") or "").strip()))
        if details is not None and element.get("aria-details"):
            attrs["details"] = plain_text(details)
        return self._node(Role.IMAGE, element, context, "", (), 0, attrs)

    def _formula(self, element: Any, context: Context) -> Node:
        alttext = fold(element.get("alttext") or "")
        tex = fold(element.get("data-tex") or "") or _annotation(element)
        text = tex or alttext or fold("".join(element.itertext()))
        attrs = {"tex": tex} if tex else {}
        if alttext:
            attrs["alttext"] = alttext
        return self._node(Role.FORMULA, element, context, text, (), 0, attrs)

    # --- helpers ---

    def _inner(self, element: Any, context: Context) -> Context:
        """The context inside of ``element``."""
        lang = element.get("lang")
        lang = lang if lang is not None else element.get(XML_LANG)
        way = (element.get("dir") or "").strip().lower()
        if way == "auto" or (name(element) == "bdi" and way not in ("ltr", "rtl")):
            way = first_strong("".join(element.itertext())) or (context.dir if way != "auto" else "ltr")
        return replace(
            context,
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
    """What a link to an element leads to: its text, or of a whole part of the document its heading's."""
    if name(element) not in ("html", "body", "main", "article", "section"):
        return plain_text(element)
    heading = next((part for part in element.iter() if name(part) in HEADINGS), None)
    return plain_text(heading) if heading is not None else plain_text(element)[:200]


def _classes(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


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


def _shifted(nodes: Sequence[Node], by: int) -> list[Node]:
    """Page breaks of a later run count from the start of the whole text."""
    if not by:
        return list(nodes)
    return [
        replace(node, attrs={**node.attrs, "offset": str(int(node.attrs["offset"]) + by + 1)})
        if node.role is Role.PAGE_BREAK else node
        for node in nodes
    ]  # fmt: skip


def _annotation(element: Any) -> str:
    found = next((part for part in element.iter() if name(part) == "annotation"), None)
    is_tex = found is not None and "tex" in (found.get("encoding") or "").lower()
    return fold("".join(found.itertext())) if is_tex and found is not None else ""
