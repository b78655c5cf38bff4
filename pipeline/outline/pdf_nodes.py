# SPDX-License-Identifier: AGPL-3.0-or-later
"""From structure elements to the nodes that all formats share.

The standard types of PDF 1.7 and 2.0 are mapped to ``Role``; grouping without meaning disappears. A block's text
is the text of its marked contents in tree order, white space folded; program text keeps its own.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.labels import direction
from pipeline.model import Node, Role
from pipeline.model.namespaces import MATHML
from pipeline.outline.mathml import canonical
from pipeline.outline.pdf_mathml import of_elements, parsed, spoken
from pipeline.outline.pdf_node_links import Links
from pipeline.outline.pdf_node_lists import Lists
from pipeline.outline.pdf_tree import Mark, Raw
from pipeline.outline.pdf_words import HIDDEN, fold, number

ROLES = {
    "Title": Role.TITLE, "P": Role.PARAGRAPH, "BlockQuote": Role.QUOTE, "Caption": Role.CAPTION, "Table": Role.TABLE,
    "TR": Role.ROW, "TH": Role.HEADER, "TD": Role.CELL, "TOC": Role.CONTENTS, "TOCI": Role.CONTENTS_ITEM,
    "FENote": Role.NOTE, "Note": Role.NOTE, "Em": Role.EMPHASIS, "Strong": Role.STRONG, "Quote": Role.QUOTATION,
    "Div": Role.GROUP, "Aside": Role.GROUP, "Part": Role.GROUP, "Art": Role.GROUP, "Sect": Role.SECTION,
    "Formula": Role.FORMULA, "Index": Role.GROUP, "DocumentFragment": Role.GROUP,
}  # fmt: skip
GROUPS = {"THead": "head", "TBody": "body", "TFoot": "foot"}
# What needs more than its role: the method for it.
SPECIAL = {
    "L": "_list", "LI": "_item", "Link": "_link", "Span": "_span", "Code": "_span", "Sub": "_span", "P": "_paragraph",
    "TH": "_cell", "TD": "_cell", "FENote": "_note", "Note": "_note", "TOC": "_table_of_contents",
}  # fmt: skip
THROUGH = frozenset({"NonStruct", "Private", "LBody", "Reference", "Lbl", "Annot", "BibEntry", "Ruby", "RB", "RT",
                     "RP", "Warichu", "WT", "WP", "Document", "MathML"})  # fmt: skip
TEXT_BLOCKS = frozenset({"P", "H", "Caption", "Title", "Sub", "Span", "Em", "Strong", "Quote", "Link", "TOCI",
                         "Reference", "Lbl", "Code"})  # fmt: skip


class Nodes(Lists, Links):
    """The nodes of one structure tree."""

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
