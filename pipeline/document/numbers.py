# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes counted as readers meet them: a caption that is written below its table is read before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.document.text import walk, walk_inlines
from pipeline.model import Block, Inline


def count_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, their notes numbered from 1 in the order of their first calls in reading order."""
    met: dict[int, Block] = {}
    for block in walk(blocks):
        for piece in walk_inlines(block.inlines):
            if piece.note is not None:
                met.setdefault(id(piece.note), piece.note)
    if all(note.label == str(number) for number, note in enumerate(met.values(), 1)):
        return tuple(blocks)
    counted = {key: replace(note, label=str(number)) for number, (key, note) in enumerate(met.items(), 1)}
    return tuple(_block(block, counted) for block in blocks)


def _block(block: Block, counted: Mapping[int, Block]) -> Block:
    return replace(
        block,
        inlines=tuple(_inline(piece, counted) for piece in block.inlines),
        blocks=tuple(_block(child, counted) for child in block.blocks),
    )


def _inline(piece: Inline, counted: Mapping[int, Block]) -> Inline:
    note = counted[id(piece.note)] if piece.note is not None else None
    return replace(piece, children=tuple(_inline(child, counted) for child in piece.children), note=note)
