# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items that are none: bullets, numbers and dashes at the beginning of a text that goes on a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.paragraphs import doubts
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Block, Kind, Scan

DASH = re.compile(r"(?:[–—]|--)\s*(?=[^\W\dA-Z_])")


def stray(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is none: a bullet that an extractor put before the rest of a cut sentence."""
    block = blocks[index]
    if block.kind is Kind.ITEM and block.mark.rstrip(".").isdigit():
        return _date(scan, blocks, index)
    if not block.bulleted:
        return False
    above, after = blocks[index - 1], blocks[index + 1] if index + 1 < len(blocks) else None
    text = scan.slice(above)
    hanging = len(text) > 60 and (prose.open_word(text, scan.lang) or _one_word(scan, text, scan.slice(block)))
    if not prose.begins_lower(scan.slice(block)):
        alone = after is None or after.kind is not Kind.ITEM or after.mark != block.mark
        other = above.mark != block.mark or cut_word(text)
        apart = above.kind is Kind.ITEM or scan.paged(above.end, block.start)
        return (hanging and alone and apart and other) or _date(scan, blocks, index)
    if doubts.labelled(scan.slice(block)) and not hanging:
        return False
    end = prose.tail(text)
    comma = end[-1:] in tuple(prose.COMMAS) and scan.paged(above.end, block.start)
    if not (end[-1:].isalnum() or comma or hanging) or prose.stops(text):
        return False
    if above.kind is Kind.ITEM and above.mark == block.mark and prose.begins_lower(text):
        return hanging and prose.last_word(text) not in hyphens.AND  # "…; or" leads up to the next item
    return hanging or not (after and after.kind is Kind.ITEM and prose.begins_lower(scan.slice(after)))


def cut_word(text: str) -> bool:
    """Whether a text ends inside a word, at a hyphen."""
    bare = text.rstrip().rstrip("*_")
    return bare[-1:] in tuple(prose.HYPHENS) and bare[-2:-1].isalpha()


def _one_word(scan: Scan, above: str, below: str) -> bool:
    """Whether the ends of two texts are parts of one word that the document or the language has."""
    bare = above.rstrip().rstrip("*_")
    mended = hyphens.mended(scan, bare[:-1], below, bare[-1:]) if cut_word(above) else None
    return mended is not None and mended[1] >= (0.95 if bare[-1:] == hyphens.SOFT else 0.92)


def dashed(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a dash goes on the sentence above, and is not the first of several that begin items."""
    near = [scan.slice(block) for block in blocks[max(0, index - 1) : index + 3]]
    above, below = scan.slice(blocks[index]), scan.slice(blocks[index + 1])
    dashes = sum(bool(DASH.match(text)) for text in near)
    return len(above) > 60 and bool(DASH.match(below)) and dashes == 1 and prose.tail(above)[-1:].isalnum()


def words_at(block: Block) -> int:
    """Where the words of a block begin that is no item: the number of a date is one of them."""
    if not block.mark.rstrip(".").isdigit():
        return block.body
    return block.start + len(block.lines[0].text) - len(block.lines[0].text.lstrip())


def _date(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a number that no item before it leads up to goes on a sentence ("until the / 30. June 2016")."""
    block = blocks[index]
    found = re.match(r"(\d{1,3})\.\s", scan.text[words_at(block) : block.end])
    above = scan.slice(blocks[index - 1])
    if not found or int(found.group(1)) < 3 or len(above) < 40 or not prose.open_word(above, scan.lang):
        return False
    before = re.compile(rf"\(?{int(found.group(1)) - 1}[.)]\s")
    near = blocks[max(0, index - 8) : index]
    return not any(
        before.match(scan.slice(b)) or b.mark.strip("(.)") == str(int(found.group(1)) - 1) for b in near
    )
