# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people see of the texts of a PDF: where each stands, what is behind it and what was painted over it.

Worked out from the order in which a page is painted. Behind a text is known only what fills an upright rectangle, and
the white page; over it counts only what surely hides it. All else (pictures, other shapes, patterns) is not known, and
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.checks.once import once
from pipeline.checks.pdf.fonts import font_of, texts_of
from pipeline.checks.pdf.widths import Widths
from pipeline.checks.rule import Subject
from pipeline.outline.pdf_content import Paint
from pipeline.outline.pdf_state import Box, Colour, at

WHITE: Colour = (1.0, 1.0, 1.0)
EDGE = 0.5
"""How far, in points, a shape may fall short of what it covers."""


@dataclass(slots=True, eq=False)
class Ink:
    """A text that is no artifact, which nobody changes. ``text`` are its characters as far as the font tells them,
    ``box`` its place (None: not known), ``size`` the height and ``width`` the width of its em square in points;
    ``over`` is whether something opaque was painted over it, ``behind`` the colour behind it (None: not known)."""

    paint: Paint
    text: str
    box: Box | None
    size: float
    width: float
    over: bool
    behind: Colour | None

    @property
    def contrast(self) -> float | None:
        """The contrast of the text with what is behind it (WCAG 2.2, contrast ratio); None if it is not known."""
        colour, opacity = self.paint.colour, self.paint.opacity
        if colour is None or opacity is None or self.behind is None:
            return None
        return contrast(_mixed(colour, opacity, self.behind), self.behind)


@once
def inks(subject: Subject) -> tuple[Ink, ...]:
    """The texts of all pages that are no artifacts and show something."""
    pages: dict[int, list[tuple[Paint, str]]] = {}
    for paint, text in zip(subject.content.paints, texts_of(subject), strict=True):
        pages.setdefault(paint.page, []).append((paint, text or ""))
    reach = _Reach(subject)
    return tuple(ink for paints in pages.values() for ink in _inks(paints, reach))


class _Reach:
    """How far texts reach, in parts of their size."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._widths: dict[int, Widths] = {}

    def __call__(self, paint: Paint) -> float:
        key = id(paint.font)
        if key not in self._widths:
            font = font_of(self._subject, paint)
            if font is None:
                return 0.0
            self._widths[key] = Widths(font)
        return self._widths[key].of(paint.codes)


def _inks(paints: list[tuple[Paint, str]], reach: _Reach) -> Iterator[Ink]:
    """The texts of a page, in the order in which they are painted."""
    shapes = [(n, p, p.box) for n, (p, _) in enumerate(paints) if p.kind != "text" and p.box is not None]
    for number, (paint, text) in enumerate(paints):
        if not text.strip("\u00a0 \u00ad\u200b\ufeff") or paint.artifact:
            continue
        place = paint.place
        if place is None:
            yield Ink(paint, text, None, 0.0, 0.0, False, None)
            continue
        width, size = (place[0] ** 2 + place[1] ** 2) ** 0.5, (place[2] ** 2 + place[3] ** 2) ** 0.5
        start, end, top = at(place, 0.0, 0.0), at(place, reach(paint), 0.0), at(place, 0.0, 0.5)
        across, up = (start[0], end[0], top[0]), (start[1], end[1], top[1])
        box = (min(across), min(up), max(across), max(up))
        over = any(n > number and _hides(shape, own, box) for n, shape, own in shapes)
        behind = _behind([(shape, own) for n, shape, own in shapes if n < number], box)
        yield Ink(paint, text, box, size, width, over, behind)


def _hides(shape: Paint, own: Box, box: Box) -> bool:
    """Whether a shape that is painted later hides all of a box."""
    sure = shape.kind == "path" and shape.whole and shape.colour is not None
    return sure and shape.opacity is not None and shape.opacity > 0.95 and _holds(own, box)


def _behind(shapes: list[tuple[Paint, Box]], box: Box) -> Colour | None:
    """The colour on which a text stands."""
    layers: list[tuple[Colour, float]] = []
    below = WHITE
    for shape, own in reversed(shapes):
        if not _touches(own, box):
            continue
        if not (shape.kind == "path" and shape.whole and _holds(own, box)) or shape.colour is None:
            return None  # a picture, a pattern, another shape, or a part of the text only
        if shape.opacity is None:
            return None
        if shape.opacity > 0.99:
            below = shape.colour
            break
        layers.append((shape.colour, shape.opacity))
    for colour, opacity in reversed(layers):
        below = _mixed(colour, opacity, below)
    return below


def _holds(outer: Box, box: Box) -> bool:
    return (
        outer[0] <= box[0] + EDGE
        and outer[1] <= box[1] + EDGE
        and outer[2] >= box[2] - EDGE
        and outer[3] >= box[3] - EDGE
    )


def _touches(one: Box, box: Box) -> bool:
    """Whether a shape lies under more than the edge of a text: a rule above or below it does not matter."""
    return (
        one[0] < box[2] - EDGE and one[2] > box[0] + EDGE and one[1] < box[3] - EDGE and one[3] > box[1] + EDGE
    )


def _mixed(colour: Colour, opacity: float, below: Colour) -> Colour:
    first, second, third = (c * opacity + b * (1 - opacity) for c, b in zip(colour, below, strict=True))
    return first, second, third


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
