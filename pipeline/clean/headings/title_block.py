# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands right below the first line of plain text: the rest of a long title, or lines on who wrote it and when.

Several such lines head nothing, for no text is right below any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.reading import plain
from pipeline.clean.reading.heading_signs import sign
from pipeline.clean.reading.scan import Scan

_FEWEST = 2  # lines that say who and when
_ALIKE = 0.85  # of a line that was full in the title's letters
_LONG = 40  # characters of a title that may have filled its line
_WORDS = 2  # of the last line of a title, where nothing but its shortness tells


def below_title(scan: Scan, chosen: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Of blocks taken for headings, by their places: those that are the rest of the title, and those that are none.

    A block of two lines right below the title goes on it where the title's line was as long as its first and had no
    room for its first word. Of several lines that a blank one parts from the text, the first goes on a long title where
    it has a word or two.
    """
    none: frozenset[int] = frozenset()
    blocks = scan.blocks
    run = 0
    while run + 1 < len(chosen) and chosen[run + 1] == run + 1 and _close(scan, run) and not _numbered(scan, run + 1):
        run += 1
    if not scan.extracted or not run or chosen[0]:
        return none, none
    title, second = (plain.room(block.lines[at].text) for block, at in ((blocks[0], -1), (blocks[1], 0)))
    words = blocks[1].lines[0].text.split()
    if len(blocks[1].lines) > 1 and title >= second * _ALIKE and title + 1 + plain.room(words[0]) > second:
        return frozenset({1}), none
    if run < _FEWEST or run + 1 >= len(blocks) or _close(scan, run):
        return none, none
    rest = len(words) <= _WORDS and title >= _LONG and not blocks[1].lines[0].text.isupper()
    return (frozenset({1}) if rest else none), frozenset(range(1 + rest, run + 1))


def _close(scan: Scan, index: int) -> bool:
    """Whether no blank line stood between a block and the next."""
    return scan.closed(scan.blocks[index].end, scan.blocks[index + 1].start)


def _numbered(scan: Scan, index: int) -> bool:
    return bool(sign(" ".join(scan.slice(scan.blocks[index]).split())).way)
