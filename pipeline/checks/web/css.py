# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: SIM905 lists of words are read as words
"""The cascade, as far as checks need it: which value of a property an element gets on a screen.

tinycss2 reads the sheets, cssselect2 matches selectors; this file sorts the declarations (CSS Cascade 4:
importance, specificity, order), inherits, and puts in custom properties. Media queries are answered for a
1280 × 720 screen in ``scheme`` light or dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from lxml import etree

from pipeline.checks.page import SVG, Page

WIDTH, HEIGHT = 1280, 720
INHERITED = frozenset(
    "color font-size font-weight visibility text-indent line-height letter-spacing word-spacing direction"
    " text-transform white-space text-shadow quotes list-style-type".split()
)
HIDDEN_TAGS = frozenset("head script style template title meta link base noscript datalist param source track".split())
BOLD_TAGS = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
UA_SIZES = {"h1": "2em", "h2": "1.5em", "h3": "1.17em", "h5": "0.83em", "h6": "0.67em", "small": "0.83em",
            "sub": "0.83em", "sup": "0.83em"}  # fmt: skip
MOST_SHEET = 4_000_000
LONGEST_SELECTOR = 2_000
NOTHING: Mapping[str, str] = {}
DATA = re.compile(r"""url\(\s*["']?data:[^)"']{100,}["']?\s*\)""")
VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")


class Declaration(NamedTuple):
    """One declaration of a sheet: where it stands, for messages."""

    name: str
    value: str
    important: bool
    selector: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A rule of a sheet: the media queries around it, its selectors and what it declares."""

    media: tuple[str, ...]
    selectors: tuple[Any, ...]
    declarations: tuple[Declaration, ...]


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
            for block in _blocks(sheet, self.scheme)
            for declaration in block.declarations
        )

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The sheets of the page: those linked, those inside, and the extra one."""
        yield from self.page.styles
        for element in self.page.root.iter("style", f"{SVG}style"):
            if _media(element.get("media", ""), self.scheme):
                yield f"{self.page.name} style", "".join(str(part) for part in element.itertext())
        if self.extra:
            yield "extra", self.extra

    @cached_property
    def _cascaded(self) -> tuple[Mapping[etree._Element, Mapping[str, str]], Mapping[Any, Mapping[str, str]]]:
        """What the sheets give each element, and under (element, name) what they give its pseudo-elements."""
        import cssselect2

        matcher = _matcher(tuple(sheet for _, sheet in self.sheets()), self.scheme)
        own: dict[etree._Element, Mapping[str, str]] = {}
        pseudos: dict[Any, Mapping[str, str]] = {}
        wrapper = cssselect2.ElementWrapper.from_html_root(self.page.root)
        for element in wrapper.iter_subtree():
            ranked: dict[str, list[tuple[Any, Declaration]]] = {}
            for specificity, order, pseudo, declarations in matcher.match(element):
                for number, declaration in enumerate(declarations):
                    rank = (declaration.important, False, specificity, order, number)
                    ranked.setdefault(pseudo or "", []).append((rank, declaration))
            inline = element.etree_element.get("style")
            if inline:
                for number, declaration in enumerate(_declarations(inline, "style attribute", 0)):
                    rank = (declaration.important, True, (0, 0, 0), 0, number)
                    ranked.setdefault("", []).append((rank, declaration))
            for pseudo, pairs in ranked.items():
                pairs.sort(key=itemgetter(0))
                values = {d.name: d.value for _, d in pairs}
                if pseudo:
                    pseudos[element.etree_element, pseudo] = values
                else:
                    own[element.etree_element] = values
        return own, pseudos

    def given(self, element: etree._Element) -> Mapping[str, str]:
        """All that the sheets give the element itself, by property, ``var()`` not put in."""
        return self._cascaded[0].get(element, NOTHING)

    def own(self, element: etree._Element, name: str, pseudo: str = "") -> str:
        """The value that the sheets give the element itself; empty if none. ``var()`` is put in."""
        own, pseudos = self._cascaded
        value = (pseudos.get((element, pseudo), NOTHING) if pseudo else own.get(element, NOTHING)).get(name, "")
        return self._filled(element, value) if "var(" in value else value

    def value(self, element: etree._Element, name: str) -> str:
        """The value in force, inherited or the browser's default; empty where nobody says anything."""
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


def length(value: str, font: float, fallback: float) -> float:
    """A CSS length in pixels; ``fallback`` for what only a browser can compute."""
    words = {"medium": 16.0, "small": 13.0, "x-small": 10.0, "xx-small": 9.0, "large": 18.0, "x-large": 24.0,
             "xx-large": 32.0, "smaller": font / 1.2, "larger": font * 1.2}  # fmt: skip
    if value in words:
        return words[value]
    match = re.fullmatch(r"([+-]?\d*\.?\d+)(px|pt|em|rem|%|pc|in|cm|mm|ex|ch|vw|vh)?", value.strip())
    if not match:
        return fallback
    units = {"px": 1.0, "pt": 4 / 3, "em": font, "rem": 16.0, "%": font / 100, "pc": 16.0, "in": 96.0, "cm": 37.8,
             "mm": 3.78, "ex": font / 2, "ch": font / 2, "vw": WIDTH / 100, "vh": HEIGHT / 100}  # fmt: skip
    number = float(match[1])
    if match[2] is None:
        return number if number == 0 else fallback
    return number * units[match[2]]


