# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links inside a text lead to the ids that its parts have.

An author links to a heading by the id that Markdown makes of its words («#2-räume»). Our ids are others: they
survive edits, and are names in XML. So each heading remembers the id that it would have had, and links follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from pipeline.document.text import walk, walk_inlines
from pipeline.model import Block, Inline, InlineKind

SLUG = "data-slug"  # the attribute of a heading that holds the id which Markdown makes of its words


def follow(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, which have their ids, with each inner link leading to one of them if it can."""
    everything = list(walk(blocks))
    written = {piece.attr.get("id") for block in everything for piece in walk_inlines(block.inlines)}
    given: set[str] = set()
    slugs: dict[str, str] = {}
    for block in everything:
        slug = block.attr.get(SLUG)
        (given if slug else written).add(block.id)
        if slug:
            slugs.setdefault(slug, block.id)
    ids = _Ids(written, given, slugs)
    moved = {target: found for target in _targets(everything) if (found := _found(target, ids)) != target}
    return tuple(_block(block, moved, {}) for block in blocks) if moved else tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Ids:
    """Ids that stand in the text, ids that were given to headings, and the latter by Markdown's own."""

    written: set[str]
    given: set[str]
    slugs: Mapping[str, str]


def _targets(blocks: Sequence[Block]) -> set[str]:
    return {
        piece.target for block in blocks for piece in walk_inlines(block.inlines)
        if piece.kind is InlineKind.LINK and piece.target.startswith("#")
    }  # fmt: skip


def _found(target: str, ids: _Ids) -> str:
    """Where a target leads: as it is written, or with its percent signs undone, or in small letters. What
    Markdown makes of a heading goes before what we made of another («#piers-2» is the third of that name)."""
    for wanted in dict.fromkeys((target[1:], unquote(target[1:]), unquote(target[1:]).lower())):
        if wanted in ids.written:
            return f"#{wanted}"
        if wanted in ids.slugs:
            return f"#{ids.slugs[wanted]}"
        if wanted in ids.given:
            return f"#{wanted}"
    return target


def _block(block: Block, moved: Mapping[str, str], notes: dict[int, Block]) -> Block:
    if id(block) not in notes:
        notes[id(block)] = replace(
            block,
            inlines=tuple(_inline(piece, moved, notes) for piece in block.inlines),
            blocks=tuple(_block(child, moved, notes) for child in block.blocks),
        )
    return notes[id(block)]


def _inline(piece: Inline, moved: Mapping[str, str], notes: dict[int, Block]) -> Inline:
    return replace(
        piece,
        target=moved.get(piece.target, piece.target) if piece.kind is InlineKind.LINK else piece.target,
        children=tuple(_inline(child, moved, notes) for child in piece.children),
        note=_block(piece.note, moved, notes) if piece.note is not None else None,
    )
