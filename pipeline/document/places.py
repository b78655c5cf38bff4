# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language and direction hold at a place of the source: those of the innermost part around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.document.language import canonical, direction, is_tag
from pipeline.model import Block, Inline, Pos


@dataclass(frozen=True, slots=True)
class Around:
    """The language and direction that surround a part."""

    lang: str
    dir: str


def inside(lang: str, dir: str, around: Around) -> Around:
    """What holds inside a part that says ``lang`` and ``dir`` (either may be empty) of itself."""
    lang = canonical(lang) if is_tag(lang) else ""
    own = dir if dir in ("ltr", "rtl") else direction(lang) if lang else around.dir
    return Around(lang or around.lang, own)


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the source that says a language or a direction; ``outer`` is the index of the one around it."""

    end: int
    around: Around
    outer: int


class Places:
    """The parts of a document that say a language or a direction, by their positions.

    In: blocks as they were read, notes within their calls, and what surrounds the whole.
    """

    def __init__(self, blocks: Iterable[Block], around: Around) -> None:
        self._around = around
        self._starts: list[int] = []
        self._places: list[_Place] = []
        for block in blocks:
            self._block(block, around, -1)

    def around(self, pos: Pos) -> Around:
        """What holds where ``pos`` begins."""
        index = bisect_right(self._starts, pos.start) - 1
        while index >= 0 and self._places[index].end <= pos.start:
            index = self._places[index].outer
        return self._places[index].around if index >= 0 else self._around

    def _block(self, block: Block, around: Around, outer: int) -> None:
        around, outer = self._enter(block, around, outer)
        for piece in block.inlines:
            self._inline(piece, around, outer)
        for child in block.blocks:
            self._block(child, around, outer)

    def _inline(self, piece: Inline, around: Around, outer: int) -> None:
        around, outer = self._enter(piece, around, outer)
        for child in piece.children:
            self._inline(child, around, outer)

    def _enter(self, part: Block | Inline, around: Around, outer: int) -> tuple[Around, int]:
        """What holds inside ``part``, and the index of the innermost place by then."""
        inner = inside(part.lang, part.dir, around)
        # Parts of an island have no place, and what is not in the order of the source cannot be looked up.
        if inner == around or part.pos is None or (self._starts and part.pos.start < self._starts[-1]):
            return inner, outer
        self._starts.append(part.pos.start)
        self._places.append(_Place(part.pos.end, inner, outer))
        return inner, len(self._places) - 1
