# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the Figures of a PDF show, against the pictures that the document names.

A drawing is painted by many strokes and is not compared; a photograph is an image of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.once import once
from pipeline.checks.parity.compare import short
from pipeline.checks.pdf.look import place
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.subject import Subject
from pipeline.checks.web.pictures import UNLIKE, likeness_of_image, opened, size_of, source_file
from pipeline.model import InlineKind
from pipeline.outline.pdf_content import Paint

SLIGHT = 3


def figures(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """(message, place, block) for each Figure that shows nothing, or another picture of the document than its own."""
    if subject.edition is None:
        return
    tags = [tag for tag in tree_of(subject).tags if tag.type == "Figure"]
    painted: dict[tuple[tuple[int, int], int], list[Paint]] = {}
    for paint in subject.content.paints if tags else ():
        for mark in paint.marks:
            painted.setdefault((mark.stream, mark.mcid), []).append(paint)
    named = _named(subject)
    for tag in tags:
        alt = " ".join((tag.text("Alt") or "").split())
        block, name = named.get(alt, ("", ""))
        paints = [paint for one in _own(tag) for key in one.content for paint in painted.get(key, ())]
        message = _shows(subject, name, paints) if paints else "is told, and is not on the page."
        if message:
            yield f"The picture «{short(alt, 60)}» {message}", place(subject, tag), block


def _own(tag: Tag) -> Iterator[Tag]:
    """A Figure and what is in it, without its caption."""
    stack = [tag]
    while stack:
        one = stack.pop()
        if one.type != "Caption":
            yield one
            stack.extend(one.kids)


def _named(subject: Subject) -> dict[str, tuple[str, str]]:
    """Block and file of the pictures whose alternative no other has."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, piece in subject.inlines(InlineKind.IMAGE):
        found.setdefault(" ".join(piece.text.split()), []).append((key, piece.target))
    return {alt: places[0] for alt, places in found.items() if len(places) == 1}


def _shows(subject: Subject, name: str, paints: list[Paint]) -> str:
    """What a Figure shows instead of its own picture; empty if that cannot be told. A photograph is told by its size
    where no other picture of the document has the same, else by what is seen when it is very small."""
    pictures = [paint.picture for paint in paints if paint.kind == "image"]
    sources = _photographs(subject)
    if len(pictures) != 1 or pictures[0] is None or name not in sources:
        return ""
    if _is_slight(pictures[0], sources[name][1]):
        image = opened(pictures[0])
        if image is not None and (likeness_of_image(image, sources[name][1]) or 0.0) < UNLIKE:
            return f"shows another picture than {name}, or nothing."
    if len(sources) < 2:
        return ""
    size = (int(pictures[0].get("/Width", 0)), int(pictures[0].get("/Height", 0)))
    if [other for other, (its, _) in sources.items() if its == size] == [name]:
        return ""
    image = opened(pictures[0])
    if image is None:
        return ""
    own = likeness_of_image(image, sources[name][1]) or 0.0
    for other, (_, data) in sources.items():
        if data != sources[name][1] and (likeness_of_image(image, data) or 0.0) > max(own, UNLIKE):
            return f"shows {other}, not {name}."
    return ""


def _is_slight(picture: Any, data: bytes) -> bool:
    """Whether a picture takes so much less room than its file that it may be another one: nobody looks at it else."""
    return len(picture.read_raw_bytes()) * SLIGHT < len(data)


@once
def _photographs(subject: Subject) -> dict[str, tuple[tuple[int, int], bytes]]:
    """Size and bytes of the document's pictures that are no drawings, by their names."""
    if subject.edition is None:
        return {}
    folder = subject.edition.document.folder
    names = sorted({piece.target for _, piece in subject.inlines(InlineKind.IMAGE)})
    files = {name: source_file(folder, name) for name in names}
    return {name: (size, data) for name, data in files.items() if (size := size_of(data))}
