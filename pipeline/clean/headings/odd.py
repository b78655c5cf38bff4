# SPDX-License-Identifier: AGPL-3.0-or-later
"""odd-headings: a heading that is set in another way than all others is text again.

An extractor that looks for headings takes bold lines and listings for some. A document sets its headings in one way:
where those of the levels above are all bold, one that is not is none, if others of its level are; where none of them is
bold, one that is bold is none, if others of its level are not; and none is code where no other is. Only where pages
prove an extraction. Some extractors write bold or none as it comes: they write no italics and no code, so where there
is neither, more headings must be alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Block, Kind, Scan

_FEWEST = 5  # headings of the levels above
_MANY = 10  # of them, where nothing on the level is in italics or code
_TITLE = 2  # the level below which a heading is judged
_BOLD = re.compile(r"(?:_|\*)?(?:\*\*|__)\S.*(?:\*\*|__)(?:_|\*)?")
_ITALIC = re.compile(r"([*_])(?![*_\s]).+\1")
_CODE = re.compile(r"`[^`]+`")


class _Set(Enum):
    """How a heading is set."""

    BOLD = auto()
    CODE = auto()
    ITALIC = auto()
    PLAIN = auto()


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that are set in another way than those of the levels above."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    if not scan.extracted:
        return
    ways = [_way(scan.slice(block).strip().rstrip("#").strip()) for block in headings]
    above: list[_Set] = []
    for level in sorted({block.level for block in headings}):
        own = [way for block, way in zip(headings, ways, strict=True) if block.level == level]
        odd = _odd(above, own) if level > _TITLE else frozenset()
        above += [way for way in own if way not in odd]
        for block, way in zip(headings, ways, strict=True):
            if block.level == level and way in odd:
                yield _text(block)


def _way(text: str) -> _Set:
    if _CODE.fullmatch(text):
        return _Set.CODE
    if _BOLD.fullmatch(text):
        return _Set.BOLD
    return _Set.ITALIC if _ITALIC.fullmatch(text) else _Set.PLAIN


def _odd(above: Sequence[_Set], own: Sequence[_Set]) -> frozenset[_Set]:
    """The ways of a level that are not those of the levels above, where these have one."""
    told = _FEWEST if {_Set.ITALIC, _Set.CODE} & {*own} else _MANY
    bold = {way is _Set.BOLD for way in above}
    if len(above) < told or len(bold) > 1 or _Set.CODE in above:
        return frozenset()
    others = {way for way in own if (way is _Set.BOLD) not in bold and way is not _Set.CODE}
    mixed = any((way is _Set.BOLD) in bold and way is not _Set.CODE for way in own)
    return frozenset((others if mixed else set()) | ({_Set.CODE} & {*own}))


def _text(block: Block) -> Fix:
    """The heading as a paragraph."""
    reason = "It is set in another way than all headings above its level: text."
    return Fix((Edit(block.start, block.body, ""),), reason, 0.92)


RULE = Rule(
    "odd-headings", "Makes text of headings that are set in another way than the others.", find, after="running-heads"
)
