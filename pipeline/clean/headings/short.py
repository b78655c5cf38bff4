# SPDX-License-Identifier: AGPL-3.0-or-later
"""short-headings: a short line alone between two paragraphs, of a text whose other headings are marked, is one too.

An extractor marks what is set large or in bold, and leaves what is set as its text. Between the end of a sentence and
the beginning of a paragraph nothing stands so but a heading; labels that are said again, and what is left of tables,
are none; nor does anything else between a heading, but for the title, and a paragraph. Sections that are built alike
say a heading twice, each under another heading; and what a heading says elsewhere is one here too, on its level. Beside
a table stands such a line too, on the level of other headings right above tables, and below a list whose items have no
end, or between two lists. Any other stands below the heading before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

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
    over = Counter(one.level for one, two in pairwise(blocks) if one.start in known and two.kind is Kind.TABLE)
    for index, block in enumerate(blocks):
        if block.start in known:
            level = min(block.level, deepest)
        elif level and index in chosen:
            beside = [other for other in blocks[index - 1 : index + 2] if other.kind is Kind.TABLE]
            if beside and level == 1:
                continue  # what stands beside a table below the title is called so, and heads nothing
            usual = over.most_common(1)[0][0] if beside and over else min(_DEEPEST, level + 1)
            now = f"{'#' * (levels.get(key_of(scan.slice(block))) or usual)} "
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
    if below.indent or not (below.kind is Kind.TABLE or prose.begins_upper(under)):
        return False
    if above.kind is Kind.TABLE:
        return below.kind is Kind.TABLE or (below.kind is Kind.PARA and len(under) >= _UNDER)
    ended = above.kind in TEXT and prose.ends_sentence(scan.slice(above))
    if below.kind is Kind.TABLE or below.bulleted:
        return ended and not (below.bulleted and scan.bulletless)
    goes_on = above.kind is Kind.ITEM and _LATER.fullmatch(below.mark) is not None
    if not (below.kind is Kind.PARA or goes_on) or len(under) < _UNDER:
        return False
    if above.kind is Kind.HEADING:
        return above.level > 1
    return ended or _listed(scan, blocks, index)


def _listed(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether two items stand above a line that have no end, and no colon that leads to it."""
    above = blocks[index - 2 : index]
    return len(above) > 1 and all(block.bulleted and not prose.stops(scan.slice(block)) for block in above)


RULE = Rule(
    "short-headings", "Makes headings of short lines alone between two paragraphs.", find, after="series-headings"
)
