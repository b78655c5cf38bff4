# SPDX-License-Identifier: AGPL-3.0-or-later
"""What begins in a line and never ends, or has one sign too few or too many, told to its author: it is printed as it
stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.document.rows import cells

_SIGNS = (
    (re.compile(r"(?<![\w*])\*\*(?![\s*\d]|p ?[<=≤])[^*\n]{1,80}(?![^*]*\*)"),
     "Write the two stars behind the last of the bold words too: **bold**."),
    (re.compile(r"(?<![\w`])`(?=\w)[^`\n]{1,80}(?![^`]*[`'’])"), "Write the sign behind the code too: `code`."),
    (re.compile(r"(?<![\w$])\$(?=[^\s\d$])[^\s$]{0,30}?(?:\^[\w{]|\\[A-Za-z])[^$\n]{0,60}(?![^$]*\$)"),
     "Write the sign behind the formula too: $x^2$."),
    (re.compile(r"(?<!\$)\$\$(?!\$)[^$]{0,60}?(?:\^|[=+]|\\[A-Za-z])[^$\n]{0,60}(?![^$]*\$)"),
     "Write the signs behind the formula too: $$ x^2 $$."),
    (re.compile(r"!?\[[^\[\]\n]{1,120}\]\([^\s()\[\]]*[./#][^\s()\[\]]*(?=\s|$)(?![^\n]*\))"),
     "Write the bracket behind the address: [words](address)."),
    (re.compile(r"\{\s{0,5}(?:[#.][A-Za-z][\w-]{0,80}|(?:lang|dir|width|alt|id|class)=[^\s{}]{1,80})\s*$", re.M),
     "Write the brace behind the attributes: {#id}."),
    (re.compile(r"</?[A-Za-z]\w{0,8}:[A-Za-z]\w{0,30}(?:\s[^<>\n]{0,80})?/?>|<!\[(?:end)?if\b[^\n>]{0,60}>"),
     "Take out what the word processor put in."),
)  # fmt: skip
_DEEP = re.compile(r"#{7,}[ \t]+\S")
_BOX = re.compile(r"\[\][ \t]+\S|\[[ xX]\](?=[^\W_])(?![^\n]{0,80}\]\()")
ROW = re.compile(r"\|[^|]+\|(?:[^|]*\|)+\s*")
_UNDER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_NEARLY = re.compile(r"\|(?:[\s:-]*-[\s:-]*\|)+\s*")
_TABBED = re.compile(r"[^\t\n]*\S\t+\S")


def unclosed(text: str) -> Iterator[tuple[str, str]]:
    """What is found in a text, and what to write for it."""
    for form, fix in _SIGNS:
        if found := form.search(text):
            yield found.group(), fix


def slips_at_lines(lines: Sequence[str], *, item: bool) -> Iterator[tuple[str, str]]:
    """What the lines of a paragraph show; ``item``: it begins an item of a list."""
    if _DEEP.match(lines[0]):
        yield lines[0], "Write six signs or fewer: there are six levels of headings."
    if item and _BOX.match(lines[0]):
        yield lines[0], "Write the box with a blank in it and one behind it: - [ ] to do."
    above = next((n for n, pair in enumerate(pairwise(lines)) if _is_head(*pair)), 0)
    if above:
        yield lines[above], "Leave a line empty above the table."


def slips_of_tabs(written: str) -> Iterator[tuple[str, str]]:
    """Rows of a table whose cells are parted by tabs, as word processors write it: they run together."""
    rows = written.splitlines()
    if len(rows) > 2 and all(map(_TABBED.match, rows)) and len({row.strip().count("\t") for row in rows}) == 1:
        yield rows[0], "Write a table with bars: | A | B |, and |---|---| below it."


def _is_head(one: str, other: str) -> bool:
    return bool(ROW.fullmatch(one) and _UNDER.fullmatch(other)) and len(cells(one)) == len(cells(other))


def dashes(lines: Sequence[str]) -> str:
    """What is wrong with rows of a table that is none."""
    if not _NEARLY.fullmatch(lines[1]):
        return "Write a line of dashes under the heads of the columns: |---|---|."
    heads, under = len(cells(lines[0])), len(cells(lines[1]))
    if heads != under:
        return f"Write as many cells of dashes as there are heads, {heads}: there are {under}."
    return "Write nothing but dashes, with colons at their ends alone: |---|--:|."
