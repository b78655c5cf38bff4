# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was painted, taken from the boxes of the layout page by page.

Part of the seam (see ``seam.py``): a box's ``element``, ``element_tag``, ``text``, ``is_leader``, ``at_keyword``, a
placeholder's ``_box``, ``Page._page_box`` and a stream's ``_tags`` are read here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from pipeline.writers.pdf.painted import Leaf, Painted, Place

PX = 0.75  # points in a CSS pixel


class Collector:
    """The painted content of all pages, taken page by page as they are painted.

    A page's boxes are let go as soon as they are painted: they are most of what a layout holds in memory.
    """

    def __init__(self, placed: set[ET.Element]) -> None:
        self._painted = Painted()
        self._placed = placed
        self._groups: dict[ET.Element, list[_Copy]] = {}

    def take(self, page: Any, stream: Any) -> None:
        """What is painted on one page."""
        painted = self._painted
        walker = _Walker(painted, self._groups, len(painted.marks), page.height, stream._tags, self._placed)
        walker.page(page._page_box)
        painted.first.append(walker.main)
        painted.marks.append(list(stream._tags.values()))
        stream._tags.clear()
        page._page_box = None

    def finish(self) -> Painted:
        """Everything, and which of it counts: a table's head on its first page, its foot on its last."""
        for copies in self._groups.values():
            chosen = copies[-1] if copies[0].foot else copies[0]
            for element, place in chosen.places:
                self._painted.places.setdefault(element, []).append(place)
            for copy in copies:
                for leaf in copy.leaves if copy is not chosen else ():
                    leaf.zone = "again"
        return self._painted


@dataclass(slots=True)
class _Copy:
    """A table's head or foot as painted on one page."""

    foot: bool
    leaves: list[Leaf] = field(default_factory=list)
    places: list[tuple[ET.Element, Place]] = field(default_factory=list)


class _Walker:
    """The boxes of one page in their order."""

    def __init__(self, painted: Painted, groups: Any, number: int, height: float, tags: Any,
                 placed: set[ET.Element]) -> None:  # fmt: skip
        from weasyprint.formatting_structure import boxes
        from weasyprint.layout.absolute import AbsolutePlaceholder

        self._painted = painted
        self._groups = groups
        self._number = number
        self._height = height
        self._tags = tags
        self._boxes = boxes
        self._leaves = (boxes.TextBox, boxes.ReplacedBox)
        self._placed = placed
        self._placeholder = AbsolutePlaceholder
        self.main: list[Leaf] = []

    def page(self, page_box: Any) -> None:
        for child in page_box.children:
            if isinstance(child, self._boxes.MarginBox):
                self._walk(child, "margin", child.at_keyword, None)
            elif isinstance(child, self._boxes.FootnoteAreaBox):
                self._walk(child, "foot", "", None)
            else:
                self._walk(child, "main", "", None)

    def _walk(self, box: Any, zone: str, keyword: str, group: _Copy | None) -> None:
        boxes = self._boxes
        if isinstance(box, self._placeholder):
            box = box._box
        if isinstance(box, self._leaves):
            self._leaf(box, zone, keyword, group)
            if isinstance(box, boxes.TextBox):
                return
        if box.element in self._placed and "::" not in box.element_tag and not isinstance(box, boxes.LineBox):
            self._place(box, group)
        if box.is_leader:  # each of its dots is a box: artifacts of which there is nothing to say
            return
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            group = _Copy(bool(box.is_footer))
            self._groups.setdefault(box.element, []).append(group)
        for child in box.children:
            self._walk(child, zone, keyword, group)

    def _leaf(self, box: Any, zone: str, keyword: str, group: _Copy | None) -> None:
        mark = self._tags.get(box)
        if mark is None:  # a text of the layout that is not painted
            return
        image = not isinstance(box, self._boxes.TextBox)
        _, _, pseudo = (box.element_tag or "").partition("::")
        leaf = Leaf(
            self._number, mark.number, box.element, pseudo, "" if image else box.text, image,
            zone, self._points(box.content_box_x(), box.content_box_y(), box.width, box.height),
            keyword,
        )
        if group is not None:
            group.leaves.append(leaf)
        if box.element is None or zone == "margin" or box.style["visibility"] != "visible":
            self._painted.rest.append(leaf)
            return
        self._painted.leaves.setdefault(box.element, []).append(leaf)
        if zone == "main":
            self.main.append(leaf)

    def _place(self, box: Any, group: _Copy | None) -> None:
        place = (self._number, *self._points(*box.hit_area()))
        if group is not None:
            group.places.append((box.element, place))
        else:
            self._painted.places.setdefault(box.element, []).append(place)

    def _points(self, x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        top = self._height - y
        return (x * PX, (top - height) * PX, (x + width) * PX, top * PX)
