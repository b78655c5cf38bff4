# SPDX-License-Identifier: AGPL-3.0-or-later
"""One walk over the parsed tree: languages and directions made effective, abbreviations marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.document.addresses import shows_address
from pipeline.document.context import Context
from pipeline.document.language import is_tag
from pipeline.document.places import Around, Places, inside
from pipeline.document.text import cut
from pipeline.model import Block, Inline, InlineKind, Pos

OPAQUE = frozenset({InlineKind.ABBREVIATION, InlineKind.CODE, InlineKind.MATH, InlineKind.IMAGE})


class Finisher:
    """Finishes the blocks of one document.

    In: its language and direction, and the expansion of each abbreviation.
    """

    def __init__(self, lang: str, dir: str, abbreviations: Mapping[str, str], context: Context) -> None:
        self._around = Around(lang, dir)
        self._expansions = abbreviations
        self._context = context
        longest_first = sorted(abbreviations, key=lambda short: (-len(short), short))
        words = "|".join(re.escape(short) for short in longest_first)
        self._pattern = re.compile(rf"(?<![\w])(?:{words})(?![\w])") if words else None
        self._places = Places((), self._around)
        self._notes: dict[int, Block] = {}

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The finished blocks. A note has the language of the place where its definition stands, whoever calls it."""
        self._places = Places(blocks, self._around)
        return tuple(self._block(block, self._around) for block in blocks)

    def _block(self, block: Block, around: Around) -> Block:
        lang, dir, inner = self._effective(block.lang, block.dir, around, block.pos)
        return replace(
            block,
            lang=lang,
            dir=dir,
            inlines=self._inlines(block.inlines, inner),
            blocks=tuple(self._block(child, inner) for child in block.blocks),
        )

    def _effective(self, lang: str, dir: str, around: Around, pos: Pos | None) -> tuple[str, str, Around]:
        """Language and direction as far as they differ from what is around, and what is then inside."""
        if lang and not is_tag(lang):
            remedy = "Write one such as fr or zh-Hans."
            self._context.notice("language-tag", f"«{lang}» is no language tag.", remedy, pos)
            lang = ""
        inner = inside(lang, dir, around)
        own_dir = inner.dir
        shown_lang = inner.lang if inner.lang.lower() != around.lang.lower() else ""
        return shown_lang, own_dir if own_dir != around.dir or dir in ("ltr", "rtl") else "", inner

    def _inlines(self, inlines: Sequence[Inline], around: Around) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for piece in inlines:
            if piece.kind is InlineKind.TEXT:
                found.extend(self._abbreviated(piece))
                continue
            lang, dir, inner = self._effective(piece.lang, piece.dir, around, piece.pos)
            opaque = piece.kind in OPAQUE or shows_address(piece)
            children = piece.children if opaque else self._inlines(piece.children, inner)
            note = self._note(piece.note, inner) if piece.note is not None else None
            found.append(replace(piece, lang=lang, dir=dir, children=children, note=note))
        return tuple(found)

    def _note(self, note: Block, called: Around) -> Block:
        """A note, finished once. It says its language where that is not the document's: at the end of a page it
        stands in the document, and in pages beside a call that may be in any part."""
        if id(note) not in self._notes:
            around = self._places.around(note.pos) if note.pos is not None else called
            own = replace(note, lang=note.lang or around.lang, dir=note.dir or around.dir)
            done = self._block(own, self._around)
            self._notes[id(note)] = replace(done, dir="" if done.dir == self._around.dir else done.dir)
        return self._notes[id(note)]

    def _abbreviated(self, piece: Inline) -> list[Inline]:
        """A run of text with each whole-word abbreviation marked."""
        if self._pattern is None or not self._pattern.search(piece.text):
            return [piece]
        found: list[Inline] = []
        reached = 0
        for match in self._pattern.finditer(piece.text):
            found.append(cut(piece, reached, match.start()))
            inner = cut(piece, match.start(), match.end())
            title = self._expansions[match.group()]
            found.append(Inline(InlineKind.ABBREVIATION, children=(inner,), title=title, pos=inner.pos))
            reached = match.end()
        found.append(cut(piece, reached, len(piece.text)))
        return [part for part in found if part.text or part.children]
