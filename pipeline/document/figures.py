# SPDX-License-Identifier: AGPL-3.0-or-later
"""Images that stand alone, with their captions."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.captions import caption_of
from pipeline.document.context import Context
from pipeline.document.positions import hull
from pipeline.model import Attr, Block, BlockKind, Inline, InlineKind, Pos


def figure_of(inlines: tuple[Inline, ...], pos: Pos | None, context: Context) -> Block | None:
    """A paragraph that is one image is a figure; the image's title, or its bracketed text beside ``alt=``,
    is the caption."""
    solid = [piece for piece in inlines if piece.text.strip() or piece.kind is not InlineKind.TEXT]
    if len(solid) != 1 or solid[0].kind is not InlineKind.IMAGE:
        return None
    image = solid[0]
    caption = image.children or caption_of(image.title, context, pos)
    blocks = (Block(BlockKind.CAPTION, "", inlines=caption, pos=hull(p.pos for p in caption)),) if caption else ()
    bare = replace(image, children=(), title="")
    return Block(BlockKind.FIGURE, "", inlines=(bare,), blocks=blocks, pos=pos)


def figure_with(inner: tuple[Block, ...], identifier: str, attr: Attr) -> Block:
    """The figure that a div of class ``figure`` is: its first block, and its paragraphs as the caption."""
    paragraphs = [block for block in inner[1:] if block.kind is BlockKind.PARAGRAPH]
    inlines = tuple(piece for block in paragraphs for piece in block.inlines)
    caption = Block(BlockKind.CAPTION, "", inlines=inlines, pos=hull(block.pos for block in paragraphs))
    return replace(inner[0], id=identifier, attr=attr, blocks=(caption,) if inlines else inner[0].blocks)
