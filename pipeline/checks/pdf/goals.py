# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the links and bookmarks of a PDF lead: the page and height that viewers go to (ISO 32000-2, 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.checks.once import once
from pipeline.checks.parity.compare import short
from pipeline.checks.pdf.annotations import annots, bookmarks
from pipeline.checks.pdf.ink import inks
from pipeline.checks.pdf.look import block_like, block_of, page_numbers
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Subject
from pipeline.outline.pdf_state import Box

Places = dict[tuple[tuple[int, int], int], list[tuple[int, Box]]]
"""Page (from 0) and box of each piece of each marked content."""


class Goal(NamedTuple):
    """A page by its number from 1 (0: it is not in the file), and how high on it (None: it does not say)."""

    page: int
    top: float | None


class Way(NamedTuple):
    """A link or bookmark: what a message calls it, where it is, its object, and the block that it is about."""

    what: str
    place: str
    item: Any
    block: str


@once
def ways(subject: Subject) -> tuple[Way, ...]:
    """Every link and bookmark that stays in the file."""
    return tuple(_ways(subject))


def _ways(subject: Subject) -> Iterator[Way]:
    try:
        owners = tree_of(subject).referred
    except NotApplicable:
        owners = {}
    for number, link in annots(subject):
        if str(link.get("/Subtype", "")) == "/Link" and inner(link) is not None:
            owner = owners.get(link.objgen)
            yield Way("A link", f"page {number}", link, block_of(subject, owner) if owner is not None else "")
    for item in (item for item, _ in bookmarks(subject) if inner(item) is not None):
        title = str(item.get("/Title", ""))
        block = block_like(subject, title) if "/Title" in item else ""
        yield Way(f"The bookmark «{short(title, 40)}»", "bookmarks", item, block)


def goal_of(subject: Subject, item: Any) -> Goal | str | None:
    """Where a link or bookmark leads in the file by its page: the goal, the name that nothing has, or None where it
    leads out of the file or to a tag alone."""
    import pikepdf

    place = inner(item)
    if isinstance(place, pikepdf.Name | pikepdf.String):
        name = str(place)
        place = named(subject, name)
        if place is None:
            return name
    if isinstance(place, pikepdf.Dictionary):
        place = place.get("/D")
    if not isinstance(place, pikepdf.Array) or not len(place):
        return None
    page = place[0]
    if isinstance(page, pikepdf.Dictionary):
        if "/S" in page and str(page.get("/Type", "")) != "/Page":
            return None
        return Goal(page_numbers(subject).get(page.objgen, 0), _top(place))
    return Goal(0, None) if page is None else None


def inner(item: Any) -> Any:
    """The destination of a link or bookmark that stays in the file; None where there is none."""
    action = item.get("/A")
    if action is None:
        return item.get("/Dest")
    return action.get("/D") if str(action.get("/S", "")) == "/GoTo" else None


def named(subject: Subject, name: str) -> Any:
    """What a named destination stands for (ISO 32000-2, 12.3.2.4); None where the file has none of that name."""
    import pikepdf

    old = subject.pdf.Root.get("/Dests")
    key = name if name.startswith("/") else f"/{name}"
    if old is not None and key in old:
        return old[key]
    names = subject.pdf.Root.get("/Names")
    dests = names.get("/Dests") if names is not None else None
    return pikepdf.NameTree(dests).get(name) if dests is not None else None


@once
def places_of(subject: Subject) -> Places:
    """Where each marked content is painted."""
    found: Places = {}
    boxes = [(ink.paint, ink.box) for ink in inks(subject)]
    paints = subject.content.paints
    boxes += [(paint, paint.box) for paint in paints if paint.kind == "image" and not paint.artifact]
    for paint, box in boxes:
        mark = paint.mark
        if mark is not None and box is not None:
            found.setdefault((mark.stream, mark.mcid), []).append((paint.page, box))
    return found


def spans(subject: Subject, tag: Tag) -> dict[int, tuple[float, float]]:
    """On which pages (from 1) a tag stands, and from how high to how low on each; none where nothing is known."""
    places, found = places_of(subject), dict[int, tuple[float, float]]()
    for one in tag.walk():
        for key in one.content:
            for page, box in places.get(key, ()):
                top, foot = found.get(page + 1, (box[3], box[1]))
                found[page + 1] = max(top, box[3]), min(foot, box[1])
    return found


def _top(place: Any) -> float | None:
    """How high a destination lies: XYZ and FitH say it, others show the whole page or a part of it."""
    at = {"/XYZ": 3, "/FitH": 2, "/FitBH": 2}.get(str(place[1]) if len(place) > 1 else "", 0)
    try:
        return float(place[at]) if at and len(place) > at else None
    except (TypeError, ValueError):
        return None
