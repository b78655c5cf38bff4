# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links: one element, one annotation a page, words for people, references both ways (ISO 32000-2, 12.5.6.5)."""

from __future__ import annotations

from functools import cached_property
from xml.etree import ElementTree as ET

from pipeline.writers.pdf.print_model import HEADINGS
from pipeline.writers.pdf.structure import Annotation, Element
from pipeline.writers.pdf.tag_base import Base

Box = tuple[float, float, float, float]
HEADING_TYPES = frozenset(name.upper() for name in HEADINGS)


class Links(Base):
    """Links, calls of notes, entries of the contents."""

    def _inline(self, source: ET.Element, parent: Element) -> None:
        raise NotImplementedError

    def _link(self, source: ET.Element, parent: Element) -> None:
        href = source.get("href") or ""
        if source in self._by_source:
            return  # the label of a note, which stands before its paragraphs
        dead = href.startswith("#") and href[1:] not in self._known  # a rule tells the author
        if not href or dead or not self._is_painted(source):
            self._inline(source, parent)
            return
        element = self._open("Link", source, parent)
        self._links.append((element, source))
        self._content(source, element)

    def _is_painted(self, source: ET.Element) -> bool:
        return any(self._painted.leaves.get(element) for element in source.iter())

    # --- what needs the whole tree --------------------------------------------------------------------------

    def _resolve(self) -> None:
        for element, source in self._links:
            self._annotate(element, source)
        for source, element in self._by_source.items():
            details = source.get("aria-details")
            if details and details in self.result.by_id:
                element.refs.append(self.result.by_id[details])

    def _annotate(self, element: Element, source: ET.Element) -> None:
        href = source.get("href") or ""
        target = self.result.by_id.get(href[1:]) if href.startswith("#") else None
        if href.startswith("#") and target is None:  # it leads to what was not painted: the page says where
            target = self.result.root
        words = source.get("aria-label") or " ".join(_words(source).split()) or href
        contents = source.get("title") or words
        by_page: dict[int, list[Box]] = {}
        for page, *box in self._painted.places.get(source, ()):
            by_page.setdefault(page, []).append((box[0], box[1], box[2], box[3]))
        self._add_pictures(source, by_page)
        for page, boxes in by_page.items():
            uri = "" if target is not None else href
            annotation = Annotation(page, boxes, contents, uri, target)
            element.add(annotation)
            self.result.annotations.append(annotation)
        if target is None:
            return
        if target.type == "FENote":
            element.refs.append(target)
            target.refs.append(element)
        elif target.type in HEADING_TYPES:
            self._refer_entry(source, target)

    def _add_pictures(self, source: ET.Element, by_page: dict[int, list[Box]]) -> None:
        """A picture in a link is as much of it as its words; the box of a line is no higher than its text."""
        for image in source.iter("img"):
            for leaf in self._painted.leaves.get(image, ()):
                boxes = by_page.setdefault(leaf.page, [])
                under = [box for box in boxes if leaf.box[0] - 1 <= box[0] and box[2] <= leaf.box[2] + 1
                         and box[1] < leaf.box[3] and leaf.box[1] < box[3]]  # fmt: skip
                for box in under:
                    boxes.remove(box)
                lefts, bottoms, rights, tops = zip(leaf.box, *under, strict=True)
                boxes.append((min(lefts), min(bottoms), max(rights), max(tops)))

    def _refer_entry(self, source: ET.Element, heading: Element) -> None:
        entry = self._entry_of.get(source)
        if entry is not None:
            entry.refs.append(heading)

    @cached_property
    def _entry_of(self) -> dict[ET.Element, Element]:
        """The entry of the contents that holds a link."""
        return {
            child: element for source, element in self._by_source.items() if element.type == "TOCI"
            for child in source if child.tag == "a"
        }


def _words(source: ET.Element) -> str:
    parts = [source.text or ""]
    for child in source:
        parts.append(child.get("alt") or "" if child.tag == "img" else _words(child))
        parts.append(child.tail or "")
    return "".join(parts)
