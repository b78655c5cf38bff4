# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which plain block stands for which blocks of the original, and whether it was written for what they say now.

A plain block names source blocks by id and keeps a hash of what they said when it was written. A block of the
original is answered when it, a block around it, or all the blocks in it that hold text are named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.clean.reading.heading_signs import PARTS
from pipeline.document.text import text_of, walk, walk_inlines
from pipeline.model import Block, BlockKind, Document, InlineKind

CONTAINERS = frozenset({BlockKind.LIST, BlockKind.DEFINITIONS, BlockKind.GROUP})
HASH_LENGTH = 8


def full_text(block: Block) -> str:
    """What a block says, with its notes and the text alternatives of its images: what a plain text answers for."""
    parts = [text_of(block)]
    for inner in walk((block,)):
        if inner.kind is BlockKind.NOTE and inner is not block:
            parts.append(text_of(inner))
        parts += _alternatives(inner)
    return " ".join(part for part in parts if part)


def alternatives(block: Block) -> str:
    """What the text alternatives of a block's images say."""
    return " ".join(text for inner in walk((block,)) for text in _alternatives(inner))


def _alternatives(block: Block) -> list[str]:
    return [piece.text for piece in walk_inlines(block.inlines) if piece.kind is InlineKind.IMAGE and piece.text]


# «6.», «6.1», «2)», «§ 6», «Article 6:», «Kapitel II», «Annex B.» before a heading, but not «14. November 2019».
_PART = rf"(?i:{'|'.join(sorted(PARTS, reverse=True))}|art\.)\s*"
_NUMBER = r"(?:(?:\d{1,4}(?:[a-z]|er|re|\.?[ºª°])?|[IVXLC]{2,7})(?:[.:)]|\s+[–—-]|(?=\s))|[A-Z](?:[.:)]|\s+[–—-]))"
COUNTED = re.compile(
    rf"(?:{_PART}{_NUMBER}|\d{{1,3}}[.)]|\d{{1,3}}(?:\.\d{{1,3}})+[.)]?)\s+(?=\D)(?!\S+\s+\d{{4}})"
)


def guard_text(block: Block) -> str:
    """What a block says as sentences: items of a list are set apart by semicolons, so that what stands before a
    list ("You must:") is read together with each item; cells of a row too, so that no two numbers are read as one. The
    number that counts a heading says nothing of its own."""
    own = text_of(block.inlines)
    inner = [guard_text(child) for child in block.blocks]
    inner += [guard_text(piece.note) for piece in walk_inlines(block.inlines) if piece.note is not None]
    parts = [part for part in (own, *inner) if part]
    if block.kind in (BlockKind.LIST, BlockKind.ROW):
        return "; ".join(part.rstrip(";") for part in parts)
    if block.kind is BlockKind.HEADING:
        counted = COUNTED.match(own)
        own = own[counted.end() :] if counted else own
        return f"{own}." if own and own[-1].isalnum() else own
    return " ".join(parts) or block.text


def source_hash(blocks: Iterable[Block]) -> str:
    """The hash of what blocks say: 8 hexadecimal digits of SHA-256 over their texts in order."""
    text = "\n".join(full_text(block) for block in blocks)
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class Index:
    """The blocks of a document by id, each with its parent, in reading order."""

    blocks: Mapping[str, Block]
    parents: Mapping[str, str]

    @staticmethod
    def of(document: Document) -> Index:
        """The index of a document; the title counts as one of its blocks."""
        blocks: dict[str, Block] = {}
        parents: dict[str, str] = {}
        stack: list[tuple[Block, str]] = [(block, "") for block in reversed((document.title, *document.blocks))]
        while stack:
            block, parent = stack.pop()
            if block.id in blocks:
                continue
            blocks[block.id], parents[block.id] = block, parent
            notes = [piece.note for piece in walk_inlines(block.inlines) if piece.note is not None]
            stack.extend((child, block.id) for child in reversed((*notes, *block.blocks)))
        return Index(blocks, parents)

    def around(self, block: str) -> Iterator[str]:
        """A block and all the blocks around it, from the inside."""
        while block:
            yield block
            block = self.parents.get(block, "")


def units(document: Document) -> tuple[Block, ...]:
    """The blocks that each get a plain block when a skeleton is written: the blocks of the top level, and of lists
    their items. The title is not among them (the plain text has a title of its own); rules have no text."""
    found: list[Block] = []
    stack = list(reversed(document.blocks))
    while stack:
        block = stack.pop()
        if block.kind in CONTAINERS and block.blocks:
            stack.extend(reversed(block.blocks))
        elif full_text(block):
            found.append(block)
    return tuple(found)


def unanswered(document: Document, named: Sequence[str]) -> tuple[Block, ...]:
    """The units of the original for which no plain block stands, not even in parts."""
    index = Index.of(document)
    names = frozenset(named)
    missing: list[Block] = []
    for block in units(document):
        if names.intersection(index.around(block.id)):
            continue
        missing += _bare_parts(block, names)
    return tuple(missing)


def _bare_parts(block: Block, names: frozenset[str]) -> list[Block]:
    """The block itself if nothing in it is named, else the parts of it that are not."""
    if block.id in names:
        return []
    if not any(inner.id in names for inner in walk((block,))):
        return [block] if full_text(block) else []
    return [part for child in block.blocks for part in _bare_parts(child, names)]
