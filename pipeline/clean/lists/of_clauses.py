# SPDX-License-Identifier: AGPL-3.0-or-later
"""clause-lists: clauses that each end one sentence, the last behind "and" or "or", are items whose bullets were lost.

"The office may refuse a boat that / is not sound, / has no lamp, or / is not paid for." All begin small, and the one
before the last ends with the word that leads to it. A sentence that a page or a line cut has no such rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens, prose, spacing
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan

_LEADS = re.compile(r"[,;]\s+([^\W\d_]+)\W*$")
_LABEL = re.compile(r"\(?\w{1,3}[.)](?:\s|$)")
_FEWEST = 3  # words of a clause, and of what leads to the first
_MOST = 12  # clauses of one sentence
_REASON = "Clauses of one sentence, the last but one ending with “and” or “or”: items of a list."


def find(scan: Scan) -> Iterator[Fix]:
    """The clauses of such lists that have no bullet."""
    blocks = scan.blocks
    for index in sorted(clauses(scan)):
        block = blocks[index]
        if block.kind is Kind.PARA:
            sure = 0.92 if scan.extracted else 0.6
            yield Fix((Edit(block.start, block.body, "- "),), _REASON, sure)


def clauses(scan: Scan) -> frozenset[int]:
    """Which blocks of a text are such clauses."""
    return scan.once("clauses of lists", _clauses)


def _clauses(scan: Scan) -> frozenset[int]:
    blocks = scan.blocks
    found: set[int] = set()
    for index in range(1, len(blocks) - 1):
        if index not in found and _joins(scan, blocks, index):
            found.update(_run(scan, blocks, index))
    return frozenset(found)


def _run(scan: Scan, blocks: Sequence[Block], index: int) -> list[int]:
    """The clauses of the sentence whose last but one is at ``index``; none where they are no list."""
    run = [index, index + 1]
    place = index
    while _clause(scan, blocks[place]) and len(run) < _MOST:
        place -= 1
        if place < 0 or blocks[place].kind not in TEXT or scan.paged(blocks[place].end, blocks[place + 1].start):
            return []
        text = scan.slice(blocks[place])
        if prose.ends_sentence(text) or spacing.full(scan, blocks[place], blocks[place + 1]):
            return []
        if prose.ends_colon(text) or not _clause(scan, blocks[place]):
            break
        run.insert(0, place)
    text = scan.slice(blocks[place])
    leads = blocks[place].kind is Kind.PARA and prose.tail(text)[-1:] not in tuple(prose.COMMAS + ";")
    return run if place < index and leads and len(text.split()) >= _FEWEST else []


def _joins(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a clause ends with the word that leads to the one below it, inside a page."""
    block, below = blocks[index], blocks[index + 1]
    found = _LEADS.search(scan.slice(block)[-40:])
    if not found or found.group(1).casefold() not in hyphens.AND:
        return False
    if not (_clause(scan, block) and _clause(scan, below)) or scan.paged(block.end, below.start):
        return False
    return not spacing.full(scan, block, below)


def _clause(scan: Scan, block: Block) -> bool:
    text = scan.slice(block)
    plain = (block.kind is Kind.PARA or block.bulleted) and not block.indent and not _LABEL.match(text)
    return plain and prose.begins_lower(text) and len(text.split()) >= _FEWEST


RULE = Rule("clause-lists", "Makes items of the clauses of one sentence.", find, after="list-lines")
