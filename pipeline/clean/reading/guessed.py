# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bullets that an extractor guessed, where none was printed.

One extractor looks for what counts lines: it takes the last letter of "These" and "Thesf", or the numbers of articles,
for that, and writes a bullet before each of them. Nobody writes a list of one item, nor two items that begin so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.reading.blocks import Block
from pipeline.clean.reading.lines import BULLETS, Kind

_FEWEST = 2  # letters that two texts have in common
_COUNTED = re.compile(r"(?:[^\W\d_]+\.?[ \xa0])?[§(]?[ \xa0]?(?:\d|[IVXLC]+\b|[a-z][.)])")
_TYPED = re.compile(rf"[ \t]*(?:[+{BULLETS}]|o[ \t]+\S|-[ \t]*$)")


def counts_on(one: str, other: str) -> bool:
    """Whether the first word of a text is that of the text above it up to a letter, which is the next one."""
    first, second = (text.split(maxsplit=1)[0].casefold() if text.strip() else "" for text in (one, other))
    same = next((place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), 0)
    return same >= _FEWEST and first[same].isalpha() and ord(second[same]) - ord(first[same]) == 1


def runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The items with a bullet that have nothing between them."""
    run: list[Block] = []
    for block in blocks:
        if block.bulleted:
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def no_lists(blocks: Sequence[Block]) -> bool:
    """Whether all bullets of a text are guessed: each stands alone, or before what counts on with its neighbours."""
    if any(block.kind is Kind.PARA and _TYPED.match(line.text) for block in blocks for line in block.lines):
        return False
    return all(_guessed([_said(block) for block in run]) for run in runs(blocks))


def _said(block: Block) -> str:
    """The first line of an item, behind its bullet."""
    return block.lines[0].text[block.body - block.start :]


def _guessed(texts: Sequence[str]) -> bool:
    counted = [bool(_COUNTED.match(text)) for text in texts]
    pairs = zip(pairwise(texts), pairwise(counted), strict=True)
    return all(all(both) or counts_on(*texts) for texts, both in pairs)
