# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages before the first and behind the last that is known: their numbers count on.

A head that names the section changes with it, so that a text has several series of heads ("Boats 4", "Boats 5", "Nets
6"), and only numbers on the pages before the first section. Of these the longest series tells of its own pages alone.
From there the others are found, page by page: the one line with the next number, a page's length away, that says
nothing else, or what a text of its own or another head says too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from pipeline.clean.pages.evidence import gaps, listed
from pipeline.clean.pages.known import Chain, Pages
from pipeline.clean.pages.lines import named, numbered
from pipeline.clean.reading.scan import Kind

_FEWEST = 3  # pages that are known
_SURE = 0.94
_KINDS = frozenset({Kind.PARA, Kind.HEADING, Kind.ITEM})


def onward(pages: Pages) -> None:
    """Take the lines that count on from the pages that are known, to both sides."""
    known = pages.feet
    if len(known.rows) < _FEWEST or known.values[-1] - known.values[0] != len(known.values) - 1:
        return
    page = sorted(gaps(pages, known.rows))[len(known.rows) // 2 - 1]
    heads = _Heads(pages)
    places = {value: row for row, value in zip(known.rows, known.values, strict=True)}
    for step, value in ((-1, known.values[0]), (1, known.values[-1])):
        at = value
        while (row := heads.next(places[at], at + step, page * step)) is not None:
            at += step
            places[at] = row
    if len(places) > len(known.rows):
        values = sorted(places)
        rows = tuple(places[value] for value in values)
        pages.taken.update((row, _SURE) for row in rows if row not in pages.taken)
        pages.feet = Chain(known.key, rows, tuple(values), known.sure)


class _Heads:
    """The lines that may be a page's number or head, by their number."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.starts = [row.line.start for row in pages.rows]
        self.said = {index: said for index in range(len(pages.rows)) if (said := _said(pages, index)) is not None}
        self.often = Counter(name for _, name in self.said.values())

    def next(self, row: int, number: int, page: int) -> int | None:
        """The one line with a number that stands a page's length behind a line, or before it, where that is less than
        nothing; the first may stand nearer, where it opens the text."""
        low, high = sorted((self.starts[row] + page // 3, self.starts[row] + page * 7 // 4))
        span = range(bisect_left(self.starts, low), bisect_right(self.starts, high))
        found = [index for index in span if self._heads(index, number)]
        if not found and page < 0 and number == 1 and self._heads(0, 1):
            found = [0]
        return found[0] if len(found) == 1 else None

    def _heads(self, index: int, number: int) -> bool:
        """Whether a line has a number, and nothing beside it but what the text says elsewhere."""
        own, name = self.said.get(index, (-1, ""))
        if own != number or number < 1:
            return False
        return not name or self.often[name] > 1 or name in self.pages.said or self._inside(name)

    def _inside(self, name: str) -> bool:
        """Whether some words stand elsewhere too, be it in a text into which an extractor ran the heading."""
        whole = self.pages.scan.once("named", lambda scan: named(scan.text))
        return " " in name and whole.count(name) > 1


def _said(pages: Pages, index: int) -> tuple[int, str] | None:
    """The number of a line that stands alone, and the words beside it."""
    row = pages.rows[index]
    if not (row.short and row.alone) or row.line.kind not in _KINDS or listed(pages, index):
        return None
    if row.text.isdecimal() and row.numbers:
        return row.numbers[0], ""
    found = numbered(row.text)
    return (found[0], named(found[1])) if found else None
