# SPDX-License-Identifier: AGPL-3.0-or-later
"""series-headings: a line that names a part of the text is a heading where other parts of its series are.

An extractor finds "CHAPTER IV: Tolls" and leaves "CHAPTER III: Dues" as an item or as text. Together their numbers must
count up through the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.heading_signs import PARTS, SMALLEST, sign, value
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan

_LONGEST = 140
_ARTICLES = 3  # articles that are headings, before others are: a text cites them
_OVER = 2  # parts that stand over headings, before they are some where an extractor found none of them
_BARE = 2  # words of a part without a name
# What follows the number of a part that is named: French writes a space before the colon.
_NAME = re.compile(r"(?:[.]|[^\S\n]?[:–—-]|\s+(?=[^\W\d_a-zß-öø-ÿ])|$)")
_ORDINAL = re.compile(r"^(?:(?:er|re|ère|º|°|ª)(?!\w))")  # "Chapitre Ier", "Título 1º"
# A word and its number as titles of acts have them ("Amendment No. 3 of 5 May"): any word may be counted so.
_COUNTED = re.compile(r"[^\W\d_]{3,16}\s+(?:[nN][°ºo]\.?)\s*\d")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line that begins with a word and a number: its block, the number, its level (0: no heading yet)."""

    index: int
    number: tuple[int, ...]
    level: int


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that name parts of which others are headings."""
    series: dict[str, list[_Part]] = defaultdict(list)
    said, larger = _said(scan), _larger(scan)
    for index, block in enumerate(scan.blocks):
        if (named := _part(scan, index)) and (named[1].level or _may_say(scan, block, said, larger)):
            series[named[0]].append(named[1])
    for word, parts in series.items():
        known = [part for part in parts if part.level]
        fewest = _ARTICLES if word in SMALLEST or word.endswith("-") else 1
        below = _below(scan, word, parts)
        if (len(known) < fewest and not below) or len(known) == len(parts) or not _counting(parts):
            continue
        level = Counter(part.level for part in known).most_common(1)[0][0] if known else below
        for part in parts:
            if not part.level:
                block = scan.blocks[part.index]
                edit = Edit(block.start, block.body, f"{'#' * level} ")
                reason = "The line counts on in a series of parts, of which others are headings."
                yield Fix((edit,), reason, 0.92 if scan.extracted else 0.6)


def _said(scan: Scan) -> dict[str, Block]:
    """What the headings with a name say, each with the last of them: no other part of one part has its name."""
    headings = ((_words(scan, block), block) for block in scan.blocks if block.kind is Kind.HEADING)
    return {words: block for words, block in headings if len(words.split()) > _BARE}


def _larger(scan: Scan) -> dict[int, list[int]]:
    """For each level where the headings of parts begin that stand above it."""
    parts = [
        block for block in scan.blocks if block.kind is Kind.HEADING and sign(_words(scan, block)).way in PARTS
    ]  # fmt: skip
    return {level: [block.start for block in parts if block.level < level] for level in range(1, 7)}


def _may_say(scan: Scan, block: Block, said: dict[str, Block], larger: dict[int, list[int]]) -> bool:
    """Whether no heading says what a line does, but for one in another part: there the smaller parts begin anew."""
    other = said.get(_words(scan, block))
    if other is None:
        return True
    above = larger[other.level]
    return bisect_left(above, block.start) > bisect_right(above, other.start)


def _words(scan: Scan, block: Block) -> str:
    """A block as one line, without what it is set in."""
    return " ".join(scan.slice(block).split()).strip("*_ ")


def _part(scan: Scan, index: int) -> tuple[str, _Part] | None:
    """The word of a line's series, and which part of it the line is."""
    block = scan.blocks[index]
    text = _words(scan, block)
    own = sign(text)
    counted = bool(_COUNTED.match(text))
    if not own.number or not (counted or own.way in PARTS or own.way.endswith("-")):
        return None
    heading = block.kind is Kind.HEADING and (block.level > 1 or bool(index))  # what opens the text is its title
    if not heading and not _may_head(scan, index, text, "" if counted else own.number):
        return None
    return own.way, _Part(index, value(own.number), block.level if heading else 0)


def _may_head(scan: Scan, index: int, text: str, number: str) -> bool:
    """Whether a line stands alone, is named as a part is, and has no end. ``number``: what its name follows, if it must
    be told from a sentence."""
    blocks = scan.blocks
    block = blocks[index]
    above = blocks[index - 1] if index else None
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if not (block.kind is Kind.PARA or block.bulleted) or len(block.lines) > 1 or len(text) > _LONGEST:
        return False
    if below is None or (below.kind is Kind.PARA and prose.begins_lower(scan.slice(below))):
        return False
    title = index == 1 and above is not None and len(above.lines) == 1
    apart = title or below.kind is Kind.HEADING
    apart = apart or (above is not None and _larger_part(scan, above, text) and not _names(scan, below))
    if above is not None and not apart and above.kind in TEXT and not prose.stops(scan.slice(above)):
        return False  # a line that goes on another, or one of a list of contents
    rest = _ORDINAL.sub("", text[text.index(number) + len(number) :])
    named = not number or bool(_NAME.match(rest))
    ends = prose.stops(text) or prose.tail(text)[-1:] in tuple(prose.COMMAS)
    return named and not ends and not prose.open_word(text, scan.lang)


def _names(scan: Scan, block: Block) -> str:
    """The word of the part that a block names; nothing where it names none."""
    way = sign(_words(scan, block)).way
    return way if way in PARTS else ""


def _larger_part(scan: Scan, above: Block, text: str) -> bool:
    """Whether the line above names a part of another kind, in which this one stands: "Chapter I", "Article 1"."""
    return len(above.lines) == 1 and _names(scan, above) not in {"", sign(text).way}


def _below(scan: Scan, word: str, parts: Sequence[_Part]) -> int:
    """The highest level of the headings below the lines of a series, where each stands right above one; else 0.

    "Paragraph 1: Duties" above "Article 5" is a part of a law, though an extractor took all of its kind for items.
    """
    after = [scan.blocks[part.index + 1] for part in parts if part.index + 1 < len(scan.blocks)]
    if word in SMALLEST or word not in PARTS or len(parts) < _OVER or not scan.extracted:
        return 0
    sure = len(after) == len(parts) and all(block.kind is Kind.HEADING for block in after)
    return min(block.level for block in after) if sure else 0


def _counting(parts: Sequence[_Part]) -> bool:
    """Whether the numbers go up from part to part; the parts of a larger part begin anew with the first."""
    return all(after.number > before.number or after.number[-1] == 1 for before, after in pairwise(parts))


RULE = Rule(
    "series-headings", "Makes headings of lines that name parts of a text of which others are headings.", find,
    after="repeated-headings",
)
