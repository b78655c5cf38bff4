# SPDX-License-Identifier: AGPL-3.0-or-later
"""Plain blocks that stand for the items of one list, as one list again.

Each item of the original has a plain block of its own, so that one that changed can be found. What is written in these
blocks is still one list: who listens to it hears how many items it has, and which one is read (WCAG 1.3.1). A list of
whose items the writer made sections, each with a heading, is none any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from pipeline.document.counting import number_label, number_of
from pipeline.model import Block, BlockKind, ListStyle, Pos
from pipeline.plain.authored.align import Index
from pipeline.plain.authored.source import PlainBlock, PlainText


@dataclass(frozen=True, slots=True)
class Run:
    """Plain blocks that follow each other: those for the items of one list with this list as their texts are it
    (before its blocks have the ids of the edition), or any one other (without a list). ``counts_alike``: the items have
    the marks that they have in the original."""

    parts: tuple[PlainBlock, ...]
    list: Block | None = None
    counts_alike: bool = False


def runs(plain: PlainText, index: Index) -> tuple[Run, ...]:
    """All plain blocks in their order. In: also the blocks of the original."""
    parted = {_list_of(part, index) for part in plain.blocks if _has_heading(part)}
    found: list[Run] = []
    for name, group in groupby(plain.blocks, lambda part: _list_of(part, index) if _is_item(part) else ""):
        if name and name not in parted:
            found.append(_as_list(tuple(group), index, index.blocks[name]))
        else:
            found += (Run((part,)) for part in group)
    return tuple(found)


def laid_out(made: Iterable[Run], blocks: Iterable[Block]) -> Iterator[tuple[Run, tuple[Block, ...]]]:
    """Each run with its blocks in the edition: its list, or the blocks of its one part. In: the blocks of the edition
    that was made of these runs."""
    left = iter(blocks)
    for run in made:
        yield run, tuple(islice(left, 1 if run.list is not None else len(run.parts[0].blocks)))


def _list_of(part: PlainBlock, index: Index) -> str:
    """The list of whose items a plain block stands for one; empty if it stands for anything else."""
    block = index.blocks.get(part.stands_for[0]) if len(part.stands_for) == 1 else None
    return index.parents[block.id] if block is not None and block.kind is BlockKind.ITEM else ""


def _has_heading(part: PlainBlock) -> bool:
    return any(block.kind is BlockKind.HEADING for block in part.blocks)


def _is_item(part: PlainBlock) -> bool:
    """Whether the text of a plain block can be one item: not where the writer made a list of several of it."""
    only = part.blocks[0] if len(part.blocks) == 1 else None
    several = only is not None and only.kind is BlockKind.LIST and len(only.blocks) != 1
    return bool(part.blocks) and not part.omitted and not several


def _typed(part: PlainBlock) -> Block | None:
    """The list of one item as which a plain block is written."""
    only = part.blocks[0] if len(part.blocks) == 1 else None
    return only if only is not None and only.kind is BlockKind.LIST else None


def _as_list(parts: tuple[PlainBlock, ...], index: Index, source: Block) -> Run:
    """The list of some plain blocks. It counts as the original does, unless all of them are written as items of the
    other kind: numbers for bullets, or bullets for numbers."""
    theirs = source.list or ListStyle()
    own = [typed.list or ListStyle() for part in parts if (typed := _typed(part)) is not None]
    alike = len(own) < len(parts) or any(style.ordered == theirs.ordered for style in own)
    items = [index.blocks[part.stands_for[0]] for part in parts]
    labels = [item.label for item in items] if alike else _labels(own[0], len(parts))
    style = theirs if alike else own[0]
    first = number_of(labels[0].removeprefix(style.before).removesuffix(style.after), style.style)
    style = replace(style, start=style.start if first is None else first)
    blocks = tuple(map(_item, parts, items, labels))
    return Run(parts, Block(BlockKind.LIST, source.id, blocks=blocks, list=style, pos=_place(parts)), alike)


def _labels(style: ListStyle, count: int) -> Sequence[str]:
    if not style.ordered:
        return ("",) * count
    return [f"{style.before}{number_label(style.start + at, style.style)}{style.after}" for at in range(count)]


def _item(part: PlainBlock, item: Block, label: str) -> Block:
    """The item that a plain block is. Its first block has the id of the original's, as that of any plain block has."""
    typed = _typed(part)
    own = typed.blocks[0] if typed is not None and typed.blocks[0].blocks else None
    first, *more = part.blocks if own is None else own.blocks
    checked = item.checked if own is None or own.checked is None else own.checked
    return Block(
        BlockKind.ITEM, f"{item.id}-item", blocks=(replace(first, id=item.id), *more), label=label, checked=checked,
        lang="" if own is None else own.lang, dir="" if own is None else own.dir, pos=_place((part,)),
    )  # fmt: skip


def _place(parts: Sequence[PlainBlock]) -> Pos | None:
    """From where the text of some plain blocks begins to where it ends."""
    places = [block.pos for part in parts for block in part.blocks if block.pos is not None]
    return Pos(places[0].start, places[-1].end, places[0].line) if places else None
