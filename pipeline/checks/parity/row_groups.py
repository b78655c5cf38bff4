# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which rows of a table are its head, its body and its foot, in the document and in a file."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import fold
from pipeline.checks.subject import Subject
from pipeline.document import text_of
from pipeline.model import Block, BlockKind, Node, Role

KINDS = ("head", "body", "foot")
CELLS = frozenset({Role.CELL, Role.HEADER})


def regrouped(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """(message, place, block) of each table with as many rows as in the source, one of which stands in another group
    than there. Tables are known by their words."""
    wanted = [block for key, block in subject.blocks.items() if key == block.id and block.kind is BlockKind.TABLE]
    given = [node for node in subject.outline.root.walk() if node.role is Role.TABLE]
    for a, b in align([_words(block) for block in wanted], [_words_of(node) for node in given]):
        if a is None or b is None:
            continue
        there, here = list(_groups(wanted[a])), list(_groups_of(given[b], ""))
        if len(there) != len(here):
            continue  # a row that is lost is told by its cells
        for number, (one, other) in enumerate(zip(there, here, strict=True), 1):
            if one != other:
                what = f"stands in its {one} in the source and in {f'its {other}' if other else 'no group'} here"
                yield f"Row {number} of the table {what}.", given[b].place, wanted[a].id
                break


def _groups(table: Block) -> Iterator[str]:
    for group in table.blocks:
        if group.kind is BlockKind.ROW_GROUP:
            kind = next((name for name in KINDS if name in group.attr.classes), "body")
            yield from (kind for row in group.blocks if row.kind is BlockKind.ROW)


def _groups_of(node: Node, group: str) -> Iterator[str]:
    for child in node.children:
        if child.role is Role.ROW:
            yield group
        elif child.role is Role.ROW_GROUP:
            yield from _groups_of(child, child.attrs.get("group", ""))


def _words(table: Block) -> str:
    return _letters(text_of(Block(BlockKind.TABLE, "", blocks=tuple(_rows(table)))))


def _rows(table: Block) -> Iterator[Block]:
    return (group for group in table.blocks if group.kind is BlockKind.ROW_GROUP)


def _words_of(table: Node) -> str:
    return _letters(" ".join(node.text for node in table.walk() if node.role in CELLS))


def _letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
