# SPDX-License-Identifier: AGPL-3.0-or-later
"""Colours as they are seen: parsed, laid over each other, and their contrast (WCAG 2.2, relative luminance)."""

from __future__ import annotations

from functools import cache, lru_cache

from lxml import etree

from pipeline.checks.web.view import View

Rgba = tuple[float, float, float, float]
WHITE: Rgba = (1.0, 1.0, 1.0, 1.0)
BLACK: Rgba = (0.0, 0.0, 0.0, 1.0)
TRANSPARENT: Rgba = (0.0, 0.0, 0.0, 0.0)
SYSTEM = {"canvas": WHITE, "canvastext": BLACK, "linktext": (0.0, 0.0, 0.93, 1.0)}


@cache
def parse(value: str) -> Rgba | None:
    """A CSS colour; None for what is no colour or cannot be known here."""
    from tinycss2 import color4

    if value in SYSTEM:
        return SYSTEM[value]
    try:
        colour = color4.parse_color(value)
        if colour is None or isinstance(colour, str):
            return None
        red, green, blue, alpha = colour.to("srgb")
    except (ValueError, NotImplementedError, AttributeError, TypeError):
        return None
    return (_unit(red), _unit(green), _unit(blue), _unit(alpha))


def _unit(value: float) -> float:
    return min(1.0, max(0.0, float(value)))


@lru_cache(maxsize=1024)  # a page has few colours, and many texts
def over(front: Rgba, back: Rgba) -> Rgba:
    """One colour laid over another that is opaque."""
    alpha = front[3]
    red, green, blue = (front[i] * alpha + back[i] * (1 - alpha) for i in range(3))
    return (red, green, blue, 1.0)


@lru_cache(maxsize=1024)
def luminance(colour: Rgba) -> float:
    """The relative luminance, 0 to 1."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: Rgba, second: Rgba) -> float:
    """The contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def background(view: View, element: etree._Element) -> Rgba | None:
    """The colour behind an element's text; None where a picture, a gradient or an unknown colour is behind it."""
    chain: list[etree._Element] = []
    here: etree._Element | None = element
    while here is not None and here not in view.backgrounds:
        chain.append(here)
        here = here.getparent()
    behind = view.backgrounds[here] if here is not None else _canvas(view)
    for node in reversed(chain):
        behind = view.backgrounds[node] = _laid_over(view, node, behind)
    return behind


def _canvas(view: View) -> Rgba:
    return BLACK if view.styles.scheme != "light" and _dark_canvas(view) else WHITE


def _laid_over(view: View, element: etree._Element, behind: Rgba | None) -> Rgba | None:
    own = view.styles.own
    image = own(element, "background-image")
    if (image and image not in ("none", "initial")) or own(element, "mix-blend-mode") or own(element, "filter"):
        return None
    value = own(element, "background-color")
    if not value or value in ("transparent", "inherit", "initial", "unset", "none"):
        return behind
    colour = parse(value)
    if colour is None or colour[3] >= 1:
        return over(colour, WHITE) if colour is not None else None
    return over(colour, behind) if behind is not None else None


def _dark_canvas(view: View) -> bool:
    return "dark" in view.styles.value(view.page.root, "color-scheme")


def foreground(view: View, element: etree._Element, back: Rgba) -> Rgba | None:
    """The colour of an element's text on ``back``; None if it cannot be known."""
    value = view.styles.value(element, "color")
    colour = parse(value) if value else (BLACK if luminance(back) > 0.18 or not _dark_canvas(view) else WHITE)
    if colour is None:
        return None
    alpha = colour[3]
    here: etree._Element | None = element if view.styles.speaks_of("opacity") else None
    while here is not None:
        opacity = view.styles.own(here, "opacity")
        if opacity:
            try:
                alpha *= _unit(float(opacity.rstrip("%")) / (100 if opacity.endswith("%") else 1))
            except ValueError:
                return None
        here = here.getparent()
    return over((colour[0], colour[1], colour[2], alpha), back)
