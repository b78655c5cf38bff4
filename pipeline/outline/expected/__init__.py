# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a file must get: document and format → outline.

This is the owner of that question. It is made from the document alone, never from what a writer made of it.
What a format may add to the document is a closed list (``added``): the front lines, a table of contents, the
heading above the notes, ways back from notes, a page's navigation; each is known by its role or ``kind``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.document.front import FrontLine, front_lines, part_notices
from pipeline.document.grid import Slot, headers_of, slots
from pipeline.document.text import fold, text_of, title_of, top_level, walk, walk_inlines
from pipeline.document.writing import way_of
from pipeline.labels import Labels, labels
from pipeline.model import (
    Block,
    BlockKind,
    CellSpan,
    Edition,
    Format,
    InlineKind,
    ListStyle,
    Node,
    Outline,
    Role,
)
from pipeline.outline.expected.inlines import Making, inlines_of, reading_text
from pipeline.outline.expected.units import meta_of, units

ROLES = {
    BlockKind.HEADING: Role.HEADING, BlockKind.PARAGRAPH: Role.PARAGRAPH, BlockKind.TERM: Role.TERM,
    BlockKind.DEFINITIONS: Role.DEFINITIONS, BlockKind.DEFINITION: Role.DEFINITION, BlockKind.QUOTE: Role.QUOTE,
    BlockKind.CAPTION: Role.CAPTION, BlockKind.LINES: Role.LINES, BlockKind.LINE: Role.LINE,
    BlockKind.GROUP: Role.GROUP, BlockKind.ROW: Role.ROW, BlockKind.NOTE: Role.NOTE,
}  # fmt: skip


def expected(edition: Edition, format: Format) -> Outline:
    """The outline that a file of ``format`` must give its reader."""
    if format is Format.XLIFF:
        return units(edition)
    making = making_of(edition, format)
    opening = opening_of(edition, making, front_lines(edition))
    body = flow(edition.document.blocks, making, edition.lang, edition.dir)
    notes = [] if format is Format.PDF else notes_of(making, edition)
    root = Node(Role.DOCUMENT, "", (*opening, *body, *notes), 0, edition.lang, edition.dir)
    return Outline(format, root, meta_of(edition))


def opening_of(edition: Edition, making: Making, lines: Iterable[FrontLine]) -> list[Node]:
    """What stands before the text: the title, and ``lines`` of what the edition says of itself; in a page the way to
    the text before them."""
    title = _node(Role.TITLE, edition.document.title, making, edition.lang, edition.dir, id="title")
    front = [title, *(said_by(line, edition.lang, edition.dir) for line in lines)]
    if making.format is not Format.HTML:
        return front
    words, lang, way = own_words(edition)
    return [Node(Role.PARAGRAPH, words("skip"), (), 0, lang, way, {"kind": "skip"}), *front]


def making_of(edition: Edition, format: Format) -> Making:
    """What the outline of an edition in ``format`` needs to know while it is made."""
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
    return Making(format, texts, edition.lang, edition.dir, notices, note_of)


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


def said_by(line: FrontLine, lang: str, dir: str) -> Node:
    """What an edition in ``lang`` says of itself or of a part."""
    return Node(
        Role.PARAGRAPH, fold(line.text), (), 0, line.lang or lang, line.dir or dir, {"kind": line.kind}
    )  # fmt: skip


def own_words(edition: Edition) -> tuple[Labels, str, str]:
    """Our own words in an edition, and the language and direction that they have there. They are in English where we
    have none in its language; in a document in British English labels in English need no mark of their own."""
    words = labels(edition.lang)
    if words.lang == edition.lang.partition("-")[0].lower():
        return words, edition.lang, edition.dir
    return words, words.lang, words.dir


def notes_of(making: Making, edition: Edition) -> list[Node]:
    """The notes at the end, under their heading, in the order of their first calls."""
    if not making.notes:
        return []
    words, lang, way = own_words(edition)
    level = top_level(edition.document.blocks)
    heading = Node(Role.HEADING, words("notes"), (), level, lang, way, {"kind": "label"})
    made: list[Node] = []
    done = 0
    while done < len(making.notes):
        made.append(note_of(making.notes[done], making, edition.lang, edition.dir))
        done += 1
    return [heading, *made]


def note_of(note: Block, making: Making, lang: str, dir: str) -> Node:
    """A note, with its number."""
    children = flow(note.blocks, making, note.lang or lang, note.dir or dir)
    attrs = {"label": note.label, "id": f"fn-{note.label}", "block": note.id}
    return Node(Role.NOTE, "", tuple(children), 0, note.lang or lang, note.dir or dir, attrs)


def flow(blocks: Iterable[Block], making: Making, lang: str, dir: str) -> list[Node]:
    """The nodes of blocks that stand in ``lang`` and ``dir``, each with what its edition says of it."""
    found: list[Node] = []
    for block in blocks:
        made = _block(block, making, lang, dir)
        notice = making.notices.get(block.id)
        said = [said_by(notice, making.lang, making.dir)] if notice is not None else []
        found.extend([*made, *said] if block.kind is BlockKind.HEADING else [*said, *made])
    return found


def _block(block: Block, making: Making, lang: str, dir: str) -> list[Node]:
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
    making: Making,
    lang: str,
    dir: str,
    *,
    id: str = "",
    attrs: Mapping[str, str] | None = None,
) -> Node:
    """A block with its inline parts and its blocks; notes called in it follow their calls in PDF."""
    dir = way_of(block, lang, dir)
    inlines = inlines_of(block.inlines, making, lang, dir)
    children = (*inlines, *flow(block.blocks, making, lang, dir))
    text = reading_text(block.inlines)
    given = {"id": id or block.id, **(attrs or {})}
    return Node(role, text, tuple(children), block.level if role is Role.HEADING else 0, lang, dir, given)


def _list(block: Block, making: Making, lang: str, dir: str) -> Node:
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


def _table(block: Block, making: Making, lang: str, dir: str) -> Node:
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
    making: Making,
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


def _figure(block: Block, making: Making, lang: str, dir: str) -> list[Node]:
    image = next((piece for piece in block.inlines if piece.kind is InlineKind.IMAGE), None)
    alt = image.text if image is not None else ""
    captions = tuple(flow(block.blocks, making, lang, dir))
    decorates = image is None or "decorative" in image.attr.classes
    if decorates and not captions and making.format is Format.PDF:
        return []  # what says nothing is an artifact there
    return [Node(Role.FIGURE, "", captions, 0, lang, dir, {"id": block.id, "alt": alt})]
