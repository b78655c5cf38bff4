# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: SIM905 lists of words are read as words
"""The cascade, as far as checks need it: which value of a property an element gets on a screen.

``cascade`` says what the sheets give each element; this file inherits, and puts in custom properties. Media queries are
answered for a screen (see ``sheets``) in ``scheme`` light or dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.checks.page import SVG, Page
from pipeline.checks.web.cascade import Cascade, cascades
from pipeline.checks.web.sheets import Declaration, blocks, length, media_holds

INHERITED = frozenset(
    "color font-size font-weight visibility text-indent line-height letter-spacing word-spacing direction"
    " text-transform white-space text-shadow quotes list-style-type".split()
)
HIDDEN_TAGS = frozenset("head script style template title meta link base noscript datalist param source track".split())
BOLD_TAGS = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
UA_SIZES = {"h1": "2em", "h2": "1.5em", "h3": "1.17em", "h5": "0.83em", "h6": "0.67em", "small": "0.83em",
            "sub": "0.83em", "sup": "0.83em"}  # fmt: skip
DEFAULTS = frozenset({"display", "font-weight", "font-size", "color"})
NOTHING: Mapping[str, str] = {}
VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")


@dataclass(frozen=True)
class Styles:
    """The styles of one page in one colour scheme."""

    page: Page
    scheme: str = "light"
    extra: str = ""
    _cache: dict[str, dict[etree._Element, str]] = field(default_factory=dict, compare=False)
    _sizes: dict[etree._Element, float] = field(default_factory=dict, compare=False)

    @cached_property
    def declared(self) -> tuple[tuple[str, Declaration], ...]:
        """All declarations that hold on this screen, each with its sheet's name, in the order of the sheets."""
        return tuple(
            (name, declaration)
            for name, sheet in self.sheets()
            for block in blocks(sheet, self.scheme)
            for declaration in block.declarations
        )

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The sheets of the page: those linked, those inside, and the extra one."""
        yield from self.page.styles
        for element in self.page.root.iter("style", f"{SVG}style"):
            if media_holds(element.get("media", ""), self.scheme):
                yield f"{self.page.name} style", "".join(str(part) for part in element.itertext())
        if self.extra:
            yield "extra", self.extra

    @cached_property
    def _cascaded(self) -> Cascade:
        return cascades(self.page, tuple(sheet for _, sheet in self.sheets()))[self.scheme]

    def given(self, element: etree._Element) -> Mapping[str, str]:
        """All that the sheets give the element itself, by property, ``var()`` not put in."""
        return self._cascaded.own.get(element, NOTHING)

    def speaks_of(self, name: str) -> bool:
        """Whether the sheets give any element of the page a value of this property."""
        return name in self._cascaded.names

    def own(self, element: etree._Element, name: str, pseudo: str = "") -> str:
        """The value that the sheets give the element itself; empty if none. ``var()`` is put in."""
        cascade = self._cascaded
        if name not in cascade.names:
            return ""
        given = cascade.pseudos.get((element, pseudo)) if pseudo else cascade.own.get(element)
        value = given.get(name, "") if given else ""
        return self.filled(element, value)

    def value(self, element: etree._Element, name: str) -> str:
        """The value in force, inherited or the browser's default; empty where nobody says anything."""
        if name not in DEFAULTS and name not in self._cascaded.names:
            return ""
        known = self._cache.setdefault(name, {})
        chain: list[etree._Element] = []
        here: etree._Element | None = element
        found = ""
        while here is not None:
            if here in known:
                found = known[here]
                break
            chain.append(here)
            value = self.own(here, name) or default(here, name)
            inherits = value == "inherit" or (value in ("", "unset") and (name in INHERITED or name.startswith("--")))
            if not inherits:
                found = "" if value in ("initial", "revert", "unset") else value
                break
            here = here.getparent()
        for node in chain:
            known[node] = found
        return found

    def filled(self, element: etree._Element, value: str) -> str:
        """A value that stands in a sheet, as it is for an element: with its custom properties put in."""
        return self._filled(element, value) if "var(" in value else value

    def _filled(self, element: etree._Element, value: str, depth: int = 0) -> str:
        def put(match: re.Match[str]) -> str:
            found = self.value(element, match[1]) or (match[2] or "").strip()
            return self._filled(element, found, depth + 1) if "var(" in found and depth < 8 else found

        return VAR.sub(put, value)[:2000]

    def font_px(self, element: etree._Element) -> float:
        """The font size in CSS pixels."""
        chain: list[etree._Element] = []
        here: etree._Element | None = element
        while here is not None and here not in self._sizes:
            chain.append(here)
            here = here.getparent()
        size = self._sizes[here] if here is not None else 16.0
        for node in reversed(chain):
            size = self._sizes[node] = length(self.own(node, "font-size") or default(node, "font-size"), size, size)
        return size

    def bold(self, element: etree._Element) -> bool:
        """Whether the text is set in a bold weight (700 or more)."""
        weight = self.value(element, "font-weight")
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 700)

    def generated(self, element: etree._Element, pseudo: str) -> str:
        """The text that ``::before`` or ``::after`` puts in."""
        value = self.own(element, "content", pseudo)
        if not value or value in ("none", "normal") or self.own(element, "display", pseudo) == "none":
            return ""
        if " / " in value:  # alternative text of generated content (CSS Content 3, 1.2)
            value = value.rpartition(" / ")[2]
        return "".join(_unescaped(m[0]) for m in re.finditer(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', value))


def _unescaped(literal: str) -> str:
    def put(match: re.Match[str]) -> str:
        code = match[1]
        if re.fullmatch(r"[0-9a-fA-F]{1,6}\s?", code):
            number = int(code, 16)
            return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
        return code

    return re.sub(r"\\([0-9a-fA-F]{1,6}\s?|.)", put, literal[1:-1], flags=re.DOTALL)


def default(element: etree._Element, name: str) -> str:
    """What a browser's own sheet says."""
    tag = str(element.tag)
    if name == "display":
        if tag in HIDDEN_TAGS or element.get("hidden") is not None:
            return "none"
        if tag == "dialog" and element.get("open") is None:
            return "none"
        return "none" if tag == "input" and element.get("type", "").lower() == "hidden" else ""
    if name == "font-weight":
        return "bold" if tag in BOLD_TAGS else ""
    if name == "font-size":
        return UA_SIZES.get(tag, "")
    if name == "color" and tag == "a" and element.get("href") is not None:
        return "#0000ee"
    return ""


