# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each part of the current text stood in the text as it came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.fix import Edit


@dataclass(frozen=True, slots=True)
class Pieces:
    """The stretches of the current text that are unchanged: where they begin now, where they began, how long.

    What lies between two stretches was put in by a repair.
    """

    now: tuple[int, ...]
    was: tuple[int, ...]
    size: tuple[int, ...]
    length: int  # of the text as it came

    @staticmethod
    def whole(length: int) -> Pieces:
        """The map of a text that nothing has touched."""
        return Pieces((0,), (0,), (length,), length)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range as it came of the current range ``start`` to ``end``.

        A range that a repair put in maps to the gap from which it was made; an empty range to one place.
        """
        index = bisect_right(self.now, start) - 1
        if index >= 0 and start < self.now[index] + self.size[index]:
            first = self.was[index] + start - self.now[index]
        elif index >= 0:
            first = self.was[index] + self.size[index]
        else:
            first = 0
        if end <= start:
            return first, first
        index = bisect_right(self.now, end - 1) - 1
        if index >= 0 and end - 1 < self.now[index] + self.size[index]:
            last = self.was[index] + end - self.now[index]
        else:
            last = self.was[index + 1] if index + 1 < len(self.was) else self.length
        return first, max(first, last)

    def kept(self, start: int, end: int) -> bool:
        """Whether the current range stands as it came, in one stretch."""
        index = bisect_right(self.now, start) - 1
        return index >= 0 and end <= self.now[index] + self.size[index]

    def after(self, edits: Sequence[Edit]) -> Pieces:
        """The map after ``edits`` (in order, not overlapping) are made."""
        now: list[int] = []
        was: list[int] = []
        size: list[int] = []
        index, count = 0, len(self.now)
        for start, end, shift in _kept(edits, self.now[-1] + self.size[-1] if count else 0):
            while index < count and self.now[index] + self.size[index] <= start:
                index += 1
            here = index
            while here < count and self.now[here] < end:
                first = max(start, self.now[here])
                last = min(end, self.now[here] + self.size[here])
                now.append(first + shift)
                was.append(self.was[here] + first - self.now[here])
                size.append(last - first)
                here += 1
        return Pieces(tuple(now), tuple(was), tuple(size), self.length)


def _kept(edits: Sequence[Edit], length: int) -> Iterator[tuple[int, int, int]]:
    """The ranges between ``edits``, each with how far it moves."""
    cursor, shift = 0, 0
    for edit in edits:
        if edit.start > cursor:
            yield cursor, edit.start, shift
        cursor = edit.end
        shift += len(edit.now) - (edit.end - edit.start)
    if cursor < length:
        yield cursor, length, shift


def shifted(positions: Sequence[int], edits: Sequence[Edit]) -> tuple[int, ...]:
    """``positions`` (sorted) as they are after ``edits``; one inside an edit goes to the edit's start."""
    result: list[int] = []
    shift, at = 0, 0
    for position in positions:
        while at < len(edits) and edits[at].end <= position:
            shift += len(edits[at].now) - (edits[at].end - edits[at].start)
            at += 1
        inside = at < len(edits) and edits[at].start < position
        result.append((edits[at].start if inside else position) + shift)
    return tuple(result)
