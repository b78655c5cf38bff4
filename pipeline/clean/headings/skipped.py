# SPDX-License-Identifier: AGPL-3.0-or-later
"""skipped-headings: a short line right above a heading that skips a level is the heading that is missing between.

«Harbour» (1), the line «Of boats», «2.1 Rafts» (3): an extractor left the second as text. It is one where headings of
that level stand right above such a heading elsewhere in the text; else the level is mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan

_LONGEST = 80  # characters of such a line
_MOST = 10  # and its words


def find(scan: Scan) -> Iterator[Fix]:
    """Lines above headings that skip a level."""
    if not scan.extracted:
        return  # an author may skip one; it is reported
    headings = [(index, block) for index, block in enumerate(scan.blocks) if block.kind is Kind.HEADING]
    bare = {(one.level, other.level) for (at, one), (index, other) in pairwise(headings) if index == at + 1}
    for (at, above), (index, block) in pairwise(headings):
        level = block.level - 1
        if above.level >= level or index < at + 2 or (level, block.level) not in bare or not _heads(scan, index - 1):
            continue
        line = scan.blocks[index - 1]
        edit = Edit(line.start, line.body, f"{'#' * level} ")
        yield Fix((edit,), "The line stands right above a heading that skips a level: it is the one between.", 0.92)


def _heads(scan: Scan, index: int) -> bool:
    """Whether a block is a short line that ends nothing and goes on nothing."""
    block, above = scan.blocks[index], scan.blocks[index - 1]
    text = scan.slice(block).strip().strip("*_ ")
    if not _is_line(block) or len(text) > _LONGEST or len(text.split()) > _MOST or not prose.begins_upper(text):
        return False
    if prose.stops(text) or prose.tail(text)[-1:] in tuple(prose.COMMAS + ":") or prose.open_word(text, scan.lang):
        return False
    return above.kind not in TEXT or prose.stops(scan.slice(above))


def _is_line(block: Block) -> bool:
    return block.kind is Kind.PARA and len(block.lines) == 1 and not block.indent


RULE = Rule(
    "skipped-headings", "Makes a heading of the line right above a heading that skips a level.", find,
    after="two-headings",
)
