# SPDX-License-Identifier: AGPL-3.0-or-later
"""bare-headings: "Article 3 The club has four aims." is a heading and its text, where other articles are headings.

They are nothing but a word and a number there, so nothing tells where the heading ends but the number itself. A text
cites its articles too: one that is parted stands right before or after another that begins a block.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.heading_signs import PARTS, value
from pipeline.clean.headings_run_in import outdented
from pipeline.clean.scan import Block, Kind, Scan

_FEWEST = 2  # headings that are nothing but a word and a number
_PART = re.compile(
    r"(?P<word>§+|[^\W\d_]{3,16})[ \xa0](?P<number>\d{1,3}|[IVXLC]{1,7})(?:[ºª°]|er|re)?(?![\w-]|\.\d)[.:]?\s*"
)

_BEGINS = re.compile(r"[“\"«„(]?(?![a-zß-öø-ÿ])[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A block that begins with a word and a number: what the number counts, its level (0: no heading), and where the
    words behind the number begin (0: there are none)."""

    block: Block
    number: tuple[int, ...]
    level: int
    cut: int


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that begin with a heading of a word and a number."""
    if not scan.pages:
        return
    series: dict[str, list[_Part]] = defaultdict(list)
    for block in scan.blocks:
        found = _PART.match(_text(scan, block))
        if found and found.group("word").casefold() in PARTS:
            series[found.group("word").casefold()].append(_part(scan, block, found))
    for parts in series.values():
        levels = Counter(part.level for part in parts if part.level and not part.cut)
        named = sum(1 for part in parts if part.level and part.cut)
        if levels.total() < _FEWEST or named * _FEWEST > levels.total():
            continue
        level = levels.most_common(1)[0][0]
        yield from (_parted(scan, part, level) for part in _counting(parts) if _said(scan, part))


def _text(scan: Scan, block: Block) -> str:
    """The words of a block that may be a part of the text or begin with one; nothing for others."""
    text = block.kind in (Kind.HEADING, Kind.PARA) or block.bulleted
    return scan.slice(block).rstrip() if text and block.indent < 4 else ""


def _part(scan: Scan, block: Block, found: re.Match[str]) -> _Part:
    text = _text(scan, block)
    cut = found.end() if found.end() < len(text) else 0
    return _Part(block, value(found.group("number")), block.level if block.kind is Kind.HEADING else 0, cut)


def _counting(parts: Sequence[_Part]) -> Iterator[_Part]:
    """The parts with a text in their block that count on from the one above, or are counted on from below."""
    near: dict[int, bool] = defaultdict(bool)
    for index, (above, below) in enumerate(pairwise(parts)):
        if above.number[-1] + 1 == below.number[-1]:
            near[index] = near[index + 1] = True
    yield from (part for index, part in enumerate(parts) if near[index] and part.cut and not part.level)


def _said(scan: Scan, part: _Part) -> bool:
    """Whether a text begins behind the number: no name ("Part 3 – Dues"), and no rest of a sentence."""
    return bool(_BEGINS.match(scan.text, part.block.body + part.cut))


def _parted(scan: Scan, part: _Part, level: int) -> Fix:
    block = part.block
    title = scan.text[block.body : block.body + part.cut].strip()
    edit = Edit(block.start, block.body + part.cut, f"{'#' * level} {title}{scan.eol}{scan.eol}")
    inside = outdented(scan, block) if block.kind is Kind.ITEM else ()
    reason = "The paragraph begins with a word and its number, which are headings elsewhere, and counts on with them."
    return Fix((edit, *inside), reason, 0.92)


RULE = Rule(
    "bare-headings", "Parts headings of a word and a number from the paragraphs into which they were run.", find,
    after="run-in-headings",
)
