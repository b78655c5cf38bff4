# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each page begins in the text of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.model import PageStart
from pipeline.writers.pdf.print_model import Formula, classes

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf


def page_starts(
    root: ET.Element, first: Sequence[Sequence[Leaf]], leaves: Sequence[Leaf], formulas: dict[ET.Element, Formula]
) -> tuple[PageStart, ...]:
    """One PageStart for each page.

    In: the print tree, the painted pieces of each page's text area, all pieces in reading order. A page that
    begins in what is not of the document (the table of contents) begins where the document next does.
    """
    return _Starts(root, leaves, formulas).of(first)


@dataclass(slots=True)
class Count:
    """How long a text is that comes in pieces, white space folded, without keeping the text: a paragraph may have
    as many lines as it likes."""

    length: int = 0
    space: bool = False

    @property
    def next(self) -> int:
        """Where what follows begins: after the space that the last piece ended with."""
        return self.length + (self.space and self.length > 0)

    def add(self, text: str) -> None:
        """Count another piece."""
        words = " ".join(text.split())
        if words:
            self.length += ((self.space or text[0].isspace()) and self.length > 0) + len(words)
        if text:
            self.space = text[-1].isspace()


class _Starts:
    def __init__(self, root: ET.Element, leaves: Sequence[Leaf], formulas: dict[ET.Element, Formula]) -> None:
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._formulas = formulas
        self._blocks: dict[ET.Element, ET.Element | None] = {}
        self._offsets: dict[int, int] = {}
        read: dict[ET.Element, Count] = {}
        for leaf in leaves:
            block = self._block(leaf.element)
            if block is not None:
                count = read.setdefault(block, Count())
                self._offsets[id(leaf)] = count.next
                count.add(self._text(leaf))

    def of(self, pages: Sequence[Sequence[Leaf]]) -> tuple[PageStart, ...]:
        starts: list[PageStart] = []
        following = PageStart(0, "", "", 0)
        for index in range(len(pages) - 1, -1, -1):
            found = self._first(pages[index])
            if found is not None:
                following = PageStart(index, "", *found)
            starts.append(PageStart(index, str(index + 1), following.block, following.offset))
        return tuple(reversed(starts))

    def _first(self, leaves: Sequence[Leaf]) -> tuple[str, int] | None:
        for leaf in leaves:
            if leaf.zone == "main" and id(leaf) in self._offsets and not leaf.pseudo:
                block = self._block(leaf.element)
                if block is not None:
                    return block.get("id") or "", self._offsets[id(leaf)]
        return None

    def _text(self, leaf: Leaf) -> str:
        if leaf.image:
            formula = self._formulas.get(leaf.element) if leaf.element is not None else None
            return formula.tex if formula else ""
        return leaf.prepend + leaf.text + leaf.append

    def _block(self, element: ET.Element | None) -> ET.Element | None:
        """The nearest block of the document around an element; None in calls of notes and in the contents."""
        if element is None:
            return None
        if element not in self._blocks:
            names = classes(element)
            if element.tag == "nav" or "note-call" in names or "note-label" in names:
                found = None
            elif element.get("id") and element.tag not in INLINE:
                found = element
            else:
                found = self._block(self._parents.get(element))
            self._blocks[element] = found
        return self._blocks[element]


INLINE = frozenset({"a", "span", "img", "em", "strong", "abbr", "bdi", "code", "q", "sup", "sub", "del", "ins", "mark"})
