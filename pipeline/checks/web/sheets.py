# SPDX-License-Identifier: AGPL-3.0-or-later
"""Style sheets as rules: what they declare, for which elements, and whether it holds on a screen of 1280 × 720.

tinycss2 reads the sheets, cssselect2 the selectors; each sheet and each selector is read once for all pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

WIDTH, HEIGHT = 1280, 720
SCHEMES = ("light", "dark")
MOST_SHEET = 4_000_000
LONGEST_SELECTOR = 2_000
MOST_KNOWN = 4096
_KNOWN: dict[str, tuple[Any, ...]] = {}
DATA = re.compile(r"""url\(\s*["']?data:[^)"']{100,}["']?\s*\)""")


class Declaration(NamedTuple):
    """One declaration of a sheet: where it stands, for messages."""

    name: str
    value: str
    important: bool
    selector: str
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A rule of a sheet: the colour schemes in which the media queries around it hold, its selectors and what it
    declares."""

    schemes: frozenset[str]
    selectors: tuple[Any, ...]
    declarations: tuple[Declaration, ...]


def length(value: str, font: float, fallback: float) -> float:
    """A CSS length in pixels; ``fallback`` for none, and for what only a browser can compute."""
    if not value:
        return fallback
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
def matcher(sheets: tuple[str, ...]) -> Any:
    """What finds the rules for an element, of any scheme: all chapters of a book have the same."""
    import cssselect2

    matcher = cssselect2.Matcher()
    for sheet in sheets:
        for block in _read(sheet):
            for selector in block.selectors:
                matcher.add_selector(selector, block)
    return matcher


def blocks(sheet: str, scheme: str) -> Iterator[Block]:
    """The rules of a sheet that hold on this screen."""
    return (block for block in _read(sheet) if scheme in block.schemes)


@lru_cache(maxsize=64)
def _read(sheet: str) -> tuple[Block, ...]:
    """All rules of a sheet that hold on some screen of this size, each read once. The contents of fonts and pictures in
    it are of no interest."""
    import tinycss2

    found: list[Block] = []
    sheet = DATA.sub("url(data:)", sheet[:MOST_SHEET])
    first = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    stack: list[tuple[frozenset[str], Any]] = [(frozenset(SCHEMES), rule) for rule in reversed(first)]
    while stack:
        schemes, rule = stack.pop()
        if rule.type == "at-rule" and rule.content is not None:
            keyword = rule.lower_at_keyword
            if keyword in ("supports", "layer", "media"):
                if keyword == "media":
                    query = tinycss2.serialize(rule.prelude)
                    schemes = frozenset(one for one in schemes if media_holds(query, one))
                if schemes:
                    inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                    stack.extend((schemes, one) for one in reversed(inner))
        elif rule.type == "qualified-rule":
            text = tinycss2.serialize(rule.prelude).strip()
            if len(text) > LONGEST_SELECTOR:
                continue
            selectors = _selectors(text, rule.prelude)
            declared = tuple(declared_in(rule.content, text, rule.source_line)) if selectors else ()
            if declared:
                found.append(Block(schemes, selectors, declared))
    return tuple(found)


def _selectors(text: str, tokens: Any) -> tuple[Any, ...]:
    """A list of selectors, made once for all sheets that have it; none where it is none. In: its text and tokens."""
    import cssselect2

    if text not in _KNOWN:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        try:
            _KNOWN[text] = tuple(cssselect2.compile_selector_list(tokens))
        except (cssselect2.SelectorError, ValueError, NotImplementedError):
            _KNOWN[text] = ()
    return _KNOWN[text]


def declared_in(content: Any, selector: str, line: int) -> Iterator[Declaration]:
    """The declarations of a block or of a ``style`` attribute, a background also as its longhands."""
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


def media_holds(query: str, scheme: str) -> bool:
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
