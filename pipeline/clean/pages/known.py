# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of a text's pages: which lines they put there, and where their edges are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.clean.pages.images import PICTURE
from pipeline.clean.pages.lines import STAMP, Row, named, page_lines, plain
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Scan

_SHORT = 200  # characters of a heading, with its markup
_NEAR = 12  # lines that a page can put between two lines of its text


@dataclass(frozen=True, slots=True)
class Chain:
    """Lines that are the same but for a number that counts up, that number, and how sure they are the pages'."""

    key: str
    rows: tuple[int, ...]
    values: tuple[int, ...]
    sure: float


class Pages:
    """The lines of a text, and which of them belong to pages and not to the text."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        first = next((scan.slice(block) for block in scan.blocks if block.kind is Kind.HEADING), "")
        stamp = STAMP.match(first)
        self.title = plain(first[stamp.end() if stamp else 0 :]).casefold()
        self.rows = tuple(page_lines(scan, self.title))
        self.taken: dict[int, float] = {}
        self.feet = Chain("", (), (), 0)

    @cached_property
    def groups(self) -> dict[str, list[int]]:
        """Lines by key."""
        groups: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(self.rows):
            if row.short and not row.label:
                groups[row.key].append(index)
        return groups

    @cached_property
    def labels(self) -> dict[str, list[int]]:
        """Lines that begin as items do, by key."""
        groups: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(self.rows):
            if row.short and row.label:
                groups[row.key].append(index)
        return groups

    @cached_property
    def said(self) -> frozenset[str]:
        """What the paragraphs and headings of the text say that are no longer than a line of a page, case folded."""
        texts = (self.scan.slice(block) for block in self.scan.blocks if block.kind in (Kind.PARA, Kind.HEADING))
        return frozenset(named(plain(text)) for text in texts if len(text) <= _SHORT)

    @property
    def known(self) -> bool:
        """Whether it is known by now where pages end."""
        return bool(self.scan.pages or self.feet.rows)

    @property
    def ends(self) -> Sequence[int]:
        """Where pages end, if each of them is known; a number on every second page does not tell."""
        if len(self.scan.pages) >= 3:
            return self.scan.pages
        values = self.feet.values
        whole = bool(values) and values[-1] - values[0] == len(values) - 1
        return [self.rows[row].line.start for row in self.feet.rows] if whole else []

    def sheet(self, index: int) -> int:
        """How many pages ended before a line."""
        return bisect_right(self.ends, self.rows[index].line.start)

    def regular(self, members: Sequence[int]) -> bool:
        """Whether lines stand as far from each other as the tops of pages do: all about as far."""
        places = [self.rows[index].line.start for index in members]
        gaps = sorted(after - before for before, after in pairwise(places))
        if len(gaps) < 3:
            return False
        middle = gaps[len(gaps) // 2]
        near = sum(middle * 0.6 <= gap <= middle * 1.6 for gap in gaps)
        return gaps[0] * 5 >= middle * 2 and near * 4 >= len(gaps) * 3

    def edge(self, index: int) -> bool:
        """Whether a line stands at the edge of a page, as far as that is known by now."""
        rows = self.rows
        if index == 0 or index == len(rows) - 1 or rows[index].paged or rows[index + 1].paged:
            return True
        return index - 1 in self.taken or index + 1 in self.taken

    def beside(self, index: int) -> bool:
        """Whether a line that is repeated elsewhere stands next to this one."""
        own = self.rows[index].key
        near = [self.rows[i] for i in (index - 1, index + 1) if 0 <= i < len(self.rows)]
        return any(row.key != own and self.repeated(row) for row in near)

    def repeated(self, row: Row) -> bool:
        """Whether the like of a line stands elsewhere too."""
        return row.short and len((self.labels if row.label else self.groups)[row.key]) > 1

    def inside(self, index: int, *, heads: bool = False) -> bool:
        """Whether a line stands alone inside a sentence, whatever else the page put there.

        ``heads``: lines beside it that are said again elsewhere count as the page's.
        """
        rows = self.rows
        before = index - 1
        while before >= max(0, index - _NEAR) and (
            before in self.taken or PICTURE.match(rows[before].line.text) or (heads and self.repeated(rows[before]))
        ):
            before -= 1
        after = index + 1
        while after < min(len(rows), index + _NEAR) and (
            after in self.taken or self.same(after, index) or (heads and self.repeated(rows[after]))
        ):
            after += 1
        if before < 0 or after >= len(rows) or not rows[index].alone:
            return False
        above, below = rows[before], rows[after]
        ended = above.line.text[-200:]
        if above.line.kind not in (Kind.PARA, Kind.ITEM) or below.line.kind is not Kind.PARA:
            return False
        return not prose.stops(ended) and (
            prose.begins_lower(below.line.text[:200].lstrip()) or prose.open_word(ended, self.scan.lang)
        )

    def same(self, one: int, other: int) -> bool:
        """Whether a line repeats another, or is a picture of the page."""
        return self.rows[one].key == self.rows[other].key or bool(PICTURE.match(self.rows[one].line.text))
