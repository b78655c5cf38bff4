# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that are too wide for a small page.

Pages of a book cannot be scrolled sideways: the columns beyond the edge of the page would be gone. A table whose
longest words do not fit on the smallest page gets the whole width, however wide that is and however large its reader
has made the letters, in smaller ones; words are broken where nothing else helps, and numbers last of all. A page of
more than 48 em sets its tables as it always did. Nothing is measured here: letters are counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from pipeline.writers.markup import classes, element, local, q

SMALL = 18.0  # the width of a page of 320 pixels, in em
ROOM = 30.0  # the width that the columns share out, in em of the smaller letters
SPARE = 1.3  # numbers get so much more of that than they need: so they are whole on smaller pages too
LETTER = 0.6  # of a letter, in em
PADDING = 0.6  # of a cell, both sides, in em
SYLLABLES = 7  # letters of a word that stay together
MOST = 24.0  # a column that is wider gets no more for it: its words flow
WIDE_FROM = 0x2E80  # a line may end between any two letters of East Asia


class _Width(NamedTuple):
    """What a column takes, in em: with its numbers whole, with its words whole, with its fullest cell on one line."""

    least: float
    words: float
    most: float

    def over(self, other: _Width) -> _Width:
        """The larger of each."""
        return _Width(*map(max, self, other))


def fit(tree: etree._Element) -> None:
    """Give each table of a tree that no small page has room for columns of fixed shares, and the class ``fitted``."""
    for table in tree.iter(q("table")):
        if any(local(above) == "table" for above in table.iterancestors()):
            continue
        columns = _columns(table)
        if len(columns) > 1 and sum(column.words for column in columns) > SMALL:
            table.set("class", " ".join([*classes(table), "fitted"]))
            group = element("colgroup")
            group.extend([element("col", class_=f"share-{share}") for share in _shares(columns)])
            captioned = len(table) > 0 and local(table[0]) == "caption"
            table.insert(1 if captioned else 0, group)


def styles(trees: Iterable[etree._Element]) -> str:
    """The rules for the shares that tables have; none where no table has any."""
    names = {name for tree in trees for column in tree.iter(q("col")) for name in classes(column)}
    numbers = sorted(int(name.removeprefix("share-")) for name in names if name.startswith("share-"))
    rules = " ".join(f".share-{number} {{ width: {number}%; }}" for number in numbers)
    return f"@media (max-width: 48em) {{ {rules} }}\n" if rules else ""


def _columns(table: etree._Element) -> list[_Width]:
    """The columns, a cell over several of them counted for each."""
    found: dict[int, _Width] = defaultdict(lambda: _Width(PADDING, PADDING, PADDING))
    held: dict[int, int] = {}  # column → rows that a cell above still fills
    for row in table.iter(q("tr")):
        at, fresh = 0, dict[int, int]()
        for cell in (cell for cell in row if local(cell) in ("td", "th")):
            while held.get(at, 0) > 0:
                at += 1
            span = int(cell.get("colspan") or 1)
            width = _width("".join(map(str, cell.itertext())), span)
            for column in range(at, at + span):
                found[column] = found[column].over(width)
                fresh[column] = int(cell.get("rowspan") or 1)
            at += span
        held = {column: rows - 1 for column, rows in (held | fresh).items() if rows > 1}
    return [found[column] for column in sorted(found)]


def _width(text: str, span: int) -> _Width:
    words = text.split()
    numbers = max((len(word) * SPARE for word in words if 2 * sum(map(str.isdigit, word)) >= len(word)), default=0.0)
    syllables = max((min(_letters(word), SYLLABLES) for word in words), default=0.0)
    longest = max(map(_letters, words), default=0.0)
    letters = (max(numbers, syllables), longest, min(len(text), MOST / LETTER))
    least, whole, most = (count * LETTER / span + PADDING for count in letters)
    return _Width(least, max(least, whole), max(least, whole, most))


def _letters(word: str) -> float:
    """How many letters of a word stay together."""
    return len(word) if ord(max(word)) < WIDE_FROM else 1.0 / LETTER


def _shares(columns: list[_Width]) -> list[int]:
    """The share of each column in whole per cent, 100 together: its least, and as far as there is room of what its
    words, and then its cells, would take beyond that."""
    widths = [column.least for column in columns]
    for wanted in ([column.words for column in columns], [column.most for column in columns]):
        more = sum(wanted) - sum(widths)
        part = max(0.0, min(1.0, (ROOM - sum(widths)) / more)) if more > 0 else 0.0
        widths = [width + part * (want - width) for width, want in zip(widths, wanted, strict=True)]
    ends = [round(100 * sum(widths[: number + 1]) / sum(widths)) for number in range(len(widths))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
