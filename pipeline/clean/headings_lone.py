# SPDX-License-Identifier: AGPL-3.0-or-later
"""lone-headings: a short line alone between finished text and new text is a heading, where nothing is marked as bold.

One extractor finds some headings by their size and leaves the others as paragraphs of a few words, without any bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean import plain, prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.rows import CAPTION
from pipeline.clean.scan import Block, Kind, Scan

_LONGEST = 70
_SHORTEST = 4
_TEXT = 80  # characters of the paragraph below
_ABOVE = 60  # characters of the paragraph above: shorter ones are cells and labels too
_FEWEST = 2  # headings of the text
_DEEPEST = 6
# What labels, citations, code, addresses, dates and page numbers have, and headings seldom.
_NOT = re.compile(r"[|=<>{}\[\]@\\/:`]|\d{4}|\d$|^\W")
_BOLD = re.compile(r"\*\*\S|(?<!\w)__\S")


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that head what follows, one below the heading before, or one above the heading that follows at once."""
    said = [scan.slice(block).strip().casefold() for block in scan.blocks if block.kind is Kind.HEADING]
    if not scan.pages or len(said) < _FEWEST or _BOLD.search(scan.text) or plain.shape(scan) is not None:
        return
    above, names = 0, frozenset(said)  # what a heading says again is a copy of it
    for index, block in enumerate(scan.blocks[:-1]):
        if block.kind is Kind.HEADING:
            above = block.level
        elif above and _heads(scan, index) and scan.slice(block).strip().casefold() not in names:
            after = scan.blocks[index + 1]
            level = min(_DEEPEST, above + 1) if after.kind is Kind.PARA else after.level - 1
            if level > 1:
                edit = Edit(block.start, block.body, f"{'#' * level} ")
                yield Fix((edit,), "The line stands alone, has no end, and heads what follows.", 0.91)


def _heads(scan: Scan, index: int) -> bool:
    block = scan.blocks[index]
    text = scan.slice(block).strip()
    if block.kind is not Kind.PARA or len(block.lines) > 1 or not _SHORTEST <= len(text) <= _LONGEST or not index:
        return False
    if not prose.begins_upper(text) or _NOT.search(text) or CAPTION.match(text) or block.indent > 1:
        return False
    if prose.stops(text) or prose.tail(text)[-1:] in tuple(",;.") or prose.open_word(text, scan.lang):
        return False
    return _ended(scan, scan.blocks[index - 1]) and _begins(scan, scan.blocks[index + 1])


def _ended(scan: Scan, block: Block) -> bool:
    """Whether text has come to an end above the line."""
    text = scan.slice(block).strip()
    if block.kind is Kind.ITEM:
        return prose.stops(text)
    return block.kind is Kind.PARA and len(text) >= _ABOVE and prose.ends_sentence(text)


def _begins(scan: Scan, block: Block) -> bool:
    """Whether a paragraph of sentences begins below the line, or a heading stands there that is none itself."""
    text = scan.slice(block).strip()
    if block.kind is Kind.HEADING:
        return not prose.stops(text)
    return block.kind is Kind.PARA and prose.begins_upper(text) and len(text) >= _TEXT and prose.ends_sentence(text)


RULE = Rule(
    "lone-headings", "Makes headings of short lines alone, where an extractor marks some and no bold.", find,
    after="series-headings",
)
