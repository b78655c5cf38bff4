# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a file must get: document and format → outline.

This is the owner of that question. It is made from the document alone, never from what a writer made of it.
What a format may add to the document is a closed list (``added``): the front lines, a table of contents, the
heading above the notes, ways back from notes, a page's navigation; each is known by its role or ``kind``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.document.front import FrontLine, front_lines, part_notices
from pipeline.document.grid import Slot, headers_of, slots
from pipeline.document.text import fold, raw_text, text_of, title_of, top_level, walk, walk_inlines
from pipeline.document.writing import way_of
from pipeline.labels import Labels, labels
from pipeline.model import (
    Block,
    BlockKind,
    CellSpan,
    Edition,
    Format,
    Inline,
    InlineKind,
    ListStyle,
    Node,
    Outline,
    Role,
)

ROLES = {
    BlockKind.HEADING: Role.HEADING, BlockKind.PARAGRAPH: Role.PARAGRAPH, BlockKind.TERM: Role.TERM,
    BlockKind.DEFINITIONS: Role.DEFINITIONS, BlockKind.DEFINITION: Role.DEFINITION, BlockKind.QUOTE: Role.QUOTE,
    BlockKind.CAPTION: Role.CAPTION, BlockKind.LINES: Role.LINES, BlockKind.LINE: Role.LINE,
    BlockKind.GROUP: Role.GROUP, BlockKind.ROW: Role.ROW, BlockKind.NOTE: Role.NOTE,
}  # fmt: skip
WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")  # an address with its scheme
INLINE_ROLES = {
    InlineKind.EMPHASIS: Role.EMPHASIS, InlineKind.STRONG: Role.STRONG, InlineKind.SUPERSCRIPT: Role.SUPERSCRIPT,
    InlineKind.SUBSCRIPT: Role.SUBSCRIPT, InlineKind.QUOTED: Role.QUOTATION, InlineKind.CODE: Role.INLINE_CODE,
    InlineKind.ABBREVIATION: Role.ABBREVIATION, InlineKind.LINK: Role.LINK, InlineKind.IMAGE: Role.IMAGE,
    InlineKind.MATH: Role.FORMULA, InlineKind.NOTE: Role.NOTE_CALL, InlineKind.STRIKEOUT: Role.DELETED,
}  # fmt: skip


@dataclass
class _Making:
    """What one outline needs to know while it is made."""

    format: Format
    texts: Mapping[str, str]
    lang: str
    dir: str
    notices: Mapping[str, FrontLine]
    notes: list[Block] = field(default_factory=list)
    known: set[str] = field(default_factory=set)


def expected(edition: Edition, format: Format) -> Outline:
    """The outline that a file of ``format`` must give its reader."""
    if format is Format.XLIFF:
        return _units(edition)
    document = edition.document
    every = list(walk((document.title, *document.blocks)))
    notices = part_notices(edition)
    texts = {
        block.id: title_of(block) if block.kind is BlockKind.HEADING else _with_notices(block, notices)
        for block in every
    }
    for block in every:
        for piece in walk_inlines(block.inlines):
            if piece.attr.get("id"):
                # A PDF has no tag without content: an anchor without words is the block that it stands in.
                around = text_of(block) if format is Format.PDF else ""
                texts.setdefault(piece.attr.get("id"), text_of((piece,)) or around)
    making = _Making(format, texts, edition.lang, edition.dir, notices)
    title = _node(Role.TITLE, document.title, making, edition.lang, edition.dir, id="title")
    front = [_said(line, edition.lang, edition.dir) for line in front_lines(edition)]
    if format is Format.HTML:
        words, lang, way = _labels(edition)
        skip = Node(Role.PARAGRAPH, words("skip"), (), 0, lang, way, {"kind": "skip"})
        title, front = skip, [title, *front]
    body = _flow(document.blocks, making, edition.lang, edition.dir)
    notes = [] if format is Format.PDF else _notes(making, edition)
    root = Node(Role.DOCUMENT, "", (title, *front, *body, *notes), 0, edition.lang, edition.dir)
    return Outline(format, root, _meta(edition))


def _with_notices(block: Block, notices: Mapping[str, FrontLine]) -> str:
    """The text of a block with what its edition says of the parts in it."""
    if not notices or not block.blocks:
        return text_of(block)
    texts = [text_of(block.inlines)]
    for child in block.blocks:
        said = notices[child.id].text if child.id in notices else ""
        own = _with_notices(child, notices)
        texts += [own, said] if child.kind is BlockKind.HEADING else [said, own]
    return fold(" ".join(texts))


def _said(line: FrontLine, lang: str, dir: str) -> Node:
    """What an edition in ``lang`` says of itself or of a part."""
    return Node(
        Role.PARAGRAPH, fold(line.text), (), 0, line.lang or lang, line.dir or dir, {"kind": line.kind}
    )  # fmt: skip


