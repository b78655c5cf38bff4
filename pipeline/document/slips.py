# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slips of the pen: a sign too few or a blank too many, and what was meant as a heading, a list, a table, a link or
attributes is printed as words. Told to its author with the sign that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.document.context import Context
from pipeline.document.outlines import OUTLINE, is_outline
from pipeline.document.text import fold, short, text_of, walk, walk_inlines
from pipeline.document.unclosed import ROW, dashes, slips_at_lines, slips_of_tabs, unclosed
from pipeline.model import Block, BlockKind, Inline, InlineKind, Pos

_HEADING = re.compile(r"(#{1,6})([^\W\d_]+(?: [^#]*)?[^\s#.!?:;,])")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?=[^\W\d_])")
_DASH = re.compile(r"[-+](?=[^\W\d_])")
_SHORT = re.compile(r"\*\[([^\[\]]{1,30})\][ \t]+\w")
_KEY = r"(?:lang|dir|width|height|alt|class|id|longdesc|translate|row-headers)"
_ONE = rf"(?:[.#][A-Za-z][\w-]{{0,80}}|{_KEY}=(?:\"[^\"{{}}\n]{{0,80}}\"?|[^\s\"{{}}]{{0,80}}))"
_IN_TEXT = (
    (re.compile(rf"\{{\s{{0,20}}{_ONE}(?:\s{{1,20}}{_ONE}){{0,12}}\s{{0,20}}\}}"),
     "Write attributes right behind what has them, with quotation marks in pairs: [words]{lang=fr}."),
    (re.compile(r"(?<![\w*])\*\*(?:[^\s*][^*\n]{0,80}\s\*\*|\s[^*\n]{0,80}[^\s*]\*\*)(?![\w*])"),
     "Write the signs right before the first and right behind the last word: **bold**."),
    (re.compile(r"(?<![&;=?/])&(?:nbsp|ndash|mdash|hellip|amp|lt|gt|quot|shy|copy|reg|euro)(?![\w;=])"),
     "Put a semicolon behind the name, as in &nbsp;, or write the sign itself."),
    (re.compile(r"<!--[^\n]{0,60}"), "Write --> where the comment ends, before the next empty line."),
    (re.compile(r"(?<!\w)&[A-Za-z]{2,20};"), "There is no sign of this name: write the sign itself."),
)  # fmt: skip
_WORDS = r"(?<![\\!\w])\[(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]{1,120}\][ \t]+"
_APART = (
    (re.compile(rf"{_WORDS}\((?:https?://|mailto:|www\.)[^()\s]+\)"), "[words](address)"),
    (re.compile(rf"{_WORDS}\{{\s{{0,20}}{_ONE}(?:\s{{1,20}}{_ONE}){{0,12}}\s{{0,20}}\}}"), "[words]{lang=fr}"),
)
_READ = frozenset({InlineKind.CODE, InlineKind.MATH, InlineKind.IMAGE})
_OBJECT = "\ufffc"


