# SPDX-License-Identifier: AGPL-3.0-or-later
"""What CommonMark lacks: grid tables, tables drawn with dashes, line blocks, abbreviations, and HTML that is read into
the document.

Such a block is an island: it is found on the lines before pandoc reads the text, and its lines are changed so
that every other line and column stays where it was. Positions therefore hold for everything around it, and for
line blocks inside as well; the cells of grid tables, tables of dashes and HTML tables have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.clean.reading.ruled import end_of
from pipeline.document.attributes import Held, definitions, hold
from pipeline.document.context import Context
from pipeline.document.divs import tell_open_html
from pipeline.document.html import ELEMENTS, left_out, loses_words, safe_fragment
from pipeline.document.positions import Lines
from pipeline.model import Block, BlockKind, Inline, InlineKind, Pos
from pipeline.tools import pandoc

_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]]+)\]:[ \t]*(.*?)[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_GRID = re.compile(r"^\s{0,3}\+(?:[-=:]+\+)+\s*$")
_GRID_LINE = re.compile(r"^\s{0,3}[|+].*[|+]\s*$")
_LINE_BLOCK = re.compile(r"^\|(?: .*|)$")
_CLOSED = re.compile(r"\S\s*\|\s*$")  # a row of a pipe table; a line block's empty line is a bar alone
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text as pandoc gets it, and what was taken out of its lines."""

    text: str
    islands: tuple[str, ...]
    line_blocks: frozenset[int]
    abbreviations: tuple[tuple[str, str], ...]
    attributes: tuple[Held, ...] = ()


def prepare(text: str) -> Prepared:
    """Find the islands of ``text`` (front matter already blanked)."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    lines = lines if lines[-1] else lines[:-1]
    out = list(lines)
    islands: list[str] = []
    line_blocks: list[int] = []
    abbreviations: list[tuple[str, str]] = []
    attributes: list[Held] = []
    named = definitions(lines)
    for index, end, kind in _find(lines):
        if kind == "abbreviation":
            match = _ABBREVIATION.match(lines[index].rstrip("\r\n"))
            assert match is not None
            abbreviations.append((match.group(1).strip(), match.group(2)))
            out[index] = _blank(lines[index])
        elif kind == "lines":
            _hold_lines(out, index, end)
            line_blocks.append(index + 1)
        elif kind == "attributes":
            if held := hold(out, index, named):
                attributes.append(held)
        elif kind == "html":
            out[index:end] = [line if line.strip() else "<!-- -->" + line for line in lines[index:end]]
        else:  # a grid table is read without the blanks around it, one of dashes with all of them
            rows = [line.strip(" ") if kind == "grid" and line.strip() else line for line in lines[index:end]]
            _hold_table(out, index, end, "".join(rows), islands)
    return Prepared("".join(out), tuple(islands), frozenset(line_blocks), tuple(abbreviations), tuple(attributes))


def _blank(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _hold_lines(out: list[str], start: int, end: int) -> None:
    """A line block as a paragraph with hard breaks: its text stays in its columns."""
    for index in range(start, end):
        ending = _blank(out[index])
        content = out[index][: len(out[index]) - len(ending)].rstrip()
        content = "  " + content[2:] if content.startswith("|") else content
        hard = "\\" if index + 1 < end and out[index + 1].startswith("|") else ""
        out[index] = (content or "&nbsp;") + hard + ending


def _hold_table(out: list[str], start: int, end: int, table: str, islands: list[str]) -> None:
    """A table of pandoc's own: three lines of raw text stand for it, and it has as many at least."""
    islands.append(table)
    out[start] = "```{=pariter-island}" + _blank(out[start])
    out[start + 1] = str(len(islands) - 1) + _blank(out[start + 1])
    for index in range(start + 2, end - 1):
        out[index] = _blank(out[index])
    out[end - 1] = "```" + _blank(out[end - 1])


