# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link of a PDF can be chosen where its words stand, and says what they say.

What it does
: Takes each Link with its annotations: their clickable place (QuadPoints, else Rect) lies on the words or the picture
  of the Link, and most of it on the page. Where the source is known, the description of the annotation (Contents) has
  a word in common with the Link's own, or is the title that the source gives a link.

Why it matters
: Who uses a mouse, a finger or speech chooses the words that look like a link. If its place is elsewhere, nothing
  happens there, and something unexpected elsewhere.

Example
: The clickable place of «the minutes» lies in the margin.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import annotate, pdf
from pipeline.checks.once import once
from pipeline.checks.pdf.annotations import annots
from pipeline.checks.pdf.goals import places_of
from pipeline.checks.pdf.look import at, read_text
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, InlineKind, Severity
from pipeline.outline.pdf_state import Box, numbers

NEAR = 2.0
"""How far, in points, a clickable place may miss what it is for."""
CUT = 0.25
"""How much of a clickable place may be cut off by the edge of the page."""
WORD = re.compile(r"\w+")


def look(subject: Subject) -> Iterator[Finding]:
    """Every Link that has annotations."""
    links = [tag for tag in tree_of(subject).tags if tag.type == "Link" and tag.objects]
    if not links:
        raise NotApplicable("no links")
    listed = {annotation.objgen: number - 1 for number, annotation in annots(subject)}
    places = places_of(subject)
    described = subject.expected is not None and any("/Contents" in tag.objects[0] for tag in links)
    for tag in links:
        if described and not all(str(one.get("/Contents", "")).strip() for one in tag.objects if one.objgen in listed):
            told = "This link has no description, as the others have (Contents)."
            yield at(RULE, subject, tag, told, severity=Severity.WARNING)
        if subject.expected is not None and not any("/A" in one or "/Dest" in one for one in tag.objects):
            yield at(RULE, subject, tag, "This link leads nowhere: it has neither an action nor a destination.")
        areas: list[tuple[int, Box]] = []
        for annotation in tag.objects:
            if annotation.objgen in listed:  # what is on no page, another rule tells
                areas += [(listed[annotation.objgen], area) for area in _areas(annotation)]
        if areas and any(_outside(subject, *area) for area in areas):
            told = "Much of the clickable place of this link lies outside the page: only a part can be chosen."
            yield at(RULE, subject, tag, told, severity=Severity.WARNING)
        words = [place for one in tag.walk() for key in one.content for place in places.get(key, ())]
        if areas and words and 2 * sum(_chosen(place, areas) for place in words) < len(words):
            yield at(RULE, subject, tag, "The clickable place of this link is not where its words are.")
        elif subject.expected is not None and _says_another(subject, tag):
            said = str(tag.objects[0].get("/Contents", ""))[:40]
            told = f"The description of this link, «{said}», has no word of the link."
            yield at(RULE, subject, tag, told, severity=Severity.WARNING)


def _areas(annotation: Any) -> Iterator[Box]:
    """The clickable places of an annotation: its quadrilaterals, which count for nothing where one of their points lies
    outside its rectangle (ISO 32000-2, table 176); else the rectangle."""
    points, rect = numbers(annotation.get("/QuadPoints", ())), numbers(annotation.get("/Rect", ()))
    whole: Box | None = None
    if len(rect) == 4:
        whole = min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3])
    quads = [points[n : n + 8] for n in range(0, len(points) - 7, 8)]
    areas = [(min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])) for quad in quads]
    if areas and (whole is None or all(_is_within(area, whole) for area in areas)):
        yield from areas
    elif whole is not None:
        yield whole


def _is_within(area: Box, whole: Box) -> bool:
    low = all(one >= other - NEAR for one, other in zip(area[:2], whole[:2], strict=True))
    return low and all(one <= other + NEAR for one, other in zip(area[2:], whole[2:], strict=True))


def _outside(subject: Subject, page: int, area: Box) -> bool:
    """Whether more than a quarter of a clickable place lies outside the visible page."""
    box = [float(value) for value in subject.pdf.pages[page].cropbox]
    whole = (area[2] - area[0]) * (area[3] - area[1])
    across = min(area[2], max(box[0], box[2])) - max(area[0], min(box[0], box[2]))
    up = min(area[3], max(box[1], box[3])) - max(area[1], min(box[1], box[3]))
    return whole > 0 and max(across, 0.0) * max(up, 0.0) < (1 - CUT) * whole


def _chosen(place: tuple[int, Box], areas: list[tuple[int, Box]]) -> bool:
    """Whether the middle of a place can be chosen."""
    page, box = place
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        on == page and a[0] - NEAR <= across <= a[2] + NEAR and a[1] - NEAR <= up <= a[3] + NEAR for on, a in areas
    )


def _says_another(subject: Subject, tag: Tag) -> bool:
    """Whether the description has nothing of the link's own words. Calls of notes and ways back are told in others."""
    if "/Ref" in tag.obj or any(one.type in ("Lbl", "FENote", "Note") for one in tag.ancestors()):
        return False
    said = set(WORD.findall(" ".join(str(one.get("/Contents", "")) for one in tag.objects).casefold()))
    own = _joined(read_text(subject, tag), *(one.text("Alt") or "" for one in tag.walk()))
    if not said or any(word in own for word in said):
        return False
    titles = _titles(subject)
    return bool(own or titles) and not any(word in titles for word in said)


def _joined(*texts: str) -> str:
    return "".join(WORD.findall(" ".join(texts).casefold()))


@once
def _titles(subject: Subject) -> str:
    """The titles that the source gives its links."""
    return _joined(*(piece.title for _, piece in subject.inlines(InlineKind.LINK)))


def _linked(*rect: int) -> Any:
    """The example's link with its annotation at a place."""

    def change(made: Any) -> None:
        import pikepdf

        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array(rect), Contents="Bees"
        )
        annotate(made, link)

    return change


TREE = ("Document", ("P", ("Link", 0)))

RULE = Rule(
    id="pdf-links",
    title="A link of a PDF can be chosen where its words stand",
    severity=Severity.ERROR,
    clauses=("PDF/UA-2 8.9.2", "WCAG 2.4.4", "WCAG 2.5.3", "EN 301 549 10.2.4.4"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(TREE, _linked(15, 175, 60, 195)),),
    bad=(pdf(TREE, _linked(150, 5, 190, 20)), pdf(TREE, _linked(15, 175, 400, 195))),
)
