# SPDX-License-Identifier: AGPL-3.0-or-later
"""Suggestions at their places in ``plain.md``, the hardest sentence first: what ``pariter plain suggest`` lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.document.text import text_of, walk
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, Document
from pipeline.plain.authored.align import Index, full_text, unanswered
from pipeline.plain.authored.source import PlainText
from pipeline.plain.measures.measure import Passage
from pipeline.plain.suggestions.suggest import HardSentence, Suggestion, hardest, suggest

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LINE, BlockKind.DEFINITION})


@dataclass(frozen=True, slots=True)
class Hard:
    """A hard sentence of ``plain.md`` with its line, and the suggestions whose places in the file are known."""

    sentence: HardSentence
    line: int
    suggestions: tuple[Suggestion, ...]


def hard_sentences(plain: PlainText, text: str) -> tuple[Hard, ...]:
    """The sentences of a plain text, the hardest first. ``text`` is the file as it is: the places of the
    suggestions count in it, and each of them stands there once."""
    lang = plain.document.meta.lang
    found: list[tuple[HardSentence, Hard]] = []
    for block, top in _prose(plain):
        placed = _placed(block, text, lang, top=top)
        for sentence in hardest([Passage(block.id, text_of(block.inlines))], lang):
            words = {one.before for one in sentence.suggestions}
            mine = tuple(one for one in placed if " ".join(one.before.split()) in words)
            line = block.pos.line if block.pos else 0
            found.append((sentence, Hard(sentence, line, mine)))
    found.sort(key=lambda pair: (-pair[0].hardness, -pair[0].words, pair[1].line))
    return tuple(hard for _, hard in found)


def not_written(plain: PlainText, document: Document) -> Iterator[tuple[Block, int]]:
    """The blocks of the original whose plain text is still to be written, each with the line of its plain block (0:
    it has none)."""
    index = Index.of(document)
    for part in plain.blocks:
        if not part.omitted and not any(full_text(block) for block in part.blocks):
            yield from ((index.blocks[name], part.line) for name in part.stands_for if name in index.blocks)
    yield from ((block, 0) for block in unanswered(document, plain.named))


def find(plain: PlainText, text: str, key: str) -> Suggestion:
    """The suggestion called ``key`` at its place in the file. Raises InputError if there is none such now."""
    lang = plain.document.meta.lang
    for block, top in _prose(plain):
        for one in _placed(block, text, lang, top=top):
            if one.key == key:
                return one
    raise InputError(
        f"there is no suggestion «{key}» now.", "Run «pariter plain suggest» again.", file=plain.document.path
    )


def _prose(plain: PlainText) -> Iterator[tuple[Block, bool]]:
    """The blocks of prose, and whether each stands by itself (a list can be made of it)."""
    for part in plain.blocks:
        for top in part.blocks:
            for block in walk((top,)):
                if block.kind in PROSE and block.inlines and block.pos:
                    yield block, block is top


def _placed(block: Block, text: str, lang: str, *, top: bool) -> tuple[Suggestion, ...]:
    assert block.pos is not None
    start, raw = block.pos.start, text[block.pos.start : block.pos.end]
    return tuple(
        replace(one, start=one.start + start, end=one.end + start)
        for one in suggest(raw, lang)
        if top or one.rule != "list"
    )
