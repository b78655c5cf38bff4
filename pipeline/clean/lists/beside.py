# SPDX-License-Identifier: AGPL-3.0-or-later
"""clause-items: a clause beside an item that begins with the same word is an item whose bullet an extractor lost.

"- must ask the keeper, and", then "must pay his dues." below it: both begin small with one word, be it no article, and
the first ends as a clause does. Only where pages prove an extraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.lists import clauses_alike
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 400  # characters of a clause


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that are the next clause of the item above them, or the one before the item below them."""
    if not scan.extracted:
        return
    found: set[int] = set()
    for one, two in pairwise(scan.blocks):
        if not clauses_alike.begin(scan.slice(one), scan.slice(two)):
            continue
        for lost, item in ((one, two), (two, one)):
            if item.bulleted and _clause(scan, lost) and lost.start not in found:
                found.add(lost.start)
                edit = Edit(lost.start, lost.body, item.mark + " ")
                yield Fix((edit,), "It begins as the item beside it, whose clause goes on: an item.", 0.92)


def _clause(scan: Scan, block: Block) -> bool:
    return block.kind is Kind.PARA and block.indent == 0 and len(scan.slice(block)) <= _LONGEST


RULE = Rule("clause-items", "Makes items of clauses that begin as the item beside them does.", find, after="list-lines")
