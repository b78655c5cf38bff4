# SPDX-License-Identifier: AGPL-3.0-or-later
"""The structure tree as a tree of its own, before it is written into a file (ISO 32000-2, 14.7 and 14.8).

``Element`` is a builder's object: it lives inside one call of the writer and is never handed out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf

# Types that only the namespace of PDF 1.7 has, and those that only PDF 2.0 has, with what they are mapped to
# in a file of PDF 1.7 (ISO 32000-2, Annex L). DL is ours: PDF 1.7 has no way to say that a list is of definitions.
ONLY_OLD = frozenset({"TOC", "TOCI", "Reference", "BlockQuote", "Quote", "Code", "Note", "Art", "Index"})
MAPPED = {"Title": "H1", "Em": "Span", "Strong": "Span", "FENote": "Note", "Sub": "Span", "Aside": "Sect", "DL": "L"}


@dataclass(slots=True, eq=False)
class Element:
    """A structure element: its type, its attributes, and its content in reading order.

    ``namespace`` is that of its type where it is none of PDF's; attributes under ``NSO`` are of that namespace too.
    """

    type: str
    source: ET.Element | None = None
    kids: list[Element | Leaf | Annotation] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)  # Alt, ActualText, E, Lang, ID, T
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)  # by owner: List, Table, Layout, NSO
    refs: list[Element] = field(default_factory=list)
    headers: list[Element] = field(default_factory=list)
    formula: bytes = b""
    number: int = 0
    page: int = -1
    namespace: str = ""

    def add(self, kid: Element | Leaf | Annotation) -> None:
        """Append to the content."""
        self.kids.append(kid)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        stack: list[Element] = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


@dataclass(slots=True, eq=False)
class Annotation:
    """A link's annotation on one page: its rectangles in points, what a person is told, and where it leads."""

    page: int
    boxes: list[tuple[float, float, float, float]]
    contents: str
    uri: str = ""
    target: Element | None = None
    struct_parent: int = 0
