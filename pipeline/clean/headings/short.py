# SPDX-License-Identifier: AGPL-3.0-or-later
"""short-headings: a short line alone between two paragraphs, of a text whose other headings are marked, is one too.

An extractor marks what is set large or in bold, and leaves what is set as its text. Between the end of a sentence and
the beginning of a paragraph nothing stands so but a heading; labels that are said again, and what is left of tables,
are none; nor does anything else between a heading, but for the title, and a paragraph. Sections that are built alike
say a heading twice, each under another heading; and what a heading says elsewhere is one here too, on its level. Any
other stands below the heading before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.lines import key_of
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan
from pipeline.clean.tables import rows

_LONGEST = 60
_UNDER = 100  # characters of the paragraph below
_MARKED = 3  # headings that the extractor marked, the title too
_DEEPEST = 6
_TWICE = 2  # what is said more often is a label
_LATER = re.compile(r"\(?(?:[2-9]|[1-9]\d)[.)]")  # the mark of an item that goes on a list: paragraphs of laws
_NOT = re.compile(r"[\d:@|<>{}=\\•▪●\ue000-\uf8ff]|https?|^[\W_]")


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that head the paragraph below them."""
    if not scan.extracted or plain.shape(scan) is not None:
        return
    blocks = scan.blocks
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    named = Counter(key_of(scan.slice(block)) for block in headings)
    marked = [block for block in headings if named[key_of(scan.slice(block))] == 1]
    if len(marked) < _MARKED:
        return
    levels = {key_of(scan.slice(block)): block.level for block in marked}
    chosen = _chosen(scan, blocks)
    sure = 0.6 if scan.width else 0.91
    deepest, level = _deepest(marked), 0
    known = {block.start for block in marked}
    for index, block in enumerate(blocks):
        if block.start in known:
            level = min(block.level, deepest)
        elif level and index in chosen:
            now = f"{'#' * (levels.get(key_of(scan.slice(block))) or min(_DEEPEST, level + 1))} "
            reason = "The line stands alone between two paragraphs, short and without an end: a heading."
            yield Fix((Edit(block.start, block.body, now),), reason, sure)


def _chosen(scan: Scan, blocks: Sequence[Block]) -> set[int]:
    """The lines that head what is below them: said once, by a heading elsewhere, or by two under two headings."""
    said: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if len(block.lines) == 1:
            said[key_of(scan.slice(block))].append(index)
    heading = list(accumulate((index if block.kind is Kind.HEADING else -1 for index, block in enumerate(blocks)), max))
    chosen = set()
    for places in said.values():
        own = [index for index in places if blocks[index].kind is not Kind.HEADING]
        apart = len({heading[index] for index in places}) == len(places)
        if len(places) <= _TWICE and apart and all(_heads(scan, blocks, index) for index in own):
            chosen.update(own)
    return chosen


def _deepest(marked: Sequence[Block]) -> int:
    """The deepest level that is not rare: what an extractor put below it is mostly no heading."""
    counts = Counter(block.level for block in marked)
    most = max(counts.values())
    return max(level for level, count in counts.items() if count * 2 >= most)


def _heads(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a short line between the end of a sentence and a paragraph that begins one."""
    block = blocks[index]
    if not 0 < index < len(blocks) - 1 or block.kind is not Kind.PARA or len(block.lines) > 1 or block.indent:
        return False
    above, below, text = blocks[index - 1], blocks[index + 1], scan.slice(block).strip()
    if len(text) > _LONGEST or _NOT.search(text) or not prose.begins_upper(text) or rows.CAPTION.match(text):
        return False
    if prose.tail(text)[-1:] in tuple(".;,!") or prose.open_word(text, scan.lang) or prose.caseless(text):
        return False
    under = scan.slice(below)
    goes_on = above.kind is Kind.ITEM and _LATER.fullmatch(below.mark) is not None
    if not (below.kind is Kind.PARA or goes_on) or below.indent or len(under) < _UNDER or not prose.begins_upper(under):
        return False
    if above.kind is Kind.HEADING:
        return above.level > 1
    return above.kind in TEXT and prose.ends_sentence(scan.slice(above))


RULE = Rule(
    "short-headings", "Makes headings of short lines alone between two paragraphs.", find, after="series-headings"
)
