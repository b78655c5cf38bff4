# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists and tables of a PDF as nodes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Node, Role
from pipeline.outline.pdf_node_base import Base
from pipeline.outline.pdf_tree import Raw
from pipeline.outline.pdf_words import counted, defines, fold

NUMBERING = {
    "Decimal": "decimal", "LowerAlpha": "lower-alpha", "UpperAlpha": "upper-alpha", "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman", "Disc": "disc", "Circle": "circle", "Square": "square", "None": "none",
    "Ordered": "decimal", "Unordered": "disc", "Description": "description",
}  # fmt: skip
ORDERED = frozenset({"decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"})
SCOPES = {"Row": "row", "Column": "col", "Both": "both"}
CHECKED = {"☑": "yes", "☒": "yes", "✓": "yes", "✔": "yes", "☐": "no", "□": "no"}
BULLETS = frozenset("•◦▪‣⁃∙·○●■□–—-*")


class Lists(Base):
    """Lists, their items, and the cells of tables."""

    def _list(self, raw: Raw, lang: str, way: str) -> Node:
        style = NUMBERING.get(str(raw.attributes.get("List", {}).get("ListNumbering", ""))[1:], "")
        items = [kid for kid in raw.kids if isinstance(kid, Raw)]
        if defines(raw):
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
