# SPDX-License-Identifier: AGPL-3.0-or-later
"""capital-lists: items that begin with a capital ("A.", "IV.") get the second space that makes them a list.

With one space Markdown reads "B. Russell": a name. Two items one below the other that count up are none, but where both
are sentences that begin with a word that may be a name ("A. Smith is the clerk."). The list that an item leads to may
stand between it and the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean import hyphens, prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.numbering import read_mark
from pipeline.clean.scan import Block, Kind, Scan
from pipeline.clean.small_words import small_words

_CAPITAL = re.compile(r"[A-Z]+\.")
_DASHES = ("–", "—", "-")
_PAIR = 2  # items that may as well be two names


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of items with a capital and one space that count up."""
    last: dict[str, int] = {}  # number of the list before, by its way
    for style, first, run in _runs(list(_siblings(scan.blocks))):
        counts_on = first in (1, last.get(style, 0) + 1)
        last[style] = first + len(run) - 1
        if all(scan.slice(block).startswith(_DASHES) for block in run):
            continue  # paragraphs of a law: "I. – Whoever moors pays."
        starts = counts_on or len(run) > _PAIR or any(len(block.mark) > 2 for block in run)
        for block in run:
            if scan.text[block.body - 2 : block.body - 1] == ".":
                reason = f"“{block.mark}” counts on in a list, and needs two spaces to be read as its item."
                sure = (starts or style == "I.") and not _persons(scan, run)
                yield Fix((Edit(block.body - 1, block.body, "  "),), reason, 0.92 if sure else 0.6)


def _siblings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the items right below one with a capital, whose list begins anew ("A. …:" / "1. …")."""
    led = inside = False
    for block in blocks:
        capital = block.kind is Kind.ITEM and bool(_CAPITAL.fullmatch(block.mark))
        if led and block.kind is Kind.ITEM and not capital:
            inside = inside or block.bulleted or any(number == 1 for _, number in read_mark(block.mark))
        else:
            led, inside = capital, False
        if not inside:
            yield block


def _persons(scan: Scan, run: Sequence[Block]) -> bool:
    """Whether two letters may be persons' initials: each stands before a word with a capital in a sentence, and no such
    word as begins sentences."""
    if len(run) > _PAIR or any(len(block.mark) > len("A.") for block in run):
        return False
    small = small_words(hyphens.language(scan))
    texts = [scan.slice(block) for block in run]
    return all(
        prose.ends_sentence(text) and prose.begins_upper(text) and prose.first_word(text).casefold() not in small
        for text in texts
    )


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[str, int, list[Block]]]:
    """Two or more items right after each other that count up in one way, the way, and the first number."""
    open_runs: dict[str, tuple[int, int, list[Block]]] = {}  # way: first number, last number, items
    for block, after in pairwise([*blocks, None]):
        if block is None or block.kind is not Kind.ITEM or not _CAPITAL.fullmatch(block.mark):
            open_runs = {}
            continue
        ways = read_mark(block.mark)
        went_on = {
            style: (known[0], number, [*known[2], block])
            for style, number in ways
            if (known := open_runs.get(style)) and known[1] + 1 == number
        }
        open_runs = went_on or {style: (number, number, [block]) for style, number in ways}
        ended = after is None or not _goes_on(after, open_runs)
        if ended and went_on:
            style, (first, _, run) = min(went_on.items(), key=lambda item: item[1][0])
            yield style, first, run


def _goes_on(after: Block, open_runs: dict[str, tuple[int, int, list[Block]]]) -> bool:
    if after.kind is not Kind.ITEM:
        return False
    return any(style in open_runs and open_runs[style][1] + 1 == number for style, number in read_mark(after.mark))


RULE = Rule(
    "capital-lists", "Gives items that begin with a capital letter the two spaces that make them a list.", find,
    after="unspaced",
)
