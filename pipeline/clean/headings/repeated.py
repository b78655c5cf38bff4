# SPDX-License-Identifier: AGPL-3.0-or-later
"""repeated-headings: a line that says what several headings of the text say is a heading like them.

Laws and amendments call part after part the same ("Article 6", "Statement of reasons"); an extractor finds some of
these headings and leaves the others as text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.lines import plain
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_LEAST = 2  # headings that say the same
_LONGEST = 80
# All of a line: "Article 6", "§ 3", "Artículo 12 bis".
_NUMBERED = re.compile(r"(?P<word>§+|[^\W\d_]{3,12}\.?)\s\d{1,4}(?:\s?[a-z]{1,6})?[.:]?$")


def find(scan: Scan) -> Iterator[Fix]:
    """Lines of their own, each over text, that are called like headings."""
    levels: dict[str, Counter[int]] = defaultdict(Counter)
    for block in scan.blocks:
        if block.kind is Kind.HEADING and block.level > 1:
            for name in names(scan.slice(block)):
                levels[name][block.level] += 1
    often = {name: count for name, count in levels.items() if count.total() >= _LEAST}
    if not often:
        return
    for index, block in enumerate(scan.blocks):
        name = next((name for name in _called(scan, block) if name in often), "")
        if not name or not _over_text(scan, scan.blocks, index):
            continue
        level = min(often[name], key=lambda level: (-often[name][level], level))
        reason = "Headings of this text say the same: a heading like them."
        edit = Edit(block.start, block.body, f"{'#' * level} ")
        yield Fix((edit,), reason, 0.92 if scan.extracted else 0.6)


def names(text: str) -> list[str]:
    """What a heading is called, and how it is numbered where that is all that it says."""
    words = plain(text).casefold().rstrip("# ")
    numbered = _NUMBERED.fullmatch(words)
    return [words, *([f"{numbered.group('word')} #"] if numbered else [])]


def _called(scan: Scan, block: Block) -> list[str]:
    """The names of a line that can be a heading; none for longer texts."""
    if block.kind is not Kind.PARA or len(block.lines) > 1 or block.indent > 3 or block.end - block.start > _LONGEST:
        return []
    text = scan.slice(block).strip()
    return [] if not text or prose.begins_lower(text) or prose.ends_sentence(text) else names(text)


def _over_text(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether text stands below a line, and the lines around it are no list of contents."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    before = blocks[index - 1] if index else None
    if after is None or after.kind is Kind.HEADING or len(scan.slice(after)) <= _LONGEST:
        return False
    return before is None or before.kind is not Kind.PARA or prose.stops(scan.slice(before))


RULE = Rule(
    "repeated-headings", "Makes headings of lines that say what headings of the text say.", find,
    after="glued-headings",
)
