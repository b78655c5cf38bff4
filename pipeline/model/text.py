# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks and inlines: the text of a document with its positions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Pos:
    """A range of the clean source: code points ``start`` to ``end`` (exclusive), beginning on ``line``."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Attr:
    """Attributes an author wrote: classes and key-value pairs. Identifiers are kept on the block itself."""

    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of ``key``, or ``default``."""
        return next((value for name, value in self.pairs if name == key), default)


NO_ATTR = Attr()


class InlineKind(StrEnum):
    """Kinds of inline content."""

    TEXT = "text"
    SOFT_BREAK = "soft-break"  # a line end of the source inside a paragraph: a space when read
    LINE_BREAK = "line-break"  # a line end that the author wants
    EMPHASIS = "emphasis"
    STRONG = "strong"
    UNDERLINE = "underline"
    STRIKEOUT = "strikeout"  # also <del>: no longer there
    INSERTED = "inserted"  # <ins>
    MARKED = "marked"  # <mark>
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    SMALL_CAPS = "small-caps"
    QUOTED = "quoted"  # <q>
    CODE = "code"
    MATH = "math"  # ``text`` is TeX; ``display`` in attr.classes when set on a line of its own
    LINK = "link"
    IMAGE = "image"  # ``text`` is the alternative; ``target`` the file
    NOTE = "note"  # a footnote call; ``note`` is its block
    ABBREVIATION = "abbreviation"  # ``title`` is the expansion
    SPAN = "span"  # language, direction, isolate, no-translate


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of inline content.

    A TEXT run either equals the source slice at ``pos`` character by character, or is one atom of it (an
    escape, an entity) for which no place inside is defined. ``lang`` and ``dir`` are set only where they
    differ from what surrounds the piece.
    """

    kind: InlineKind
    text: str = ""
    children: tuple[Inline, ...] = ()
    target: str = ""
    title: str = ""
    note: Block | None = None
    lang: str = ""
    dir: str = ""
    attr: Attr = NO_ATTR
    pos: Pos | None = None


class BlockKind(StrEnum):
    """Kinds of blocks. The comment says what ``blocks`` holds where it is not any flow content."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"  # ITEM…
    ITEM = "item"
    DEFINITIONS = "definitions"  # TERM, DEFINITION…
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"  # ``text``
    RULE = "rule"
    TABLE = "table"  # CAPTION?, ROW_GROUP…
    ROW_GROUP = "row-group"  # ROW…; ``attr.classes`` holds head, body or foot
    ROW = "row"  # CELL…
    CELL = "cell"  # ``inlines`` when it is one line of text, else ``blocks``
    FIGURE = "figure"  # ``inlines`` holds the one IMAGE; CAPTION?
    CAPTION = "caption"
    LINES = "lines"  # LINE… (a line block)
    LINE = "line"
    GROUP = "group"  # a div: language, direction, aside, description
    NOTE = "note"  # a footnote's text; ``label`` is its number


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list counts: ``style`` as CSS names it (decimal, lower-alpha, upper-alpha, lower-roman,
    upper-roman, disc), ``start`` the first number, ``before`` and ``after`` what stands around a label."""

    ordered: bool = False
    style: str = "disc"
    start: int = 1
    before: str = ""
    after: str = "."
    tight: bool = True


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell's place in its table: spans, whether it is a header and for what (row, col, rowgroup,
    colgroup or empty), alignment (left, right, center or empty), and the header cells that its author named for it
    (places among the table's cells in reading order, from 0; they win over any other header, HTML 4.9.12.2)."""

    rows: int = 1
    columns: int = 1
    header: bool = False
    scope: str = ""
    align: str = ""
    headers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the document with the id that anchors, units, tags and plain blocks all use.

    Text-bearing blocks have ``inlines``, containers have ``blocks``. ``label`` is what is printed before it
    ("3.", "(a)", a note's number). ``lang`` and ``dir`` are set only where they differ from the parent's.
    """

    kind: BlockKind
    id: str
    inlines: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    level: int = 0
    text: str = ""
    label: str = ""
    list: ListStyle | None = None
    cell: CellSpan | None = None
    checked: bool | None = None
    lang: str = ""
    dir: str = ""
    attr: Attr = NO_ATTR
    pos: Pos | None = None
