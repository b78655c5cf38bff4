# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks that mean something together: a caption and its table, an anchor and what follows it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.document.positions import hull
from pipeline.document.text import fold, raw_text
from pipeline.model import Block, BlockKind, Inline, InlineKind, Pos

_CAPTION = re.compile(r"(?:[Tt]able:|:)\s+(?=\S)")


def with_anchors(blocks: list[Block]) -> list[Block]:
    """A paragraph that only marks the end of links («<a id="x"></a>») belongs to the block that follows it."""
    result: list[Block] = []
    waiting: tuple[Inline, ...] = ()
    for block in blocks:
        solid = tuple(piece for piece in block.inlines if not _is_space(piece))
        if block.kind is BlockKind.PARAGRAPH and solid and all(map(_is_anchor, solid)):
            waiting += solid
        elif waiting and block.inlines and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            result.append(replace(block, inlines=(*waiting, *block.inlines)))
            waiting = ()
        else:
            if waiting and not block.id:
                block = replace(block, id=waiting[0].attr.get("id"))  # noqa: PLW2901 - the same block, named
                waiting = waiting[1:]
            result.append(block)
    return result


def _is_anchor(piece: Inline) -> bool:
    return piece.kind is InlineKind.SPAN and not piece.children and bool(piece.attr.get("id"))


def with_captions(blocks: list[Block]) -> tuple[Block, ...]:
    """A paragraph «Table: …» or «: …» next to a table is its caption."""
    result: list[Block] = []
    skip = False
    for index, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is BlockKind.TABLE and not _has_caption(block):
            caption = _caption_of(result[-1]) if result else None
            if caption is not None:
                result.pop()
            elif after is not None:
                caption = _caption_of(after)
                skip = caption is not None
            if caption is not None:
                own = block.id or caption.id  # an id that stands in the caption is that of the table
                result.append(replace(block, id=own, blocks=(replace(caption, id=""), *block.blocks)))
                continue
        result.append(block)
    return tuple(result)


def _has_caption(table: Block) -> bool:
    return bool(table.blocks) and table.blocks[0].kind is BlockKind.CAPTION


def _caption_of(block: Block) -> Block | None:
    if block.kind is not BlockKind.PARAGRAPH or not block.inlines:
        return None
    first = block.inlines[0]
    lead = raw_text(block.inlines)
    match = _CAPTION.match(lead)
    if match is None or first.kind is not InlineKind.TEXT:
        return None
    # A colon that is escaped, or stands in another run, is text and no marker.
    escaped = first.pos is not None and first.pos.end - first.pos.start != len(first.text)
    if escaped or ":" not in first.text[: len(match.group())]:
        return None
    if len(first.text) < len(match.group()) and not fold(lead[len(first.text) :]):
        return None
    cut = min(len(match.group()), len(first.text))
    pos = Pos(first.pos.start + cut, first.pos.end, first.pos.line) if first.pos else None
    rest = (replace(first, text=first.text[cut:], pos=pos),) if first.text[cut:] else ()
    inlines = strip((*rest, *block.inlines[1:]))
    return Block(BlockKind.CAPTION, block.id, inlines=inlines, pos=hull(piece.pos for piece in inlines))


def strip(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines without white space at either end."""
    pieces = list(inlines)
    while pieces and _is_space(pieces[0]):
        pieces.pop(0)
    while pieces and _is_space(pieces[-1]):
        pieces.pop()
    return tuple(pieces)


def _is_space(piece: Inline) -> bool:
    if piece.kind in (InlineKind.SOFT_BREAK, InlineKind.LINE_BREAK):
        return True
    return piece.kind is InlineKind.TEXT and not piece.text.strip()
