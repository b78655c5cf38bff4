# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables drawn with lines of dashes: the simple and the multiline tables of pandoc's Markdown, which it makes of a Word
file. CommonMark has no such tables: it makes rules, headings and words of them.

Every blank in one counts, for cells begin where the dashes above or below them begin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_RULE = re.compile(r" {0,3}(-{2,}(?: +-{2,})*) *")
_MARK = re.compile(r" {0,3}(?:[-*+] |#{1,6} |>|[`~]{3}|:::|\d{1,9}[.)] |<|\|)")
"""What begins another block on the line that would be a table's head."""

Columns = tuple[tuple[int, int], ...]


def end_of(lines: Sequence[str], index: int) -> int:
    """The line after the last of the table that begins at a line; 0 where none does.

    The lines may have their line ends; what stands above is taken to be blank. A table of several columns only: one
    line of dashes is a heading's or a break's.
    """
    first = _columns(_line(lines, index))
    if len(first) > 1:
        return _closed(lines, index + 1, first, first)
    if first:
        return _below_rule(lines, index, first)
    columns = _columns(_line(lines, index + 1))
    head = _line(lines, index)
    if len(columns) < 2 or not head.strip() or _MARK.match(head) or not _fits(head, columns):
        return 0
    return _open(lines, index + 2, columns)


def _below_rule(lines: Sequence[str], index: int, rule: Columns) -> int:
    """The end of a table whose head stands between a line of dashes as wide as all and the dashes of its columns."""
    below = index + 1
    while line := _line(lines, below).strip():
        columns = _columns(_line(lines, below))
        if columns:
            fits = len(columns) > 1 and below > index + 1 and _span(columns) == _span(rule)
            heads = all(_fits(_line(lines, at), columns) for at in range(index + 1, below))
            return _closed(lines, below + 1, columns, rule) if fits and heads else 0
        if len(line) > _span(rule)[1]:
            return 0
        below += 1
    return 0


def _closed(lines: Sequence[str], index: int, columns: Columns, rule: Columns) -> int:
    """The end of rows that a line of dashes closes, which nothing stands right below; blank lines part the rows."""
    start = index
    if not _line(lines, index).strip():
        return 0
    while index < len(lines):
        line = _line(lines, index)
        if found := _columns(line):
            closes = index > start and _span(found) == _span(rule) and len(found) in (1, len(columns))
            return index + 1 if closes and not _line(lines, index + 1).strip() else 0
        if not _fits(line, columns):
            return 0
        index += 1
    return 0


def _open(lines: Sequence[str], index: int, columns: Columns) -> int:
    """The end of rows that a blank line ends, or a line of dashes before it."""
    start = index
    while line := _line(lines, index).rstrip():
        if _columns(line):
            return index + 1 if index > start and not _line(lines, index + 1).strip() else 0
        if not _fits(line, columns):
            return 0
        index += 1
    return index if index > start else 0


def _line(lines: Sequence[str], index: int) -> str:
    return lines[index].rstrip("\r\n") if index < len(lines) else ""


def _columns(line: str) -> Columns:
    """Where each run of dashes begins and ends; empty for a line that is no rule."""
    return tuple(found.span() for found in re.finditer("-+", line)) if _RULE.fullmatch(line) else ()


def _span(columns: Columns) -> tuple[int, int]:
    return columns[0][0], columns[-1][1]


def _fits(line: str, columns: Columns) -> bool:
    """Whether every word of a line stands in one column, as counted by what a terminal shows."""
    if "\t" in line:
        return False
    shown = "".join(_cells(char) for char in line)
    between = "".join(shown[start - 1 : start] for start, _ in columns[1:])
    return not (shown[: columns[0][0]] + between).strip()


def _cells(char: str) -> str:
    """A character as often as the columns that it takes: wide ones two, those that are set over others none."""
    if unicodedata.combining(char):
        return ""
    return char * 2 if unicodedata.east_asian_width(char) in "WF" else char