def _find(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """First line, line after the last, and kind of each island."""
    fence = ""
    index = 0
    while index < len(lines):
        line = lines[index].rstrip("\r\n")
        marker = _FENCE.match(line)
        if fence:
            fence = "" if marker and marker.group(1).startswith(fence) and not line.strip(" `~") else fence
        elif marker:
            fence = marker.group(1)
        else:
            end, kind = _island_at(lines, index, line)
            if kind:
                yield index, end, kind
                index = end
                continue
        index += 1


def _island_at(lines: list[str], index: int, line: str) -> tuple[int, str]:
    if _ABBREVIATION.match(line):
        return index + 1, "abbreviation"
    blank_before = index == 0 or not lines[index - 1].strip()
    if _GRID.match(line) and blank_before:
        end = _run(lines, index, _GRID_LINE)
        if end - index >= 3 and _GRID.match(lines[end - 1].rstrip("\r\n")):
            return end, "grid"
    if blank_before and (end := end_of(lines, index)):
        return end, "ruled"
    if _LINE_BLOCK.match(line) and blank_before:
        end = index
        while end < len(lines) and (_LINE_BLOCK.match(lines[end].rstrip("\r\n")) or _continues(lines, index, end)):
            end += 1
        below = lines[index + 1].strip("\r\n") if index + 1 < len(lines) else ""
        pipe_table = _PIPE_RULE.match(below) and ("|" in below or end > index + 1)
        if not pipe_table and not any(_CLOSED.search(lines[i]) for i in range(index, end)):
            return end, "lines"
    if line.lstrip(" ").lower().startswith("<table"):
        end = index
        while end < len(lines) and "</table>" not in lines[end].lower():
            end += 1
        if end < len(lines):
            return end + 1, "html"
    return index + 1, "attributes" if "{:" in line else ""


def _continues(lines: list[str], start: int, index: int) -> bool:
    return index > start and lines[index].startswith(" ") and bool(lines[index].strip())


def _run(lines: list[str], index: int, pattern: re.Pattern[str]) -> int:
    while index < len(lines) and pattern.match(lines[index].rstrip("\r\n")):
        index += 1
    return index


# --- reading them ---


def _inner_context(context: Context) -> Context:
    """Positions inside an island are those of another text: they must not be taken for places in ours."""
    return Context(Lines(""), context.file, context.notices, context.notes, depth=context.depth)


def read_island(raw: str, context: Context, pos: Pos | None) -> Sequence[Block]:
    """The grid table or table of dashes that ``raw`` (its number) stands for, read by pandoc's own Markdown."""
    number = int(raw) if raw.strip().isdigit() else -1
    if not 0 <= number < len(context.islands):
        context.refuse(raw, "pariter-island", pos)
        return ()
    return reread(pandoc.read(context.islands[number], pandoc.ISLAND)["blocks"], context, pos)


def reread(nodes: Any, context: Context, pos: Pos | None) -> tuple[Block, ...]:
    """Blocks of a part that pandoc reads by itself: only the whole has a place in the source."""
    from pipeline.document.blocks import read_blocks

    inner = _inner_context(context)
    return tuple(_without_positions(block, pos) for block in read_blocks(nodes, inner))


def _without_positions(block: Block, pos: Pos | None) -> Block:
    blocks = tuple(_without_positions(child, None) for child in block.blocks)
    return replace(block, pos=pos, blocks=blocks, inlines=tuple(map(_unplaced, block.inlines)))


def _unplaced(piece: Inline) -> Inline:
    return replace(piece, pos=None, children=tuple(map(_unplaced, piece.children)))


_UNPARSED = frozenset({"html", "head", "body", "title"})
"""Elements of a page that are no elements of a part of one."""


def read_raw_html(raw: str, context: Context, pos: Pos | None) -> Sequence[Block]:
    """A block of HTML: its text and tables are read into the document, wrappers are left out, what is active
    is taken out and said."""
    tell_open_html(raw, pos, context)
    if re.fullmatch(r"\s*(<!--.*?-->\s*)*", raw, re.DOTALL):
        return ()
    opening = re.match(r"\s*</?([A-Za-z][A-Za-z0-9-]*)", raw)
    if opening and opening.group(1).lower() not in ELEMENTS:
        words = " ".join(raw.split())
        return (Block(BlockKind.PARAGRAPH, "", inlines=(Inline(InlineKind.TEXT, words),), pos=pos),)
    safe, taken = safe_fragment(raw)
    for name in dict.fromkeys(taken):
        if " " in name and f"</{name.partition(' ')[0]}" not in raw.lower():
            message = f"The HTML element <{name}> ends in another block: what stands between is shown."
            context.notice("raw-markup", message, "Take out of the source what no reader is to have.", pos)
        else:
            context.take_out(name, pos, words=loses_words(name))
    kept = safe.removeprefix("<div>")
    for name in left_out(raw) if "<table" not in safe else ():
        if f"<{name}" in kept or name in _UNPARSED:
            context.refuse(f"<{name}>", "html", pos)
    if not safe:
        return ()
    if "<table" in safe:
        from pipeline.document.html_tables import read_html_tables

        return read_html_tables(safe, context, pos)
    blocks = reread(pandoc.read(safe, "html-raw_html-native_divs")["blocks"], context, pos)
    return tuple(b for b in blocks if b.inlines or b.blocks or b.text or b.kind is BlockKind.RULE)
