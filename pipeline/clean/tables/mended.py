# SPDX-License-Identifier: AGPL-3.0-or-later
"""tables: an empty table goes, a table cut over pages is one again, a cell that ran into the next row too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Block, Kind, Line, Scan
from pipeline.clean.tables.grid_rows import joined_cell

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")

_FULL = 6  # tenths of the longest cell of a column: so long is a line that was full


def find(scan: Scan) -> Iterator[Fix]:
    """What can be mended of pipe tables."""
    blocks = scan.blocks
    root = None  # the first part of the table that goes on
    for index, block in enumerate(blocks):
        if block.kind is not Kind.TABLE or not is_pipe(block):
            continue
        if not letters(scan.text[block.start : block.end]):
            yield _drop(scan, block)
            continue
        before = blocks[index - 1] if index else None
        merged: list[Fix] = []
        if before is not None and before.kind is Kind.TABLE and is_pipe(before):
            merged = [*_merged(scan, root or before, before, block)]
            yield from merged
        root = (root or before) if merged else block
        yield from _overflow(scan, block)


def is_pipe(block: Block) -> bool:
    """Whether a table is one of bars and a line of hyphens."""
    return len(block.lines) > 1 and "|" in block.lines[0].text and bool(_DELIMITER.match(block.lines[1].text))


def cells(line: Line) -> list[str]:
    """The cells of a row, without the spaces around them."""
    text = line.text.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", text)]


def _drop(scan: Scan, block: Block) -> Fix:
    end = block.lines[-1].stop
    while end < len(scan.text) and scan.text[end] in "\r\n":
        end += 1
    return Fix((Edit(block.start, end, ""),), "The table is empty: a rule of the page.", 0.97)


def _merged(scan: Scan, root: Block, above: Block, below: Block) -> Iterator[Fix]:
    """The second part of a table: without its header where that repeats the first's."""
    head, first = cells(above.lines[0]), cells(below.lines[0])
    if len(head) != len(first) or scan.text[above.end : below.start].strip():
        return
    paged = scan.paged(above.end, below.start)
    same = [letters(cell) for cell in head] == [letters(cell) for cell in first] and any(
        letters(c) for c in head
    )
    start = above.lines[-1].end
    if same and _begins_again(root, below):
        return
    if same:
        end = below.lines[1].stop if len(below.lines) > 2 else below.end
        now = scan.eol if len(below.lines) > 2 else ""
        deleted = below.lines[0].text.strip()
        if paged and (rest := _rest(scan, above.lines[2:], below.lines[2:3])):
            whole = Edit(above.lines[-1].start, below.lines[2].end, rest)
            moved = " ".join(cells(below.lines[2]))
            yield Fix((whole,), "The table goes on after a page, inside a row.", 0.93, deleted=deleted, moved=moved)
            return
        reason = "The table goes on after a page, under its repeated header."
        yield Fix((Edit(start, end, now),), reason, 0.95 if paged else 0.9, deleted=deleted)
    elif paged:
        edits = (Edit(start, below.start, scan.eol), Edit(below.lines[1].start, below.lines[1].stop, ""))
        if len(below.lines) == 2:
            edits = (Edit(start, below.start, scan.eol), Edit(below.lines[0].end, below.lines[1].end, ""))
        yield Fix(edits, "The table goes on after a page.", 0.9)


def _begins_again(root: Block, below: Block) -> bool:
    """Whether the first column begins below as that of the table above began: it is another with the same header."""
    if len(root.lines) < 4 or len(below.lines) < 3:
        return False
    one, two = cells(root.lines[2])[0], cells(below.lines[2])[0]
    return one == two and any(char.isalnum() for char in one) and one != cells(root.lines[-1])[0]


def _rest(scan: Scan, above: Sequence[Line], below: Sequence[Line]) -> str:
    """The row that a page cut, whole again; nothing where the line below begins one of its own."""
    if not above or not below:
        return ""
    upper, lower = cells(above[-1]), cells(below[0])
    filled = [place for place, cell in enumerate(lower) if cell]
    if not filled or len(upper) != len(lower) or (lower[0] and not all(lower)):
        return ""
    if any(not upper[place] or prose.ends_sentence(upper[place]) for place in filled):
        return ""
    open_ends = (*prose.COMMAS, *prose.HYPHENS)
    goes_on = [prose.begins_lower(lower[place]) or upper[place][-1:] in open_ends for place in filled]
    usual = sum(prose.begins_lower(cells(line)[0]) for line in above) * 4 > len(above)
    if not any(goes_on) or (lower[0] and (usual or not goes_on[0])):
        return ""
    joined = [joined_cell(scan, [one, other]) for one, other in zip(upper, lower, strict=True)]
    return f"| {' | '.join(joined)} |"


def _overflow(scan: Scan, block: Block) -> Iterator[Fix]:
    """A row with one cell alone that goes on a sentence belongs to the row above."""
    rows: Sequence[Line] = block.lines[2:]
    widest = _widest(rows) if scan.extracted else []
    for above, line in pairwise(rows):
        row, upper = cells(line), cells(above)
        filled = [index for index, cell in enumerate(row) if cell]
        if len(filled) != 1 or len(row) != len(upper) or not row[filled[0]][:1].islower():
            continue
        place = filled[0]
        if not upper[place] or upper[place][-1:] in ".!?:;":
            continue
        joined = [f"{cell} {row[place]}" if index == place else cell for index, cell in enumerate(upper)]
        now = f"| {' | '.join(joined)} |"
        text = f"{upper[place]} {row[place]}"
        alone = len([cell for cell in upper if cell]) == 1
        full = bool(widest) and not alone and _full(upper[place], row[place], widest[place])
        yield Fix(
            (Edit(above.start, line.end, now),),
            f"“{text}” is one cell.",
            0.91 if full else 0.8 if alone else 0.45,  # beside other cells, it is mostly the next row's
            moved=row[place],
        )


def _widest(rows: Sequence[Line]) -> list[int]:
    """How long the longest cell of each column is."""
    return [max(map(len, column)) for column in zip_longest(*(cells(line) for line in rows), fillvalue="")]


def _full(upper: str, lower: str, widest: int) -> bool:
    """Whether the first word of a cell had no room at the end of the cell above."""
    return (len(upper) + 1 + len(lower.split(maxsplit=1)[0])) * 10 >= widest * _FULL


RULE = Rule("tables", "Joins tables and cells that were cut, and drops empty ones.", find, after="dropped-hyphens")