def _labels(edition: Edition) -> tuple[Labels, str, str]:
    """Our own words in an edition, and the language and direction that they have there. They are in English where we
    have none in its language; in a document in British English labels in English need no mark of their own."""
    words = labels(edition.lang)
    if words.lang == edition.lang.partition("-")[0].lower():
        return words, edition.lang, edition.dir
    return words, words.lang, words.dir


def _meta(edition: Edition) -> dict[str, str]:
    meta = edition.document.meta
    given = {
        "title": meta.title,
        "lang": edition.lang,
        "publisher": meta.publisher,
        "date": meta.date,
        "creators": "; ".join(meta.creators),
        "subjects": "; ".join(meta.subjects),
        "description": meta.description,
    }
    return {key: value for key, value in given.items() if value}


def _notes(making: _Making, edition: Edition) -> list[Node]:
    """The notes at the end, under their heading, in the order of their first calls."""
    if not making.notes:
        return []
    words, lang, way = _labels(edition)
    level = top_level(edition.document.blocks)
    heading = Node(Role.HEADING, words("notes"), (), level, lang, way, {"kind": "label"})
    made: list[Node] = []
    done = 0
    while done < len(making.notes):
        made.append(_note(making.notes[done], making, edition.lang, edition.dir))
        done += 1
    return [heading, *made]


def _note(note: Block, making: _Making, lang: str, dir: str) -> Node:
    children = _flow(note.blocks, making, note.lang or lang, note.dir or dir)
    attrs = {"label": note.label, "id": f"fn-{note.label}", "block": note.id}
    return Node(Role.NOTE, "", tuple(children), 0, note.lang or lang, note.dir or dir, attrs)


def _flow(blocks: Iterable[Block], making: _Making, lang: str, dir: str) -> list[Node]:
    found: list[Node] = []
    for block in blocks:
        made = _block(block, making, lang, dir)
        notice = making.notices.get(block.id)
        said = [_said(notice, making.lang, making.dir)] if notice is not None else []
        found.extend([*made, *said] if block.kind is BlockKind.HEADING else [*said, *made])
    return found


def _block(block: Block, making: _Making, lang: str, dir: str) -> list[Node]:
    lang, dir = block.lang or lang, block.dir or dir
    if block.kind is BlockKind.RULE:
        return []
    if block.kind is BlockKind.CODE:
        return [Node(Role.CODE, block.text, (), 0, lang, dir, {"id": block.id})]
    if block.kind is BlockKind.LIST:
        return [_list(block, making, lang, dir)]
    if block.kind is BlockKind.TABLE:
        return [_table(block, making, lang, dir)]
    if block.kind is BlockKind.FIGURE:
        return _figure(block, making, lang, dir)
    return [_node(ROLES[block.kind], block, making, lang, dir)]


def _node(
    role: Role,
    block: Block,
    making: _Making,
    lang: str,
    dir: str,
    *,
    id: str = "",
    attrs: Mapping[str, str] | None = None,
) -> Node:
    """A block with its inline parts and its blocks; notes called in it follow their calls in PDF."""
    dir = way_of(block, lang, dir)
    inlines = _inlines(block.inlines, making, lang, dir)
    children = (*inlines, *_flow(block.blocks, making, lang, dir))
    text = reading_text(block.inlines)
    given = {"id": id or block.id, **(attrs or {})}
    return Node(role, text, tuple(children), block.level if role is Role.HEADING else 0, lang, dir, given)


def _list(block: Block, making: _Making, lang: str, dir: str) -> Node:
    style = block.list or ListStyle()
    attrs = {"id": block.id, "style": style.style}
    if style.ordered:
        attrs["start"] = str(style.start)
    items = []
    for item in block.blocks:
        more = {"label": item.label} if item.label else {}
        if item.checked is not None:
            more["checked"] = "yes" if item.checked else "no"
        items.append(_node(Role.ITEM, item, making, item.lang or lang, item.dir or dir, attrs=more))
    return Node(Role.LIST, "", tuple(items), 0, lang, dir, attrs)


def _table(block: Block, making: _Making, lang: str, dir: str) -> Node:
    cells = slots(block)
    headers = headers_of(cells)
    by_id = {cell.block.id: (index, cell) for index, cell in enumerate(cells)}
    children: list[Node] = []
    for part in block.blocks:
        if part.kind is BlockKind.CAPTION:
            children.extend(_block(part, making, lang, dir))
            continue
        rows = []
        for row in part.blocks:
            row_lang, row_dir = row.lang or lang, row.dir or dir
            made = [_cell(cell, by_id[cell.id], cells, headers, making, row_lang, row_dir) for cell in row.blocks]
            rows.append(Node(Role.ROW, "", tuple(made), 0, row_lang, row_dir, {"id": row.id}))
        attrs = {"id": part.id, "group": next(iter(part.attr.classes), "body")}
        children.append(Node(Role.ROW_GROUP, "", tuple(rows), 0, lang, dir, attrs))
    return Node(Role.TABLE, "", tuple(children), 0, lang, dir, {"id": block.id})


