# SPDX-License-Identifier: AGPL-3.0-or-later
"""Formulas as structure elements: Formula, and in PDF 2.0 its MathML as elements of their own, each symbol with what
was drawn of it (ISO 32000-2, 14.8.6.3; PDF/UA-2, 8.2.5.29; ISO 32005).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.model.namespaces import MATHML
from pipeline.writers.pdf.print_model import Formula
from pipeline.writers.pdf.structure import Element
from pipeline.writers.pdf.tag_base import Base

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf

SPACE = re.compile(r"[ \t\n\r]+")  # what MathML folds; other spaces are characters (MathML 3, 2.1.7)
TOKENS = frozenset({"mi", "mn", "mo", "ms", "mtext"})  # what holds the words of MathML (MathML 3, 3.1.9.1)


class Formulas(Base):
    """Formulas that were drawn, and TeX that nobody could set."""

    def _formula(self, formula: Formula, leaves: list[Leaf], element: Element) -> None:
        """What a formula says in words, in TeX and in MathML, and what was drawn of it."""
        element.strings["Alt"] = formula.words
        element.strings["ActualText"] = formula.tex
        element.formula = formula.mathml
        for leaf in leaves:
            self._flow.generated(leaf)
            if self._old or not formula.drawn:  # PDF 1.7 has no namespaces
                self._leaf(leaf, element)
            else:
                self._drawn(leaf, formula.drawn, _mathml(formula.mathml, element))

    def _drawn(self, leaf: Leaf, drawn: tuple[int, ...], elements: list[Element]) -> None:
        """Deal a drawing out to the symbols of which it was made. What belongs to no symbol (the bar of a fraction, the
        sign of a root) only shows how the others are put together, which the elements say."""
        leaf.used = True
        self.result.leaves.append(leaf)
        pieces: list[Leaf | None] = []
        last = -1
        for number in drawn:
            if number < 0 or elements[number].type not in TOKENS:
                pieces.append(None)
            elif number == last:
                pieces.append(pieces[-1])
            else:
                piece = replace(leaf, mcid=self._free[leaf.page])
                self._free[leaf.page] += 1
                elements[number].add(piece)
                pieces.append(piece)
            last = number
        leaf.pieces = tuple((piece, elements[number].type) for piece, number in zip(pieces, drawn, strict=True))

    def _unset_formula(self, source: ET.Element, parent: Element) -> None:
        """A formula whose TeX nobody could set stands in the text as it was written, and is a formula all the same."""
        element = self._open("Formula", source, parent)
        element.strings["Alt"] = element.strings["ActualText"] = " ".join("".join(source.itertext()).split())
        element.attributes["Layout"] = {"Placement": "/Inline"}
        self._content(source, element)


def _mathml(data: bytes, parent: Element) -> list[Element]:
    """MathML as structure elements below ``parent``. Out: all of them, in the order of the document."""
    made: list[Element] = []
    stack = [(ET.fromstring(data), parent)]
    while stack:
        source, around = stack.pop()
        element = Element(source.tag.rpartition("}")[2], namespace=MATHML)
        attributes: dict[str, object] = {name: value for name, value in source.attrib.items() if name[:1] != "{"}
        if attributes:
            element.attributes["NSO"] = attributes
        if element.type in TOKENS:
            element.strings["ActualText"] = SPACE.sub(" ", source.text or "").strip(" ")
        around.add(element)
        made.append(element)
        stack.extend((child, element) for child in reversed(source))
    return made
