# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a tagged PDF gets, whoever made it: bytes → Outline.

Nothing is repaired and nothing invented: a file without tags gives a problem and no outline, a word that its
tags run together with the next stays so. Independent from our own writer, whose work it judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.model import Format, Node, Outline, Role
from pipeline.model.namespaces import MATHML
from pipeline.outline.pdf_boxes import Box, Boxes
from pipeline.outline.pdf_content import Content, read_content
from pipeline.outline.pdf_meta import metadata, page_labels
from pipeline.outline.pdf_nodes import Nodes
from pipeline.outline.pdf_text import Contents
from pipeline.outline.pdf_tree import Mark, Raw, Tree

if TYPE_CHECKING:
    import pikepdf

__all__ = ["Picture", "Tag", "picture", "read", "read_open"]


def read(data: bytes) -> Outline:
    """The outline of a PDF. Never raises for what is in the file: see ``problems`` of the outline."""
    problems: list[str] = []
    pdf = _open(data, problems)
    if pdf is None:
        return Outline(Format.PDF, Node(Role.DOCUMENT), {}, tuple(problems))
    with pdf:
        return read_open(pdf)


def read_open(pdf: pikepdf.Pdf, content: Content | None = None) -> Outline:
    """The outline of an open PDF, whose content may have been read already."""
    problems: list[str] = []
    meta = _meta(pdf, problems)
    tree = _tree(pdf, problems)
    if tree is None:
        return Outline(Format.PDF, Node(Role.DOCUMENT), meta, tuple(problems))
    contents = _contents(pdf, content, problems)
    labels = page_labels(pdf)
    try:
        nodes = Nodes(tree, contents, labels, meta.get("lang", ""))
        root = nodes.root()
        marks = nodes.bookmarks(pdf) if tree.roots else None
        root = replace(root, children=(*root.children, marks)) if marks is not None else root
    except Exception as error:  # noqa: BLE001 objects of a wrong kind where a value is read
        problems.append(f"The structure tree could not be followed ({type(error).__name__}).")
        root = Node(Role.DOCUMENT)
    for page, text in sorted(contents.stray.items()):
        problems.append(f"Text in no tag on page {page + 1}: «{' '.join(text.split())[:60]}»")
    return Outline(Format.PDF, root, meta, tuple(dict.fromkeys([*problems, *tree.problems])), tuple(labels))


def _open(data: bytes, problems: list[str]) -> pikepdf.Pdf | None:
    import pikepdf

    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        problems.append("The PDF needs a password.")
    except Exception as error:  # noqa: BLE001 a broken file may break its reader in any way
        problems.append(f"Not a PDF that can be read ({type(error).__name__}).")
    return None


def _tree(pdf: Any, problems: list[str]) -> Tree | None:
    try:
        return Tree(pdf)
    except Exception as error:  # noqa: BLE001
        problems.append(f"The structure tree could not be read ({type(error).__name__}).")
        return None


def _contents(pdf: Any, content: Content | None, problems: list[str]) -> Contents:
    def problem(text: str) -> None:
        if text not in problems:
            problems.append(text)

    try:
        painted = read_content(pdf) if content is None else content
    except Exception as error:  # noqa: BLE001 a broken file may break its reader in any way
        problem(f"The content of the pages could not be read ({type(error).__name__}).")
        painted = Content((), (), (), ())
    return Contents(painted, problem)


def _meta(pdf: Any, problems: list[str]) -> dict[str, str]:
    try:
        return metadata(pdf)
    except Exception as error:  # noqa: BLE001
        problems.append(f"The metadata could not be read ({type(error).__name__}).")
        return {}


# --- the picture --------------------------------------------------------------------------------------------


class Tag(NamedTuple):
    """A structure element on one page: its number in reading order (from 1), its type as the file has it, what
    that type stands for, its box (left, bottom, right, top) in points from the page's lower left, and its text
    or alternative."""

    page: int
    number: int
    type: str
    role: str
    box: Box
    text: str


class Picture(NamedTuple):
    """What to draw over images of the pages: their (width, height) in points, and the tags in reading order."""

    pages: tuple[tuple[float, float], ...]
    tags: tuple[Tag, ...]
    problems: tuple[str, ...] = ()


def picture(data: bytes) -> Picture:
    """Where each structure element lies that has content of its own. Pages count from 0."""
    problems: list[str] = []
    pdf = _open(data, problems)
    if pdf is None:
        return Picture((), (), tuple(problems))
    with pdf:
        tree = _tree(pdf, problems)
        texts = _contents(pdf, None, problems).texts
        places = Boxes(data, problems.append)
        tags: list[Tag] = []
        number = 0
        for raw in (element for root in (tree.roots if tree else ()) for element in root.walk()):
            own = [] if raw.namespace == MATHML else _own(raw)
            if not own:
                continue
            number += 1
            tags.extend(_tags(raw, own, number, (places.boxes, texts)))
        problems.extend(tree.problems if tree else ())
        return Picture(tuple(places.sizes), tuple(tags), tuple(dict.fromkeys(problems)))


def _own(raw: Raw) -> list[Mark]:
    """The marked contents of an element; a formula has all those of its symbols."""
    if raw.role == "Formula":
        return [kid for element in raw.walk() for kid in element.kids if isinstance(kid, Mark)]
    return [kid for kid in raw.kids if isinstance(kid, Mark)]


def _tags(
    raw: Raw, own: list[Mark], number: int, known: tuple[Mapping[Mark, Box], Mapping[Mark, str]]
) -> list[Tag]:
    placed, texts = known
    by_page: dict[int, list[Mark]] = {}
    for mark in own:
        by_page.setdefault(mark.page, []).append(mark)
    made = []
    for page, marks in by_page.items():
        boxes = [placed[mark] for mark in marks if mark in placed]
        if not boxes:
            continue
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        text = raw.strings.get("Alt") or "".join(texts.get(mark, "") for mark in marks)
        made.append(Tag(page, number, raw.type, raw.role, box, " ".join(text.split())))
    return made
