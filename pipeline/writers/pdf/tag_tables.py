# SPDX-License-Identifier: AGPL-3.0-or-later
"""Images, figures and tables as structure elements (ISO 32000-2, 14.8.4.8, 14.8.5.4 and 14.8.5.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.writers.pdf import tables
from pipeline.writers.pdf.reading import Flow
from pipeline.writers.pdf.structure import Element
from pipeline.writers.pdf.tag_formulas import Formulas

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf

PARTS = {"caption": "Caption", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR"}
# Where an image is a block of its own; anywhere else it stands in a line.
AROUND_BLOCKS = ("Document", "Sect", "LBody", "Div", "BlockQuote", "FENote")


class Tables(Formulas):
    """Figures and tables."""

    def _image_leaves(self, source: ET.Element) -> list[Leaf]:
        return [leaf for leaf in self._painted.leaves.get(source, ()) if leaf.image and leaf.zone != "again"]

    def _image(self, source: ET.Element, parent: Element) -> None:
        leaves = self._image_leaves(source)
        if source.get("role") == "presentation" or not leaves:
            return
        formula = self._formulas.get(source)
        element = self._open("Formula" if formula else "Figure", source, parent)
        inline = not formula.display if formula else parent.type not in AROUND_BLOCKS
        _place_image(element, leaves, inline=inline)
        if formula is not None:
            self._formula(formula, leaves, element)
            return
        if source.get("alt"):
            element.strings["Alt"] = source.get("alt") or ""
        for leaf in leaves:
            self._leaf(leaf, element)

    def _figure(self, source: ET.Element, parent: Element) -> None:
        image = next((child for child in source.iter("img") if child not in self._formulas), None)
        leaves = self._image_leaves(image) if image is not None else []
        decorative = image is None or image.get("role") == "presentation" or not leaves
        if decorative and not any(child.tag == "figcaption" for child in source):
            return
        figure = self._open("Aside" if decorative else "Figure", source, parent)
        if image is not None and not decorative:
            self._by_source[image] = figure
            if image.get("id"):
                self.result.by_id.setdefault(image.get("id") or "", figure)
            _place_image(figure, leaves, inline=False)
            if image.get("alt"):
                figure.strings["Alt"] = image.get("alt") or ""
        for child in source:
            if child is image or image in list(child.iter("img")):
                for leaf in leaves if not decorative else ():
                    self._leaf(leaf, figure)
            else:
                outer, self._flow = self._flow, Flow()
                self._element(child, figure)
                self._flow = outer

    def _table(self, source: ET.Element, parent: Element) -> None:
        table = tables.Table(source)
        places = {cell.element: cell for cell in table.cells}
        element = self._open("Table", source, parent)
        self._rows(source, element, table, places)
        for cell in table.cells:
            target = self._by_source[cell.element]
            target.headers = [self._by_source[header.element] for header in table.headers(cell)]
            for header in target.headers:
                if "ID" not in header.strings:
                    self._table_ids += 1
                    header.strings["ID"] = f"th-{self._table_ids}"

    def _rows(self, source: ET.Element, parent: Element, table: tables.Table,
              places: dict[ET.Element, tables.Cell]) -> None:  # fmt: skip
        for child in source:
            if child.tag in PARTS:
                element = self._open(PARTS[child.tag], child, parent)
                if child.tag == "caption":
                    self._block(child, element)
                else:
                    self._rows(child, element, table, places)
            elif child.tag in ("td", "th"):
                element = self._open(child.tag.upper(), child, parent)
                cell = places[child]
                attributes: dict[str, object] = {}
                if cell.header:
                    attributes["Scope"] = f"/{table.scope(cell)}"
                if cell.height > 1:
                    attributes["RowSpan"] = cell.height
                if cell.width > 1:
                    attributes["ColSpan"] = cell.width
                if attributes:
                    element.attributes["Table"] = attributes
                self._block(child, element)


def _place_image(element: Element, leaves: list[Leaf], *, inline: bool) -> None:
    boxes = [leaf.box for leaf in leaves]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    element.attributes.setdefault("Layout", {}).update(BBox=box, Placement="/Inline" if inline else "/Block")
