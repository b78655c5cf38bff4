# SPDX-License-Identifier: AGPL-3.0-or-later
"""Breaks between scenes, «* * *» and «- - -», which pandoc takes for lists in lists without a word: a line that can be
both is a break (CommonMark 4.1, example 61)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.document.context import Context
from pipeline.model import Block, BlockKind, Pos

_BREAK = re.compile(r"([*-])(?:[ \t]*\1){2,}[ \t]*")
_EMPTY = re.compile(r"\n[ \t>]*\n")


def without_breaks(made: Block, context: Context) -> Sequence[Block]:
    """A list of bullets as its source has it: with a rule in the place of each item that is none, and the items before
    and after it as lists of their own."""
    places = [_place(item, context) for item in made.blocks]
    if not any(places):
        return (made,)
    return tuple(_parts(made, places, context))


def _parts(made: Block, places: Sequence[Pos | None], context: Context) -> Iterator[Block]:
    pairs = list(zip(made.blocks, places, strict=True))
    for is_break, group in groupby(pairs, key=lambda pair: pair[1] is not None):
        part = list(group)
        if is_break:
            yield from (Block(BlockKind.RULE, "", pos=place) for _, place in part)
            continue
        items = tuple(item for item, _ in part)
        first, last = items[0].pos, items[-1].pos
        pos = Pos(_mark(first, context), last.end, first.line) if first and last else None
        tight = pos is not None and not _EMPTY.search(context.text, pos.start, pos.end)
        look = replace(made.list, tight=tight or made.list.tight) if made.list else None
        yield replace(made, blocks=items, list=look, pos=pos)


def _place(item: Block, context: Context) -> Pos | None:
    """Where the line of a break stands, if the item is one."""
    inner = item.blocks[0] if len(item.blocks) == 1 else None
    if inner is None or inner.pos is None or inner.kind not in (BlockKind.LIST, BlockKind.RULE):
        return None
    found = _BREAK.match(context.text, _mark(inner.pos, context))
    if found is None or context.text[found.end() : found.end() + 1] not in ("", "\r", "\n"):
        return None
    return Pos(found.start(), len(found.group().rstrip()) + found.start(), inner.pos.line)


def _mark(pos: Pos, context: Context) -> int:
    """Where the mark of the item stands whose words begin at a place."""
    line = context.text[context.lines.starts[context.lines.line_of(pos.start) - 1] : pos.start]
    return pos.start - len(line) + max(0, len(line.rstrip(" \t")) - 1)
