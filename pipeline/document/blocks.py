# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pandoc's blocks as ours. Ids and languages come later, in one walk over the finished tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pipeline.document.breaks import without_breaks
from pipeline.document.context import Context
from pipeline.document.counting import as_typed, number_label, stray
from pipeline.document.divs import tell_open
from pipeline.document.figures import figure_of, figure_with
from pipeline.document.html_lists import take_numbers
from pipeline.document.inlines import Ast, attr_of, is_wrapper, read_inlines
from pipeline.document.links import SLUG
from pipeline.document.positions import hull, trimmed
from pipeline.document.text import raw_text
from pipeline.document.together import strip, with_anchors, with_captions
from pipeline.document.verse import line_block
from pipeline.model import Block, BlockKind, Inline, InlineKind, ListStyle, Pos, Severity

STYLES = {
    "Decimal": "decimal", "LowerAlpha": "lower-alpha", "UpperAlpha": "upper-alpha",
    "LowerRoman": "lower-roman", "UpperRoman": "upper-roman",
}  # fmt: skip
DELIMITERS = {"OneParen": ("", ")"), "TwoParens": ("(", ")")}


def read_blocks(nodes: Sequence[Ast], context: Context, pos: Pos | None = None) -> tuple[Block, ...]:
    """Blocks of a flow, with figures and captions put together."""
    context.deeper(pos)
    found: list[Block] = []
    for node in nodes:
        found.extend(_read(node, context, pos))
    context.depth -= 1
    return with_captions(with_anchors(found))


def _read(node: Ast, context: Context, pos: Pos | None) -> Sequence[Block]:
    kind, content = node["t"], node.get("c")
    if kind == "Div":
        return _read_div(content, context, pos)
    if kind in READERS:
        return READERS[kind](content, context, pos)
    return ()


def _inlines(nodes: Sequence[Ast], context: Context) -> tuple[Inline, ...]:
    return read_inlines(nodes, context, read_note)


def read_note(nodes: Sequence[Ast], context: Context) -> Block:
    """The footnote with these blocks. Pandoc repeats them at each call; it is one note all the same."""
    blocks = read_blocks(nodes, context)
    pos = _whole(blocks)
    key = (pos.start, pos.end) if pos else (-1 - len(context.notes), 0)
    if key not in context.notes:
        context.notes[key] = Block(BlockKind.NOTE, "", blocks=blocks, label=str(len(context.notes) + 1), pos=pos)
    return context.notes[key]


def _whole(blocks: Sequence[Block]) -> Pos | None:
    """From where to where blocks stand; one that has no place of its own has that of what is in it."""
    return hull(block.pos or hull([*(piece.pos for piece in block.inlines), _whole(block.blocks)]) for block in blocks)


# --- one reader for each of pandoc's blocks ---


