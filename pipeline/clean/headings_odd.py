# SPDX-License-Identifier: AGPL-3.0-or-later
"""odd-headings: a heading that is set in another way than all others is text again.

An extractor that looks for headings takes bold lines and listings for some. A document sets its headings in one way:
where those of the levels above are all bold, one that is not is none, if others of its level are; where none of them is
bold, one that is bold is none, if others of its level are not; and none is code where no other is. Only where pages
prove an extraction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Scan

_FEWEST = 5  # headings of the levels above
_TITLE = 2  # the level below which a heading is judged
_BOLD = re.compile(r"(?:_|\*)?(?:\*\*|__)\S.*(?:\*\*|__)(?:_|\*)?")
_CODE = re.compile(r"`[^`]+`")


class _Set(Enum):
    """How a heading is set."""

    BOLD = auto()
    CODE = auto()
    OTHER = auto()


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that are set in another way than those of the levels above."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    if not scan.pages:
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
    return _Set.BOLD if _BOLD.fullmatch(text) else _Set.OTHER


def _odd(above: Sequence[_Set], own: Sequence[_Set]) -> frozenset[_Set]:
    """The ways of a level that are not those of the levels above, where these have one."""
    if len(above) < _FEWEST or len({*above}) > 1:
        return frozenset()
    (usual,) = {*above}
    if usual is _Set.CODE:
        return frozenset()
    mixed = usual in own
    return frozenset(way for way in own if way is not usual and (mixed or way is _Set.CODE))


def _text(block: Block) -> Fix:
    """The heading as a paragraph."""
    reason = "It is set in another way than all headings above its level: text."
    return Fix((Edit(block.start, block.body, ""),), reason, 0.92)


RULE = Rule(
    "odd-headings", "Makes text of headings that are set in another way than the others.", find, after="running-heads"
)
