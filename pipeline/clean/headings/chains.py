# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbered lines that count up together: what most of them are, all are, be it headings or items of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from pipeline.clean.reading.scan import Block

_NUMBER = re.compile(r"\d{1,2}[.)]")
_FEWEST = 3  # lines that count up


def listed(blocks: Sequence[Block], chosen: Collection[int]) -> frozenset[int]:
    """Those of ``chosen`` that are items all the same: of the lines that count up with them fewer than half are chosen.

    A short item without an end looks like a heading where an extractor parted its first line from the rest.
    """
    taken = frozenset(chosen)
    found: set[int] = set()
    for chain in _chains(blocks):
        heads = taken.intersection(chain)
        if len(chain) >= _FEWEST and len(heads) * 2 < len(chain):
            found |= heads
    return frozenset(found)


def _chains(blocks: Sequence[Block]) -> list[list[int]]:
    """Lines that count up by one, each with the nearest one above that it can go on; 1 begins anew."""
    chains: list[list[int]] = []
    ended: dict[tuple[int, str], list[list[int]]] = defaultdict(list)  # by the last number and its sign
    for index, block in enumerate(blocks):
        if not block.counted or block.indent or not _NUMBER.fullmatch(block.mark):
            continue
        number, end = int(block.mark[:-1]), block.mark[-1]
        waiting = ended[number - 1, end]
        chain = waiting.pop() if waiting else []
        if not chain:
            chains.append(chain)
        chain.append(index)
        ended[number, end].append(chain)
    return chains
