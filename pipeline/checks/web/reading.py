# SPDX-License-Identifier: AGPL-3.0-or-later
"""The contrast of every text of a page, in light and, where the styles have one, dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.checks.once import once
from pipeline.checks.page import MATHML, SVG, Page, elements
from pipeline.checks.web.colour import background, contrast, foreground
from pipeline.checks.web.css import Styles
from pipeline.checks.web.view import View

LARGE, LARGE_BOLD = 24.0, 18.66
ALNUM = re.compile(r"[^\W_]")


class Reading(NamedTuple):
    """A text and its contrast; ``ratio`` is 0 where it cannot be computed. ``large`` is WCAG's large text."""

    element: etree._Element
    text: str
    ratio: float
    large: bool
    scheme: str


@once
def readings(view: View) -> tuple[Reading, ...]:
    """The contrast of every element with text of its own that is seen."""
    return tuple(reading for shown in schemes(view) for reading in _in(shown))


def schemes(view: View) -> Iterator[View]:
    """The page as it is, and in the dark scheme where its styles have one."""
    yield view
    if any("prefers-color-scheme" in sheet for _, sheet in view.styles.sheets()):
        yield View(view.page, Styles(view.page, "dark"))


def is_large(view: View, element: etree._Element) -> bool:
    """Whether an element has large text: 18 points, or 14 in bold (WCAG 2.2)."""
    size = view.styles.font_px(element)
    return size >= LARGE or (size >= LARGE_BOLD and view.styles.bold(element))


def least_contrast(large: bool) -> float:
    """What text must have (WCAG 1.4.3)."""
    return 3.0 if large else 4.5


def _in(view: View) -> Iterator[Reading]:
    for element, text in _texts(view.page):
        if not view.visible(element) or _inactive(view, element):
            continue
        back = background(view, element)
        front = foreground(view, element, back) if back is not None else None
        known = back is not None and front is not None and not _shadowed(view, element)
        ratio = contrast(front, back) if known and front is not None and back is not None else 0.0
        yield Reading(element, text, ratio, is_large(view, element), view.styles.scheme)


@once
def _texts(page: Page) -> tuple[tuple[etree._Element, str], ...]:
    """The elements with text of their own, without pictures and formulas."""
    found = ((element, _own(element)) for element in page.inside if not str(element.tag).startswith((SVG, MATHML)))
    return tuple((element, text) for element, text in found if text)


def _own(element: etree._Element) -> str:
    own = " ".join([element.text or "", *((child.tail or "") for child in element)])
    return " ".join(own.split()) if ALNUM.search(own) else ""


def _shadowed(view: View, element: etree._Element) -> bool:
    return view.styles.value(element, "text-shadow") not in ("", "none")


def _inactive(view: View, element: etree._Element) -> bool:
    """Parts of controls that are disabled, and their labels, need no contrast."""
    names = _names_of_disabled(view)
    if names is None:
        return False
    here: etree._Element | None = element
    while here is not None:
        if view.disabled(here) or here.get("aria-disabled", "").lower() == "true":
            return True
        if here.tag == "label":
            controls = [c for c in elements(here) if c.tag in ("input", "select", "textarea", "button")]
            target = view.page.ids.get(here.get("for", ""))
            controls += [target] if target is not None else []
            if controls and all(view.disabled(c) or c.get("aria-disabled") == "true" for c in controls):
                return True
        if here.get("id", "") in names:
            return True
        here = here.getparent()
    return False


@once
def _names_of_disabled(view: View) -> frozenset[str] | None:
    """The ids that controls which are disabled have as their labels; None for a page on which nothing is disabled."""
    disabled = [e for e in view.elements() if view.disabled(e) or e.get("aria-disabled", "").lower() == "true"]
    names = frozenset(name for e in disabled for name in e.get("aria-labelledby", "").split())
    return names if disabled else None
