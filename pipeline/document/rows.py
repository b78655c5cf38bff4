# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cells of a pipe table's row that its head has no column for, told to their author: pandoc drops them with their
words (GFM 4.10: the excess is ignored), so they are in no edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.positions import hull
from pipeline.document.text import short, walk
from pipeline.model import Block, BlockKind, Pos, Severity

_BEFORE = re.compile(r"[ \t>]*")
"""What stands before a row on its line: the marks of quotes and the indent of items that it is in."""
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)")
_EMPTY_ROWS = 20
"""How many rows without words may stand between the head and the first words of a table that is looked at."""


def tell_lost_cells(blocks: Sequence[Block], context: Context) -> None:
    """Record an error for each row of a pipe table that has words in more cells than the head has."""
    for table in walk(tuple(blocks)):
        if table.kind is BlockKind.TABLE and table.pos is not None:
            for pos, lost, coded in _lost(table, table.pos, context):
                context.notice(
                    "table-cells-lost",
                    f"The row has more cells than the head of its table, so «{short(lost)}» is in no edition.",
                    "Write \\| for a bar that ends no cell, in code too."
                    if coded
                    else "Give the head and the line below it a cell more, or write \\| for a bar that ends no cell.",
                    pos,
                    Severity.ERROR,
                )


def _lost(table: Block, pos: Pos, context: Context) -> Iterator[tuple[Pos, str, bool]]:
    """Place and lost words of each row, and whether a bar in its code ended a cell."""
    ruled = _ruled(table, context)
    if not ruled:
        return  # no pipe table
    columns = len(cells(_row(context, ruled)))
    for number in range(ruled + 1, context.lines.line_of(max(pos.start, pos.end - 1)) + 1):
        row = _row(context, number)
        if not row:
            return
        lost = [cell.strip() for cell in cells(row)[columns:] if cell.strip()]
        if lost:
            start = context.lines.starts[number - 1]
            coded = any(_BAR.search(found[2]) for found in _CODE.finditer(row))
            yield Pos(start, start + len(context.lines.line(number)), number), " ".join(lost), coded


def _ruled(table: Block, context: Context) -> int:
    """The line (from 1) under the head of a pipe table, 0 where there is none: it stands below the first words, or
    above them, where the head has none."""
    words = hull(group.pos for group in table.blocks if group.kind is BlockKind.ROW_GROUP)
    if words is None:
        return 0
    near = (words.line + 1, *range(words.line - 1, max(0, words.line - _EMPTY_ROWS), -1))
    return next((number for number in near if _RULE.fullmatch(_row(context, number))), 0)


def _row(context: Context, number: int) -> str:
    return _BEFORE.sub("", context.lines.line(number), count=1).rstrip()


def cells(row: str) -> list[str]:
    """The cells of a row of bars, those at its ends too that are empty; the bars at its ends are none of them."""
    inner = row.strip().removeprefix("|")
    return _BAR.split(inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner)
