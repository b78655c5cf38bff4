# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain edition as an edition like any other: real blocks, from which every format can be made.

The first block of each plain block takes the id of the source block it stands for, so that a link to a place in
the original leads to the same place here. What stands for the items of one list is one list (``listed.py``). The first
use of each abbreviation is followed by what it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.document.text import text_of, walk, walk_inlines
from pipeline.model import Block, BlockKind, Document, Edition, Inline, InlineKind, Register
from pipeline.plain.authored.align import Index, source_hash
from pipeline.plain.authored.listed import Run, runs
from pipeline.plain.authored.source import PlainBlock, PlainText


@dataclass(frozen=True, slots=True)
class PlainEdition(Edition):
    """An edition in plain language, with the text that it was made of, and the edition whose text stands beside it."""

    text: PlainText = field(kw_only=True)
    beside: Edition = field(kw_only=True)


def plain_edition(document: Document, plain: PlainText) -> PlainEdition:
    """The edition in plain language. ``draft`` says that no person has reviewed it; ``stale`` holds the ids of
    the source blocks that have changed since their plain block was written."""
    index = Index.of(document)
    own = plain.document
    taken = {document.title.id}
    blocks: list[Block] = []
    for run in runs(plain, index):
        blocks += _with_ids(run, taken)
    expander = _Expander(dict(own.abbreviations))
    description = " ".join(plain.front.summary)
    meta = replace(
        document.meta,
        title=own.meta.title, lang=own.meta.lang, dir=own.meta.dir, guessed=(),
        subtitle=plain.front.subtitle or document.meta.subtitle,
        description=description or document.meta.description,
    )  # fmt: skip
    title = replace(own.title, id=document.title.id)
    made = replace(
        own, name=document.name, meta=meta, title=title, blocks=tuple(expander.block(block) for block in blocks),
        folder=document.folder, own_stem=f"{document.name}.plain", terms=(*plain.front.glossary, *document.terms),
    )  # fmt: skip
    stale = {name for part in plain.blocks if is_stale(part, index) for name in part.stands_for}
    lang, dir = document.meta.lang, document.meta.dir
    return PlainEdition(
        made, own.meta.lang, own.meta.dir, Register.PLAIN, original_lang=lang,
        draft=not plain.front.is_reviewed, stale=frozenset(stale),
        text=plain, beside=Edition(document, lang, dir, original_lang=lang),
    )  # fmt: skip


def is_stale(part: PlainBlock, index: Index) -> bool:
    """Whether what a plain block stands for has changed; False when it names a block that is not there."""
    if any(name not in index.blocks for name in part.stands_for):
        return False
    return part.hash != source_hash(index.blocks[name] for name in part.stands_for) and any(changed(part, index))


def changed(part: PlainBlock, index: Index) -> tuple[str, ...]:
    """The blocks of the original that do not say any more what a plain block was written for: those whose own hash is
    not among its hashes, of which several plain blocks that were put together bring one each."""
    own = part.hash.split()
    return tuple(name for name in part.stands_for if source_hash((index.blocks[name],)) not in own)


def _with_ids(run: Run, taken: set[str]) -> list[Block]:
    """The blocks of a run, the first of each plain block with the id of its source; no id twice."""
    if run.list is not None:
        return [_fresh(run.list, taken)]
    part = run.parts[0]
    names = [name for name in part.stands_for if name not in taken]
    made = []
    for at, block in enumerate(part.blocks):
        wanted = names[0] if at == 0 and names else block.id
        made.append(_fresh(replace(block, id=wanted), taken))
    return made


def _fresh(block: Block, taken: set[str]) -> Block:
    name, count = block.id, 1
    while name in taken:
        count += 1
        name = f"{block.id}-{count}"
    taken.add(name)
    return replace(block, id=name, blocks=tuple(_fresh(child, taken) for child in block.blocks))


class _Expander:
    """Puts what an abbreviation stands for behind its first use, unless the text says it there itself."""

    def __init__(self, meanings: dict[str, str]) -> None:
        self.left = meanings
        self.near = ""

    def block(self, block: Block) -> Block:
        """The block with its first uses expanded; headings stay short."""
        if block.kind is BlockKind.HEADING:
            return block
        if block.inlines:
            self.near = text_of(block.inlines).casefold()
        inlines = tuple(new for piece in block.inlines for new in self.inline(piece))
        return replace(block, inlines=inlines, blocks=tuple(self.block(child) for child in block.blocks))

    def inline(self, piece: Inline) -> tuple[Inline, ...]:
        """The piece, followed by its expansion if it is a first use."""
        if piece.kind is InlineKind.ABBREVIATION:
            short = text_of((piece,))
            long = self.left.pop(short, "")
            said = not long or long.casefold() in self.near
            return (piece,) if said else (piece, Inline(InlineKind.TEXT, f" ({long})"))
        return (replace(piece, children=tuple(new for child in piece.children for new in self.inline(child))),)


def first_uses(edition: Edition) -> frozenset[str]:
    """The abbreviations that are used in the running text of an edition."""
    return frozenset(
        text_of((piece,)) for block in walk(edition.document.blocks) for piece in walk_inlines(block.inlines)
        if piece.kind is InlineKind.ABBREVIATION
    )  # fmt: skip
