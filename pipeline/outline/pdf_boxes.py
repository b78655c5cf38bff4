# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where on the pages of a PDF its marked contents lie, worked out by playa: for pictures of the tags only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pipeline.outline.pdf_tree import Mark

Box = tuple[float, float, float, float]
MAX_FORMS = 20  # forms inside forms


class Boxes:
    """The boxes of all marked contents of a file, in points from the lower left; ``sizes`` are the pages' (width,
    height). In: the file's bytes, and where to report what could not be read."""

    def __init__(self, data: bytes, problem: Callable[[str], None]) -> None:
        import logging

        import playa

        logging.getLogger("playa").setLevel(logging.CRITICAL)
        self.boxes: dict[Mark, Box] = {}
        self.sizes: list[tuple[float, float]] = []
        try:
            with playa.parse(data, space="default") as document:
                for index, page in enumerate(document.pages):
                    self._page(index, page, problem)
        except Exception as error:  # noqa: BLE001 a broken file may break its reader in any way
            problem(f"The places on the pages could not be read ({type(error).__name__}).")

    def _page(self, index: int, page: Any, problem: Callable[[str], None]) -> None:
        try:
            self.sizes.append((float(page.width), float(page.height)))
        except Exception:  # noqa: BLE001
            self.sizes.append((0.0, 0.0))
        iterator = _objects(page, 0, ())
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
                problem(f"Some places on page {index + 1} could not be read ({type(error).__name__}).")

    def _take(self, page: int, item: Any, stream: int) -> None:
        mark: Mark | None = None
        for section in item.mcstack:
            if section.tag == "Artifact":
                return
            if section.mcid is not None:
                mark = Mark(page, stream, section.mcid)
        if mark is not None:
            self._add(mark, item.bbox)

    def _add(self, mark: Mark, box: Box | None) -> None:
        if box is None:
            return
        known = self.boxes.get(mark)
        self.boxes[mark] = box if known is None else (
            min(known[0], box[0]), min(known[1], box[1]), max(known[2], box[2]), max(known[3], box[3])
        )  # fmt: skip


def _objects(holder: Any, stream: int, outer: tuple[int, ...]) -> Iterator[tuple[Any, int]]:
    from playa.content import XObjectObject

    for item in holder:
        if not isinstance(item, XObjectObject):
            yield item, stream
            continue
        number = item.stream.objid or 0
        if number not in outer and len(outer) < MAX_FORMS:
            yield item, stream
            yield from _objects(item, number, (*outer, number))
