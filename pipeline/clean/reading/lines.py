# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines of a Markdown text, and the kinds that they can be of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MARKER = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7})[.)])"
    r"(?P<gap>[ \t]+)(?=\S)"
)
BULLETS = "•◦▪■●○∙·‣⁃\uf0a7\uf0a8\uf0b7\uf0d8"  # signs that are printed before items
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_UNSEEN = re.compile(r"\]\([^()\s]*\)|[\[*`]|(?<!\w)_|_(?!\w)")


class Kind(StrEnum):
    """What a block is."""

    BLANK = "blank"
    META = "meta"
    FENCE = "fence"
    CODE = "code"
    HTML = "html"
    MATH = "math"
    HEADING = "heading"
    SETEXT = "setext"
    RULE = "rule"
    TABLE = "table"
    DRAWN = "drawn"  # a table whose columns stand below dashes: every blank counts
    QUOTE = "quote"
    NOTE = "note"
    REFERENCE = "reference"
    DIV = "div"
    ITEM = "item"
    PARA = "para"


PROTECTED = frozenset({Kind.META, Kind.FENCE, Kind.CODE, Kind.HTML, Kind.MATH, Kind.REFERENCE, Kind.DIV, Kind.DRAWN})
TEXT = frozenset({Kind.ITEM, Kind.PARA})


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``start`` to ``end`` is its text, ``stop`` is after its line end."""

    start: int
    end: int
    stop: int
    text: str
    kind: Kind = Kind.PARA

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Its indentation in columns (a tab goes to the next multiple of four)."""
        return columns(self.text)


def columns(text: str) -> int:
    """The indentation of a line in columns."""
    width = 0
    for char in text:
        if char == " ":
            width += 1
        elif char == "\t":
            width += 4 - width % 4
        else:
            break
    return width


def text_column(head: str) -> int:
    """The column in which the text of an item stands, by all that is before it on its line: a tab behind the mark goes
    to the next multiple of four too (CommonMark 2.2)."""
    return len(head.expandtabs(4))


def code_spans(text: str) -> list[tuple[int, int]]:
    """Where code stands inside a line: from its first backtick to behind its last."""
    return [found.span() for found in _CODE.finditer(text)]


def printed(text: str) -> int:
    """How long a line was in print: without the targets of links, markup and repeated spaces."""
    return len(seen(text))


def seen(text: str) -> str:
    """A line as it was printed: no markup, no targets of links, single spaces."""
    return " ".join(_UNSEEN.sub("", text).split())