def _cell(
    block: Block,
    place: tuple[int, Slot],
    cells: Sequence[Slot],
    headers: Mapping[int, tuple[int, ...]],
    making: _Making,
    lang: str,
    dir: str,
) -> Node:
    span = block.cell or CellSpan()
    attrs: dict[str, str] = {}
    if headers[place[0]]:
        attrs["headers"] = " | ".join(text_of(cells[index].block) for index in headers[place[0]])
    if span.header:
        attrs["scope"] = span.scope
    if span.rows > 1:
        attrs["rows"] = str(span.rows)
    if span.columns > 1:
        attrs["columns"] = str(span.columns)
    role = Role.HEADER if span.header else Role.CELL
    return _node(role, block, making, block.lang or lang, block.dir or dir, attrs=attrs)


def _figure(block: Block, making: _Making, lang: str, dir: str) -> list[Node]:
    image = next((piece for piece in block.inlines if piece.kind is InlineKind.IMAGE), None)
    alt = image.text if image is not None else ""
    captions = tuple(_flow(block.blocks, making, lang, dir))
    decorates = image is None or "decorative" in image.attr.classes
    if decorates and not captions and making.format is Format.PDF:
        return []  # what says nothing is an artifact there
    return [Node(Role.FIGURE, "", captions, 0, lang, dir, {"id": block.id, "alt": alt})]


# --- inlines ---


def reading_text(inlines: Sequence[Inline]) -> str:
    """The text of inlines as a reader gets it, calls of notes as their numbers, formulas as their TeX."""
    return fold(raw_text(inlines, calls=True))


def _inlines(inlines: Sequence[Inline], making: _Making, lang: str, dir: str) -> list[Node]:
    found: list[Node] = []
    for piece in inlines:
        own_lang, own_dir = piece.lang or lang, piece.dir or dir
        children = tuple(_inlines(piece.children, making, own_lang, own_dir))
        if piece.kind is InlineKind.NOTE and piece.note is not None:
            found.extend(_call(piece.note, making, lang, dir))
            continue
        role = INLINE_ROLES.get(piece.kind)
        if role is Role.LINK and _is_dead(piece, making):
            role = None  # plain text there
        if role is None and piece.kind is InlineKind.SPAN and (piece.lang or piece.dir):
            role = Role.SPAN
        if role is Role.IMAGE and not piece.text and making.format is Format.PDF:
            continue
        if role is None:
            found.extend(children)
        else:
            text = reading_text((piece,)) if role is not Role.IMAGE else ""
            found.append(Node(role, text, children, 0, own_lang, own_dir, _inline_attrs(piece, making)))
    return found


def _is_dead(link: Inline, making: _Making) -> bool:
    """Whether a link can be none in its format: to an id that nothing has, in a book by a path on a site, in a PDF
    without an address or anything to show."""
    if making.format is Format.HTML:
        return False
    if link.target.startswith("#"):
        return link.target[1:] not in making.texts or (making.format is Format.PDF and _is_empty(link))
    if making.format is Format.EPUB:
        return not WHOLE.match(link.target)
    return not link.target or _is_empty(link)


def _is_empty(link: Inline) -> bool:
    pictures = any(piece.kind is InlineKind.IMAGE for piece in walk_inlines(link.children))
    return not pictures and not reading_text(link.children)


def _call(note: Block, making: _Making, lang: str, dir: str) -> list[Node]:
    first = note.id not in making.known
    target = "#" + making.texts.get(note.id, "")
    call = Node(Role.NOTE_CALL, note.label, (), 0, lang, dir, {"target": target, "label": note.label})
    if first:
        making.known.add(note.id)
        making.notes.append(note)
    if first and making.format is Format.PDF:
        # Beside its call, and yet in the language of the place where it is written.
        return [call, _note(note, making, making.lang, making.dir)]
    return [call]


def _inline_attrs(piece: Inline, making: _Making) -> dict[str, str]:
    attrs: dict[str, str] = {}
    if piece.kind is InlineKind.LINK:
        local = piece.target.startswith("#")
        attrs["target"] = "#" + making.texts.get(piece.target[1:], "") if local else piece.target
    elif piece.kind is InlineKind.ABBREVIATION:
        attrs["expansion"] = piece.title
    elif piece.kind is InlineKind.MATH:
        attrs["tex"] = piece.text
    elif piece.kind is InlineKind.IMAGE:
        attrs["alt"] = piece.text
    return attrs


# --- XLIFF ---


def _units(edition: Edition) -> Outline:
    """The sequence of texts that a translator must get, by block, in reading order."""
    document = edition.document
    seen: set[str] = set()
    found: list[Node] = []
    for block in walk((document.title, *document.blocks)):
        text = text_of(block.inlines)
        if block.id in seen or not text:
            continue
        seen.add(block.id)
        found.append(Node(Role.UNIT, text, (), 0, edition.lang, edition.dir, {"id": block.id, "kind": block.kind}))
    return Outline(Format.XLIFF, Node(Role.DOCUMENT, "", tuple(found), 0, edition.lang, edition.dir), _meta(edition))
