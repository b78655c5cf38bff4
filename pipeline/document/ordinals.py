# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ordinals that Markdown takes for the number of an item: «14. Juli ist der letzte Tag» is a list that begins at 14.

Told in languages that write an ordinal with a full stop, of a list with one item that counts with none beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.context import Context
from pipeline.document.text import short, text_of, walk
from pipeline.model import Block, BlockKind, Severity

LANGUAGES = frozenset("az bs cs da de et eu fi fo gsw hr hu is lb lv nb nn no pl sk sl sr tr".split())  # noqa: SIM905
"""Languages in which «14.» is «the fourteenth» (CLDR, ordinal and date patterns)."""


def tell_ordinals(blocks: Sequence[Block], lang: str, context: Context) -> None:
    """Record a notice for each list of one item whose number no list before or behind it counts with. A list that
    begins at 1 is taken for one."""
    if lang.partition("-")[0].lower() not in LANGUAGES:
        return
    lists = [(block, _numbers(block)) for block in walk(tuple(blocks)) if _counts_in_figures(block)]
    numbers = [(), *(counted for _, counted in lists), ()]
    for (block, (first, *others)), before, after in zip(lists, numbers, numbers[2:], strict=False):
        goes_on = before[-1:] == (first - 1,) or after[:1] == (first + 1,)
        if others or first < 2 or goes_on:
            continue
        told = f"«{short(f'{first}. {text_of(block.blocks[0])}')}» is a list of one item."
        fix = f"If it is a sentence, write {first}\\. with a backslash."
        context.notice("number-as-list", told, fix, block.blocks[0].pos, Severity.NOTE)


def _counts_in_figures(block: Block) -> bool:
    look = block.list
    return block.kind is BlockKind.LIST and look is not None and (look.style, look.after) == ("decimal", ".")


def _numbers(block: Block) -> tuple[int, ...]:
    start = block.list.start if block.list is not None else 1
    return tuple(range(start, start + len(block.blocks)))
