# SPDX-License-Identifier: AGPL-3.0-or-later
"""A running head that opens the text: "The harbour book 1" right above the title, then the same with 2, 3, 4.

Pages that end with their paragraphs cut no sentence, and parts of a story count up too. But an extractor that marks
headings marks those of parts, and nobody writes the first of them above the title, unmarked or as a lesser heading:
what stands there, and again a page's length further each time, is the pages'. On left pages its number may stand first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.clean.pages.evidence import gaps
from pipeline.clean.pages.known import Chain, Pages
from pipeline.clean.pages.lines import named, numbered, plain
from pipeline.clean.reading.scan import Kind

_FEWEST = 3
_PAGE = 800  # characters of a page with little on it
_LONG = 300  # characters of a line that are looked at
_SURE = 0.94


def opening(pages: Pages) -> None:
    """Take the lines that count on from the first one to the last page, where no page is known: they say what it says,
    or, where it is a number alone, what other texts begin with, as heads that name the section do."""
    rows = pages.rows
    if pages.known or len(rows) < _FEWEST or rows[0].level == 1 or rows[1].level != 1:
        return
    head = (1, "") if rows[0].text == "1" else _said(pages, 0)
    if head is None or head[0] != 1:
        return
    found = [0]
    begun = _Beginnings(pages)
    for index in range(2, len(rows)):
        said = _said(pages, index)
        if said and said[0] == len(found) + 1 and (said[1] == head[1] if head[1] else begun.other(said[1], index)):
            found.append(index)
        elif not head[1] and rows[index].alone and rows[index].text == str(len(found) + 1):
            found.append(index)  # the first chapter begins on a later page
    if len(found) >= _FEWEST and _paced(pages, found):
        pages.taken.update(dict.fromkeys(found, _SURE))
        pages.feet = Chain(rows[0].key, tuple(found), tuple(range(1, len(found) + 1)), _SURE)


class _Beginnings:
    """What the lines of a text begin with, be it behind a number, in the order of letters."""

    def __init__(self, pages: Pages) -> None:
        lines = [(named(plain(row.line.text[:_LONG])), index) for index, row in enumerate(pages.rows)]
        said = [(found[1], index) for index in range(len(pages.rows)) if (found := _said(pages, index))]
        self.lines = sorted({*lines, *said})

    def other(self, words: str, index: int) -> bool:
        """Whether another line than the one at ``index`` begins with some words."""
        place = bisect_left(self.lines, (words, -1))
        near = self.lines[place : place + _FEWEST + 1]
        return any(text.startswith(words) and at != index for text, at in near)


def _said(pages: Pages, index: int) -> tuple[int, str] | None:
    """The number at one end of a line that stands alone, and its words."""
    row = pages.rows[index]
    shown = row.short and row.alone and row.line.kind in (Kind.PARA, Kind.HEADING, Kind.ITEM)
    found = numbered(row.text) if shown else None
    return (found[0], named(found[1])) if found else None


def _paced(pages: Pages, rows: Sequence[int]) -> bool:
    """Whether all lines stand about as far from each other as pages end, and no more text is below the last."""
    between = gaps(pages, rows)
    rest = len(pages.scan.text) - pages.rows[rows[-1]].line.start
    return min(between) >= _PAGE and min(between) * 2 >= max(between) and rest * 2 <= max(between) * 3
