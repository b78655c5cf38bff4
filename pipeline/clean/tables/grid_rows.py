# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which lines of a table in plain text make one row: its cells go on in the next line where they had no more room.

Cells stand at the top of their row, or each in the middle of its height, as browsers set them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Scan
from pipeline.clean.tables.gutters import Grid, Piece

_EMPTY = 0.5  # of a column: what would have ended before was ended by its author
_FREE = 0.75
_FULL = 0.92
_LIKELY = 2  # so much says of one cell that it begins, be it small or not
_BRACKETS = "([{"
_TALLEST = 30  # lines of a row
_SURE = 0.9  # how sure a cut word must be
_BLANK = 2.0  # how much a blank line says
_HEADED = 3.0
_GAPS = 3  # blank lines between rows
_CLOSE = 0.8  # lines with a first cell right below another, for each blank line: with more, rows stand so
_SENTENCES = 2  # cells of a column that end as one: what stands open in it goes on


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, each with its cells, and how many of the places between lines could not be judged."""

    cells: tuple[tuple[str, ...], ...]
    doubts: int


def rows(scan: Scan, grid: Grid) -> Rows:
    """The rows of a table."""
    judge = _Judge(scan, grid)
    begins, doubts = judge.at_top()
    if judge.centred() and (found := judge.in_middle()):
        begins, doubts = found, 0
    filled = judge.filled
    cells = tuple(
        tuple(
            joined_cell(scan, [grid.pieces[at][column].text for at in filled[begin:end]])
            for column in range(len(grid.room))
        )
        for begin, end in pairwise([*begins, len(filled)])
    )
    return Rows(cells, doubts)


class _Judge:
    """What says of each line of a table that it begins a row, or goes on the one before."""

    def __init__(self, scan: Scan, grid: Grid) -> None:
        self.scan, self.grid = scan, grid
        self.filled = [index for index, line in enumerate(grid.lines) if not line.blank]
        self.pieces = [grid.pieces[index] for index in self.filled]
        columns = list(zip(*self.pieces, strict=True))
        texts = [[piece.text for piece in column if piece.text] for column in columns]
        full = [row for row in self.pieces[1:] if all(piece.text for piece in row)]
        small = [[prose.begins_lower(row[column].text) for row in full] for column in range(len(grid.room))]
        self.small = [sum(column) * 2 > len(full) for column in small]
        self.single = [not any(" " in text for text in column) for column in texts]
        self.said = [sum(map(prose.ends_sentence, column)) >= _SENTENCES for column in texts]
        self.unwrapped = not any(
            own[0].text
            and above[0].text
            and any(one.text and not other.text for one, other in zip(above, own, strict=True))
            for above, own in pairwise(self.pieces)
        )
        self.head = self._head()
        self.parted = self._parted()
        places = range(self.head + 1, len(self.pieces))
        self.wraps = [any(self._goes_on(place, column) for place in places) for column in range(len(grid.room))]

    def _head(self) -> int:
        """The last line of a head that stands at the foot of its row: its first lines have some of the columns only."""
        first = self.pieces[0]
        if first[0].text or sum(not piece.text for piece in first) < 2:
            return 0
        for place, row in enumerate(self.pieces[1:4], start=1):
            if row[0].text:
                return place if all(piece.text for piece in row) else 0
        return 0

    def _parted(self) -> list[int]:
        """Where rows begin that a blank line parts from each other, all of them, and from the head; else none."""
        places = range(self.head + 1, len(self.filled))
        apart = [place for place in places if self.filled[place] > self.filled[place - 1] + 1]
        inner = (place for place in places if apart and place > apart[0] and place not in apart)
        close = sum(bool(self.pieces[place][0].text) for place in inner)
        whole = len(apart) >= _GAPS and all(self.pieces[place][0].text for place in apart)
        return apart if whole and close < len(apart) * _CLOSE else []

    def at_top(self) -> tuple[list[int], int]:
        """Where the rows begin whose cells stand at their top, and how many places could not be judged."""
        if self.parted:
            return [0, *self.parted], 0
        begins, doubts = [0], 0
        for place in range(self.head + 1, len(self.pieces)):
            weight = self._weight(place)
            doubts += abs(weight) < 1 or (weight <= 0 and self._open(place))
            if weight > 0:
                begins.append(place)
        return begins, doubts

    def _weight(self, place: int) -> float:
        """How much says that a line begins a row: more than nothing if it does, less if it goes on the one before."""
        above, own = self.pieces[place - 1], self.pieces[place]
        weight = _BLANK if self.filled[place] > self.filled[place - 1] + 1 else 0.0
        for column in range(len(own)):
            weight += self._begins(place, column) * (1 if column else 2)
        if not own[0].text:
            return min(weight, 0) - 1 if place > self.head + 1 and self._inside(above, own) else weight - 1
        if not all(piece.text for piece in own):
            return weight
        weight += sum(-1 if self._small(column, piece.text) else 1.5 for column, piece in enumerate(own))
        if self._small(0, own[0].text) or not all(piece.text for piece in above):
            return weight
        return weight + _HEADED * ((place == self.head + 1) + self.unwrapped)

    def _inside(self, above: Sequence[Piece], own: Sequence[Piece]) -> bool:
        """Whether all cells of a line stand below one that ends inside a sentence, where cells are sentences."""
        return all(
            upper.text and self.said[column] and not prose.stops(upper.text)
            for column, (upper, lower) in enumerate(zip(above, own, strict=True))
            if lower.text
        )

    def _small(self, column: int, text: str) -> bool:
        """Whether a cell begins as the rest of one."""
        return (prose.begins_lower(text) and not self.small[column]) or text[0] in _BRACKETS

    def _begins(self, place: int, column: int) -> float:
        """The same for one cell."""
        upper, lower = self.pieces[place - 1][column].text, self.pieces[place][column].text
        if not lower:
            return 0
        if not upper:
            return 2
        small = prose.begins_lower(lower)
        if upper[-1:] in tuple(prose.HYPHENS) and small:
            return -3
        if upper == lower:
            return 2
        taken = (len(upper) + 1 + len(lower.split(maxsplit=1)[0])) / max(1, self.grid.room[column])
        weight = 3 if taken <= _EMPTY else 2 if taken <= _FREE else 1 if taken <= _FULL else -1
        if weight < _LIKELY and self.single[column]:
            return 0
        if self._small(column, lower) and weight < _LIKELY:
            weight -= 1
        if weight < _LIKELY and self._needs(upper):
            weight -= 2
        return weight + (not small and prose.ends_sentence(upper))

    def _needs(self, text: str) -> bool:
        """Whether a cell's line ends so that more must follow."""
        return prose.never_last(text, self.scan.lang) or prose.tail(text)[-1:] in tuple(prose.COMMAS)

    def _open(self, place: int) -> bool:
        """Whether nothing but the room says that a line goes on the one before."""
        pairs = zip(self.pieces[place - 1], self.pieces[place], strict=True)
        return all(
            not self.wraps[column]
            and not self._small(column, lower.text)
            and not self._needs(upper.text)
            and upper.text[-1:] not in prose.HYPHENS
            for column, (upper, lower) in enumerate(pairs)
            if lower.text
        )

    def centred(self) -> bool:
        """Whether a cell of the first column begins where others go on: each stands in the middle of its row."""
        return any(
            own[0].text and not above[0].text and any(self._goes_on(place, c) for c in range(1, len(own)))
            for place, (above, own) in enumerate(pairwise(self.pieces), start=1)
            if place > self.head
        )

    def _goes_on(self, place: int, column: int) -> bool:
        """Whether a line goes on a cell of the one before: with a small letter, where that one was full."""
        lower = self.pieces[place][column].text
        return bool(lower) and prose.begins_lower(lower) and self._begins(place, column) < -1

    def in_middle(self) -> list[int]:
        """Where the rows begin whose cells stand in the middle of their height; empty where no such rows are."""
        size = len(self.pieces)
        best: list[tuple[float, int] | None] = [(0.0, 0), *([None] * size)]  # to each place: the worth, and from where
        for end in range(1, size + 1):
            for begin in range(max(0, end - _TALLEST), end):
                before = best[begin]
                if before is None or not self._is_middle(begin, end) or (begin == 0 and end <= self.head):
                    continue
                found = (before[0] + self._worth(begin, end), begin)
                best[end] = max(best[end] or found, found)
        begins: list[int] = []
        place = size
        while place and (chosen := best[place]) is not None:
            place = chosen[1]
            begins.insert(0, place)
        return begins

    def _is_middle(self, begin: int, end: int) -> bool:
        """Whether lines are a row with each cell in its middle, and the highest fills it."""
        tall = False
        for column in range(len(self.grid.room)):
            lines = [place for place in range(begin, end) if self.pieces[place][column].text]
            if not lines:
                continue
            if lines[-1] - lines[0] + 1 != len(lines) or abs((lines[0] - begin) - (end - 1 - lines[-1])) > 1:
                return False
            tall |= len(lines) == end - begin
        return tall

    def _worth(self, begin: int, end: int) -> float:
        """How well lines are a row: it begins anew, and goes on inside."""
        headless = 3 if not any(self.pieces[place][0].text for place in range(begin, end)) else 0
        inside = sum(self._touching(place) for place in range(begin + 1, end))
        return (self._touching(begin) if begin else 0) - inside - headless

    def _touching(self, place: int) -> float:
        """What the cells say of a line that stand right below another."""
        return sum(
            self._begins(place, column)
            for column in range(len(self.grid.room))
            if self.pieces[place - 1][column].text
        )


def joined_cell(scan: Scan, pieces: Sequence[str]) -> str:
    """A cell of its lines; a word that a line end cut is whole again where that is sure."""
    text = ""
    for piece in (" ".join(piece.split()) for piece in pieces if piece):
        sign = text[-1:]
        cut = bool(sign) and sign in prose.HYPHENS and text[-2:-1].isalpha()
        mended = hyphens.mended(scan, text[:-1], piece, sign) if cut else None
        if mended and mended[1] >= _SURE:
            text = f"{text[:-1]}{mended[0]}{piece}"
        else:
            text += f"{prose.glue(text, piece) if text else ''}{piece}"
    return text


