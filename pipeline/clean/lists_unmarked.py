# SPDX-License-Identifier: AGPL-3.0-or-later
"""unmarked-lists: short paragraphs after a colon are the items of a list whose bullets were drawn, not typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Scan

_LONGEST = 200
_NOT = re.compile(r"[`>|#<!\[(]|\*\*[^*]+\*\*\s*$|\(?\w{1,3}[.)]\s|\S+:\s*$|§")


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of items after a paragraph that ends with a colon."""
    blocks = scan.blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.PARA or prose.tail(scan.slice(block))[-1:] not in tuple(":："):
            continue
        run = _run(scan, blocks, index + 1)
        bare = [item for item in run if item.kind is Kind.PARA]
        marked = len(run) - len(bare)
        if not bare or len(run) < 2:
            continue
        sure = 0.92 if scan.pages and (marked or len(bare) >= 2) else 0.6
        for item in bare:
            start = item.start
            reason = "Short paragraphs after a colon, without an end: items of a list."
            yield Fix((Edit(start, item.body, "- "),), reason, sure)


def _run(scan: Scan, blocks: Sequence[Block], start: int) -> list[Block]:
    """The blocks from ``start`` on that can be items of one list."""
    run: list[Block] = []
    ended = 0
    for block in blocks[start:]:
        text = scan.slice(block)
        if block.kind is Kind.ITEM and block.mark in "-*+":
            run.append(block)
            continue
        if block.kind is not Kind.PARA or len(text) > _LONGEST or _NOT.match(text):
            break
        if prose.tail(text)[-1:] in tuple(":："):
            break
        ended += prose.ends_sentence(text)
        run.append(block)
    marked = [block for block in run if block.kind is Kind.ITEM]
    if ended and not _parallel(scan, run):
        run = run[
            : next(i for i, b in enumerate(run) if b.kind is Kind.PARA and prose.ends_sentence(scan.slice(b)))
        ]
    while run and run[-1].kind is Kind.PARA and (marked or _unfinished(scan, run[-1])):
        run.pop()  # what follows the last item with a bullet is text
    lower = [prose.begins_lower(scan.slice(block)) for block in run]
    return run if len(set(lower)) < 2 else []


def _parallel(scan: Scan, run: Sequence[Block]) -> bool:
    """Whether sentences are built alike, as items are: one first word, or all begin with a small letter."""
    if len(run) < 3:
        return False
    texts = [scan.slice(block) for block in run]
    if all(prose.begins_lower(text) for text in texts):
        return True
    words = [prose.first_word(text).casefold() for text in texts]
    often = max(words.count(word) for word in words)
    return often * 2 > len(words)


def _unfinished(scan: Scan, block: Block) -> bool:
    return prose.open_word(scan.slice(block), scan.lang)


RULE = Rule("unmarked-lists", "Makes items of short paragraphs after a colon.", find)
