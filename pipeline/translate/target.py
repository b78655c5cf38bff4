# SPDX-License-Identifier: AGPL-3.0-or-later
"""The target document: the source's blocks with translated inlines, languages said anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.document import direction, name_of, text_of
from pipeline.model import Block, Document, Inline, InlineKind
from pipeline.translate import escape
from pipeline.translate.choice import Choice
from pipeline.translate.codes import Code
from pipeline.translate.pieces import Piece
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT
from pipeline.translate.unit import Unit


@dataclass
class _Texts:
    """Translations by what they belong to: blocks by id, inlines by identity, others by name."""

    blocks: dict[str, Choice] = field(default_factory=dict)
    inlines: dict[tuple[int, str], str] = field(default_factory=dict)
    expansions: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)


def translated(document: Document, choices: Sequence[Choice], lang: str) -> Document:
    """``document`` in ``lang``. What stays in the original language is marked as being in it."""
    texts = _gather(choices)
    dir = direction(lang)
    builder = _Builder(texts, (document.meta.lang, document.meta.dir), (lang, dir))
    title = builder.block(document.title, document.meta.lang, document.meta.dir, lang, dir)
    blocks = tuple(builder.block(b, document.meta.lang, document.meta.dir, lang, dir) for b in document.blocks)
    old = document.meta
    meta = replace(
        old,
        title=name_of(title, lang),
        lang=lang,
        dir=dir,
        subtitle=texts.meta.get("subtitle", old.subtitle),
        description=texts.meta.get("description", old.description),
        publisher=texts.meta.get("publisher", old.publisher),
        creators=tuple(texts.meta.get(f"creator{n}", creator) for n, creator in enumerate(old.creators, 1)),
        subjects=tuple(texts.meta.get(f"subject{n}", subject) for n, subject in enumerate(old.subjects, 1)),
    )
    expansions = tuple((short, texts.expansions.get(short, long)) for short, long in document.abbreviations)
    return replace(document, meta=meta, title=title, blocks=blocks, abbreviations=expansions)


def _gather(choices: Sequence[Choice]) -> _Texts:
    texts = _Texts()
    for choice in choices:
        unit = choice.unit
        plain = " ".join(escape.plain("".join(piece.text for piece in choice.pieces)).split())
        if unit.role == "text" and unit.block is not None:
            texts.blocks[unit.block.id] = choice
        elif unit.inline is not None:
            texts.inlines[id(unit.inline), unit.role] = plain
        elif unit.role == "expansion":
            texts.expansions[unit.name] = plain
        elif unit.role == "meta":
            texts.meta[unit.name] = plain
    return texts


class _Builder:
    """Builds target blocks. In: the translations, language and direction of the original and of the target."""

    def __init__(self, texts: _Texts, original: tuple[str, str], target: tuple[str, str]) -> None:
        self._texts = texts
        self._lang, self._dir = original
        self._target = target
        self._notes: dict[str, Block] = {}

    def block(self, block: Block, lang: str, dir: str, around: str, around_dir: str) -> Block:
        """One block. ``lang`` is what was around it in the original, ``around`` what is around it now."""
        choice = self._texts.blocks.get(block.id)
        own_lang, own_dir = block.lang or lang, block.dir or dir
        foreign = bool(block.lang) and block.lang.lower() != self._lang.lower()
        new_lang, new_dir = own_lang, own_dir
        if not foreign and own_lang.lower() == self._lang.lower():
            done = choice is None or choice.done > 0 or not choice.unit.translate
            new_lang, new_dir = self._target if done else (self._lang, self._dir)
            if block.dir and block.dir != self._dir and done:
                new_dir = block.dir
        inlines = self._inlines(block, choice, own_lang, own_dir, new_lang)
        blocks = tuple(self.block(child, own_lang, own_dir, new_lang, new_dir) for child in block.blocks)
        return replace(
            block,
            inlines=inlines,
            blocks=blocks,
            lang=new_lang if new_lang.lower() != around.lower() else "",
            dir=new_dir if new_dir != around_dir or (block.dir and new_dir == block.dir) else "",
        )

    def _inlines(
        self, block: Block, choice: Choice | None, lang: str, dir: str, new_lang: str
    ) -> tuple[Inline, ...]:
        if choice is None or not choice.unit.translate:
            return tuple(self._owned(piece) for piece in block.inlines)
        if choice.done == 0:
            return tuple(self._owned(piece) for piece in block.inlines)
        if choice.done == 1:
            return self._tree(choice.pieces, choice.unit, new_lang)
        return self._mixed(choice, lang, dir, new_lang)

    def _mixed(self, choice: Choice, lang: str, dir: str, new_lang: str) -> tuple[Inline, ...]:
        """A block of which some sentences are translated: the others are marked as the original's language.
        Where a pair of codes spans both, the block is taken as one."""
        found: list[Inline] = []
        for pieces, part in choice.runs:
            opened = sum((p.kind == OPEN) - (p.kind == CLOSE) for p in pieces)
            if opened or any(p.kind == CLOSE for p in pieces[:1]):
                return self._tree(choice.pieces, choice.unit, new_lang)
            inner = self._tree(pieces, choice.unit, new_lang)
            untouched = part is not None and choice.unit.parts[part].segment
            if untouched and text_of(inner):
                other = dir if dir != direction(new_lang) else ""
                inner = (Inline(InlineKind.SPAN, children=inner, lang=lang, dir=other),)
            found.extend(inner)
        return tuple(found)

    def _tree(self, pieces: Iterable[Piece], unit: Unit, around: str) -> tuple[Inline, ...]:
        """Pieces as inlines; the codes are the source's own, whatever the file said of them."""
        codes = {code.id: code for code in unit.codes}
        stack: list[tuple[Code | None, list[Inline]]] = [(None, [])]
        for piece in pieces:
            if piece.kind == TEXT:
                _add_text(stack[-1][1], piece.text)
            elif piece.kind == PLACE and piece.id in codes:
                stack[-1][1].append(self._owned(codes[piece.id].inline))
            elif piece.kind == OPEN and piece.id in codes:
                stack.append((codes[piece.id], []))
            elif piece.kind == CLOSE and len(stack) > 1:
                code, inner = stack.pop()
                assert code is not None
                stack[-1][1].append(self._paired(code.inline, tuple(inner), around))
        while len(stack) > 1:
            _, inner = stack.pop()
            stack[-1][1].extend(inner)
        return _stripped(stack[0][1])

    def _paired(self, piece: Inline, children: tuple[Inline, ...], around: str) -> Inline:
        lang = "" if piece.lang and piece.lang.lower() == around.lower() else piece.lang
        return replace(self._titled(piece), children=children, lang=lang)

    def _owned(self, piece: Inline) -> Inline:
        """An inline that stays, with the translations of its own texts (alternative, titles, note)."""
        piece = self._titled(piece)
        note = self._note(piece.note) if piece.note is not None else None
        return replace(piece, note=note, children=tuple(self._owned(child) for child in piece.children))

    def _titled(self, piece: Inline) -> Inline:
        inlines = self._texts.inlines
        changes = {
            "text": inlines.get((id(piece), "alt")),
            "title": inlines.get((id(piece), "link-title")) or inlines.get((id(piece), "expansion")),
        }
        if piece.kind is InlineKind.ABBREVIATION and not changes["title"]:
            short = text_of(piece.children)
            known = self._texts.expansions.get(short)
            changes["title"] = known
        given = {key: value for key, value in changes.items() if value}
        return replace(piece, **given) if given else piece  # type: ignore[arg-type]

    def _note(self, note: Block) -> Block:
        if note.id not in self._notes:
            lang, dir = self._target
            self._notes[note.id] = self.block(note, self._lang, self._dir, lang, dir)
        return self._notes[note.id]


def _add_text(found: list[Inline], text: str) -> None:
    """Text as a reader gets it: a line end that a tool put in is a space."""
    clean = escape.plain(text)
    if found and found[-1].kind is InlineKind.TEXT:
        found[-1] = replace(found[-1], text=found[-1].text + clean)
    elif clean:
        found.append(Inline(InlineKind.TEXT, clean))


def _stripped(inlines: list[Inline]) -> tuple[Inline, ...]:
    pieces = list(inlines)
    if pieces and pieces[0].kind is InlineKind.TEXT:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
    if pieces and pieces[-1].kind is InlineKind.TEXT:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text or piece.kind is not InlineKind.TEXT)
