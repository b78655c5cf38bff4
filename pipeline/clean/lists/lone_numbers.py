# SPDX-License-Identifier: AGPL-3.0-or-later
"""lone-numbers: the number of an item or paragraph that stands alone goes before its text.

Extractors of plain text leave what a page sets into the margin in a paragraph of its own ("1." / "The council …"), of
which Markdown makes an empty item and a text without a number. They count up, and each has text below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule, notice
from pipeline.clean.reading import plain
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONE = re.compile(r"[ \t]*(?P<mark>\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)])[ \t]*$")
_LABEL = re.compile(r"[ \t]*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]|\d{1,3}(?:\.\d{1,3})+\.?)\s")
_FEWEST = 3  # numbers that count up before they are taken for those of what stands below them
_NEAR = 3  # texts from a number to the next


def find(scan: Scan) -> Iterator[Fix]:
    """Lines with nothing but a number, or a letter, that counts up with others of the text."""
    blocks = scan.blocks
    lone = [index for index, block in enumerate(blocks) if _mark(block)]
    if not lone or plain.interleaved(scan):
        return
    counted = _counted(blocks, lone)
    stacks = _stacks(blocks, lone)
    stacked = {index for stack in stacks for index in stack}
    sure = 0.93 if len(counted) >= _FEWEST and _close(blocks, counted - stacked, set(lone)) else 0.6
    for index in sorted(counted - stacked):
        if fix := _joined(blocks, index, sure):
            yield fix
    for stack in stacks:
        texts = _below(blocks, stack[-1]) if scan.extracted else []
        if counted.issuperset(stack) and len(texts) == len(stack):
            yield _dealt(blocks, stack, texts, 0.93 if len(counted) >= _FEWEST else 0.6)
            continue
        for index in counted.intersection(stack):
            reason = "A number stands alone, and so do those beside it: whose numbers they are cannot be seen."
            yield notice(blocks[index].start, blocks[index].end, reason)


def _stacks(blocks: Sequence[Block], lone: Sequence[int]) -> list[list[int]]:
    """Numbers that stand alone one right below the other."""
    stacks: list[list[int]] = []
    for one, two in pairwise(lone):
        if two == one + 1 and len(blocks[one].lines) == 1:
            if stacks and stacks[-1][-1] == one:
                stacks[-1].append(two)
            else:
                stacks.append([one, two])
    return stacks


def _below(blocks: Sequence[Block], index: int) -> list[Block]:
    """The paragraphs below a number, up to what is none or has a number of its own."""
    texts: list[Block] = []
    if len(blocks[index].lines) > 1:
        return texts
    for block in blocks[index + 1 :]:
        if block.kind is not Kind.PARA or _mark(block) or _LABEL.match(block.lines[0].text):
            break
        texts.append(block)
    return texts


def _dealt(blocks: Sequence[Block], stack: Sequence[int], texts: Sequence[Block], sure: float) -> Fix:
    """Each of the numbers before one of as many texts."""
    first = blocks[stack[0]]
    start = first.lines[0].start + len(first.lines[0].text.rstrip())
    others = [(_mark(blocks[index]), text) for index, text in zip(stack[1:], texts[1:], strict=True)]
    edits = (Edit(start, texts[0].body, " "), *(Edit(text.start, text.start, f"{mark} ") for mark, text in others))
    reason = "As many numbers stand above these texts as there are texts."
    return Fix(edits, reason, sure, moved=" ".join(mark for mark, _ in others))


def _close(blocks: Sequence[Block], places: set[int], alone: set[int]) -> bool:
    """Whether no more than two paragraphs stand below most numbers: those of the parts of a story have more."""
    gaps = []
    for index in places:
        after = index + 1
        while after < len(blocks) and after not in alone and not blocks[after].counted and after - index <= _NEAR:
            after += 1
        gaps.append(after - index)
    gaps.sort()
    return not gaps or gaps[len(gaps) // 2] <= _NEAR


def _mark(block: Block) -> str:
    """The number with which a text begins, where nothing else is on its line."""
    found = _LONE.match(block.lines[0].text) if block.kind is Kind.PARA else None
    return found.group("mark") if found else ""


def _counted(blocks: Sequence[Block], lone: Sequence[int]) -> set[int]:
    """Those that count up with the number before or after them, be that alone or an item's."""
    alone = set(lone)
    marks = [
        (index, read_mark(_mark(block) if index in alone else block.mark))
        for index, block in enumerate(blocks)
        if index in alone or block.counted
    ]
    last: dict[str, tuple[int, int]] = {}  # of each way to count: the last number, and where it stands
    counted: set[int] = set()
    for index, ways in marks:
        for style, number in ways:
            before, place = last.get(style, (0, -1))
            if place >= 0 and number == before + 1:
                counted |= {index, place} & alone
            last[style] = (number, index)
    return counted


def _joined(blocks: Sequence[Block], index: int, sure: float) -> Fix | None:
    """The number and the text below it, in one line."""
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if len(block.lines) > 1:
        below = block.lines[1]
        if below.indent > len(_mark(block)):
            return None  # Markdown reads it as the item's
        end = below.start + len(below.text) - len(below.text.lstrip())
    elif after is not None and after.kind is Kind.PARA and not _mark(after):
        end = after.body
    else:
        return None
    start = block.lines[0].start + len(block.lines[0].text.rstrip())
    return Fix((Edit(start, end, " "),), "The number of an item stands apart from its text.", sure)


RULE = Rule(
    "lone-numbers", "Puts the number of an item that stands alone before its text.", find, after="split-paragraphs",
)
