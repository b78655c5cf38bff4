# SPDX-License-Identifier: AGPL-3.0-or-later
"""roman-headings: short lines that count I., II., III. over text of their own are headings.

Where they stand right after each other they are items, or a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan

_NUMBER = re.compile(r"[ \t]{0,3}(?P<mark>[IVXL]{1,7}\.)[ \t]+(?=\S)")
_LONGEST = 100
_LEVEL = 2  # below the title


def find(scan: Scan) -> Iterator[Fix]:
    """Series that count up from I, each with text under it."""
    series: list[Block] = []
    for index, block in enumerate(scan.blocks):
        number = _number(block)
        if number == 1 and len(series) < 2:
            series = []  # the one before was alone, as in a table of contents that was cut
        if number == len(series) + 1 and _heads(scan, scan.blocks, index):
            series.append(block)
    if len(series) < 2:
        return
    for block in series:
        text = " ".join(scan.text[block.start : block.end].split())
        reason = "The line counts on in Roman numbers, and text of its own follows: a heading."
        yield Fix((Edit(block.start, block.end, f"{'#' * _LEVEL} {text}"),), reason, 0.91 if scan.extracted else 0.6)


def _number(block: Block) -> int:
    """The Roman number at the beginning of a text; 0 where there is none."""
    found = _NUMBER.match(block.lines[0].text) if block.kind in (Kind.PARA, Kind.ITEM) else None
    return dict(read_mark(found.group("mark"))).get("I.", 0) if found else 0


def _heads(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a numbered text is short, has no end, and stands over text."""
    block = blocks[index]
    text = scan.text[block.start : block.end].strip()
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind is not Kind.PARA or _number(after) or prose.begins_lower(scan.slice(after)):
        return False
    ends = prose.stops(text) or prose.tail(text)[-1:] in tuple(prose.COMMAS)
    return len(block.lines) == 1 and len(text) <= _LONGEST and not ends and not prose.open_word(text, scan.lang)


RULE = Rule(
    "roman-headings", "Makes headings of lines that count I., II., III. over text of their own.", find,
    after="typed-headings",
)
