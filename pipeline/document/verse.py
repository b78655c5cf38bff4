# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that their author broke: verse, addresses (pandoc's line blocks)."""

from __future__ import annotations

import re

from pipeline.document.positions import hull
from pipeline.document.together import strip
from pipeline.model import Block, BlockKind, Inline, InlineKind, Pos

_INDENT = re.compile(r"\|( +)")
DEEPEST_INDENT = 40


def line_block(inlines: tuple[Inline, ...], pos: Pos, text: str) -> Block:
    """Lines of verse or of an address, each a block of its own. In: their pieces, their place in ``text``."""
    lines: list[list[Inline]] = [[]]
    for piece in inlines:
        if piece.kind is InlineKind.LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    blocks: list[Block] = []
    for line in lines:
        own = hull(piece.pos for piece in line)
        blocks.append(Block(BlockKind.LINE, "", inlines=strip(tuple(line)), level=_indent(text, own), pos=own))
    return Block(BlockKind.LINES, "", blocks=tuple(blocks), pos=pos)


def _indent(text: str, pos: Pos | None) -> int:
    """How many blanks an author put before a line of verse, after the bar and the one that belongs to it."""
    found = _INDENT.match(text, text.rfind("\n", 0, pos.start) + 1, pos.start) if pos is not None else None
    return min(len(found[1]) - 1, DEEPEST_INDENT) if found else 0
