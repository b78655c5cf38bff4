# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as a translator's units: one for each block that has text, in reading order, cut into sentences.

In: a Document. Out: units, whose tokens still know their places in the source, so that a translation can be
spliced in where its source stood.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document import walk, walk_inlines
from pipeline.document.text import joins
from pipeline.model import Block, BlockKind, Document, Inline, InlineKind, Term
from pipeline.translate import codes, segment
from pipeline.translate.codes import Code
from pipeline.translate.marks import Mark, Marker
from pipeline.translate.srx import Srx
from pipeline.translate.words import count_words

# Characters that no XML name has (XML 1.0, 2.3, production 4a).
_NOT_NAME = re.compile(
    r"[^-.:0-9A-Za-z_\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)
TEXT, OPEN, CLOSE, PLACE, LOCK, UNLOCK = "text", "open", "close", "place", "lock", "unlock"


@dataclass(frozen=True)
class Token:
    """A piece of a unit: text, one end of a pair of codes, a code that stands alone, or one end of a mark.

    ``start`` and ``end`` are its place in the source, -1 where there is none. ``exact``: the text is the
    source's slice, so that offsets into one are offsets into the other.
    """

    kind: str
    text: str = ""
    code: Code | None = None
    mark: Mark | None = None
    start: int = -1
    end: int = -1
    exact: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What identity means for a token: its text, or its code's id."""
        if self.kind == TEXT:
            return TEXT, self.text
        return self.kind, self.code.id if self.code else ""


@dataclass(frozen=True)
class Part:
    """A sentence (``segment``) or the white space between two (not ``segment``)."""

    id: str
    tokens: tuple[Token, ...]
    segment: bool = True

    @property
    def text(self) -> str:
        """The part as a reader gets it, codes that stand alone as their text."""
        return "".join(token.code.text if token.kind == PLACE and token.code else token.text for token in self.tokens)


@dataclass(frozen=True)
class Section:
    """Where in the document: the id of the heading and the headings above and with it."""

    id: str
    path: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """What is translated as one.

    ``role`` is text, alt, link-title, expansion, meta or fixed (shown, never translated). ``name`` is what of
    the block or the document it is ("title" of the metadata, the short form of an abbreviation).
    """

    id: str
    role: str
    parts: tuple[Part, ...]
    codes: tuple[Code, ...]
    section: Section
    block: Block | None = None
    inline: Inline | None = None
    name: str = ""
    where: str = ""
    lang: str = ""
    dir: str = ""
    limit: str = ""

    @property
    def translate(self) -> bool:
        """Whether a translator may change it."""
        return self.role != "fixed"

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, parts joined."""
        return tuple(token for part in self.parts for token in part.tokens)

    @property
    def text(self) -> str:
        """The source text."""
        return "".join(part.text for part in self.parts)

    @property
    def words(self) -> int:
        """Words to translate."""
        return count_words("".join(t.text for t in self.tokens if t.kind == TEXT)) if self.translate else 0


def units(document: Document, srx: Srx | None = None) -> tuple[Unit, ...]:
    """Every unit of a document in reading order: metadata, title, blocks with what belongs to each."""
    return tuple(_Builder(document, srx).all())


def nmtoken(identifier: str) -> str:
    """An id as an XML name token; two ids never become one."""
    return _NOT_NAME.sub(lambda c: f"_x{ord(c.group()):X}_", identifier)


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
        given += [(f"subject{number}", subject) for number, subject in enumerate(meta.subjects, 1)]
        for name, value in given:
            if value:
                yield self._plain(f"meta.{name}", "meta", value, section, name=name, where=f"{name} in the metadata")

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
        parts = self._parts((token,), lang)
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
        where = _places(document)
        languages = _languages(document)
        seen: set[str] = set()
        for block in walk(document.blocks):
            if block.id in seen:
                continue
            seen.add(block.id)
            if block.kind is BlockKind.HEADING:
                headings = [entry for entry in headings if entry[0] < block.level]
                headings.append((block.level, _read(block.inlines)))
                section = Section(nmtoken(block.id), tuple(text for _, text in headings))
            lang, dir = languages.get(block.id, (document.meta.lang, document.meta.dir))
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
            yield Unit(
                self._free(block.id), role, self._parts(tokens, lang), tuple(found), section, block,
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

    # --- sentences ---

    def _parts(self, tokens: Sequence[Token], lang: str) -> tuple[Part, ...]:
        linear = "".join(_linear(token) for token in tokens)
        cuts = segment.boundaries(linear, lang, self._srx) if linear.strip() else ()
        return tuple(_named(_split(tokens, cuts)))


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


def _linear(token: Token) -> str:
    """A token as the segmenter sees it: codes take the place of a word, calls of notes that of nothing."""
    if token.kind == TEXT:
        return token.text
    if token.kind != PLACE or token.code is None or token.code.inline.kind is InlineKind.NOTE:
        return ""
    return " " if token.code.inline.kind is InlineKind.LINE_BREAK else "Xxxx"


def _split(tokens: Sequence[Token], cuts: Sequence[int]) -> list[list[Token]]:
    """Tokens cut at offsets into their linear text; ends of pairs and calls of notes stay with what they end."""
    groups: list[list[Token]] = [[]]
    reached = 0
    pending = list(cuts)
    locked = 0
    for whole in tokens:
        token = whole
        length = len(_linear(token))
        locked += (token.kind == LOCK) - (token.kind == UNLOCK)
        if locked or token.kind == UNLOCK:  # what is locked is never cut
            pending = [cut for cut in pending if not reached < cut < reached + length]
        trailing = locked > 0 and token.kind != LOCK
        trailing = trailing or token.kind in (CLOSE, UNLOCK) or (token.kind == PLACE and length == 0)
        if pending and reached >= pending[0] and not trailing:
            groups.append([])
            pending.pop(0)
        while pending and reached < pending[0] < reached + length and token.kind == TEXT:
            first, token = cut_token(token, pending[0] - reached)
            groups[-1].append(first)
            reached, length = pending.pop(0), len(token.text)
            groups.append([])
        groups[-1].append(token)
        reached += length
    return [group for group in groups if group]


def cut_token(token: Token, offset: int) -> tuple[Token, Token]:
    """A text token as two. Where it is not the source's slice, no place inside it is known."""
    if offset in (0, len(token.text)):
        empty = replace(token, text="", start=-1, end=-1)
        return (empty, token) if offset == 0 else (token, empty)
    middle = token.start + offset if token.exact else -1
    first = replace(token, text=token.text[:offset], end=middle if token.exact else token.end)
    second = replace(token, text=token.text[offset:], start=middle if token.exact else token.start)
    if not token.exact:
        first, second = replace(first, start=-1, end=-1), replace(second, start=-1, end=-1)
    return first, second


def _named(groups: list[list[Token]]) -> Iterator[Part]:
    """Parts with ids by content; the white space that ends a sentence is a part of its own."""
    taken: set[str] = set()
    for index, group in enumerate(groups):
        tail: list[Token] = []
        last = index == len(groups) - 1
        while not last and len(group) > 1 and group[-1].kind == TEXT and not group[-1].text.strip():
            tail.insert(0, group.pop())
        if not last and group and group[-1].kind == TEXT and group[-1].text != group[-1].text.rstrip():
            body, space = cut_token(group[-1], len(group[-1].text.rstrip()))
            group[-1] = body
            tail.insert(0, space)
        digest = hashlib.sha256(_content(group).encode()).hexdigest()[:8]
        name, count = f"s-{digest}", 1
        while name in taken:
            count += 1
            name = f"s-{digest}.{count}"
        taken.add(name)
        yield Part(name, tuple(group))
        if tail:
            yield Part(f"w-{name[2:]}", tuple(tail), segment=False)


def _content(tokens: Sequence[Token]) -> str:
    return "\0".join(t.text if t.kind == TEXT else f"{t.kind}{t.code.signature if t.code else ''}" for t in tokens)


# --- where a block stands, in words; which language surrounds it ---


def _places(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    _place(document.blocks, "", found)
    for block in walk(document.blocks):
        if block.kind is BlockKind.NOTE:
            _place((block,), "", found)
    return found


_WORDS = {
    BlockKind.PARAGRAPH: "paragraph", BlockKind.TERM: "term that is defined", BlockKind.CAPTION: "caption",
    BlockKind.LINE: "line of a verse or address", BlockKind.QUOTE: "quotation", BlockKind.FIGURE: "figure",
    BlockKind.DEFINITION: "definition", BlockKind.CODE: "code (not translated)",
}  # fmt: skip


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
        place = f"{words}, {around}" if words and around else words or around
        found.setdefault(block.id, place or block.kind.value)
        _place(block.blocks, place, found)


def _languages(document: Document) -> dict[str, tuple[str, str]]:
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


def glossary_of(unit: Unit, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms of the glossary that the unit's source holds."""
    marked = {token.mark.term.term for token in unit.tokens if token.mark is not None and token.mark.term is not None}
    return tuple(term for term in terms if term.term in marked)
