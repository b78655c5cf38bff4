# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of a PDF without a header cell, and whether that is the file's fault or its source's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.checks.once import once
from pipeline.checks.pdf.look import block_of
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import Subject
from pipeline.document.text import walk
from pipeline.model import BlockKind


class Headless(NamedTuple):
    """A table of more than one row and column without a header cell; ``block``: the table of the source that it is,
    where that has none either."""

    tag: Tag
    block: str


@once
def headless(subject: Subject) -> tuple[Headless, ...]:
    """The tables without header cells, in the order of the tags."""
    found: list[Headless] = []
    for table in tree_of(subject).tags:
        if table.type != "Table":
            continue
        rows = list(rows_of(table))
        cells = [cell for row in rows for cell in cells_of(row)]
        if len(rows) > 1 and len(cells) > len(rows) and all(cell.type != "TH" for cell in cells):
            found.append(Headless(table, _written(subject).get(block_of(subject, table), "")))
    bare = list(dict.fromkeys(_written(subject).values()))
    if len(bare) == len(found):  # tables of the same words are known by their order alone
        return tuple(one._replace(block=one.block or block) for one, block in zip(found, bare, strict=True))
    return tuple(found)


def rows_of(table: Tag) -> list[Tag]:
    """The rows of a table, those of its groups too."""
    groups = ("THead", "TBody", "TFoot")
    return [row for kid in table.kids for row in (kid.kids if kid.type in groups else (kid,)) if row.type == "TR"]


def cells_of(row: Tag) -> list[Tag]:
    """The cells of a row."""
    return [cell for cell in row.kids if cell.type in ("TH", "TD")]


@once
def _written(subject: Subject) -> Mapping[str, str]:
    """The tables of the source that have no header cell, by their ids and those of all in them."""
    tables = [block for block in subject.blocks.values() if block.kind is BlockKind.TABLE]
    bare = [table for table in tables if not any(part.cell and part.cell.header for part in walk((table,)))]
    return {part.id: table.id for table in bare for part in walk((table,))}
