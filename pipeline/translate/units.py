# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as a translator's units: one for each block that has text, in reading order, cut into sentences.

In: a Document. Out: units, whose tokens still know their places in the source, so that a translation can be
spliced in where its source stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import walk, walk_inlines
from pipeline.document.text import joins
from pipeline.model import Block, BlockKind, Document, Inline, InlineKind
from pipeline.translate import codes
from pipeline.translate.codes import Code
from pipeline.translate.marks import Marker
from pipeline.translate.parts import parts_of
from pipeline.translate.places import languages, places
from pipeline.translate.srx import Srx
from pipeline.translate.tokens import CLOSE, LOCK, OPEN, PLACE, TEXT, UNLOCK, Mark, Part, Token
from pipeline.translate.unit import Section, Unit, nmtoken


def units(document: Document, srx: Srx | None = None) -> tuple[Unit, ...]:
    """Every unit of a document in reading order: metadata, title, blocks with what belongs to each."""
    return tuple(_Builder(document, srx).all())


class _Builder:
    """Makes the units of one document."""

    def __init__(self, document: Document, srx: Srx | None) -> None:
        self._document = document
        self._srx = srx
        self._marker = Marker(document.terms)
        self._taken: set[str] = set()
        self._expansions = dict(document.abbreviations)

    def all(self) -> Iterator[Unit]:
        document = self._document
        start = Section("start", ())
        yield from self._meta(start)
        yield from self._block(document.title, start, "title of the document", document.meta.lang, document.meta.dir)
        yield from self._flow(document)
        yield from self._abbreviations(Section("abbreviations", ("Abbreviations",)))

    # --- metadata and abbreviations ---

    def _meta(self, section: Section) -> Iterator[Unit]:
        meta = self._document.meta
        given = [("subtitle", meta.subtitle), ("description", meta.description), ("publisher", meta.publisher)]
        said = {name: f"{name} in the metadata" for name, _ in given}
        for kind, values in (("creator", meta.creators), ("subject", meta.subjects)):
            for number, value in enumerate(values, 1):
                given.append((f"{kind}{number}", value))
                which = f" {number} of {len(values)}" if len(values) > 1 else ""
                said[f"{kind}{number}"] = f"{kind}{which} in the metadata"
        for name, value in given:
            if value:
                yield self._plain(f"meta.{name}", "meta", value, section, name=name, where=said[name])

    def _abbreviations(self, section: Section) -> Iterator[Unit]:
        for short, expansion in self._document.abbreviations:
            if expansion:
                where = f"expansion of the abbreviation {short}"
                yield self._plain(_abbreviation_id(short), "expansion", expansion, section, name=short, where=where)

    def _plain(
        self, identifier: str, role: str, text: str, section: Section, *, name: str = "", where: str = ""
    ) -> Unit:
        token = Token(TEXT, " ".join(text.split()))
        lang = self._document.meta.lang
        parts = parts_of((token,), lang, self._srx)
        return Unit(
            self._free(identifier), role, parts, (), section,
            name=name, where=where, lang=lang, dir=self._document.meta.dir,
        )  # fmt: skip

    def _free(self, identifier: str) -> str:
        wanted = nmtoken(identifier)
        candidate, count = wanted, 1
        while candidate in self._taken:
            count += 1
            candidate = f"{wanted}.{count}"
        self._taken.add(candidate)
        return candidate

    # --- blocks ---

    def _flow(self, document: Document) -> Iterator[Unit]:
        section = Section("start", ())
        headings: list[tuple[int, str]] = []
        where = places(document)
        spoken = languages(document)
        seen: set[str] = set()
        for block in walk(document.blocks):
            if block.id in seen:
                continue
            seen.add(block.id)
            if block.kind is BlockKind.HEADING:
                headings = [entry for entry in headings if entry[0] < block.level]
                headings.append((block.level, _read(block.inlines)))
                section = Section(nmtoken(block.id), tuple(text for _, text in headings))
            lang, dir = spoken.get(block.id, (document.meta.lang, document.meta.dir))
            yield from self._block(block, section, where.get(block.id, block.kind.value), lang, dir)

    def _block(self, block: Block, section: Section, where: str, lang: str, dir: str) -> Iterator[Unit]:
        if block.kind is BlockKind.CODE:
            token = Token(TEXT, block.text)
            part = Part("s-code", (token,))
            yield Unit(self._free(block.id), "fixed", (part,), (), section, block, where=where, lang=lang, dir=dir)
            return
        if not block.inlines:
            return
        owned: list[Unit] = []
        found: list[Code] = []
        tokens = tuple(self._tokens(block.inlines, found, block, section, owned, where))
        # A caption, a line that is only an image: the image's own text is the unit.
        if any(t.kind == TEXT and t.text.strip() for t in tokens):
            role = "text"
        elif all(t.code and t.code.inline.kind is InlineKind.IMAGE for t in tokens if t.kind == PLACE):
            role = ""
        else:
            role = "fixed"
        if role:
            tokens = self._marker.mark(tokens) if role == "text" else tokens
            limit = block.attr.get("max-length")
            parts = parts_of(tokens, lang, self._srx, heading=block.kind is BlockKind.HEADING)
            yield Unit(
                self._free(block.id), role, parts, tuple(found), section, block,
                where=where, lang=lang, dir=dir, limit=limit if limit.isdigit() else "",
            )  # fmt: skip
        yield from owned

    def _tokens(
        self,
        inlines: Sequence[Inline],
        found: list[Code],
        block: Block,
        section: Section,
        owned: list[Unit],
        where: str,
    ) -> Iterator[Token]:
        for index, piece in enumerate(inlines):
            if piece.kind is InlineKind.TEXT:
                yield _text_token(piece, self._document.source)
            elif piece.kind is InlineKind.SOFT_BREAK:
                yield _break_token(inlines, index)
            else:
                flows = self._flows(piece, block, section, owned, where)
                code = codes.describe(len(found) + 1, piece, self._document.source, flows)
                found.append(code)
                yield from self._coded(piece, code, found, block, section, owned, where)

    def _coded(
        self,
        piece: Inline,
        code: Code,
        found: list[Code],
        block: Block,
        section: Section,
        owned: list[Unit],
        where: str,
    ) -> Iterator[Token]:
        start, end = (piece.pos.start, piece.pos.end) if piece.pos else (-1, -1)
        if not code.paired:
            yield Token(PLACE, code=code, start=start, end=end)
            return
        source = self._document.source
        inner = codes.content_range(piece, source) or (-1, -1)
        end = codes.end_of(piece, source) if piece.pos else -1
        yield Token(OPEN, code=code, start=start, end=inner[0])
        locked = piece.attr.get("translate") == "no" or "notranslate" in piece.attr.classes
        mark = Mark("protected", piece_text=_read(piece.children)) if locked else None
        if mark is not None:
            yield Token(LOCK, mark=mark)
        yield from self._tokens(piece.children, found, block, section, owned, where)
        if mark is not None:
            yield Token(UNLOCK, mark=mark)
        yield Token(CLOSE, code=code, start=inner[1], end=end)

    def _flows(
        self, piece: Inline, block: Block, section: Section, owned: list[Unit], where: str
    ) -> tuple[str, ...]:
        """The units of an inline's own texts; those that belong to this block are made here."""
        if piece.kind is InlineKind.NOTE and piece.note is not None:
            return tuple(nmtoken(inner.id) for inner in walk((piece.note,)) if inner.inlines)
        if piece.kind is InlineKind.ABBREVIATION and self._expansions.get(_read(piece.children)) == piece.title:
            return (_abbreviation_id(_read(piece.children)),)
        texts: list[tuple[str, str]] = []
        if piece.kind is InlineKind.IMAGE and piece.text:
            texts.append(("alt", piece.text))
        if piece.title and piece.kind in (InlineKind.LINK, InlineKind.IMAGE):
            texts.append(("link-title", piece.title))
        if piece.title and piece.kind is InlineKind.ABBREVIATION:
            texts.append(("expansion", piece.title))
        flows = []
        for role, text in texts:
            number = sum(unit.role == role for unit in owned) + 1
            words = {"alt": "alternative text of an image in", "link-title": "title of a link in"}
            place = f"{words.get(role, 'expansion of an abbreviation in')} {where}"
            unit = self._plain(f"{block.id}.{role}{number}", role, text, section, where=place)
            owned.append(replace(unit, block=block, inline=piece))
            flows.append(unit.id)
        return tuple(flows)


def _abbreviation_id(short: str) -> str:
    return nmtoken(f"abbr.{short}")


def _read(inlines: Sequence[Inline]) -> str:
    return " ".join("".join(" " if i.kind is InlineKind.SOFT_BREAK else i.text for i in walk_inlines(inlines)).split())


def _text_token(piece: Inline, source: str) -> Token:
    if piece.pos is None:
        return Token(TEXT, piece.text)
    exact = source[piece.pos.start : piece.pos.end] == piece.text
    return Token(TEXT, piece.text, start=piece.pos.start, end=piece.pos.end, exact=exact)


def _break_token(inlines: Sequence[Inline], index: int) -> Token:
    """A line end of the source: a space, or nothing between Chinese characters."""
    before = _edge(inlines[:index], last=True)
    after = _edge(inlines[index + 1 :], last=False)
    return Token(TEXT, "" if joins(inlines, index) else " ", start=before, end=after)


def _edge(inlines: Sequence[Inline], *, last: bool) -> int:
    if not inlines:
        return -1
    pos = inlines[-1 if last else 0].pos
    return -1 if pos is None else pos.end if last else pos.start
