# SPDX-License-Identifier: AGPL-3.0-or-later
"""plain-tables: what stands in columns in plain text becomes a table.

``pdftotext -layout`` keeps the columns of a table and writes no line between them. Lists whose labels stand apart,
contents with the numbers of pages, and columns of running text are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.lines import key_of
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Line, Scan
from pipeline.clean.tables.columns import cut_pages
from pipeline.clean.tables.grid_rows import Rows, rows
from pipeline.clean.tables.gutters import Grid, Piece, grids
from pipeline.clean.tables.heads_again import head_of, heads_again

_LABEL = re.compile(
    r"[-*+•◦▪●○‣–—\ue000-\uf8ff☐☑□✓✗]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})(?:[.)]|°|º)?|\d+(?:\.\d+)+\.?"
)
_NUMBER = re.compile(r"[ivxlc]+|\d{1,4}")
_CODE = re.compile(
    r"^\s*(?:[$#>]\s|[{}]|//|/\*|--?\w)|[{};](?:\s{2,}|\s*$)|\s//\s|\s(?:::?=|=>|->|==)\s|\w\(\w*\)\s*[{;]"
)
_DOTS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_FEWEST = 3  # rows with the head
_LONGEST_HEAD = 120
_TERM = 30
_RULED = re.compile(r"\s*[-+=|][-+=|\s]{2,}")
_SET = 0.85  # of the room: so long is a line that was set to both margins
_GAP = re.compile(r"\S {2,}(?=\S)")
_INNER = re.compile(r"\S {3,}(?=\S)")
_FOOT = re.compile(r"[^\w\s]\s*#\s*[^\w\s]|#\s*/\s*#|\W*(?:page|seite|página|pagina)\s*#.{0,8}", re.I)
_REASON = "The lines stand in columns, row by row: a table."


def find(scan: Scan) -> Iterator[Fix]:
    """Tables of pages that an extractor of plain text wrote as they look."""
    if "\f" not in scan.text:
        return
    known = set(heads_again(scan))
    pages, cuts, columned = scan.once("cut pages", cut_pages)
    if columned:
        return
    for page, cut in zip(pages, cuts, strict=True):
        for grid in () if cut else grids(_unnumbered(page), frozenset(known)):
            found = rows(scan, grid)
            if _none(grid, found, known):
                continue
            known.add(head_of(grid.lines[0]))
            yield _table(scan, grid, found, whole=_whole(page, grid))


def _unnumbered(page: Sequence[Line]) -> Sequence[Line]:
    """A page without the line with its number, which may stand right below a table."""
    return page[:-1] if len(page) > 1 and _FOOT.fullmatch(key_of(page[-1].text.strip())) else page


def _whole(page: Sequence[Line], grid: Grid) -> bool:
    """Whether no line right above or below a table stands in columns too, of others."""
    starts = [line.start for line in page]  # a line of a grid may be set wider than it stands there
    first, last = starts.index(grid.lines[0].start), starts.index(grid.lines[-1].start)
    beside = [page[at].text for at in (first - 1, last + 1) if 0 <= at < len(page)]
    return not any(_GAP.search(text.strip()) or _RULED.fullmatch(text) for text in beside)


def _none(grid: Grid, found: Rows, known: Collection[str]) -> bool:
    """Whether what stands in columns is a list, contents, code, or running text."""
    again = head_of(grid.lines[0]) in known
    fewest = _FEWEST - again
    if len(found.cells) < fewest or any(_DOTS.search(line.text) for line in grid.lines):
        return True
    first = [row[0] for row in found.cells if row[0]]
    last = [row[-1] for row in found.cells if row[-1]]
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in last)
    if len(grid.room) == 2 and (all(map(_LABEL.fullmatch, first)) or numbers * 2 > len(last)):
        return True
    if any(map(_said, found.cells[0])):
        return True
    full = sum(sum(map(bool, row)) > 1 for row in found.cells)
    if (full * 2 < len(found.cells) and not again) or sum(map(bool, found.cells[0])) < 2:
        return True
    return not again and sum(bool(_CODE.search(line.text)) for line in grid.lines) * 4 > len(grid.lines)


def _said(cell: str) -> bool:
    """Whether a cell is no head of a column: too long, or a sentence or the rest of one."""
    return len(cell) > _LONGEST_HEAD or (len(cell) > _TERM and (prose.begins_lower(cell) or prose.ends_sentence(cell)))


def _loose(piece: Piece, room: int) -> bool:
    """Whether a cell has gaps though it was not set to both margins of its column."""
    return bool(_INNER.search(piece.text)) and len(piece.text) < room * _SET


def _table(scan: Scan, grid: Grid, found: Rows, *, whole: bool) -> Fix:
    head, *body = (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in found.cells)
    rule = f"|{'---|' * len(grid.room)}"
    start, end = grid.lines[0].start, grid.lines[-1].end
    text = scan.text
    before, after = text[:start].rstrip(" ")[-1:], text[end:].lstrip(" ")
    above = "" if not before else scan.eol if _close(text, start) else ""
    below = scan.eol if after and not re.match(r"(?:\r\n|\n|\r)[ \t]*(?:\r|\n|\f|$)", after) else ""
    now = above + scan.eol.join([head, rule, *body]) + below
    loose = sum(any(map(_loose, row, grid.room)) for row in grid.pieces)
    sure = 0.92 if whole and found.doubts * 6 <= len(found.cells) and loose * 6 <= len(grid.pieces) else 0.6
    moved = " ".join(" ".join(line.text.split()) for line in grid.lines)
    return Fix((Edit(start, end, now),), _REASON, sure, moved=moved)


def _close(text: str, start: int) -> bool:
    """Whether text or a form feed stands right above."""
    return not re.search(r"(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$", text[max(0, start - 200) : start])


RULE = Rule("plain-tables", "Makes tables of lines that stand in columns.", find, after="control-characters")
