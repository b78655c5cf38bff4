# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that stand outside of the flow of the source: in attributes, definitions, the front matter."""

from __future__ import annotations

import re

from pipeline.document import walk
from pipeline.model import Block, BlockKind, Document, InlineKind
from pipeline.translate import escape
from pipeline.translate.codes import content_range
from pipeline.translate.render import Spliced
from pipeline.translate.unit import Unit


def attribute_range(source: Spliced, unit: Unit) -> tuple[int, int, str] | None:
    """Where an alternative text, a title or an expansion stands: start, end, and how it is written."""
    piece = unit.inline
    assert piece is not None and piece.pos is not None
    start, whole = piece.pos.start, source.original(piece.pos.start, piece.pos.end)
    value = piece.text if unit.role == "alt" else piece.title
    key = "alt" if unit.role == "alt" else "title"
    if whole.startswith("<"):
        found = re.search(rf"""\b{key}\s*=\s*(?:"([^"]*)"|'([^']*)')""", whole)
        group = 1 if found and found.group(1) is not None else 2
        return (start + found.start(group), start + found.end(group), "html") if found else None
    if unit.role == "alt":
        found = re.search(r"""\balt\s*=\s*"([^"]*)\"""", whole[whole.rfind("{") :]) if whole.endswith("}") else None
        if found:
            shift = start + whole.rfind("{")
            return shift + found.start(1), shift + found.end(1), "quoted"
        end = _bracket_end(whole, 1)
        return (start + 2, start + end, "markdown") if end > 0 else None
    for opening, closing in (('"', '"'), ("'", "'"), ("(", ")")):
        place = whole.rfind(f"{opening}{value}{closing}")
        if place > 0 and opening == '"':
            return start + place + 1, start + place + 1 + len(value), "quoted"
    return None


def _bracket_end(text: str, start: int) -> int:
    """The index of the bracket that closes the one at ``start``; -1 if there is none."""
    depth, index = 0, start
    while index < len(text):
        if text[index] == "\\":
            index += 1
        elif text[index] == "[":
            depth += 1
        elif text[index] == "]":
            depth -= 1
            if depth == 0:
                return index
        index += 1
    return -1


def definition_range(text: str, short: str) -> tuple[int, int, str] | None:
    """Where the expansion of an abbreviation stands in its definition."""
    pattern = rf"^ {{0,3}}\*\[\s*{re.escape(short)}\s*\]:[ \t]*(.*?)[ \t]*$"
    found = re.search(pattern, text, re.MULTILINE)
    return (found.start(1), found.end(1), "plain-line") if found else None


def put_front(source: Spliced, document: Document, name: str, plain: str) -> bool:
    """The value of a key of the front matter. One that stands in ``document.yaml`` is not in the Markdown."""
    front = re.match(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", document.source, re.DOTALL | re.MULTILINE)
    if front is None:
        return True
    found = re.search(rf"^{re.escape(name)}:[ \t]*(\S[^\r\n]*?)[ \t]*$", front.group(1), re.MULTILINE)
    if found is None:
        listed = name.startswith("subject") and re.search(r"^(?:subjects?|keywords):", front.group(1), re.MULTILINE)
        return not listed
    if found.group(1)[0] in "|>[{&*!":
        return False
    source.replace(front.start(1) + found.start(1), front.start(1) + found.end(1), escape.in_yaml(plain))
    return True


_TITLE = re.compile(r'\s"((?:[^"\\]|\\.)*)"\s*\)(?:\{[^{}]*\})?\s*$', re.DOTALL)
"""The title of a picture at the end of what a figure is written as."""


def put_derived(source: Spliced, document: Document, block: Block, plain: str) -> bool:
    """A block without a place of its own: the title in the metadata, a caption that is an image's title."""
    if block is document.title:
        return put_front(source, document, "title", plain)
    if block.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH):
        for figure in walk(document.blocks):
            holds = figure.kind in (BlockKind.FIGURE, BlockKind.GROUP) and block in figure.blocks
            if holds and figure.pos is not None:
                whole = source.original(figure.pos.start, figure.pos.end)
                old = "".join(piece.text for piece in block.inlines)
                place = whole.rfind(f'"{old}"')
                if place > 0:
                    start = figure.pos.start + place + 1
                    source.replace(start, start + len(old), escape.quoted(plain))
                    return True
                if found := _TITLE.search(whole):  # one with markup, which only the edition keeps
                    source.replace(
                        figure.pos.start + found.start(1), figure.pos.start + found.end(1), escape.quoted(plain)
                    )
                    return True
    return False


def put_link_title(source: Spliced, document: Document, unit: Unit, plain: str) -> bool:
    """The title of a link whose address stands elsewhere: the address comes to the link."""
    piece = unit.inline
    inner = content_range(piece, document.source) if piece is not None and piece.kind is InlineKind.LINK else None
    if piece is None or piece.pos is None or inner is None:
        return False
    if not source.original(inner[1], piece.pos.end).startswith("]"):
        return False
    source.replace(inner[1], piece.pos.end, f'](<{piece.target}> "{escape.quoted(plain)}")')
    return True
