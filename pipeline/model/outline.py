# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a file gets: a tree of roles, whatever the format calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.model.words import Format


class Role(StrEnum):
    """What a reader is told a part is, whatever the format calls it."""

    DOCUMENT = "document"
    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    DEFINITIONS = "definitions"
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    ROW_GROUP = "row-group"
    ROW = "row"
    HEADER = "header-cell"
    CELL = "cell"
    CAPTION = "caption"
    FIGURE = "figure"
    IMAGE = "image"
    FORMULA = "formula"
    LINES = "lines"
    LINE = "line"
    GROUP = "group"
    NOTE = "note"
    CONTENTS = "contents"
    CONTENTS_ITEM = "contents-item"
    NOTICE = "notice"
    LANDMARK = "landmark"  # navigation, banner, footer…: ``attrs["kind"]``
    PAGE_BREAK = "page-break"
    UNIT = "unit"
    SEGMENT = "segment"
    # inline
    LINK = "link"
    NOTE_CALL = "note-call"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTATION = "quotation"
    ABBREVIATION = "abbreviation"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    INLINE_CODE = "inline-code"
    DELETED = "deleted"  # no longer valid: struck out
    SPAN = "span"
    OTHER = "other"  # ``attrs["name"]`` is the format's own word


@dataclass(frozen=True, slots=True)
class Node:
    """A part of what a reader gets.

    ``text`` of a block that bears text is its whole reading text, white space folded to single spaces
    (code keeps its own), inline children included: they repeat their part of it. Containers have no text.
    ``lang`` and ``dir`` are the effective values. ``attrs`` holds, where they apply: ``label`` (list item,
    note), ``style`` and ``start`` (list, as in ListStyle), ``checked`` (yes or no), ``scope``, ``headers``
    (texts of the header cells, joined by " | ", in the order of the HTML algorithm), ``rows``, ``columns``
    (spans above 1), ``group`` (head, body, foot), ``alt``, ``target`` (link: URL, or "#" and the text of
    what it leads to), ``expansion``, ``tex``, ``mathml``, ``kind``, ``id`` (the format's own id), ``page`` (label).
    ``place`` is where it stands, in the format's own terms ("page 3", "ch2.xhtml#p-12").
    """

    role: Role
    text: str = ""
    children: tuple[Node, ...] = ()
    level: int = 0
    lang: str = ""
    dir: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)
    place: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Outline:
    """What a reader of a file gets. ``meta`` holds the file's own metadata under the names of Meta
    (``title``, ``lang``, ``identifier``…) and, per format, what else it claims; ``problems`` says what could
    not be read. ``pages`` are the labels of all pages in their order, of a format that has pages."""

    format: Format
    root: Node
    meta: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
