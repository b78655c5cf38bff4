# SPDX-License-Identifier: AGPL-3.0-or-later
"""The annotations and the bookmarks of a PDF, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Subject

MOST_BOOKMARKS = 100_000


def annots(subject: Subject) -> Iterator[tuple[int, Any]]:
    """The annotations of all pages with the page's number from 1."""
    import pikepdf

    for number, page in enumerate(subject.pdf.pages, start=1):
        listed = page.obj.get("/Annots")
        for annotation in listed if isinstance(listed, pikepdf.Array) else ():
            if isinstance(annotation, pikepdf.Dictionary):
                yield number, annotation


def targets(link: Tag) -> Iterator[tuple[int, int]]:
    """The object numbers of the tags to which the annotations of a Link lead (structure destinations only)."""
    for annotation in link.objects:
        found = structure_target(annotation)
        if found is not None:
            yield found


def structure_target(item: Any) -> tuple[int, int] | None:
    """The object number of the tag to which an annotation or a bookmark leads; None if it leads to none."""
    import pikepdf

    action = item.get("/A") if isinstance(item, pikepdf.Dictionary) else None
    place = action.get("/SD") if isinstance(action, pikepdf.Dictionary) else None
    if not isinstance(place, pikepdf.Array) or not len(place) or not isinstance(place[0], pikepdf.Dictionary):
        return None
    number: tuple[int, int] = place[0].objgen
    return number if number != (0, 0) and "/S" in place[0] else None


def bookmarks(subject: Subject) -> Iterator[tuple[Any, int]]:
    """The bookmarks in the order of their tree, each with its depth from 1; a tree that runs in circles ends."""
    top = subject.pdf.Root.get("/Outlines")
    stack: list[tuple[Any, int]] = [(top.get("/First") if top is not None else None, 1)]
    steps = 0
    while stack and steps < MOST_BOOKMARKS:
        item, depth = stack.pop()
        steps += 1
        if item is None:
            continue
        yield item, depth
        stack += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]


def seen(annotation: Any) -> bool:
    """Whether an annotation is shown: not hidden by its flags, nor a pop-up."""
    flags = int(annotation.get("/F", 0))
    return not flags & 2 and str(annotation.get("/Subtype", "")) != "/Popup"


def on_page(subject: Subject, number: int, annotation: Any) -> bool:
    """Whether an annotation lies at least in part on the visible page."""
    try:
        box = [float(value) for value in subject.pdf.pages[number - 1].cropbox]
        rect = [float(value) for value in annotation.get("/Rect", ())]
    except (TypeError, ValueError, AttributeError):
        return True
    if len(box) != 4 or len(rect) != 4:
        return True
    left, right = sorted((rect[0], rect[2]))
    low, high = sorted((rect[1], rect[3]))
    return not (right < box[0] or left > box[2] or high < box[1] or low > box[3])