def _paragraph(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    inlines = _inlines(content, context)
    own = trimmed(context.text, pos) or hull(piece.pos for piece in inlines)
    if not inlines:
        return ()
    if own is not None and own.line in context.line_blocks:
        return (line_block(inlines, own, context.text),)
    figure = figure_of(inlines, own, context)
    if figure is not None:
        return (figure,)
    return (Block(BlockKind.PARAGRAPH, _own_id(content), inlines=strip(inlines), pos=own),)


def _own_id(nodes: Sequence[Ast]) -> str:
    """The id that an author wrote at the end of a paragraph (``{#id}`` behind a blank); pandoc gives it the blank."""
    if not nodes or nodes[-1]["t"] != "Span":
        return ""
    raw, inner = nodes[-1]["c"]
    return str(raw[0]) if is_wrapper(raw) and [node["t"] for node in inner] == ["Space"] else ""


def _heading(content: Any, context: Context, _pos: Pos | None) -> Sequence[Block]:
    level, raw, nodes = content
    identifier, attr, position = attr_of(raw)
    pos = trimmed(context.text, context.lines.pos(position))
    # An id that the author did not write is pandoc's own guess; ours are stable and come later.
    written = identifier if pos and f"#{identifier}" in context.text[pos.start : pos.end] else ""
    if identifier and not written:  # links that were written for it are led to ours, see links.py
        attr = replace(attr, pairs=(*attr.pairs, (SLUG, identifier)))
    common: dict[str, Any] = {"lang": attr.get("lang"), "dir": attr.get("dir"), "attr": attr, "pos": pos}
    return (Block(BlockKind.HEADING, written, inlines=strip(_inlines(nodes, context)), level=level, **common),)


def _quote(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    return (Block(BlockKind.QUOTE, "", blocks=read_blocks(content, context, pos), pos=trimmed(context.text, pos)),)


def _code(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    identifier, attr, position = attr_of(content[0])
    pos = trimmed(context.text, context.lines.pos(position) or pos)
    form = next((name[2:-1] for name in attr.classes if name.startswith("{=") and name.endswith("}")), "")
    if form:  # with positions on, pandoc takes a block of raw text for code
        return _raw((form, content[1]), context, pos)
    return (Block(BlockKind.CODE, identifier, text=content[1], attr=attr, lang=attr.get("lang"), pos=pos),)


def _rule(_content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    return (Block(BlockKind.RULE, "", pos=trimmed(context.text, pos)),)


def _bullets(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    style = ListStyle(tight=_is_tight(content), after="")
    return without_breaks(_list(style, [""] * len(content), content, context, pos), context)


def _ordered(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    (start, style, delimiter), items = content
    items, given = take_numbers(items)
    start = given[0] if given else start
    before, after = DELIMITERS.get(delimiter["t"], ("", "."))
    name = STYLES.get(style["t"], "decimal")
    look = ListStyle(True, name, start, before, after, _is_tight(items))
    made = _list(look, [""] * len(items), items, context, pos)
    counted = given or as_typed(context.text, [item.pos for item in made.blocks], start, name)
    labels = [before + number_label(number, name) + after for number in counted]
    twice = next((n for n in range(1, len(counted)) if counted[n] == counted[n - 1]), 0)
    if twice:
        context.notice(
            "list-number-twice", f"Two items one after the other have the number {labels[twice]}: so they are printed.",
            "Give each item a number of its own, or all of them the first, and they are counted.",
            made.blocks[twice].pos,
        )  # fmt: skip
    if (other := stray(context.text, [item.pos for item in made.blocks], name)) is not None:
        index, mark = other
        context.notice(
            "list-number-changed", f"«{before}{mark}{after}» goes on the list above and is printed as {labels[index]}.",
            "Put a line with <!-- --> or some words between the two lists.", made.blocks[index].pos, Severity.ERROR,
        )  # fmt: skip
    labelled = tuple(replace(item, label=label) for item, label in zip(made.blocks, labels, strict=True))
    return (replace(made, blocks=labelled),)


def _list(style: ListStyle, labels: list[str], items: Any, context: Context, pos: Pos | None) -> Block:
    blocks = tuple(_item(item, label, context) for item, label in zip(items, labels, strict=True))
    return Block(BlockKind.LIST, "", blocks=blocks, list=style, pos=trimmed(context.text, pos))


def _item(nodes: Any, label: str, context: Context) -> Block:
    blocks = read_blocks(nodes, context)
    checked, blocks = _task(blocks)
    pos = hull(block.pos for block in blocks)
    return Block(BlockKind.ITEM, "", blocks=blocks, label=label, checked=checked, pos=pos)


_TASK = re.compile(r"\[([ xX])\][ \t]")


def _task(blocks: tuple[Block, ...]) -> tuple[bool | None, tuple[Block, ...]]:
    """A task's state, and its blocks without the typed box: with positions on, pandoc leaves it as text."""
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return None, blocks
    first = blocks[0]
    match = _TASK.match(raw_text(first.inlines[:1]))
    if match is None or first.inlines[0].kind is not InlineKind.TEXT:
        return None, blocks
    run = first.inlines[0]
    pos = Pos(run.pos.start + 4, run.pos.end, run.pos.line) if run.pos else None
    rest = replace(run, text=run.text[4:], pos=pos)
    inlines = (rest, *first.inlines[1:]) if rest.text else first.inlines[1:]
    return match.group(1) != " ", (replace(first, inlines=inlines), *blocks[1:])


def _is_tight(items: Any) -> bool:
    def plain(node: Ast) -> bool:
        if node["t"] == "Div" and is_wrapper(node["c"][0]):
            return all(plain(child) for child in node["c"][1])
        return bool(node["t"] != "Para")

    return all(plain(node) for item in items for node in item)


def _definitions(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    parts: list[Block] = []
    for term, definitions in content:
        inlines = strip(_inlines(term, context))
        parts.append(Block(BlockKind.TERM, "", inlines=inlines, pos=hull(piece.pos for piece in inlines)))
        for definition in definitions:
            blocks = read_blocks(definition, context)
            parts.append(Block(BlockKind.DEFINITION, "", blocks=blocks, pos=hull(block.pos for block in blocks)))
    return (Block(BlockKind.DEFINITIONS, "", blocks=tuple(parts), pos=trimmed(context.text, pos)),)


def _lines(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    lines = tuple(Block(BlockKind.LINE, "", inlines=_inlines(line, context)) for line in content)
    return (Block(BlockKind.LINES, "", blocks=lines, pos=trimmed(context.text, pos)),)


def _table(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    from pipeline.document.tables import read_table

    return (read_table(content, context, pos),)


def _figure(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    raw, (_short, caption), body = content
    identifier, attr, _ = attr_of(raw)
    inner = read_blocks(body, context, pos)
    caption_blocks = read_blocks(caption, context, pos)
    inlines = tuple(piece for block in caption_blocks for piece in block.inlines)
    image = next((block for block in inner if block.kind is BlockKind.FIGURE), None)
    if image is None:
        return (*inner, *caption_blocks)
    blocks = (Block(BlockKind.CAPTION, "", inlines=inlines, pos=hull(p.pos for p in inlines)),) if inlines else ()
    return (replace(image, id=identifier, blocks=blocks or image.blocks, attr=attr),)


def _raw(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    from pipeline.document.islands import read_island, read_raw_html

    form, raw = content
    if form == "pariter-island":
        return read_island(raw, context, pos)
    if form != "html":
        context.refuse(raw, form, pos)
        return ()
    return read_raw_html(raw, context, trimmed(context.text, pos))


READERS: dict[str, Callable[[Any, Context, Pos | None], Sequence[Block]]] = {
    "Para": _paragraph, "Plain": _paragraph, "Header": _heading, "BlockQuote": _quote, "CodeBlock": _code,
    "HorizontalRule": _rule, "BulletList": _bullets, "OrderedList": _ordered, "DefinitionList": _definitions,
    "LineBlock": _lines, "Table": _table, "Figure": _figure, "RawBlock": _raw,
}  # fmt: skip


# --- divs ---


def _read_div(content: Any, context: Context, pos: Pos | None) -> Sequence[Block]:
    raw, nodes = content
    identifier, attr, position = attr_of(raw)
    pos = context.lines.pos(position) or pos
    inner = read_blocks(nodes, context, pos) if not is_wrapper(raw) else None
    if inner is not None:
        tell_open(pos, context)
    if inner is None:
        return [block for node in nodes for block in _read(node, context, pos)]
    if not attr.classes and not attr.pairs and not identifier:
        return inner
    if "figure" in attr.classes and inner and inner[0].kind is BlockKind.FIGURE:
        return (figure_with(inner, identifier, attr), *(b for b in inner[1:] if b.kind is not BlockKind.PARAGRAPH))
    if attr.get("row-headers") and len(inner) == 1 and inner[0].kind is BlockKind.TABLE:
        from pipeline.document.tables import with_row_headers

        return (with_row_headers(inner[0], attr.get("row-headers"), context),)
    common: dict[str, Any] = {"lang": attr.get("lang"), "dir": attr.get("dir"), "attr": attr}
    common["pos"] = trimmed(context.text, pos)
    return (Block(BlockKind.GROUP, identifier, blocks=inner, **common),)
