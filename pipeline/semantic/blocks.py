# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks as XHTML, after the table in docs/semantic-xhtml.md: what is not there cannot occur."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from lxml import etree

from pipeline.document.counting import number_of
from pipeline.document.front import FrontLine
from pipeline.document.grid import headers_of, is_simple, slots
from pipeline.document.writing import way_of
from pipeline.model import Block, BlockKind, CellSpan, InlineKind, ListStyle
from pipeline.semantic.inlines import add_image, add_inlines
from pipeline.semantic.names import element, standing, text
from pipeline.semantic.work import Work

TYPES = {"decimal": "1", "lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
NO_BREAK = "\u00a0"  # the indentation of verse, which HTML folds away if it is blanks
DELIMITERS = {("", "."): "delim-period", ("", ")"): "delim-paren", ("(", ")"): "delim-parens"}


def add_flow(parent: etree._Element, blocks: Sequence[Block], work: Work) -> None:
    """Append a flow of blocks; headings open sections that hold what they head. A part with attributes that has
    headings stands where the highest of them would: it is no part of a section of that level before it."""
    stack: list[tuple[int, etree._Element]] = [(0, parent)]
    for block in blocks:
        level = _level(block)
        while level and stack[-1][0] >= level:
            stack.pop()
        if block.kind is BlockKind.HEADING:
            attributes = {"class": f"level{block.level}", "aria-labelledby": block.id}
            section = element(stack[-1][1], "section", attributes)
            stack.append((block.level, section))
        add_block(stack[-1][1], block, work)


def _level(block: Block) -> int:
    """The level of a heading, or of the highest heading in a part with attributes; 0 where there is none."""
    if block.kind is BlockKind.HEADING:
        return block.level
    inner = block.blocks if block.kind is BlockKind.GROUP else ()
    return min((level for one in inner if (level := _level(one))), default=0)


def add_block(parent: etree._Element, block: Block, work: Work) -> None:
    """Append one block, with what its edition says of it."""
    notice = work.notices.get(block.id)
    if notice is not None and block.kind is not BlockKind.HEADING:
        add_notice(parent, notice, block, work)
    BUILDERS[block.kind](parent, block, work)
    if notice is not None and block.kind is BlockKind.HEADING:  # it is part of what the heading heads
        add_notice(parent, notice, block, work)


def add_notice(parent: etree._Element, notice: FrontLine, block: Block, work: Work) -> None:
    """Append what the edition says of a part, in the edition's language whatever that of the place is. It has an id,
    since a page of the PDF may begin with it."""
    lang, way = standing(parent, work.edition.lang, work.edition.dir)
    own_lang, own_way = notice.lang or work.edition.lang, notice.dir or work.edition.dir
    marked = {"lang": own_lang if own_lang != lang else "", "dir": own_way if own_way != way else ""}
    name = next(name for more in count(1) if (name := f"{block.id}-notice{more if more > 1 else ''}") not in work.ids)
    text(element(parent, "p", {"id": name, "class": f"notice {notice.kind}"} | marked), notice.text)


def common(block: Block, classes: str = "") -> dict[str, str]:
    """The attributes that every block has."""
    return {"id": block.id, "class": classes, "lang": block.lang, "dir": block.dir}


def bearer(
    parent: etree._Element, name: str, block: Block, work: Work, attributes: dict[str, str] | None = None
) -> etree._Element:
    """An element for a block with words of its own, which run their own way."""
    made = element(parent, name, attributes or common(block))
    lang, way = standing(made, work.edition.lang, work.edition.dir)
    own = way_of(block, lang, way)
    if own != way:
        made.set("dir", own)
    add_inlines(made, block.inlines, work)
    return made


def _text(name: str) -> Callable[[etree._Element, Block, Work], None]:
    def build(parent: etree._Element, block: Block, work: Work) -> None:
        bearer(parent, name, block, work)

    return build


def _flow(name: str) -> Callable[[etree._Element, Block, Work], None]:
    def build(parent: etree._Element, block: Block, work: Work) -> None:
        made = bearer(parent, name, block, work)
        for child in block.blocks:
            add_block(made, child, work)

    return build


def _heading(parent: etree._Element, block: Block, work: Work) -> None:
    bearer(parent, f"h{block.level}", block, work)


def _list(parent: etree._Element, block: Block, work: Work) -> None:
    style = block.list or ListStyle()
    classes = ["tight"] if style.tight else []
    if not style.ordered:
        made = element(parent, "ul", common(block, " ".join(classes)))
    else:
        classes.append(DELIMITERS.get((style.before, style.after), "delim-period"))
        attributes = common(block, " ".join(classes)) | {"type": TYPES.get(style.style, "1")}
        made = element(parent, "ol", attributes | ({"start": str(style.start)} if style.start != 1 else {}))
    expected = style.start
    for item in block.blocks:
        _item(made, item, work)
        number = number_of(item.label.strip("().") or "", style.style) if style.ordered else None
        if number is not None and number != expected:  # HTML counts on from there
            made[-1].set("value", str(number))
        expected = (expected if number is None else number) + 1


def _item(parent: etree._Element, block: Block, work: Work) -> None:
    attributes = common(block, "task" if block.checked is not None else "") | {"data-label": block.label}
    made = element(parent, "li", attributes)
    if block.checked is not None:
        made.set("data-checked", "yes" if block.checked else "no")
    for child in block.blocks:
        add_block(made, child, work)
    if block.checked is not None:
        _add_box(made, block.checked, work)


def _add_box(item: etree._Element, checked: bool, work: Work) -> None:
    """The box of a task, first in its first paragraph: a picture with a name, so that its state is read."""
    held = next((part for part in item if not (part.get("class") or "").startswith("notice")), None)
    first = held if held is not None and etree.QName(held).localname == "p" else None
    holder = first if first is not None else element(item, "p")
    label, marked = work.label(holder, "done" if checked else "not_done")
    box = element(None, "span", {"class": "checkbox", "role": "img", "aria-label": label} | marked)
    box.text = "☑" if checked else "☐"
    box.tail = " " + (holder.text or "")
    holder.text = None
    holder.insert(0, box)
    if first is None:
        item.insert(0, holder)


def _code(parent: etree._Element, block: Block, _work: Work) -> None:
    language = next(iter(block.attr.classes), "")
    safe = "".join(c for c in language if c.isalnum() or c in "+-_")
    made = element(element(parent, "pre", common(block)), "code", {"class": f"language-{safe}" if safe else ""})
    text(made, block.text)


def _rule(parent: etree._Element, block: Block, _work: Work) -> None:
    element(parent, "hr", common(block))


def _group(parent: etree._Element, block: Block, work: Work) -> None:
    classes = ["group", *(f"u-{name}" for name in block.attr.classes if name.replace("-", "").isalnum())]
    add_flow(element(parent, "div", common(block, " ".join(classes))), block.blocks, work)


def _lines(parent: etree._Element, block: Block, work: Work) -> None:
    made = element(parent, "div", common(block, "lines"))
    for line in block.blocks:
        here = bearer(made, "p", line, work, common(line, "line"))
        here.text = NO_BREAK * line.level + (here.text or "") or None


def _figure(parent: etree._Element, block: Block, work: Work) -> None:
    image = next((piece for piece in block.inlines if piece.kind is InlineKind.IMAGE), None)
    made = element(parent, "figure", common(block))
    if image is not None:
        add_image(made, image)
    for child in block.blocks:
        bearer(made, "figcaption", child, work)


def _table(parent: etree._Element, block: Block, work: Work) -> None:
    made = element(parent, "table", common(block))
    for child in block.blocks:
        if child.kind is BlockKind.CAPTION:
            bearer(made, "caption", child, work)
    cells = slots(block)
    headers: dict[str, str] = {}
    if not is_simple(cells):
        found = headers_of(cells)
        headers = {cell.block.id: " ".join(cells[h].block.id for h in found[i]) for i, cell in enumerate(cells)}
    for group in block.blocks:
        if group.kind is BlockKind.ROW_GROUP:
            _row_group(made, group, headers, work)


def _row_group(table: etree._Element, group: Block, headers: dict[str, str], work: Work) -> None:
    kind = next(iter(group.attr.classes), "body")
    made = element(table, {"head": "thead", "foot": "tfoot"}.get(kind, "tbody"), common(group))
    for row in group.blocks:
        line = element(made, "tr", common(row))
        for cell in row.blocks:
            _cell(line, cell, headers.get(cell.id, ""), work)


def _cell(row: etree._Element, block: Block, headers: str, work: Work) -> None:
    span = block.cell or CellSpan()
    attributes = common(block, f"align-{span.align}" if span.align else "") | {"headers": headers}
    if span.header:
        attributes["scope"] = span.scope
    if span.rows > 1:
        attributes["rowspan"] = str(span.rows)
    if span.columns > 1:
        attributes["colspan"] = str(span.columns)
    made = bearer(row, "th" if span.header else "td", block, work, attributes)
    for child in block.blocks:
        add_block(made, child, work)


def _nothing(_parent: etree._Element, _block: Block, _work: Work) -> None:
    """Notes are built at their own place; parts of tables and lists by their wholes."""


BUILDERS: dict[BlockKind, Callable[[etree._Element, Block, Work], None]] = {
    BlockKind.HEADING: _heading, BlockKind.PARAGRAPH: _text("p"), BlockKind.LIST: _list, BlockKind.ITEM: _item,
    BlockKind.DEFINITIONS: _flow("dl"), BlockKind.TERM: _text("dt"), BlockKind.DEFINITION: _flow("dd"),
    BlockKind.QUOTE: _flow("blockquote"), BlockKind.CODE: _code, BlockKind.RULE: _rule, BlockKind.TABLE: _table,
    BlockKind.ROW_GROUP: _nothing, BlockKind.ROW: _nothing, BlockKind.CELL: _nothing, BlockKind.FIGURE: _figure,
    BlockKind.CAPTION: _text("p"), BlockKind.LINES: _lines, BlockKind.LINE: _text("p"), BlockKind.GROUP: _group,
    BlockKind.NOTE: _nothing,
}  # fmt: skip
