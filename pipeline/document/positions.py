# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pandoc's positions (``line:column-line:column``) as offsets into the source.

Pandoc counts columns with tabs expanded to stops of four; offsets count code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from pipeline.model import Pos

_RANGE = re.compile(r"(\d+):(\d+)-(\d+):(\d+)")
TAB = 4


class Lines:
    """Where each line of a text begins; line ends are LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
        self._tabs: dict[int, list[int] | None] = {}

    def line_of(self, offset: int) -> int:
        """The line (from 1) in which ``offset`` stands."""
        return bisect_right(self.starts, offset)

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) with its line end; empty beyond the last."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end]

    def offset(self, line: int, column: int) -> int:
        """The offset of pandoc's ``line`` and ``column`` (both from 1), kept inside the text."""
        if line > len(self.starts):
            return len(self.text)
        start = self.starts[line - 1]
        # A line may be as long as the whole text, and has a place for each of its words: it is read once.
        if line not in self._tabs:
            content = self.line(line)
            self._tabs[line] = _columns(content) if "\t" in content else None
        columns = self._tabs[line]
        within = column - 1 if columns is None else bisect_left(columns, column - 1)
        return min(start + within, len(self.text))

    def pos(self, data: str) -> Pos | None:
        """The range that ``data-pos`` gives: from its first start to its last end."""
        found = _RANGE.findall(data)
        if not found:
            return None
        ranges = [tuple(map(int, groups)) for groups in found]
        first = min(ranges)
        last = max(ranges, key=lambda item: item[2:])
        start, end = self.offset(first[0], first[1]), self.offset(last[2], last[3])
        return Pos(start, max(start, end), first[0])


def _columns(content: str) -> list[int]:
    """The column (from 0, tabs expanded) in which each character of a line stands."""
    found: list[int] = []
    reached = 0
    for character in content:
        found.append(reached)
        reached += TAB - reached % TAB if character == "\t" else 1
    return found


def trimmed(text: str, pos: Pos | None) -> Pos | None:
    """``pos`` without the white space at its end: pandoc lets a block end where the next line begins."""
    if pos is None:
        return None
    end = pos.end
    while end > pos.start and text[end - 1].isspace():
        end -= 1
    return Pos(pos.start, end, pos.line)


def hull(positions: Iterable[Pos | None]) -> Pos | None:
    """The smallest range around all ``positions`` that are known."""
    known = [pos for pos in positions if pos is not None]
    if not known:
        return None
    first = min(known, key=lambda pos: pos.start)
    return Pos(first.start, max(pos.end for pos in known), first.line)
