# SPDX-License-Identifier: AGPL-3.0-or-later
"""ended-headings: a heading that an extractor ran into the end of the text above it stands alone again.

The text ends its sentence, a few words without an end follow ("… of the board. Dues of rafts"), and a paragraph
begins below, or the text is an item and a list like its own begins anew: that heading stands beside the last one.
What a page cut is no heading, nor are single words, but for the name of a part ("Section 3") of which others are
headings. Where lines are left as they were set, each heading has its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.heading_signs import PARTS, SMALLEST, sign
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan
from pipeline.clean.tables import rows

_MARKED = 3  # headings that the extractor marked
_ENDED = re.compile(r"[^\W\d_]{3}[.!?][\"”»’)]{0,2}[ \xa0]+(?=[^\W\d_a-zß-öø-ÿ])")
_LONGEST = 60
_BEFORE = 20  # characters of the text that ends
_UNDER = 60  # characters of the paragraph below
_NOT = re.compile(r"[\d@|<>{}=\\•▪●:]|https?|[.,;!?]$")
_NAME = re.compile(r"\s*(?:[:.–—-]|$)")  # behind the number of a part that is named
_DEEPEST = 6


def find(scan: Scan) -> Iterator[Fix]:
    """Texts that end with a heading."""
    if not scan.extracted or scan.width or scan.headed < _MARKED or plain.shape(scan) is not None:
        return
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    starts = [block.start for block in headings]
    series: dict[str, list[int]] = defaultdict(list)
    for block in headings:
        series[sign(scan.slice(block)).way].append(block.level)
    for index, block in enumerate(scan.blocks[:-1]):
        if block.kind not in TEXT or len(block.lines) > 1 or not (cut := _cut(scan, block)):
            continue
        if index and _unended(scan, scan.blocks[index - 1], block):
            continue
        below, name = scan.blocks[index + 1], scan.text[cut : block.end].strip()
        level = _level_of_part(name, series)
        above = headings[: bisect_left(starts, block.start)]
        if not level and _heads(scan, block, below, name):
            level = _level(scan, above)
        elif not level and above and _anew(scan, block, below, name):
            level = above[-1].level
        if level:
            start = block.start + len(scan.text[block.start : cut].rstrip())
            now = f"{scan.eol * 2}{'#' * level} "
            reason = "A sentence ends, and a few words without an end follow: the heading of what is below."
            yield Fix((Edit(start, cut, now),), reason, 0.91)


def _unended(scan: Scan, above: Block, block: Block) -> bool:
    """Whether an item stands among such as have no end: then it has none either."""
    return block.kind is above.kind is Kind.ITEM and not prose.stops(scan.slice(above))


def _cut(scan: Scan, block: Block) -> int:
    """Where the words begin that stand behind the last sentence of a text; 0 where there are none."""
    text = scan.slice(block)
    tail = text[-_LONGEST - 8 :]
    found = [match.end() for match in _ENDED.finditer(tail)]
    at = len(text) - len(tail) + found[-1] if found else 0
    name = text[at:].rstrip()
    if at < _BEFORE or not 3 <= len(name) <= _LONGEST or prose.stops(name) or prose.open_word(name, scan.lang):
        return 0
    return block.body + at if text[:at].count("(") == text[:at].count(")") and _balanced(name) else 0


def _balanced(name: str) -> bool:
    """Whether all brackets and quotation marks of some words are closed in them."""
    return all(name.count(one) == name.count(other) for one, other in ("()", "[]", "“”", "«»"))


def _level_of_part(name: str, series: Mapping[str, Sequence[int]]) -> int:
    """The level of a part that is named as headings are ("Section 3: Rafts"); 0 for other words."""
    own = sign(name)
    if own.way not in PARTS or not series.get(own.way):
        return 0
    rest = name[name.index(own.number) + len(own.number) :]
    return max(series[own.way], key=series[own.way].count) if _NAME.match(rest) or own.way in SMALLEST else 0


def _heads(scan: Scan, block: Block, below: Block, name: str) -> bool:
    """Whether words head what is below them."""
    under = scan.slice(below)
    said = below.kind is Kind.PARA and len(under) >= _UNDER and prose.begins_upper(under)
    return said and _names(scan, block, below, name)


def _anew(scan: Scan, block: Block, below: Block, name: str) -> bool:
    """Whether words stand at the end of an item with a number above one, and a list with such numbers begins below."""
    if not (block.counted and below.counted):
        return False
    own, next_to = dict(read_mark(block.mark)), read_mark(below.mark)
    begins = any(number == 1 and own.get(style, 0) > 1 for style, number in next_to)
    return begins and block.indent == below.indent and _names(scan, block, below, name)


def _names(scan: Scan, block: Block, below: Block, name: str) -> bool:
    """Whether words may be a heading's: several, without a number or a sign, and no page ended behind them."""
    if _NOT.search(name) or rows.CAPTION.match(name) or prose.caseless(name) or scan.paged(block.end, below.start):
        return False
    return " " in name


def _level(scan: Scan, above: Sequence[Block]) -> int:
    """One below the last heading that came marked, and beside one that a repair made."""
    if not above:
        return 2
    came = scan.came(above[-1].start, above[-1].body)
    return min(_DEEPEST, above[-1].level + came)


RULE = Rule(
    "ended-headings", "Parts headings from the end of the texts into which they were run.", find,
    after="joined-headings",
)
