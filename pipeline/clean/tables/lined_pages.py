# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that an extractor wrote line by line: rows of tables, each in bars, and lines of text, none blank.

All tables of such a page have as many columns, for it is the page that is cut into columns; those that a table has not
are empty. The bars of the rows between two lines of text stand one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Line, Scan
from pipeline.clean.tables.mended import cells

_RULE = re.compile(r"\|(?: -{3,} \|)+")
_ROW = re.compile(r"\| .* \|")
_LEAST = 3  # signs of a column: a shorter cell leaves spaces
_TEXT = 0.95  # of a full line of text
WIDE = 60  # signs of a line of text that may have words in two columns: a shorter one that has would be a row
_GAP = 12  # lines of text between two rows of a table


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a page: its cells if it is a row, or none; ``text`` is what it says, and ``end`` where the rule ends
    that stands below it, or the line. ``open``: the columns of the page whose cell ends with a space of its own, as a
    line does that a word processor broke."""

    line: Line
    end: int
    cells: tuple[str, ...]
    text: str
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a page that may be one table: ``entries`` of the page, the rows among them are from ``first`` to
    ``last``."""

    entries: tuple[Entry, ...]
    first: int
    last: int


def stretches(scan: Scan) -> Iterator[Stretch]:
    """What may be tables in a text that was written so."""
    if "|" not in scan.text:
        return
    pages = [entries for page in _pages(scan) if (entries := _entries(page)) is not None]
    if not any(upper.cells and not lower.cells for page in pages for upper, lower in pairwise(page)):
        return  # an author may write a table right below text, but no text right below a table
    full = _full(scan)
    for entries in pages:
        at = [index for index, entry in enumerate(entries) if entry.cells]
        while at:
            size = 1
            while size < len(at) and _one(entries[at[size - 1] + 1 : at[size]], full):
                size += 1
            yield Stretch(entries, at[0], at[size - 1])
            at = at[size:]


def _full(scan: Scan) -> float:
    """How long a line of text is that took its whole width: no row of cells leaves so many signs."""
    sizes = sorted(size for line in scan.bare if (size := len(line.text.strip())) > WIDE and line.text[0] != "|")
    return sizes[len(sizes) * 3 // 4] * _TEXT if sizes else 0


def _one(between: Sequence[Entry], full: float) -> bool:
    """Whether lines between two rows may be of one table with them: no text."""
    return len(between) <= _GAP and not any(
        len(entry.text) > WIDE and (len(entry.text) >= full or prose.ends_sentence(entry.text)) for entry in between
    )


def _pages(scan: Scan) -> Iterator[list[Line]]:
    """Lines without a blank one between."""
    for filled, lines in groupby(scan.bare, lambda line: bool(line.text.strip())):
        if filled:
            yield list(lines)


def _entries(page: Sequence[Line]) -> tuple[Entry, ...] | None:
    """The lines of a page without the rules of its tables; None where its rows were not written so."""
    entries: list[Entry] = []
    for barred, group in groupby(page, lambda line: bool(_ROW.fullmatch(line.text))):
        lines = list(group)
        if not barred:
            entries += [Entry(line, line.end, (), line.text) for line in lines]
        elif _drawn(lines):
            entries += _rows([lines[0], *lines[2:]], lines[1].end)
        else:
            return None
    widths = {len(entry.cells) for entry in entries}
    return tuple(entries) if 0 in widths and len(widths) == 2 else None


def _drawn(lines: Sequence[Line]) -> bool:
    """Whether the bars of rows stand one below the other, with a rule under the first."""
    rules = [bool(_RULE.fullmatch(line.text)) for line in lines]
    return rules[1:2] == [True] and sum(rules) == 1 and len({len(line.text) for line in lines}) == 1


def _rows(lines: Sequence[Line], rule: int) -> Iterator[Entry]:
    """The rows between two lines of text."""
    rows = [tuple(cells(line)) for line in lines]
    widths = [len(part) - 2 for part in re.split(r"(?<!\\)\|", lines[0].text)[1:-1]]
    longest = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    spaced = {at for at, (size, wide) in enumerate(zip(longest, widths, strict=False)) if size + 1 == wide > _LEAST}
    for line, row in zip(lines, rows, strict=True):
        opened = frozenset(at for at in spaced if at < len(row) and len(row[at]) == longest[at])
        yield Entry(line, rule if line is lines[0] else line.end, row, " ".join(cell for cell in row if cell), opened)
