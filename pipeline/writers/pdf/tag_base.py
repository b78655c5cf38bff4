# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every part of the tagger works with: the text of an element, its language, the tree that grows.

The text of the document is the only order; the boxes only say where its words were painted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.writers.pdf.print_model import Formula
from pipeline.writers.pdf.reading import Flow, distribute
from pipeline.writers.pdf.structure import Annotation, Element

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf, Painted

WRITING = {"rtl": "/RlTb", "ltr": "/LrTb"}


@dataclass(slots=True)
class Tagged:
    """The structure tree with what belongs to it: its leaves in reading order, annotations, all ids."""

    root: Element
    leaves: list[Leaf] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    by_id: dict[str, Element] = field(default_factory=dict)
    headings: list[Element] = field(default_factory=list)


class Base(ABC):
    """The state of one tagging, and how an element's pieces are told in their order."""

    def __init__(self, formulas: dict[ET.Element, Formula], painted: Painted, old: bool) -> None:
        self._formulas = formulas
        self._painted = painted
        self._old = old
        self._flow = Flow()
        self._verbatim = False
        self._bullets = 0
        self._in_contents = False
        self._known: set[str] = set()
        self._targets: set[str] = set()
        self._table_ids = 0
        self._free = [len(marks) for marks in painted.marks]  # the first of each page that has no content
        self._by_source: dict[ET.Element, Element] = {}
        self._links: list[tuple[Element, ET.Element]] = []
        self.result = Tagged(Element("Document"))

    # --- content -------------------------------------------------------------------------------------------

    def _content(self, source: ET.Element, target: Element) -> None:
        """The pieces of ``source`` in reading order: its own text, its children, what is between them."""
        leaves = self._painted.leaves.get(source, [])
        generated = [leaf for leaf in leaves if leaf.pseudo and leaf.zone != "again"]
        own = [leaf for leaf in leaves if not leaf.pseudo and not leaf.image and leaf.zone != "again"]
        self._generated(generated, "before", target)
        texts = [source.text or "", *(child.tail or "" for child in source)]
        shares = distribute(texts, own)
        self._text(texts[0], shares[0], target)
        for child, text, share in zip(source, texts[1:], shares[1:], strict=True):
            self._element(child, target)
            self._text(text, share, target)
        self._generated(generated, "after", target)

    def _text(self, text: str, leaves: list[Leaf], target: Element) -> None:
        for leaf in self._flow.text(text, leaves, verbatim=self._verbatim):
            self._leaf(leaf, target)

    def _generated(self, leaves: list[Leaf], pseudo: str, target: Element) -> None:
        for leaf in leaves:
            if leaf.pseudo == pseudo:
                self._flow.space = self._flow.space or self._in_contents  # before a page's number
                self._flow.generated(leaf)
                self._leaf(leaf, target)

    def _leaf(self, leaf: Leaf, target: Element) -> None:
        leaf.used = True
        target.add(leaf)
        self.result.leaves.append(leaf)

    def _block(self, source: ET.Element, target: Element) -> None:
        """Content of a block: no white space of it touches its neighbours."""
        outer, self._flow = self._flow, Flow()
        self._content(source, target)
        self._flow = outer

    @abstractmethod
    def _element(self, source: ET.Element, parent: Element) -> None:
        """Tag one element of the print tree under ``parent``."""

    def _open(self, kind: str, source: ET.Element, parent: Element) -> Element:
        """A new structure element for ``source`` under ``parent``, with its language."""
        element = Element(kind, source)
        if source.get("lang"):
            element.strings["Lang"] = source.get("lang") or ""
        if source.get("id"):
            self.result.by_id.setdefault(source.get("id") or "", element)
        if source.get("dir") in WRITING:
            element.attributes["Layout"] = {"WritingMode": WRITING[source.get("dir") or "ltr"]}
        self._by_source[source] = element
        parent.add(element)
        return element
