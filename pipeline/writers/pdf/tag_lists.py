# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists, tasks, definitions and the table of contents as structure elements (ISO 32000-2, 14.8.4.8 and 14.8.5.5)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pipeline.writers.pdf.print_model import classes
from pipeline.writers.pdf.reading import Flow
from pipeline.writers.pdf.structure import Element
from pipeline.writers.pdf.tag_base import Base

NUMBERING = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
BULLETS = ("Disc", "Circle", "Square")


class Lists(Base):
    """Lists, and what is tagged like them."""

    def _list(self, source: ET.Element, parent: Element) -> None:
        element = self._open("L", source, parent)
        tasks = [item for item in source if item.tag == "li" and "task" in classes(item)]
        if source.tag == "ol":
            style = NUMBERING.get(source.get("type") or "1", "Decimal")
        else:
            style = BULLETS[min(self._bullets, 2)]
            if tasks and not self._old:
                style = "Unordered"
            self._bullets += 1
        element.attributes["List"] = {"ListNumbering": f"/{style}"}
        for item in source:
            if item.tag == "li":
                self._item(item, element)
        if source.tag == "ul":
            self._bullets -= 1

    def _item(self, source: ET.Element, parent: Element) -> None:
        item = self._open("LI", source, parent)
        marker = [leaf for leaf in self._painted.leaves.get(source, ()) if leaf.pseudo == "marker"]
        marker = [leaf for leaf in marker if leaf.zone != "again"]
        box = next((span for span in source.iter("span") if "checkbox" in classes(span)), None)
        task = box is not None and "task" in classes(source)
        if marker or task:
            label = Element("Lbl")
            item.add(label)
            for leaf in marker:
                leaf.text = leaf.text.strip()
                leaf.append = " " if task else ""
                self._leaf(leaf, label)
        if box is not None and task:
            self._checkbox(box, label, numbered=bool(marker))
        body = Element("LBody")
        item.add(body)
        self._block(source, body)

    def _checkbox(self, source: ET.Element, label: Element, *, numbered: bool) -> None:
        """The box of a task, whose Alt says whether it is done. Beside a number it has an element of its own: an Alt
        on the label would stand for the number too."""
        box = label
        if numbered:
            box = Element("Span", source)
            label.add(box)
        box.source = source
        box.strings["Alt"] = source.get("aria-label") or ""
        if source.get("lang"):
            box.strings["Lang"] = source.get("lang") or ""
        outer, self._flow = self._flow, Flow()
        self._content(source, box)
        self._flow = outer
        self._by_source[source] = box

    def _definitions(self, source: ET.Element, parent: Element) -> None:
        element = self._open("DL" if self._old else "L", source, parent)
        element.attributes["List"] = {"ListNumbering": "/None" if self._old else "/Description"}
        item: Element | None = None
        open_terms = False
        for child in source:
            if child.tag == "dt":
                if item is None or not open_terms:
                    item = Element("LI")
                    element.add(item)
                open_terms = True
                self._block(child, self._open("Lbl", child, item))
            elif child.tag == "dd":
                if item is None:
                    item = Element("LI")
                    element.add(item)
                open_terms = False
                self._block(child, self._open("LBody", child, item))

    def _contents(self, source: ET.Element, parent: Element) -> None:
        contents = self._open("TOC", source, parent)
        for child in source:
            if child.tag == "p":
                self._block(child, self._open("Caption", child, contents))
            elif child.tag == "ol":
                if child.get("lang") and child.get("lang") != source.get("lang"):
                    contents.strings.pop("Lang", None)
                self._entries(child, contents)

    def _entries(self, source: ET.Element, contents: Element) -> None:
        for item in source:
            entry = self._open("TOCI", item, contents)
            outer, self._flow = self._flow, Flow()
            for child in item:
                if child.tag == "ol":
                    inner = Element("TOC")
                    entry.add(inner)
                    self._entries(child, inner)
                else:
                    reference = Element("Reference")
                    entry.add(reference)
                    self._in_contents = True
                    self._element(child, reference)
                    self._in_contents = False
            self._flow = outer
