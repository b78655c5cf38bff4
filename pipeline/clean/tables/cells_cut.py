# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a line of text is to be cut that is a row of a table: an extractor left single spaces between its cells.

A word processor leaves a space of its own at the end of a line that it broke, so two spaces end a cell. Else the best
cut is the one whose pieces begin and end as the cells of their columns do, and are no wider.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.reading import prose
from pipeline.clean.tables.lined_columns import Columns, over

_WORDS = 40  # of a line
_TWO = 4.0  # what two spaces say for the end of a cell, and against them inside one
_NEEDS = -3.0  # a cell ends with a word that needs another
_UNIT = -4.0  # a number without its unit, or its thousands
_EMPTY, _UNNAMED = -2.5, -7.5  # an empty cell, and one in the head
_FULL = 0.85  # of a column: such a cell may end with any word
_NAME = 24  # signs that a name of a column may have, how long its cells be
_LONGER = 1.25  # than the line above it a line of a name may be
_GREEDY = 0.03  # each sign of a name in the first column, for a line takes what words it can
_AFTER_NUMBER = re.compile(r"\d{3}\b|[€%£$²°]|[a-z]{1,2}²?$")

_Best = dict[int, tuple[float, tuple[str, ...]]]  # to each word: the worth of the best cut before it, and its cells


def cut(columns: Columns, line: str, lang: str, head: Sequence[str] | None) -> tuple[str, ...] | None:
    """The cells of a line; None where it is but one. ``head``: what stands above it, for a line of the head."""
    words = line.split()
    if not 1 < len(words) <= _WORDS:
        return None
    cutter = _Cutter(columns, line, lang, head)
    best: _Best = {0: (0.0, ())}
    for column in range(columns.size):
        best = cutter.through(best, column)
    cells = best[len(words)][1]
    return cells if sum(map(bool, cells)) > 1 else None


class _Cutter:
    """A line, and what speaks for each of its pieces as a cell."""

    def __init__(self, columns: Columns, line: str, lang: str, head: Sequence[str] | None) -> None:
        self.columns, self.lang, self.head = columns, lang, head
        self.words = line.split()
        wide = [len(gap) > 1 for gap in re.findall(r"\s+", line.strip())]
        set_wide = sum(wide) * 2 >= len(wide)  # to both margins
        self.ends = [gap and not set_wide for gap in wide]

    def through(self, best: _Best, column: int) -> _Best:
        """The best cuts with one column more."""
        found: _Best = {}
        for begin, (worth, cells) in best.items():
            empty = _EMPTY if self.head is None else _UNNAMED
            _keep(found, begin, worth + empty, (*cells, ""))
            for end in range(begin + 1, len(self.words) + 1):
                text = " ".join(self.words[begin:end])
                value = worth + self._cell(text, column) - _TWO * sum(self.ends[begin : end - 1])
                if end < len(self.words):
                    value += self._end(text, end, column)
                _keep(found, end, value, (*cells, text))
        return found

    def _cell(self, text: str, column: int) -> float:
        """What speaks for a text as a cell, or as a line of the name of a column."""
        if self.head is None:
            return self.columns.fits(text, column)
        above = self.head[column] if self.head else ""
        goes_on = 1 if prose.begins_lower(text) == bool(above) else -1
        greedy = len(text) * _GREEDY / (column + 1)
        return goes_on + greedy + over(len(text), max(_NAME, len(above) * _LONGER))

    def _end(self, text: str, end: int, column: int) -> float:
        """What speaks for a cell to end before a word."""
        worth = _TWO if self.ends[end - 1] else 0.0
        room = self.head is not None or len(text) < self.columns.room[column] * _FULL
        if room and prose.never_last(text, self.lang):
            worth += _NEEDS
        if text[-1:].isdigit() and _AFTER_NUMBER.match(self.words[end]):
            worth += _UNIT
        return worth


def _keep(best: _Best, at: int, worth: float, cells: tuple[str, ...]) -> None:
    """Keep a cut if no better one is known."""
    if at not in best or best[at][0] < worth:
        best[at] = (worth, cells)
