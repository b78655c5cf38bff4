# SPDX-License-Identifier: AGPL-3.0-or-later
"""From structure elements to the nodes that all formats share.

The standard types of PDF 1.7 and 2.0 are mapped to ``Role``; grouping without meaning disappears. A block's text
is the text of its marked contents in tree order, white space folded; program text keeps its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.labels import direction
from pipeline.model import Node, Role
from pipeline.outline.pdf_mathml import canonical, of_elements, parsed, spoken
from pipeline.outline.pdf_text import Contents
from pipeline.outline.pdf_tree import MATHML, Mark, Raw, Tree
from pipeline.outline.pdf_words import HIDDEN, Words, counted, fold, number

ROLES = {
    "Title": Role.TITLE, "P": Role.PARAGRAPH, "BlockQuote": Role.QUOTE, "Caption": Role.CAPTION, "Table": Role.TABLE,
    "TR": Role.ROW, "TH": Role.HEADER, "TD": Role.CELL, "TOC": Role.CONTENTS, "TOCI": Role.CONTENTS_ITEM,
    "FENote": Role.NOTE, "Note": Role.NOTE, "Em": Role.EMPHASIS, "Strong": Role.STRONG, "Quote": Role.QUOTATION,
    "Div": Role.GROUP, "Aside": Role.GROUP, "Part": Role.GROUP, "Art": Role.GROUP, "Sect": Role.SECTION,
    "Formula": Role.FORMULA, "Index": Role.GROUP, "DocumentFragment": Role.GROUP,
}  # fmt: skip
GROUPS = {"THead": "head", "TBody": "body", "TFoot": "foot"}
NUMBERING = {
    "Decimal": "decimal", "LowerAlpha": "lower-alpha", "UpperAlpha": "upper-alpha", "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman", "Disc": "disc", "Circle": "circle", "Square": "square", "None": "none",
    "Ordered": "decimal", "Unordered": "disc", "Description": "description",
}  # fmt: skip
MOST_BOOKMARKS = 20_000
HIDDEN_FLAG, NO_VIEW = 2, 32  # of an annotation (ISO 32000-2, table 167)
ORDERED = frozenset({"decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"})
# What needs more than its role: the method for it.
SPECIAL = {
    "L": "_list", "LI": "_item", "Link": "_link", "Span": "_span", "Code": "_span", "Sub": "_span", "P": "_paragraph",
    "TH": "_cell", "TD": "_cell", "FENote": "_note", "Note": "_note", "TOC": "_table_of_contents",
}  # fmt: skip
SCOPES = {"Row": "row", "Column": "col", "Both": "both"}
THROUGH = frozenset({"NonStruct", "Private", "LBody", "Reference", "Lbl", "Annot", "BibEntry", "Ruby", "RB", "RT",
                     "RP", "Warichu", "WT", "WP", "Document", "MathML"})  # fmt: skip
TEXT_BLOCKS = frozenset({"P", "H", "Caption", "Title", "Sub", "Span", "Em", "Strong", "Quote", "Link", "TOCI",
                         "Reference", "Lbl", "Code"})  # fmt: skip
CHECKED = {"☑": "yes", "☒": "yes", "✓": "yes", "✔": "yes", "☐": "no", "□": "no"}
BULLETS = frozenset("•◦▪‣⁃∙·○●■□–—-*")


class Nodes:
    """The nodes of one structure tree."""

    def __init__(self, tree: Tree, contents: Contents, labels: Sequence[str], lang: str) -> None:
        self._tree = tree
        self._words = Words(tree, contents)
        self._labels = labels
        self._known_labels = frozenset(labels)
        self._lang = lang

    def root(self) -> Node:
        """The document: its one element, or what stands at the top."""
        roots = self._tree.roots
        if not roots:
            return Node(Role.DOCUMENT, lang=self._lang, dir=direction(self._lang))
        lang = self._lang
        if len(roots) == 1 and roots[0].role == "Document":
            lang = roots[0].strings.get("Lang", lang)
            way = self._direction(roots[0], direction(lang))
            children = self._children(roots[0], lang, way)
            return Node(Role.DOCUMENT, "", tuple(children), 0, lang, way, place=self._place(roots[0]))
        way = direction(lang)
        children = [node for raw in roots for node in self._nodes(raw, lang, way, None)]
        return Node(Role.DOCUMENT, "", tuple(children), 0, lang, way)

    def _children(self, raw: Raw, lang: str, way: str) -> list[Node]:
        found: list[Node] = []
        for kid in raw.kids:
            if isinstance(kid, Raw):
                found.extend(self._nodes(kid, lang, way, raw))
            elif isinstance(kid, Mark) and (own := self._words.lang_of(kid)) and own.lower() != lang.lower():
                found.append(Node(Role.SPAN, fold(self._words.of_mark(kid)), (), 0, own, direction(own)))
        return found

    def _nodes(self, raw: Raw, lang: str, way: str, parent: Raw | None) -> list[Node]:
        """The node of an element, or those of its content where it has no meaning of its own."""
        if raw.role in HIDDEN:
            return []
        inherited = lang
        lang = raw.strings.get("Lang", lang)
        way = self._direction(raw, direction(lang) if lang != inherited else way)
        return self._made(raw, lang, way, parent)

    def _made(self, raw: Raw, lang: str, way: str, parent: Raw | None) -> list[Node]:
        role = raw.role
        special = SPECIAL.get(role)
        if special is not None:
            made = getattr(self, special)(raw, lang, way)
            return made if isinstance(made, list) else [made]
        if role in ("Figure", "Formula"):
            return [self._figure(raw, lang, way, parent)]
        if role in GROUPS:
            return [self._node(Role.ROW_GROUP, raw, lang, way, {"group": GROUPS[role]})]
        if role == "H" or (role[:1] == "H" and role[1:].isdigit()):
            level = int(role[1:]) if role != "H" else 0
            return [self._node(Role.HEADING, raw, lang, way, level=level)]
        if role in ROLES:
            return [self._node(ROLES[role], raw, lang, way)]
        if role in THROUGH:
            return self._children(raw, lang, way)
        return [self._node(Role.OTHER, raw, lang, way, {"name": raw.type})]

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
        made = self._children(raw, lang, way) if children is None else children
        folded = fold(self._words.of(raw)) if text is None else text
        return Node(role, folded, tuple(made), level, lang, way, given, self._place(raw))

    # --- single kinds --------------------------------------------------------------------------------------

    def _paragraph(self, raw: Raw, lang: str, way: str) -> Node:
        kids = [kid for kid in raw.kids if isinstance(kid, Raw)]
        marks = any(isinstance(kid, Mark) for kid in raw.kids)
        if kids and not marks and all(kid.role == "Sub" or kid.type == "Sub" for kid in kids):
            lines = [self._node(Role.LINE, kid, kid.strings.get("Lang", lang), way) for kid in kids]
            return self._node(Role.LINES, raw, lang, way, children=lines, text="")
        if len(kids) == 1 and not marks and kids[0].role == "Code" and self._is_block(kids[0]):
            return self._node(Role.CODE, raw, lang, way, children=[], text=self._words.of(raw).strip("\n"))
        node = self._node(Role.PARAGRAPH, raw, lang, way)
        if not node.text and kids and all(kid.role == "Lbl" for kid in kids):  # a label that is all there is, is text
            return replace(node, text=fold(self._words.of(raw, labels=True)))
        return node

    def _span(self, raw: Raw, lang: str, way: str) -> list[Node]:
        layout = raw.attributes.get("Layout", {})
        if raw.role == "Code":
            if self._is_block(raw):
                return [self._node(Role.CODE, raw, lang, way, children=[], text=self._words.of(raw).strip("\n"))]
            return [self._node(Role.INLINE_CODE, raw, lang, way)]
        if "E" in raw.strings:
            return [self._node(Role.ABBREVIATION, raw, lang, way, {"expansion": raw.strings["E"]})]
        position, shift = str(layout.get("TextPosition", "")), layout.get("BaselineShift")
        raised = number(shift)
        if position == "/Sup" or raised > 0:
            return [self._node(Role.SUPERSCRIPT, raw, lang, way)]
        if position == "/Sub" or raised < 0:
            return [self._node(Role.SUBSCRIPT, raw, lang, way)]
        if str(layout.get("TextDecorationType", "")) == "/LineThrough":
            return [self._node(Role.DELETED, raw, lang, way)]
        if "Lang" in raw.strings or "WritingMode" in layout:
            return [self._node(Role.SPAN, raw, lang, way)]
        return self._children(raw, lang, way)

    def _link(self, raw: Raw, lang: str, way: str) -> Node:
        note = self._words.calls_note(raw)
        if note is not None:
            attrs = {"target": "#" + self._words.target(note), **self._words.label(note)}
            return self._node(Role.NOTE_CALL, raw, lang, way, attrs)
        attrs = {}
        for kid in raw.kids:
            if not isinstance(kid, Raw | Mark):
                target, contents = self._annotation(kid)
                attrs.setdefault("target", target)
                attrs.setdefault("contents", contents)
        return self._node(Role.LINK, raw, lang, way, attrs)

    def _annotation(self, value: Any) -> tuple[str, str]:
        """Where a link leads, and what it says of itself."""
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary) or int(value.get("/F", 0)) & (HIDDEN_FLAG | NO_VIEW):
            return "", ""  # nobody can choose what is not shown
        contents = str(value.get("/Contents", ""))
        action = value.get("/A")
        if isinstance(action, pikepdf.Dictionary):
            if "/URI" in action:
                return str(action["/URI"]), contents
            place = action.get("/SD", action.get("/D"))
        else:
            place = value.get("/Dest")
        return self._destination(place), contents

    def _destination(self, place: Any) -> str:
        import pikepdf

        if isinstance(place, pikepdf.Array) and len(place) and isinstance(place[0], pikepdf.Dictionary):
            number = place[0].objgen
            element = self._tree.by_number.get(number)
            if element is not None:
                return "#" + self._words.target(element)
            if number in self._tree.pages:
                return f"#page {self._label(self._tree.pages[number])}"
        if isinstance(place, pikepdf.String | pikepdf.Name):
            return f"#{place}"
        return ""

    def _figure(self, raw: Raw, lang: str, way: str, parent: Raw | None) -> Node:
        if raw.role == "Formula":
            return self._formula(raw, lang, way)
        attrs = {"alt": raw.strings.get("Alt", "")}
        referred = (self._tree.by_number.get(ref) for ref in raw.refs)
        if details := next((self._words.target(one) for one in referred if one is not None), ""):
            attrs["details"] = details
        placement = str(raw.attributes.get("Layout", {}).get("Placement", ""))
        inside = parent is not None and (parent.role in TEXT_BLOCKS or parent.role[:1] == "H")
        inline = placement == "/Inline" or (not placement and inside)
        return self._node(Role.IMAGE if inline else Role.FIGURE, raw, lang, way, attrs, text="")

    def _formula(self, raw: Raw, lang: str, way: str) -> Node:
        """A formula with its TeX and its MathML, whether that is a file, elements or both."""
        attrs = {"tex": raw.strings["ActualText"]} if "ActualText" in raw.strings else {}
        elements, file = of_elements(raw, self._words.of), raw.mathml
        math = parsed(elements or file)
        if math is not None:
            attrs["mathml"] = canonical(math)
            if elements and file and canonical(parsed(file)) != attrs["mathml"]:
                shown = fold(self._words.of(raw))[:40]
                self._tree.problem(f"A formula has other MathML in its tags than in its file: «{shown}»")
        if words := spoken(math, lang):
            attrs["words"] = words
        others = [kid for kid in raw.kids if not (isinstance(kid, Raw) and kid.namespace == MATHML)]
        children = self._children(replace(raw, kids=others), lang, way)
        return self._node(Role.FORMULA, raw, lang, way, attrs, children=children)

    def _note(self, raw: Raw, lang: str, way: str) -> Node:
        """A note. A link in its label leads back to the text: ``kind`` says so."""
        node = self._node(Role.NOTE, raw, lang, way, self._words.label(raw), text="")
        labels = [kid for kid in raw.kids if isinstance(kid, Raw) and kid.role == "Lbl"]
        inside = sum(element.role == "Link" for label in labels for element in label.walk())
        children = [
            replace(child, attrs={**child.attrs, "kind": "back"}) if index < inside else child
            for index, child in enumerate(node.children)
        ]
        return replace(node, children=tuple(children))

    # --- contents ------------------------------------------------------------------------------------------

    def _table_of_contents(self, raw: Raw, lang: str, way: str) -> Node:
        """A table of contents: its caption as its text, an entry for each heading, entries inside entries."""
        title = next((kid for kid in raw.kids if isinstance(kid, Raw) and kid.role == "Caption"), None)
        entries = self._entries(raw, lang, way, 1)
        text = fold(self._words.of(title)) if title is not None else ""
        return self._node(Role.CONTENTS, raw, lang, way, {"kind": "toc"}, children=entries, text=text)

    def bookmarks(self, pdf: Any) -> Node | None:
        """The bookmarks of the file, each with its depth and where it leads; None if there are none."""
        outlines = pdf.Root.get("/Outlines")
        stack = [(outlines.get("/First"), 1)] if outlines is not None else []
        found: list[Node] = []
        while stack and len(found) < MOST_BOOKMARKS:
            item, depth = stack.pop()
            if item is None:
                continue
            element = self._tree.by_number.get(item["/SE"].objgen) if "/SE" in item else None
            target = "#" + self._words.target(element) if element is not None else self._annotation(item)[0]
            attrs = {"target": target} if target else {}
            found.append(Node(Role.CONTENTS_ITEM, fold(str(item.get("/Title", ""))), (), depth, attrs=attrs))
            stack += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]
        return Node(Role.CONTENTS, "", tuple(found), attrs={"kind": "bookmarks"}) if found else None

    def _entries(self, raw: Raw, lang: str, way: str, level: int) -> list[Node]:
        found: list[Node] = []
        for kid in raw.kids:
            if not isinstance(kid, Raw):
                continue
            own = kid.strings.get("Lang", lang)
            way_here = self._direction(kid, direction(own) if own != lang else way)
            if kid.role == "TOC":
                found.extend(self._entries(kid, own, way_here, level))
            elif kid.role == "TOCI":
                found.append(self._entry(kid, own, way_here, level))
        return found

    def _entry(self, raw: Raw, lang: str, way: str, level: int) -> Node:
        """An entry: its words, where it leads, and apart from them the number of a page if one ends it."""
        inner = [entry for kid in raw.kids if isinstance(kid, Raw) and kid.role == "TOC"
                 for entry in self._entries(kid, kid.strings.get("Lang", lang), way, level + 1)]  # fmt: skip
        link = next((element for element in raw.walk() if element.role == "Link"), None)
        referred = [self._tree.by_number[number] for number in raw.refs if number in self._tree.by_number]
        attrs = {"ref": "#" + self._words.target(referred[0])} if referred else {}
        if link is not None:
            attrs["target"] = self._link(link, lang, way).attrs.get("target", "")
        own = [kid for kid in raw.kids if not (isinstance(kid, Raw) and kid.role == "TOC")]
        text = fold("".join(self._words.of_mark(kid) if isinstance(kid, Mark) else self._words.of(kid)
                             for kid in own if isinstance(kid, Mark | Raw)))  # fmt: skip
        words, _, last = text.rpartition(" ")
        if words and last in self._known_labels:
            text, attrs["number"] = words, last
        said = (one for one in link.walk() if "Lang" in one.strings) if link is not None else ()
        for one in said:  # an entry is in the language of its words: of the link, or of all but the number
            if one is link or fold(self._words.of(one)) == text:
                lang = one.strings["Lang"]
                way = self._direction(one, direction(lang))
        return self._node(Role.CONTENTS_ITEM, raw, lang, way, attrs, children=inner, text=text, level=level)

    # --- lists and tables ----------------------------------------------------------------------------------

    def _list(self, raw: Raw, lang: str, way: str) -> Node:
        style = NUMBERING.get(str(raw.attributes.get("List", {}).get("ListNumbering", ""))[1:], "")
        items = [kid for kid in raw.kids if isinstance(kid, Raw)]
        if style == "description" or raw.type == "DL":
            return self._node(Role.DEFINITIONS, raw, lang, way, children=self._definitions(items, lang, way))
        attrs = {"style": style} if style else {}
        node = self._node(Role.LIST, raw, lang, way, attrs, text="")
        first = next((child for child in node.children if child.role is Role.ITEM), None)
        if style in ORDERED and first is not None:
            start = counted(first.attrs.get("label", ""), style)
            if start is not None:
                return replace(node, attrs={**node.attrs, "start": str(start)})
        return node

    def _definitions(self, items: list[Raw], lang: str, way: str) -> list[Node]:
        found: list[Node] = []
        for item in items:
            own = item.strings.get("Lang", lang)
            for kid in item.kids:
                if isinstance(kid, Raw):
                    role = {"Lbl": Role.TERM, "LBody": Role.DEFINITION}.get(kid.role)
                    inner = kid.strings.get("Lang", own)
                    found.extend([self._node(role, kid, inner, way)] if role else self._nodes(kid, own, way, item))
        return found

    def _item(self, raw: Raw, lang: str, way: str) -> Node:
        attrs: dict[str, str] = {}
        for kid in raw.kids:
            if isinstance(kid, Raw) and kid.role == "Lbl":
                text = fold(self._words.of(kid, labels=True))
                label, _, box = text.rpartition(" ")  # the number of a task stands before its box
                if box in CHECKED:
                    attrs["checked"] = CHECKED[box]
                    said = [one.strings for one in kid.walk() if one.strings.get("Alt")]
                    if said:
                        attrs["state"] = said[-1]["Alt"]
                        if said[-1].get("Lang", lang) != lang:
                            attrs["state_lang"] = said[-1]["Lang"]
                    text = label
                if text and text not in BULLETS:
                    attrs["label"] = text
        return self._node(Role.ITEM, raw, lang, way, attrs)

    def _cell(self, raw: Raw, lang: str, way: str) -> Node:
        role = Role.HEADER if raw.role == "TH" else Role.CELL
        return self._node(role, raw, lang, way, self._cell_attributes(raw))

    def _cell_attributes(self, raw: Raw) -> dict[str, str]:
        table = raw.attributes.get("Table", {})
        attrs: dict[str, str] = {}
        scope = SCOPES.get(str(table.get("Scope", ""))[1:])
        if raw.role == "TH" and scope:
            attrs["scope"] = scope
        for name, key in (("RowSpan", "rows"), ("ColSpan", "columns")):
            value = table.get(name)
            if isinstance(value, int) and value > 1:
                attrs[key] = str(value)
        try:
            named = [bytes(name) for name in table.get("Headers", ())]
        except (TypeError, ValueError):
            named = []
        headers = [self._tree.by_id[name] for name in named if name in self._tree.by_id]
        if headers:
            attrs["headers"] = " | ".join(self._words.target(header) for header in headers)
        if len(headers) < len(named):
            self._tree.problem("A cell names a header cell that is not there.")
        return attrs

    # --- places --------------------------------------------------------------------------------------------

    def _page(self, raw: Raw) -> int:
        for element in raw.walk():
            for kid in element.kids:
                if isinstance(kid, Mark):
                    return kid.page
        return raw.page

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