@lru_cache(maxsize=64)
def _matcher(sheets: tuple[str, ...], scheme: str) -> Any:
    """What finds the declarations for an element: all chapters of a book have the same."""
    import cssselect2

    matcher = cssselect2.Matcher()
    for sheet in sheets:
        for block in _blocks(sheet, scheme):
            for selector in block.selectors:
                matcher.add_selector(selector, block.declarations)
    return matcher


@lru_cache(maxsize=64)
def _blocks(sheet: str, scheme: str) -> tuple[Block, ...]:
    """The rules of a sheet that hold on this screen. The contents of fonts and pictures in it are of no interest."""
    every = _read(DATA.sub("url(data:)", sheet[:MOST_SHEET]))
    return tuple(block for block in every if all(_media(query, scheme) for query in block.media))


@lru_cache(maxsize=64)
def _read(sheet: str) -> tuple[Block, ...]:
    """All rules of a sheet, each read once."""
    import tinycss2

    found: list[Block] = []
    first = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    stack: list[tuple[tuple[str, ...], Any]] = [((), rule) for rule in reversed(first)]
    while stack:
        media, rule = stack.pop()
        if rule.type == "at-rule" and rule.content is not None:
            keyword = rule.lower_at_keyword
            if keyword in ("supports", "layer", "media"):
                around = (*media, tinycss2.serialize(rule.prelude)) if keyword == "media" else media
                inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                stack.extend((around, one) for one in reversed(inner))
        elif rule.type == "qualified-rule":
            text = tinycss2.serialize(rule.prelude).strip()
            if len(text) > LONGEST_SELECTOR:
                continue
            selectors = _selectors(text)
            declared = tuple(_declarations(rule.content, text, rule.source_line)) if selectors else ()
            if declared:
                found.append(Block(media, selectors, declared))
    return tuple(found)


@lru_cache(maxsize=4096)
def _selectors(text: str) -> tuple[Any, ...]:
    """A list of selectors, made once for all sheets that have it; none where it is none."""
    import cssselect2

    try:
        return tuple(cssselect2.compile_selector_list(text))
    except (cssselect2.SelectorError, ValueError, NotImplementedError):
        return ()


def _declarations(content: Any, selector: str, line: int) -> Iterator[Declaration]:
    import tinycss2

    for part in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if part.type != "declaration":
            continue
        name = part.name if part.name.startswith("--") else part.lower_name
        value = tinycss2.serialize(part.value).strip()
        shown = value if name.startswith("--") or name in ("content", "font-family") else value.lower()
        at = part.source_line + (line - 1 if isinstance(content, str) and line else 0)
        yield Declaration(name, shown, part.important, selector, at)
        if name == "background":
            for longhand, found in _background(part.value, value):
                yield Declaration(longhand, found, part.important, selector, at)


def _background(tokens: Any, value: str) -> Iterator[tuple[str, str]]:
    import tinycss2
    from tinycss2 import color4

    if "var(" in value and len([t for t in tokens if t.type != "whitespace"]) == 1:
        yield "background-color", value
        return
    colours = [tinycss2.serialize([t]) for t in tokens if color4.parse_color(t) is not None]
    yield "background-color", colours[-1].lower() if colours else "transparent"
    drawn = "url(" in value or "gradient(" in value or "image(" in value
    yield "background-image", value.lower() if drawn else "none"


def _media(query: str, scheme: str) -> bool:
    """Whether one of the comma-separated media queries holds."""
    return not query.strip() or any(_one_media(part.strip().lower(), scheme) for part in query.split(","))


def _one_media(query: str, scheme: str) -> bool:
    negated = query.startswith("not ")
    query = query.removeprefix("not ").removeprefix("only ")
    holds = all(_condition(part.strip(), scheme) for part in re.split(r"\band\b", query))
    return holds != negated


def _condition(part: str, scheme: str) -> bool:
    if not part.startswith("("):
        return part in ("all", "screen", "")
    name, _, value = part.strip("() ").partition(":")
    name, value = name.strip(), value.strip()
    sizes = {"width": WIDTH, "height": HEIGHT}
    for side, size in sizes.items():
        if name == f"min-{side}":
            return size >= length(value, 16, 0)
        if name == f"max-{side}":
            return size <= length(value, 16, 0)
    if name == "orientation":
        return value == "landscape"
    return (name, value) in (("prefers-color-scheme", scheme), ("color", ""), ("hover", "hover"), ("hover", ""))
