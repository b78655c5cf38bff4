# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns whose lines an extractor wrote one after the other, or side by side with a single space between.

Nothing tells where one column ends. That it happened is told by sentences: after a full stop, the next line begins
with a small letter again and again, which text that is read in its order does once in a hundred lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import TEXT, Line, Scan

_FEWEST = 6  # such places near each other
_NEAR = 25  # lines from one to the next
_SHARE = 5  # one in so many ends of sentences at line ends


def torn(scan: Scan) -> tuple[int, int] | None:
    """The longest stretch of text in which columns are interleaved line by line."""
    return scan.once("torn", _torn)


def _torn(scan: Scan) -> tuple[int, int] | None:
    lines = [line for line in scan.lines if not line.blank]
    ends = [number for number, line in enumerate(lines) if _ends(line)]
    places = [number for number in ends if number + 1 < len(lines) and _goes_on(lines[number + 1])]
    best: tuple[int, int] | None = None
    most = 0
    for run in _runs(places):
        between = sum(run[0] <= number <= run[-1] for number in ends) if len(run) > most else 0
        if len(run) >= _FEWEST and len(run) > most and len(run) * _SHARE >= between:
            best, most = (lines[run[0]].start, lines[run[-1] + 1].end), len(run)
    return best


def _runs(places: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > _NEAR:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _ends(line: Line) -> bool:
    """Whether a line of text ends with a sentence; with a word before the stop that is no abbreviation."""
    text = line.text[-60:].rstrip()
    return line.kind in TEXT and text[-1:] == "." and len(prose.last_word(text[:-1])) > 3


def _goes_on(line: Line) -> bool:
    """Whether a line of text begins inside a sentence: a small letter, and no name of a program or item."""
    word = prose.first_word(line.text[:80].lstrip())
    return line.kind in TEXT and line.text.lstrip()[:1].islower() and word.islower() and len(word) > 1
