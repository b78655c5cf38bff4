# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which way a block's own words run, where its author marked nothing.

A line in Latin letters in an Arabic text that is set from right to left has its full stop on the wrong side, and so
has an Arabic line in an English text. ``dir="auto"`` would go by the first letter alone (UAX 9, P2), which turns every
Arabic sentence that begins with a foreign name; we go by that and nearly all letters, and say the direction itself, so
that it is the same in every format.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.labels import direction
from pipeline.model import Block, Inline, InlineKind

NEARLY_ALL = 0.8
FEWEST_WORDS = 2  # a word alone runs by itself
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
APART = frozenset(
    {InlineKind.CODE, InlineKind.MATH, InlineKind.IMAGE, InlineKind.NOTE, InlineKind.SOFT_BREAK, InlineKind.LINE_BREAK}
)


def way_of(block: Block, lang: str, dir: str) -> str:
    """The direction of a block's own words: ``dir`` (what holds in it), unless its first letter and nearly all of its
    letters run the other way and nobody said anything of the block, nor ``dir`` is another than that of its language
    ``lang``. A sentence that begins in its own language goes on in it, however long the names are that it cites."""
    if block.dir or block.lang or dir != direction(lang):
        return dir
    own = "".join(_own(block.inlines))
    other = "rtl" if dir == "ltr" else "ltr"
    sides = (STRONG.get(unicodedata.bidirectional(letter)) for letter in own)
    if next((side for side in sides if side), dir) != other:
        return dir
    against, strong = 0, 0
    for letter, count in Counter(own).items():
        side = STRONG.get(unicodedata.bidirectional(letter))
        strong += count if side else 0
        against += count if side == other else 0
    if against <= NEARLY_ALL * strong:
        return dir
    words = [word for word in own.split() if any(letter.isalpha() for letter in word)]
    return other if len(words) >= FEWEST_WORDS else dir


def _own(inlines: Sequence[Inline]) -> Iterator[str]:
    """The words of inlines that say nothing of their language or direction."""
    for piece in inlines:
        if piece.kind in APART or piece.lang or piece.dir:
            yield " "
        else:
            yield piece.text
            yield from _own(piece.children)
