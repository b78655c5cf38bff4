# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page as it is met: what is shown, what assistive technology is given, what takes the focus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from pipeline.checks.once import once
from pipeline.checks.page import MATHML, SVG, Page
from pipeline.checks.web.css import Styles
from pipeline.checks.web.sheets import length

FOCUSABLE = frozenset({"button", "select", "textarea", "iframe", "summary"})
HIDING = frozenset({"opacity", "position", "text-indent", "clip-path"})
"""Without one of these an element is not hidden from the eye alone."""
DISABLING = frozenset({"button", "select", "textarea", "input", "fieldset", "option", "optgroup"})


Colour: TypeAlias = tuple[float, float, float, float]
"""Red, green, blue and opacity, 0 to 1."""


@dataclass(frozen=True)
class View:
    """A page with its styles; answers are kept, since names ask for the same again and again."""

    page: Page
    styles: Styles
    backgrounds: dict[etree._Element, Colour | None] = field(default_factory=dict, compare=False)
    _rendered: dict[etree._Element, bool] = field(default_factory=dict, compare=False)
    _exposed: dict[etree._Element, bool] = field(default_factory=dict, compare=False)
    _seen: dict[etree._Element, bool] = field(default_factory=dict, compare=False)
    _withheld: dict[etree._Element, bool] = field(default_factory=dict, compare=False)

    def elements(self) -> Iterator[etree._Element]:
        """All elements in document order."""
        return iter(self.page.elements)

    def rendered(self, element: etree._Element) -> bool:
        """Not under ``display: none`` or what amounts to it. What a closed ``details`` holds is content: a reader opens
        it."""
        path: list[etree._Element] = []
        here: etree._Element | None = element
        answer = True
        while here is not None:
            known = self._rendered.get(here)
            if known is not None:
                answer = known
                break
            path.append(here)
            here = here.getparent()
        for node in reversed(path):
            answer = self._rendered[node] = answer and not self._removed(node)
        return answer

    def _removed(self, node: etree._Element) -> bool:
        if self.styles.value(node, "display") == "none":
            return True
        parent = node.getparent()
        # What stands inside of these is for browsers that know them not.
        return parent is not None and parent.tag in ("audio", "video", "iframe")

    def shown(self, element: etree._Element) -> bool:
        """Rendered, and not ``visibility: hidden``."""
        return self.rendered(element) and self.styles.value(element, "visibility") not in ("hidden", "collapse")

    def exposed(self, element: etree._Element) -> bool:
        """Given to assistive technology: shown, and not under ``aria-hidden="true"``."""
        known = self._exposed.get(element)
        if known is None:
            known = self._exposed[element] = self.shown(element) and not self.aria_hidden(element)
        return known

    def aria_hidden(self, element: etree._Element) -> bool:
        """Whether the element or one above it is ``aria-hidden="true"``."""
        path: list[etree._Element] = []
        here: etree._Element | None = element
        answer = False
        while here is not None:
            known = self._withheld.get(here)
            if known is not None:
                answer = known
                break
            path.append(here)
            here = here.getparent()
        for node in reversed(path):
            answer = self._withheld[node] = answer or node.get("aria-hidden", "").strip().lower() == "true"
        return answer

    def visible(self, element: etree._Element) -> bool:
        """Seen by people: shown, and not moved off the page, cut to nothing or fully transparent."""
        path: list[etree._Element] = []
        here: etree._Element | None = element
        seen = True
        while here is not None and here not in self._seen:
            path.append(here)
            here = here.getparent()
        if here is not None:
            seen = self._seen[here]
        for node in reversed(path):
            seen = self._seen[node] = seen and not self._unseen(node)
        return seen and self.shown(element)

    def _unseen(self, node: etree._Element) -> bool:
        if HIDING.isdisjoint(self.styles.given(node)):
            return False
        own = self.styles.own
        if own(node, "opacity") in ("0", "0.0", "0%"):
            return True
        if own(node, "position") in ("absolute", "fixed"):
            far = -500.0
            if any(length(own(node, side), 16, 0) < far for side in ("left", "top", "right", "bottom")):
                return True
            clip = own(node, "clip").replace(" ", "").replace(",", "")
            if clip.startswith("rect(") and set(clip[5:-1].replace("px", "")) <= {"0", "1"}:
                return True
        if length(own(node, "text-indent"), 16, 0) < -500:
            return True
        return own(node, "clip-path").replace(" ", "") in ("inset(50%)", "inset(100%)", "circle(0)", "circle(0px)")

    def focusable(self, element: etree._Element) -> bool:
        """Whether the element can take the focus (HTML 6.6.3), by keyboard or otherwise."""
        if not self.shown(element) or self.disabled(element):
            return False
        return self._native_focus(element) or self.tabindex(element) is not None

    def tabbable(self, element: etree._Element) -> bool:
        """Whether the keyboard reaches it (sequential focus navigation)."""
        index = self.tabindex(element)
        return self.focusable(element) and (index is None or index >= 0)

    def tabindex(self, element: etree._Element) -> int | None:
        """The value of ``tabindex`` if it is a number."""
        try:
            return int(element.get("tabindex", "").strip())
        except ValueError:
            return None

    def _native_focus(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag in ("a", "area"):
            return element.get("href") is not None
        if tag == f"{SVG}a":
            return any(str(name).endswith("href") for name in element.attrib)
        if tag == "input":
            return element.get("type", "").strip().lower() != "hidden"
        if tag in ("audio", "video"):
            return element.get("controls") is not None
        if tag == "summary":
            parent = element.getparent()
            return parent is not None and parent.tag == "details" and parent.find("summary") is element
        return tag in FOCUSABLE or element.get("contenteditable", "false").lower() in ("", "true")

    def disabled(self, element: etree._Element) -> bool:
        """Whether a form control is disabled, by itself or by its fieldset."""
        if element.tag not in DISABLING:
            return False
        if element.get("disabled") is not None:
            return True
        here = element
        parent = here.getparent()
        while parent is not None:
            if parent.tag == "fieldset" and parent.get("disabled") is not None and parent.find("legend") is not here:
                return True
            here, parent = parent, parent.getparent()
        return False

    def foreign(self, element: etree._Element) -> bool:
        """Whether it is an SVG or MathML element."""
        return str(element.tag).startswith((SVG, MATHML))


@once
def view_of(page: Page) -> View:
    """The view of a page in its light styles."""
    return View(page, Styles(page))
