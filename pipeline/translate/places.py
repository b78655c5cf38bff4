# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a block stands, in words for a translator, and the language around it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import walk, walk_inlines
from pipeline.model import Block, BlockKind, Document
from pipeline.plain.authored.translated import AUDIENCE, REASON, SUMMARY, WORDS

_WORDS = {
    BlockKind.PARAGRAPH: "paragraph", BlockKind.TERM: "term that is defined", BlockKind.CAPTION: "caption",
    BlockKind.LINE: "line of a verse or address", BlockKind.QUOTE: "quotation", BlockKind.FIGURE: "figure",
    BlockKind.DEFINITION: "definition", BlockKind.CODE: "code (not translated)",
}  # fmt: skip


_BESIDE = {
    SUMMARY: "summary before the text", AUDIENCE: "for whom the text is",
    REASON: "why a part of the original is left out",
    WORDS: "the words that the original has for the term above: as in the translated original",
}  # fmt: skip
"""What a text in plain language has beside its text, by the class of its block."""


def places(document: Document) -> dict[str, str]:
    """What each block is and in what it stands, by its id: «paragraph, item 3 of 8, «(c)»»."""
    found: dict[str, str] = {}
    _place(document.blocks, "", found)
    for block in walk(document.blocks):
        if block.kind is BlockKind.NOTE:
            _place((block,), "", found)
    return found


def _place(blocks: Sequence[Block], around: str, found: dict[str, str]) -> None:
    for number, block in enumerate(blocks, 1):
        words = _WORDS.get(block.kind, "")
        if block.kind is BlockKind.HEADING:
            words = f"heading of level {block.level}"
        elif block.kind is BlockKind.ITEM:
            label = f", «{block.label}»" if block.label else ""
            words = f"item {number} of {len(blocks)}{label}"
        elif block.kind is BlockKind.ROW:
            words = f"row {number} of {len(blocks)}"
        elif block.kind is BlockKind.CELL:
            header = "header cell" if block.cell and block.cell.header else "cell"
            words = f"{header} {number} of {len(blocks)}"
        elif block.kind is BlockKind.NOTE:
            words = f"footnote {block.label}"
        elif block.kind is BlockKind.ROW_GROUP:
            words = {"head": "table head", "foot": "table foot"}.get(" ".join(block.attr.classes), "table body")
        words = next((_BESIDE[name] for name in block.attr.classes if name in _BESIDE), words)
        place = f"{words}, {around}" if words and around else words or around
        found.setdefault(block.id, place or block.kind.value)
        _place(block.blocks, place, found)


def languages(document: Document) -> dict[str, tuple[str, str]]:
    """The language and direction of each block, by its id."""
    found: dict[str, tuple[str, str]] = {}

    def visit(block: Block, lang: str, dir: str) -> None:
        lang, dir = block.lang or lang, block.dir or dir
        found[block.id] = (lang, dir)
        for child in block.blocks:
            visit(child, lang, dir)
        for piece in walk_inlines(block.inlines):
            if piece.note is not None:
                visit(piece.note, document.meta.lang, document.meta.dir)

    for top in document.blocks:
        visit(top, document.meta.lang, document.meta.dir)
    return found