def tell_slips(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each paragraph that looks like something else but for one sign."""
    everything = list(walk(tuple(blocks)))
    first = {id(item.blocks[0]) for item in everything if item.kind is BlockKind.ITEM and item.blocks}
    for block in everything:
        if block.pos is None or not block.inlines:
            continue
        lines = _lines(block.inlines)
        if block.kind is BlockKind.HEADING:
            _tell_underlined(block, block.pos, context)
        words = block.kind is BlockKind.PARAGRAPH
        begun = (*_at_lines(lines), *slips_at_lines(lines, item=id(block) in first)) if words else ()
        begun = (*begun, *slips_of_tabs(context.text[block.pos.start : block.pos.end])) if words else ()
        for what, fix in (*begun, *_in_text(lines, block, context)):
            told = "is not read as you meant it" if "] {" in what else "is printed as it stands"
            context.notice("markdown-unread", f"«{short(fold(what))}» {told}.", fix, block.pos)
    for outer, inner in _between(blocks, context):
        context.notice(
            "markdown-unread", f"This list stands between the items {outer} and not in the first of them.",
            "Indent it as far as the words of the item above.", inner,
        )  # fmt: skip


def _tell_underlined(heading: Block, pos: Pos, context: Context) -> None:
    """Record a notice for a paragraph that a line of dashes below makes a heading: it has lines or a full stop."""
    rows = context.text[pos.start : pos.end].rstrip().splitlines()
    if len(rows) < 2 or set(rows[-1].strip(" \t>")) != {"-"}:
        return
    words = text_of(heading)
    if len(rows) > 2 or (words.endswith((".", ";", ",", ":")) and len(words.split()) > 3):
        told = f"«{short(words)}» is a heading, for a line of dashes stands right below it."
        fix = "Leave a line empty above the dashes if they are a break; write ## before a heading."
        context.notice("markdown-unread", told, fix, pos)


def _lines(inlines: Sequence[Inline]) -> list[str]:
    """The lines of a text, with a sign for each thing that is no text."""
    parts: list[list[str]] = [[]]
    for piece in inlines:
        if piece.kind is InlineKind.SOFT_BREAK:
            parts.append([])
        else:
            parts[-1].append(piece.text if piece.kind is InlineKind.TEXT else _OBJECT)
    return ["".join(part) for part in parts]


def _at_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the beginnings of lines show."""
    first = lines[0]
    heading = _HEADING.fullmatch(first) if len(lines) == 1 else None
    if heading and (len(heading[1]) > 1 or (heading[2][0].isupper() and " " in heading[2])):
        yield first, f"Put a blank behind the signs of a heading: {heading[1]} {heading[2].split()[0]}."
    numbers = [int(mark[1]) if mark else 0 for mark in map(_NUMBER.match, lines)]
    if any(one and other == one + 1 for one, other in pairwise(numbers)):
        yield first, "Put a blank behind the number of each item: 1. First."
    if is_outline(lines):
        yield first, OUTLINE
    if len(lines) > 1 and all(map(_DASH.match, lines)):
        yield first, "Put a blank behind the dash of each item: - First."
    if len(lines) > 1 and all(map(ROW.fullmatch, lines)):
        yield first, dashes(lines)
    for line in lines:
        if mark := _SHORT.match(line):
            yield line, f"Put a colon behind the brackets: *[{mark[1]}]: what it stands for."


def _in_text(lines: Sequence[str], block: Block, context: Context) -> Iterator[tuple[str, str]]:
    """What stands anywhere in the words, and stands so in the source: signs that are escaped are meant."""
    assert block.pos is not None
    written, text = context.text[block.pos.start : block.pos.end], "\n".join(lines)
    found_forms = [(found.group(), fix) for form, fix in _IN_TEXT if (found := form.search(text))]
    for what, fix in (*found_forms, *unclosed(text)):
        if re.search(rf"(?<!\\){re.escape(what)}", written):
            yield what, fix
    read = [piece.pos for piece in walk_inlines(block.inlines) if piece.kind in _READ and piece.pos is not None]
    for form, right in _APART:
        for found in form.finditer(written):
            if not any(pos.start <= block.pos.start + found.start() < pos.end for pos in read):
                yield found.group(), f"Take the blank behind the brackets out: {right}."
                break


def _between(blocks: Sequence[Block], context: Context) -> Iterator[tuple[str, Pos]]:
    """Lists of dashes that are indented, yet not far enough, right between two items that count on."""
    for row in (tuple(blocks), *(block.blocks for block in walk(blocks))):
        for before, inner, after in zip(row, row[1:], row[2:], strict=False):
            if not (before.list and inner.list and after.list and before.pos and inner.pos):
                continue
            if not before.list.ordered or inner.list.ordered or not after.list.ordered:
                continue
            line = context.lines.line(inner.pos.line)
            indented = line[:1] in " \t" and "\n\n" not in context.text[before.pos.start : inner.pos.start].rstrip(" ")
            if indented and after.list.start == before.list.start + len(before.blocks):
                yield f"{before.blocks[-1].label} and {after.blocks[0].label}", inner.pos
