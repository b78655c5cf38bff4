# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table as HTML that our own dialect reads back: for tables whose cells have no place in the source."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Block, BlockKind, CellSpan, Inline, InlineKind
from pipeline.translate.escape import in_html

_TAGS = {
    InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.UNDERLINE: "u", InlineKind.STRIKEOUT: "del",
    InlineKind.SUPERSCRIPT: "sup", InlineKind.SUBSCRIPT: "sub", InlineKind.INSERTED: "ins", InlineKind.MARKED: "mark",
    InlineKind.QUOTED: "q", InlineKind.CODE: "code",
}  # fmt: skip
_GROUPS = {"head": "thead", "body": "tbody", "foot": "tfoot"}


class _NotHtmlError(Exception):
    """Something in the table has no HTML in our dialect."""


def html_table(table: Block) -> str | None:
    """The HTML of a table, or None where it holds what HTML cells cannot (a list, a formula, a note)."""
    try:
        lines = ["<table>"]
        ids = _named(table)
        for block in table.blocks:
            if block.kind is BlockKind.CAPTION:
                lines.append(f"<caption>{_inlines(block.inlines)}</caption>")
            elif block.kind is BlockKind.ROW_GROUP:
                lines += _group(block, ids)
        return "\n".join([*lines, "</table>"])
    except _NotHtmlError:
        return None


def _named(table: Block) -> dict[str, dict[str, str]]:
    """Where the author named header cells: ``id`` and ``headers`` of the cells, by the cells' ids."""
    groups = (block for block in table.blocks if block.kind is BlockKind.ROW_GROUP)
    cells = [cell for group in groups for row in group.blocks for cell in row.blocks]
    named = {cell.id: cell.cell.headers for cell in cells if cell.cell and cell.cell.headers}
    heads = {cells[index].id for headers in named.values() for index in headers}
    return {
        cell.id: {
            "id": cell.id if cell.id in heads else "",
            "headers": " ".join(cells[index].id for index in named.get(cell.id, ())),
        }
        for cell in cells
    }


def _group(group: Block, ids: dict[str, dict[str, str]]) -> list[str]:
    name = _GROUPS.get(" ".join(group.attr.classes), "tbody")
    rows = []
    for row in group.blocks:
        rows.append("<tr>" + "".join(_cell(cell, ids[cell.id]) for cell in row.blocks) + "</tr>")
    return [f"<{name}>", *rows, f"</{name}>"]


def _cell(cell: Block, ids: dict[str, str]) -> str:
    if cell.blocks:
        raise _NotHtmlError
    span = cell.cell or CellSpan()
    name = "th" if span.header else "td"
    values = {"scope": span.scope if span.header else "", "rowspan": str(span.rows), "colspan": str(span.columns)}
    values = {key: value for key, value in values.items() if value != "1"} | {"lang": cell.lang, "dir": cell.dir}
    shown = "".join(f' {key}="{in_html(value)}"' for key, value in (values | ids).items() if value)
    return f"<{name}{shown}>{_inlines(cell.inlines)}</{name}>"


def _inlines(inlines: Sequence[Inline]) -> str:
    return "".join(_inline(piece) for piece in inlines)


def _inline(piece: Inline) -> str:
    kind = piece.kind
    inner = _inlines(piece.children)
    if kind is InlineKind.TEXT:
        lead, trail = piece.text[:1].isspace(), piece.text[-1:].isspace() and len(piece.text) > 1
        return (" " if lead else "") + in_html(piece.text) + (" " if trail and piece.text.strip() else "")
    if kind is InlineKind.SOFT_BREAK:
        return " "
    if kind is InlineKind.LINE_BREAK:
        return "<br>"
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner or in_html(piece.text)}</{_TAGS[kind]}>"
    if kind is InlineKind.LINK:
        return f'<a href="{in_html(piece.target)}"{_title(piece)}>{inner}</a>'
    if kind is InlineKind.ABBREVIATION:
        return f"<abbr{_title(piece)}>{inner}</abbr>"
    if kind is InlineKind.IMAGE:
        return f'<img src="{in_html(piece.target)}" alt="{in_html(piece.text)}"{_title(piece)}>'
    if kind is InlineKind.SPAN:
        name = "bdi" if "bdi" in piece.attr.classes else "span"
        values = {"lang": piece.lang, "dir": piece.dir}
        shown = "".join(f' {key}="{in_html(value)}"' for key, value in values.items() if value)
        return f"<{name}{shown}>{inner}</{name}>"
    raise _NotHtmlError


def _title(piece: Inline) -> str:
    return f' title="{in_html(piece.title)}"' if piece.title else ""
