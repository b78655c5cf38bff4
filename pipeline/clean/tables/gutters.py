# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where lines of plain text stand in columns: the strips between them in which no line has a sign.

``pdftotext -layout`` writes a table as it looks. From line to line the same strip stays empty, and what stands behind
it begins, ends or is centred at one place; the wide spaces of a line set to both margins do neither for long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Line
from pipeline.clean.tables.heads_again import head_of
from pipeline.clean.tables.strips import FEWEST, LONGEST, behind_gaps, mask_of, snapped, starts_of, strips_of

_MOST = 150  # lines of a table on one page
_AGAIN = 8  # part of lines that are no table, after which a table is looked for again
_ALIGNED = 6  # tenths of the cells of a column that stand in one line, one below the other
_INDENT = 8  # columns that the first lines of a head are further in
_HEAD = 4  # lines of it
_PADDING = 3  # columns between the text of one column and the next
_WIDER = 8  # columns that a cell behind a blank line is wider than those above
_SHORT = 4  # columns behind the end of a short cell: the words of a line set to both margins are nearer to each other
_STRAY = 3  # cells of a column that are the ends of lines set wide


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line has in one column: the text as it stands, and where it begins. No text: the cell is empty."""

    text: str
    at: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of a table, blank ones too, and what each has in each column; ``room`` is how wide the columns are, and
    ``narrow`` how wide the narrowest strip between them."""

    lines: tuple[Line, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    room: tuple[int, ...]
    narrow: int


def grids(page: Sequence[Line], known: frozenset[str] = frozenset()) -> Iterator[Grid]:
    """The tables of a page, in order. ``known``: heads of tables on pages before, of which fewer lines are enough."""
    at = 0
    while at < len(page):
        found = _grid(page, at, known) if _may_begin(page, at) or head_of(page[at]) in known else None
        if found is not None and _certain(found, known):
            yield found
            while at < len(page) and page[at].start <= found.lines[-1].start:
                at += 1
        else:  # what begins a few lines further down is no table either
            further = at + (max(1, len(found.lines) // _AGAIN) if found is not None else 1)
            at = next((place for place in range(at + 1, further) if head_of(page[place]) in known), further)


def _may_begin(page: Sequence[Line], at: int) -> bool:
    """Whether a line has a gap, and a strip goes on through the next lines that have one."""
    if not behind_gaps(page[at].text[:LONGEST].strip()):
        return False
    none: frozenset[int] = frozenset()
    whole, gaps = mask_of(page[at].text, none), 1
    for line in page[at + 1 : at + _MOST]:
        whole |= mask_of(line.text, none)
        if not strips_of(whole):
            return False
        gaps += bool(behind_gaps(line.text[:LONGEST].strip()))
        if gaps == FEWEST - 1:
            return True
    return False


def _grid(page: Sequence[Line], at: int, known: frozenset[str]) -> Grid | None:
    """The table that begins on a line, or right above it with what stands in later columns alone."""
    found = []
    for first in _starts(page, at):
        run = _Run(page[first], starts_of(page[first : first + _MOST]))
        for line in page[first + 1 : first + _MOST]:
            if (line.start > page[at].start and head_of(line) in known) or not run.takes(line):
                run.below = "" if run.blank else line.text.strip()
                break
        if (grid := run.grid()) is not None:
            found.append((sum(sum(bool(piece.text) for piece in row) for row in grid.pieces), grid))
    return max(found, key=lambda each: each[0])[1] if found else None


def _starts(page: Sequence[Line], at: int) -> Iterator[int]:
    """Where the table can begin: on the line, or above it on lines that are further in, which are of its head."""
    yield at
    first = at
    further = page[at].indent + _INDENT
    while first and at - first < _HEAD and not page[first - 1].blank and page[first - 1].indent > further:
        first -= 1
    if first < at:
        yield first


class _Run:
    """Lines one below the other, and the strips that they leave empty. ``starts``: where columns begin; a single space
    before one parts two cells that touch."""

    def __init__(self, line: Line, starts: frozenset[int]) -> None:
        self.starts = starts
        self.lines = [line]
        self.masks = [mask_of(line.text, starts)]
        self.whole = self.masks[0]
        self.blank = 0
        self.below = ""  # the line right below, which is none of them

    def takes(self, line: Line) -> bool:
        """Take a line if it leaves the strips empty that others show; whether it did."""
        if line.blank:
            self.lines.append(line)
            self.masks.append(0)
            self.blank += 1
            return self.blank <= 1
        if len(line.text) > LONGEST:
            return False
        mask = mask_of(line.text, self.starts)
        if not self._kept(strips_of(self.whole | mask)):
            if len(self.lines) < FEWEST or not self.starts:
                return False
            line = snapped(line, self.starts)
            mask = mask_of(line.text, self.starts)
            if not self._kept(strips_of(self.whole | mask)):
                return False
        if self.blank and not self._like(mask):
            return False
        self.lines.append(line)
        self.masks.append(mask)
        self.whole, self.blank = self.whole | mask, 0
        return True

    def _like(self, mask: int) -> bool:
        """Whether a line behind a blank one is set as the others are: in two cells or more, the first as short."""
        strips = strips_of(self.whole)
        if not strips or not strips_of(mask):
            return False
        if self._beside(mask):
            return True
        edge = max((own & ((1 << strips[0][1]) - 1)).bit_length() for own in self.masks)
        return (mask & ((1 << strips[0][1]) - 1)).bit_length() <= edge + _WIDER

    def _beside(self, mask: int) -> bool:
        """Whether a line has its second cell just where most others have theirs, however long the first is."""
        behind = strips_of(self.whole | mask)[0][1]
        places = [_first_from(own, behind) for own in self.masks if own]
        return places.count(_first_from(mask, behind)) * 2 > len(places)

    def _kept(self, strips: Sequence[tuple[int, int]]) -> bool:
        """Whether none of the strips is lost that enough lines show; a new one may be seen."""
        if not strips:
            return False
        lost = [
            (start, end)
            for start, end in strips_of(self.whole)
            if not any(start < stop and begin < end for begin, stop in strips)
        ]
        return not any(self._shown(strip) for strip in lost)

    def _shown(self, strip: tuple[int, int]) -> bool:
        """Whether enough lines have text on both sides of a strip."""
        left, right = (1 << strip[0]) - 1, strip[1]
        return sum(bool(mask & left) and bool(mask >> right) for mask in self.masks) >= FEWEST

    def grid(self) -> Grid | None:
        """The lines cut at the strips, without what stands above and below in the first column alone."""
        strips = list(strips_of(self.whole))
        if not strips:
            return None
        edge = strips[0][0]
        filled = [index for index, mask in enumerate(self.masks) if mask >> edge]
        runs_on = prose.begins_lower(self.below) and not prose.stops(self.lines[filled[-1]].text)
        if runs_on and len(filled) > 1:
            filled.pop()  # the text below begins on it
        if not filled:
            return None
        lines = self.lines[filled[0] : filled[-1] + 1]
        while strips:
            grid = _cut(lines, strips)
            if (stray := _stray(grid)) is None:
                return grid
            del strips[stray]
        return None


def _first_from(mask: int, at: int) -> int:
    """Where the first sign of a line is that stands at a place or behind it; -1 for none."""
    rest = mask >> at
    return at + (rest & -rest).bit_length() - 1 if rest else -1


def _cut(lines: Sequence[Line], strips: Sequence[tuple[int, int]]) -> Grid:
    """Lines cut in the middle of each strip."""
    edges = [0, *((start + end) // 2 for start, end in strips), LONGEST + 1]
    pieces = tuple(tuple(_piece(line.text, left, right) for left, right in pairwise(edges)) for line in lines)
    columns = [[row[c] for row in pieces if row[c].text] for c in range(len(edges) - 1)]
    starts = [min((piece.at for piece in column), default=0) for column in columns]
    widest = [max((len(piece.text) for piece in column), default=0) for column in columns]
    room = [
        max(wide, after - at - _PADDING) for wide, at, after in zip(widest, starts, [*starts[1:], 0], strict=True)
    ]
    return Grid(tuple(lines), pieces, tuple(room), min(end - start for start, end in strips))


def _piece(text: str, left: int, right: int) -> Piece:
    part = text[left:right]
    stripped = part.strip()
    return Piece(stripped, left + len(part) - len(part.lstrip()) if stripped else left)


def _stray(grid: Grid) -> int | None:
    """Which strip lies inside a column: all that stands behind it are a few small words, the ends of lines set wide."""
    for column in range(1, len(grid.room)):
        texts = [row[column].text for row in grid.pieces if row[column].text]
        if not texts or (len(texts) <= _STRAY and all(prose.begins_lower(text) and " " not in text for text in texts)):
            return column - 1
    return None


def _certain(grid: Grid, known: frozenset[str]) -> bool:
    """Whether lines with two cells or more are enough, and stand in columns."""
    multi = [row for row in grid.pieces if sum(bool(piece.text) for piece in row) > 1]
    again = head_of(grid.lines[0]) in known
    if again and len(multi) == 1:
        return _under(grid)
    if len(multi) < (FEWEST - 1 if again else FEWEST):
        return False
    wide = sum(_gap(row) > 1 for row in multi)
    if wide * 2 < len(multi) or (grid.narrow < 2 and len(multi) < FEWEST + 1):
        return False
    columns = range(1, len(grid.room))
    if any(max(_gap(row[c - 1 : c + 1]) for row in grid.pieces) < _SHORT for c in columns):
        return False  # lines set to both margins
    return all(_aligned([row[c] for row in grid.pieces if row[c].text]) for c in columns)


def _under(grid: Grid) -> bool:
    """Whether all that stands under a head of wide columns begins where a cell of it begins: the rest of a row."""
    head, *rest = grid.pieces
    places = {piece.at for piece in head if piece.text}
    below = [piece.at for row in rest for piece in row if piece.text]
    return _gap(head) >= _SHORT and len(below) >= FEWEST and places.issuperset(below)


def _gap(row: Sequence[Piece]) -> int:
    """The narrowest gap of a line; 0 where it has none."""
    filled = [piece for piece in row if piece.text]
    return min((after.at - before.end for before, after in pairwise(filled)), default=0)


def _aligned(pieces: Sequence[Piece]) -> bool:
    """Whether most pieces of a column begin, end, or have their middle at one place."""
    for places in (
        [piece.at for piece in pieces],
        [piece.end for piece in pieces],
        [(piece.at + piece.end) // 2 for piece in pieces],
    ):
        often = Counter(places)
        if max(often[place] + often[place + 1] for place in often) * 10 >= len(pieces) * _ALIGNED:
            return True
    return False
