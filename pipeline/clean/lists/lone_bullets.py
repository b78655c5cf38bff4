# SPDX-License-Identifier: AGPL-3.0-or-later
"""lone-bullets: a bullet that an extractor put before a paragraph goes: nobody writes a list of one item.

An extractor that tells lists by how lines begin and stand takes a paragraph for an item when it begins as another does.
What it takes so is whole: no colon leads to it, no item stands beside it, and it has no label as items have. Two that
stand side by side begin with the same letters, up to one that is followed by the next ("These", "Thesf").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import guessed, prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_MARKS = re.compile(r"\*\*\S|`\S|(?<!\w)_\S")
_FEW = 20  # blocks with a mark of style but one
_LABEL = re.compile(r"[^\W_][^.;!?\n]{0,60}?(?:\s?[:：]|\s[-–—])(?:\s|$)")
_NAMED = re.compile(r"[^\W\d_]+\.?\s\d.{0,30}$")  # a part of a law, which is a heading: other repairs see to it
_FEWEST = 2  # items that begin as if they counted on
_SAID = re.compile(r"[^\W\d_]{2}")
_REASON = "A bullet stands before a paragraph: no other item is beside it, and nothing leads up to a list."
_COUNTS_ON = "Bullets stand before paragraphs that begin alike, up to a letter that is followed by the next."
_BESIDE = frozenset({Kind.PARA, Kind.HEADING})


def find(scan: Scan) -> Iterator[Fix]:
    """Items that are paragraphs."""
    blocks = scan.blocks
    if scan.width or not any(block.bulleted for block in blocks):
        return
    marks = len(_MARKS.findall(scan.origin))  # as it came: listings that we found are no marks of the extractor
    sure = 0.92 if scan.extracted and marks * _FEW <= len(blocks) else 0.5
    alone = [index for index, block in enumerate(blocks) if block.bulleted and _alone(scan, blocks, index)]
    often = Counter(_words(scan.slice(blocks[index])) for index in alone)
    plain = {_words(scan.slice(block)) for block in blocks if block.kind is Kind.PARA}
    for index in alone:
        block, above, words = blocks[index], blocks[index - 1], _words(scan.slice(blocks[index]))
        if not scan.came(block.start, block.body) or (often[words] > 1 and words not in plain):
            continue  # items that text stands between begin alike
        apart = scan.eol if above.kind is Kind.PARA and above.lines[-1].stop == block.start else ""
        yield Fix((Edit(block.start, block.body, apart),), _REASON, sure)
    for block in _counting_on(scan, blocks):
        apart = scan.break_above(block.start)
        yield Fix((Edit(block.start, block.body, apart),), _COUNTS_ON, sure)


def _counting_on(scan: Scan, blocks: Sequence[Block]) -> Iterator[Block]:
    """Sentences below each other that begin as if they counted on, where no colon leads to them."""
    before = {block.start: above for above, block in pairwise(blocks)}
    for run in guessed.runs(blocks):
        texts = [scan.slice(block) for block in run]
        above = before.get(run[0].start)
        led = above is not None and prose.ends_colon(scan.slice(above))
        whole = all(prose.ends_sentence(text) or prose.ends_colon(text) for text in texts)
        if len(run) < _FEWEST or led or not whole or any(not scan.came(block.start, block.body) for block in run):
            continue
        if all(guessed.counts_on(one, other) for one, other in pairwise(texts)):
            yield from run


def _words(text: str) -> tuple[str, ...]:
    return tuple(text[:80].casefold().split()[:2])


def _alone(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is an item of one line that stands between two texts, and begins and ends as a paragraph does."""
    block, above, below = blocks[index], blocks[index - 1] if index else None, blocks[index + 1 : index + 2]
    if block.indent or len(block.lines) > 1 or above is None or not below:
        return False
    if any(other.kind not in _BESIDE or not _SAID.search(scan.slice(other)) for other in (above, *below)):
        return False
    text = scan.slice(block)
    first = prose.head(text)[:1]
    leads = scan.bulletless and prose.ends_colon(text) and below[0].kind is Kind.PARA  # to a list that lost its bullets
    label = _LABEL.match(text[:-1].rstrip(" \xa0:：") if leads else text)
    begins = (first.isupper() or first.isdigit()) and not (label or _NAMED.match(text))
    return begins and (prose.ends_sentence(text) or leads) and not prose.ends_colon(scan.slice(above))


RULE = Rule("lone-bullets", "Takes the bullet from before a paragraph that is no item.", find, after="running-heads")
