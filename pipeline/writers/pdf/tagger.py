# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the document's own elements to structure elements: one for each, however many lines and pages it takes.

The tree comes from the DOM, never from the boxes; the boxes only say where its words were painted. Sources:
ISO 32000-2, 14.8 (types, attributes), ISO 14289-2, 8.2 (PDF/UA-2), Well-Tagged PDF 1.0.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pipeline.writers.pdf.painted import Painted
from pipeline.writers.pdf.print_model import HEADINGS, Formula, classes
from pipeline.writers.pdf.reading import Flow
from pipeline.writers.pdf.structure import Element
from pipeline.writers.pdf.tag_base import WRITING, Tagged
from pipeline.writers.pdf.tag_links import Links
from pipeline.writers.pdf.tag_lists import Lists
from pipeline.writers.pdf.tag_tables import Tables

SIMPLE = {
    "p": "P", "section": "Sect", "blockquote": "BlockQuote", "caption": "Caption", "figcaption": "Caption",
    "code": "Code", "em": "Em", "strong": "Strong", "q": "Quote", **{name: name.upper() for name in HEADINGS},
}  # fmt: skip
METHODS = {
    "img": "_image", "ul": "_list", "ol": "_list", "dl": "_definitions", "table": "_table", "figure": "_figure",
    "pre": "_listing", "nav": "_contents", "div": "_division", "a": "_link", "aside": "_note",
}  # fmt: skip
MARKED = (1.0, 0.953, 0.631)  # the ground of <mark> in the print style
# Elements that only group others in the page: what is in them belongs to what is around them.
THROUGH = frozenset({"html", "body", "header", "main"})


def tag(root: ET.Element, formulas: dict[ET.Element, Formula], painted: Painted, *, old: bool) -> Tagged:
    """The structure tree of a print tree. ``old``: for a file of PDF 1.7 (PDF/UA-1)."""
    return _Tagger(formulas, painted, old).document(root)


class _Tagger(Lists, Tables, Links):
    def document(self, root: ET.Element) -> Tagged:
        article = next(element for element in root.iter("article"))
        self._targets = {(link.get("href") or "")[1:] for link in root.iter("a")} - {""}
        self._known = {element.get("id") or "" for element in root.iter()}
        document = self.result.root
        document.source = article
        self._content(article, document)
        self._resolve()
        return self.result

    def _element(self, source: ET.Element, parent: Element) -> None:
        """One element of the document, by the method for its name."""
        if source.tag == "hr":
            return
        if source.tag == "br":
            self._flow.space = True
            return
        method = METHODS.get(source.tag)
        if method is not None:
            getattr(self, method)(source, parent)
        elif source.tag in THROUGH:
            self._block(source, parent)
        elif source.tag in SIMPLE:
            self._simple(source, parent)
        else:
            self._inline(source, parent)

    def _simple(self, source: ET.Element, parent: Element) -> None:
        kind = SIMPLE[source.tag]
        if source.tag == "code" and "tex" in classes(source):
            self._unset_formula(source, parent)
            return
        if source.tag in HEADINGS and "title" in classes(source):
            kind = "Title"
        elif kind == "P" and "line" in classes(source):
            kind = "Sub"
        element = self._open(kind, source, parent)
        if kind in ("Em", "Strong", "Code", "Quote"):
            self._content(source, element)
            return
        if source.tag in HEADINGS and kind != "Title":
            self.result.headings.append(element)
        self._block(source, element)

    def _inline(self, source: ET.Element, parent: Element) -> None:
        """Inline elements that need an element of their own only for what they say of their text."""
        if source in self._by_source:
            return  # the box of a task, which is the label of its item
        layout: dict[str, object] = {}
        if source.tag in ("sup", "sub"):
            if source.get("lang") is None and parent.type == "Link" and parent.source is not None and (
                "note-call" in classes(parent.source)
            ):
                self._content(source, parent)
                return
            layout = self._script(source.tag)
        elif source.tag in ("del", "s"):
            layout = {"TextDecorationType": "/LineThrough"}
        elif source.tag in ("u", "ins") or "underline" in classes(source):
            layout = {"TextDecorationType": "/Underline"}
        elif source.tag == "mark":
            layout = {"BackgroundColor": MARKED}
        expansion = source.get("title") if source.tag == "abbr" else None
        if source.get("dir"):
            layout["WritingMode"] = WRITING[source.get("dir") or "ltr"]
        if not (layout or expansion or source.get("lang") or self._is_target(source)):
            if source.get("id"):  # an anchor without words: what it stands in is where a link leads
                self.result.by_id.setdefault(source.get("id") or "", parent)
            self._content(source, parent)
            return
        element = self._open("Span", source, parent)
        if layout:
            element.attributes["Layout"] = layout
        if expansion:
            element.strings["E"] = expansion
        self._content(source, element)

    def _is_target(self, source: ET.Element) -> bool:
        """Whether a link leads to these words."""
        return source.get("id") in self._targets and self._is_painted(source)

    def _script(self, tag: str) -> dict[str, object]:
        if self._old:
            return {"BaselineShift": 4 if tag == "sup" else -3}
        return {"TextPosition": "/Sup" if tag == "sup" else "/Sub"}

    def _division(self, source: ET.Element, parent: Element) -> None:
        names = classes(source)
        kind = "P" if "lines" in names else "Aside" if "u-aside" in names else "Div"
        self._block(source, self._open(kind, source, parent))

    def _listing(self, source: ET.Element, parent: Element) -> None:
        paragraph = self._open("P", source, parent)
        code = Element("Code", source, attributes={"Layout": {"Placement": "/Block"}})
        paragraph.add(code)
        outer, self._flow, self._verbatim = self._flow, Flow(), True
        inner = source[0] if len(source) == 1 and source[0].tag == "code" else source
        self._content(inner, code)
        self._flow, self._verbatim = outer, False

    def _note(self, source: ET.Element, parent: Element) -> None:
        note = self._open("FENote", source, parent)
        note.strings["ID"] = source.get("id") or f"note-{len(self.result.by_id)}"
        if not self._old:
            note.attributes["FENote"] = {"NoteType": "/Footnote"}
        label = next((link for link in source.iter("a") if "note-label" in classes(link)), None)
        if label is not None:
            holder = Element("Lbl")
            note.add(holder)
            outer, self._flow = self._flow, Flow()
            self._element(label, holder)
            self._flow = outer
        self._block(source, note)
