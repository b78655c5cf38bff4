# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tags of a PDF say can be seen on its pages.

What it does
: Looks at how each text is painted: not at all (rendering mode 3 with no picture of a scan under it), in the colour of
  what is behind it, with hardly any opacity, under an opaque box, outside the page or what is shown of it, at a size of
  less than 4 points, squeezed to less than 40 per cent of its width, or at the very place of another text.

Why it matters
: Everyone must get the same document. Words that only a screen reader gets, or that nobody can make out on the page,
  are lost to most readers.

Example
: A paragraph is painted in white on the white page.

Fix
: Make the PDF anew from its source; in a style file of your own, choose another colour or size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.ink import Ink, inks
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_state import Box

HIDDEN_MODES = frozenset({3, 7})
UNPAINTED = "is not painted"
SMALLEST = 4.0
NARROWEST = 0.4
FAINTEST = 1.2
SAME = 0.3
"""How near, in points, two texts begin that stand at one place."""


def look(subject: Subject) -> Iterator[Finding]:
    """Every text that a tag holds; each tag is told once."""
    texts = inks(subject)
    if not texts:
        raise NotApplicable("no text on the pages")
    pages = [_visible(page) for page in subject.pdf.pages]
    pictures = _pictures(subject)
    doubled = _doubled(texts)
    told: set[tuple[int, str]] = set()
    owners = tree_of(subject).owners
    for ink in texts:
        page = ink.paint.page
        why = _why(ink, pages[page] if page < len(pages) else None, pictures.get(page, []), doubled)
        if not why:
            continue
        mark = ink.paint.mark
        owner = owners.get((mark.stream, mark.mcid)) if mark is not None else None
        key = (id(owner) if owner is not None else -page, why)
        if key not in told:
            told.add(key)
            found = _told(subject, ink, owner, why)
            # In a file of others unpainted text may be meant: what a scan says, a label beside a drawing.
            asked = why == UNPAINTED and not subject.blocks
            yield RULE.ask(subject, found.message, place=found.place) if asked else found


def _told(subject: Subject, ink: Ink, owner: Tag | None, why: str) -> Finding:
    message = f"«{ink.text.strip()[:50]}» {why}."
    if owner is not None:
        return at(RULE, subject, owner, message)
    return RULE.fail(subject, message, place=f"page {ink.paint.page + 1}")


def _why(ink: Ink, page: Box | None, pictures: list[Box], doubled: set[int]) -> str:
    """Why a text cannot be seen or made out; empty for one that can."""
    box, contrast = ink.box, ink.contrast
    if ink.paint.mode in HIDDEN_MODES:
        scanned = box is None or any(_meet(box, picture) for picture in pictures)
        return "" if scanned else UNPAINTED
    if box is None:
        return ""
    if ink.over:
        return "is painted over"
    if page is not None and not _meet(box, page):
        return "stands outside the page"
    if ink.paint.clip is not None and not _meet(box, ink.paint.clip):
        return "is cut off"
    if ink.size < SMALLEST:
        return f"is only {ink.size:.1f} points high"
    if ink.size and ink.width / ink.size < NARROWEST:
        return f"is squeezed to {100 * ink.width / ink.size:.0f} per cent of its width"
    if contrast is not None and contrast < FAINTEST:
        return "has the colour of what is behind it"
    return "stands on another text" if id(ink) in doubled else ""


def _doubled(texts: tuple[Ink, ...]) -> set[int]:
    """Texts that begin where another text of the page begins. The same text twice is one that is printed bold so."""
    found: set[int] = set()
    known: dict[tuple[int, int, int], Ink] = {}
    for ink in texts:
        place = ink.paint.place
        if place is None or ink.paint.mode in HIDDEN_MODES or ink.over:
            continue
        key = (ink.paint.page, round(place[4] / SAME), round(place[5] / SAME))
        before = known.setdefault(key, ink)
        if before is not ink and before.text.strip() != ink.text.strip() and _letters(before) and _letters(ink):
            found.add(id(ink))
    return found


def _letters(ink: Ink) -> bool:
    return any(char.isalnum() for char in ink.text)


def _visible(page: Any) -> Box | None:
    try:
        left, low, right, high = (float(value) for value in page.cropbox)
    except (TypeError, ValueError, AttributeError):
        return None
    return min(left, right), min(low, high), max(left, right), max(low, high)


def _pictures(subject: Subject) -> dict[int, list[Box]]:
    """Where pictures stand, by page: the text over a scan is not painted, and is seen in the scan."""
    found: dict[int, list[Box]] = {}
    for paint in subject.content.paints:
        if paint.kind in ("image", "shading") and paint.box is not None:
            found.setdefault(paint.page, []).append(paint.box)
    return found


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]


def _painted(old: str, new: str) -> Any:
    """The example with one piece of its page's program written otherwise."""

    def change(made: Any) -> None:
        page = made.pages[0].obj
        page.Contents = made.make_stream(page.Contents.read_bytes().replace(old.encode(), new.encode(), 1))

    return change


def _over(made: Any) -> None:
    page = made.pages[0].obj
    data = page.Contents.read_bytes() + b"\n/Artifact BMC 1 g 0 0 200 200 re f EMC"
    page.Contents = made.make_stream(data)


RULE = Rule(
    id="pdf-visible",
    title="What the tags of a PDF say can be seen on its pages",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.4.3", "WCAG 1.3.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source; in a style file of your own, choose another colour or size.",
    good=(pdf(), pdf(change=_painted("BT", "0.3 g BT")), pdf(change=_painted("BT", "0 0 200 200 re f 1 g BT"))),
    bad=(
        pdf(change=_painted("BT", "1 g BT")),
        pdf(change=_painted("BT", "BT 3 Tz")),
        pdf(change=_painted("12 Tf", "2 Tf")),
        pdf(change=_painted("20 180 Td", "2000 180 Td")),
        pdf(change=_painted("BT", "0 0 5 5 re W n BT")),
        pdf(change=_over),
        replace(pdf(change=_painted("BT", "BT 3 Tr")), note="needs a person"),
    ),
    question="Is the text that nobody sees on the page meant for those who do not see it?",
)
