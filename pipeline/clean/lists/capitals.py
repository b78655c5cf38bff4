# SPDX-License-Identifier: AGPL-3.0-or-later
"""capital-lists: items that begin with a capital ("A.", "IV.") get the second space that makes them a list.

With one space Markdown reads "B. Russell": a name. Two items one below the other that count up are none, but where both
are sentences that begin with a word that may be a name ("A. Smith is the clerk."). The list that an item leads to may
stand between it and the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.lists.numbering import as_name
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_CAPITAL = re.compile(r"[A-Z]+\.")
_DASHES = ("–", "—", "-")
_PAIR = 2  # items that may as well be two names


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of items with a capital and one space that count up."""
    last: dict[str, int] = {}  # number of the list before, by its way
    for style, first, run in _runs(scan.blocks):
        counts_on = first in (1, last.get(style, 0) + 1)
        last[style] = first + len(run) - 1
        if all(scan.slice(block).startswith(_DASHES) for block in run):
            continue  # paragraphs of a law: "I. – Whoever moors pays."
        starts = counts_on or len(run) > _PAIR or any(len(block.mark) > 2 for block in run)
        for block in run:
            if as_name(scan, block):
                reason = f"“{block.mark}” counts on in a list, and needs two spaces to be read as its item."
                sure = (starts or style == "I.") and not _persons(scan, run)
                yield Fix((Edit(block.body - 1, block.body, "  "),), reason, 0.92 if sure else 0.6)


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
    """Two or more items that count up in one way, with nothing but lists of theirs between, the way, and the first
    number."""
    open_runs: dict[str, tuple[int, list[Block]]] = {}  # way: first number, items
    above: Block | None = None
    for block in [*blocks, None]:
        if block is not None and above is not None and _within(above, block):
            above = block
            continue
        capital = block is not None and block.kind is Kind.ITEM and bool(_CAPITAL.fullmatch(block.mark))
        ways = read_mark(block.mark) if block is not None and capital else []
        went_on = {
            style: (known[0], [*known[1], block])
            for style, number in ways
            if block is not None and (known := open_runs.get(style)) and known[0] + len(known[1]) == number
        }
        whole = [(first, style, run) for style, (first, run) in open_runs.items() if len(run) > 1]
        if whole and not went_on:
            first, style, run = min(whole, key=lambda found: found[0])
            yield style, first, run
        open_runs = went_on or {style: (number, [block]) for style, number in ways if block is not None}
        above = block if capital else None


def _within(above: Block, block: Block) -> bool:
    """Whether a block is an item of a list inside an item with a capital: the first below it, or one that follows."""
    if block.kind is not Kind.ITEM or block.bulleted or _CAPITAL.fullmatch(block.mark):
        return False
    return not _CAPITAL.fullmatch(above.mark) or any(number == 1 for _, number in read_mark(block.mark))


RULE = Rule(
    "capital-lists", "Gives items that begin with a capital letter the two spaces that make them a list.", find,
    after="unspaced",
)
