# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the links and bookmarks of a PDF lead: the page and height that viewers go to (ISO 32000-2, 12.3.2)."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.checks.pdf.ink import inks
from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Subject
from pipeline.outline.pdf_state import Box

Places = dict[tuple[tuple[int, int], int], list[tuple[int, Box]]]
"""Page (from 0) and box of each piece of each marked content."""


class Goal(NamedTuple):
    """A page by its number from 1 (0: it is not in the file), and how high on it (None: it does not say)."""

    page: int
    top: float | None


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
        return Goal(_pages(subject).get(page.objgen, 0), _top(place))
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


def places_of(subject: Subject) -> Places:
    """Where each marked content is painted, worked out once."""
    kept = subject.__dict__.get("pdf-places")
    if kept is None:
        kept = subject.__dict__["pdf-places"] = {}
        boxes = [(ink.paint, ink.box) for ink in inks(subject)]
        paints = subject.content.paints
        boxes += [(paint, paint.box) for paint in paints if paint.kind == "image" and not paint.artifact]
        for paint, box in boxes:
            mark = paint.mark
            if mark is not None and box is not None:
                kept.setdefault((mark.stream, mark.mcid), []).append((paint.page, box))
    found: Places = kept
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


def _pages(subject: Subject) -> dict[tuple[int, int], int]:
    kept = subject.__dict__.get("pdf-page-order")
    if kept is None:
        kept = {page.obj.objgen: number for number, page in enumerate(subject.pdf.pages, start=1)}
        subject.__dict__["pdf-page-order"] = kept
    found: dict[tuple[int, int], int] = kept
    return found
