# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document whose pictures can all be used.

A picture that is missing, lies outside of the folder or on a network, or is no image, does not keep the text
from its readers: its alternative stands in its place in every format, and an error says so with the line.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.text import fold
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, Document, Finding, Inline, InlineKind, Outcome, Severity
from pipeline.writers.resources import Resources


def usable(document: Document, resources: Resources) -> Document:
    """The document with text in the place of every picture that cannot be used, and a notice for each."""
    work = _Work(document, resources)
    blocks = tuple(work.block(block) for block in document.blocks)
    title = work.block(document.title)
    if not work.notices:
        return document
    return replace(document, title=title, blocks=blocks, notices=(*document.notices, *work.notices))


class _Work:
    def __init__(self, document: Document, resources: Resources) -> None:
        self._document = document
        self._resources = resources
        self._notes: dict[str, Block] = {}
        self.notices: list[Finding] = []

    def block(self, block: Block) -> Block:
        """A block with usable pictures only; a figure without its picture is a paragraph."""
        if block.kind is BlockKind.NOTE and block.id in self._notes:
            return self._notes[block.id]
        inlines = tuple(self._inline(piece) for piece in block.inlines)
        blocks = tuple(self.block(child) for child in block.blocks)
        done = block
        if block.kind is BlockKind.FIGURE and not any(piece.kind is InlineKind.IMAGE for piece in inlines):
            done = self._paragraph(block, inlines, blocks)
        elif inlines != block.inlines or blocks != block.blocks:
            done = replace(block, inlines=inlines, blocks=blocks)
        if block.kind is BlockKind.NOTE:
            self._notes[block.id] = done
        return done

    def _paragraph(self, block: Block, inlines: tuple[Inline, ...], captions: tuple[Block, ...]) -> Block:
        own = replace(block, kind=BlockKind.PARAGRAPH, inlines=inlines, blocks=())
        if not captions:
            return own
        inner = (replace(own, id=f"{block.id}-alt"), *(replace(c, kind=BlockKind.PARAGRAPH) for c in captions))
        return replace(block, kind=BlockKind.GROUP, inlines=(), blocks=inner)

    def _inline(self, piece: Inline) -> Inline:
        if piece.kind is InlineKind.IMAGE:
            return self._image(piece)
        children = tuple(self._inline(child) for child in piece.children)
        note = self.block(piece.note) if piece.note is not None else None
        if children == piece.children and note == piece.note:
            return piece
        return replace(piece, children=children, note=note)

    def _image(self, piece: Inline) -> Inline:
        try:
            self._resources.read(piece.target)
        except InputError as error:
            self._tell(piece, error)
            words = fold(piece.text) or piece.target.rsplit("/", 1)[-1][:80] or "?"
            inner = (Inline(InlineKind.TEXT, f"[{words}]"),)
            return Inline(InlineKind.SPAN, children=inner, lang=piece.lang, dir=piece.dir, pos=piece.pos)
        return piece

    def _tell(self, piece: Inline, error: InputError) -> None:
        what = f"{error.what[:1].upper()}{error.what[1:]} Its alternative stands in its place."
        line = piece.pos.line if piece.pos else 0
        source = str(self._document.path)
        self.notices.append(
            Finding("image-file", Outcome.FAIL, Severity.ERROR, what, error.remedy, source=source, line=line)
        )
