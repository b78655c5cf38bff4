# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reading text of blocks and inlines, and walks over them in reading order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.model import Block, BlockKind, Document, Inline, InlineKind, Pos

WIDE = frozenset("WF")


def title_of(heading: Block) -> str:
    """The words by which a heading is listed: its text; of one that holds pictures alone, what they show."""
    pictures = (piece.text for piece in walk_inlines(heading.inlines) if piece.kind is InlineKind.IMAGE)
    return text_of(heading) or fold(" ".join(pictures))


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, notes where they are first called."""
    stack = list(reversed(tuple(blocks)))
    while stack:
        block = stack.pop()
        yield block
        notes = [piece.note for piece in walk_inlines(block.inlines) if piece.note is not None]
        stack.extend(reversed(block.blocks))
        stack.extend(reversed(notes))


def walk_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline in reading order, parents before their children; notes are not entered."""
    stack = list(reversed(tuple(inlines)))
    while stack:
        piece = stack.pop()
        yield piece
        stack.extend(reversed(piece.children))


def all_blocks(document: Document) -> Iterator[Block]:
    """The title and every block, each note once."""
    seen: set[str] = set()
    for block in walk((document.title, *document.blocks)):
        if block.id not in seen or not block.id:
            seen.add(block.id)
            yield block


def top_level(blocks: Iterable[Block]) -> int:
    """The level of a document's highest headings below its title, from 1; 2 where it has none. The notes, which are
    part of no chapter, have a heading of that level."""
    return min((block.level for block in walk(blocks) if block.kind is BlockKind.HEADING), default=2)


def raw_text(inlines: Iterable[Inline], *, calls: bool = False) -> str:
    """The text of inlines as read, white space not yet folded: images count for nothing, maths as its TeX,
    note calls as their numbers if ``calls``."""
    parts: list[str] = []
    _collect(tuple(inlines), parts, calls=calls)
    return "".join(parts)


def _collect(inlines: tuple[Inline, ...], parts: list[str], *, calls: bool) -> None:
    for index, piece in enumerate(inlines):
        if piece.kind is InlineKind.SOFT_BREAK:
            parts.append("" if joins(inlines, index) else " ")
        elif piece.kind is InlineKind.LINE_BREAK:
            parts.append(" ")
        elif piece.kind is InlineKind.NOTE:
            parts.append(piece.note.label if calls and piece.note is not None else "")
        elif piece.kind is InlineKind.IMAGE:
            continue
        elif piece.children:
            _collect(piece.children, parts, calls=calls)
        else:
            parts.append(piece.text)


def is_wide(character: str) -> bool:
    """Whether a character is one of Chinese, Japanese writing: no space stands at its line ends."""
    return unicodedata.east_asian_width(character) in WIDE


def joins(inlines: Sequence[Inline], index: int) -> bool:
    """Whether the line end at ``index`` stands between characters that take no space there."""
    before = _edge(inlines[index - 1], last=True) if index else ""
    after = _edge(inlines[index + 1], last=False) if index + 1 < len(inlines) else ""
    return bool(before and after) and is_wide(before) and is_wide(after)


def _edge(piece: Inline, *, last: bool) -> str:
    while piece.children:
        piece = piece.children[-1 if last else 0]
    return piece.text[-1:] if last else piece.text[:1]


def fold(text: str) -> str:
    """White space folded to single spaces, none at the ends. A no-break space is white space here: readers
    of files disagree about keeping it."""
    return " ".join(text.split())


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, as a message quotes it: ``most`` characters, the last of them a sign that it goes on."""
    return text if len(text) <= most else text[: most - 1] + "…"


def text_of(what: Block | Iterable[Inline]) -> str:
    """The reading text: single spaces; of a block, its own text and that of the blocks in it."""
    if not isinstance(what, Block):
        return fold(raw_text(what))
    if what.kind is BlockKind.CODE:
        return what.text
    own = fold(raw_text(what.inlines))
    inner = (text_of(block) for block in what.blocks)
    return " ".join(part for part in (own, *inner) if part)


def cut(piece: Inline, start: int, end: int) -> Inline:
    """A part of a run of text, with its place in the source; where the run is one atom of that, with the place of all
    of it."""
    pos = piece.pos
    if pos is not None and pos.end - pos.start == len(piece.text):
        pos = Pos(pos.start + start, pos.start + end, pos.line)
    return replace(piece, text=piece.text[start:end], pos=pos)


def runs(inlines: Iterable[Inline]) -> Iterator[str]:
    """The texts between what is no text, breaks of lines as spaces."""
    run: list[str] = []
    for piece in inlines:
        if piece.kind is InlineKind.TEXT:
            run.append(piece.text)
        elif piece.kind in (InlineKind.SOFT_BREAK, InlineKind.LINE_BREAK):
            run.append(" ")
        else:
            yield "".join(run)
            run = []
    yield "".join(run)
