# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of a document is measured: the texts of its blocks, and in them what is no prose of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.document.text import raw_text, text_of, walk_inlines
from pipeline.model import Block, BlockKind, Document, Edition, Inline, InlineKind
from pipeline.plain.authored.source import PlainText
from pipeline.plain.measures.measure import Passage
from pipeline.plain.words import language, words

STANDALONE = frozenset(
    {BlockKind.HEADING, BlockKind.CELL, BlockKind.TERM, BlockKind.CAPTION, BlockKind.CODE, BlockKind.LINE}
)


def passages(blocks: Iterable[Block], lang: str = "") -> Iterator[Passage]:
    """The texts of blocks in reading order; program text is no prose.

    With ``lang`` only what is in this language is told; of the rest (a marked phrase, a formula, code) the words.
    """
    for block, own in _with_language(blocks, lang):
        if block.inlines and block.kind is not BlockKind.CODE and language(own) == language(lang):
            running = block.kind not in STANDALONE
            yield Passage(block.id, text_of(block.inlines), running, frozenset(_other(block.inlines, lang)))


def _with_language(blocks: Iterable[Block], lang: str) -> Iterator[tuple[Block, str]]:
    """Every block in reading order, notes where they are called, with the language that it is in."""
    stack = [(block, lang) for block in reversed(tuple(blocks))]
    while stack:
        block, around = stack.pop()
        own = (block.lang or around) if lang else ""
        yield block, own
        notes = [piece.note for piece in walk_inlines(block.inlines) if piece.note is not None]
        stack.extend((inner, own) for inner in reversed((*notes, *block.blocks)))


def _other(inlines: Iterable[Inline], lang: str) -> Iterator[str]:
    for piece in walk_inlines(inlines):
        foreign = bool(lang and piece.lang) and language(piece.lang) != language(lang)
        if foreign or piece.kind in (InlineKind.MATH, InlineKind.CODE):
            yield from (word.lower() for word in words(raw_text((piece,))))


def measured_document(document: Document) -> list[Passage]:
    """What of the original is measured."""
    return list(passages((document.title, *document.blocks), document.meta.lang))


def measured_edition(edition: Edition, plain: PlainText) -> list[Passage]:
    """What of the plain edition is measured."""
    front = plain.front
    extra = [Passage("summary", text) for text in front.summary]
    extra += [Passage("glossary", term.definition) for term in front.glossary]
    return [*passages((edition.document.title, *edition.document.blocks), edition.lang), *extra]
