# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in the marked contents of a PDF: their text, and where on the page, read with playa.

An ActualText counts instead of what it encloses (ISO 32000-2, 14.9.4); artifacts count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipeline.outline.pdf_tree import Mark

Box = tuple[float, float, float, float]
MAX_FORMS = 20  # forms inside forms


class Contents:
    """The texts of all marked contents of a file.

    In: the file's bytes, where to report what could not be read, whether boxes are wanted too. ``sizes`` are the
    pages' (width, height) in points.
    """

    def __init__(self, data: bytes, problem: Callable[[str], None], *, boxes: bool = False) -> None:
        import logging

        import playa

        logging.getLogger("playa").setLevel(logging.CRITICAL)
        self.texts: dict[Mark, str] = {}
        self.boxes: dict[Mark, Box] = {}
        self.stray: dict[int, str] = {}
        self.sizes: list[tuple[float, float]] = []
        self._with_boxes = boxes
        self._parts: dict[Mark, list[str]] = {}
        self._replaced: dict[int, Any] = {}
        try:
            with playa.parse(data, space="default") as document:
                for index, page in enumerate(document.pages):
                    self._page(index, page, problem)
        except Exception as error:  # noqa: BLE001 a broken file may break its reader in any way
            problem(f"The content of the pages could not be read ({type(error).__name__}).")
        self.texts = {mark: "".join(parts) for mark, parts in self._parts.items()}
        self._replaced.clear()

    def _page(self, index: int, page: Any, problem: Callable[[str], None]) -> None:
        try:
            self.sizes.append((float(page.width), float(page.height)))
        except Exception:  # noqa: BLE001
            self.sizes.append((0.0, 0.0))
        self._replaced = {}
        iterator = self._objects(page, 0, ())
        while True:
            try:
                item = next(iterator)
            except StopIteration:
                return
            except Exception as error:  # noqa: BLE001
                problem(f"Page {index + 1} could not be read to its end ({type(error).__name__}).")
                return
            try:
                self._take(index, *item)
            except Exception as error:  # noqa: BLE001
                problem(f"Some text of page {index + 1} could not be read ({type(error).__name__}).")

    def _objects(self, holder: Any, stream: int, outer: tuple[int, ...]) -> Iterator[tuple[Any, int]]:
        from playa.content import TextObject, XObjectObject

        for item in holder:
            if isinstance(item, XObjectObject):
                number = item.stream.objid or 0
                if number in outer or len(outer) >= MAX_FORMS:
                    continue
                if self._with_boxes:
                    yield item, stream
                yield from self._objects(item, number, (*outer, number))
            elif isinstance(item, TextObject) or self._with_boxes:
                yield item, stream

    def _take(self, page: int, item: Any, stream: int) -> None:
        from playa.content import TextObject

        mark: Mark | None = None
        actual: Any = None
        for section in item.mcstack:
            if section.tag == "Artifact":
                return
            if actual is None and "ActualText" in section.props:
                actual = section
            if section.mcid is not None:
                mark = Mark(page, stream, section.mcid)
        if self._with_boxes and mark is not None:
            self._add_box(mark, item.bbox)
        if not isinstance(item, TextObject):
            return
        text = self._actual(actual) if actual is not None else item.chars
        if mark is not None:
            self._parts.setdefault(mark, []).append(text)
        elif text.strip():
            self.stray[page] = self.stray.get(page, "") + text

    def _actual(self, section: Any) -> str:
        """The ActualText of a section, once for all the text objects in it."""
        from playa.utils import decode_text

        if id(section) in self._replaced:
            return ""
        self._replaced[id(section)] = section
        value = section.props["ActualText"]
        return decode_text(value) if isinstance(value, bytes) else str(value)

    def _add_box(self, mark: Mark, box: Box | None) -> None:
        if box is None:
            return
        known = self.boxes.get(mark)
        self.boxes[mark] = box if known is None else (
            min(known[0], box[0]), min(known[1], box[1]), max(known[2], box[2]), max(known[3], box[3])
        )
