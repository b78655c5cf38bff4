# SPDX-License-Identifier: AGPL-3.0-or-later
"""false-tables: lines of text that an extractor took for rows, because their words were set wide, are text again.

A line set to both margins has gaps as wide as those between columns. What it became stands between the lines of
its paragraph, without a blank line, and the sentence runs through it. A table does neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.lines import PAGE_WORD, STAMP, key_of, plain
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan
from pipeline.clean.tables.mended import cells, is_pipe

_MOST = 4  # rows: more lines in a row with gaps alike are a table
_ENOUGH = 4  # lines of text that tell how long its lines are
_WORDS = 8  # characters of a running head
_LINE = 200  # the longest line that may be one
_OFTEN = 3  # copies of a running head; sentences cut by tables, from which on tables of one row are taken for lines too


def find(scan: Scan) -> Iterator[Fix]:
    """Tables that are lines of the text around them."""
    found = [(index, block) for index, block in enumerate(scan.blocks) if block.kind is Kind.TABLE and is_pipe(block)]
    if not found:
        return
    usual = _usual(scan)
    heads = _repeated(scan, [_rows(block) for _, block in found])
    cut = {index for index, block in found if _cuts_sentence(scan, index, _rows(block), usual)}
    for index, block in found:
        rows = _rows(block)
        if index in cut:
            yield _unwrapped(scan, block, rows, "A line of text was taken for a table: its sentence runs on.", 0.93)
        elif len(rows) == 1 and PAGE_WORD.search(key_of(rows[0])):
            yield _unwrapped(scan, block, rows, "A page's number was taken for a table.", 0.95)
        elif STAMP.match(rows[0]):
            yield _beheaded(scan, block, rows, "A browser's line at the top of the page was taken for a row.")
        elif key_of(rows[0]) in heads:
            yield _beheaded(scan, block, rows, "A line that stands alone elsewhere was taken for a row.")
        elif len(cut) >= _OFTEN and len(rows) == 1 and all(_beside(scan, index)):
            reason = "Lines of text were taken for tables here: this one has no rows, and text on both sides."
            yield _unwrapped(scan, block, rows, reason, 0.91)


def _rows(block: Block) -> list[str]:
    """The rows of a table as lines of text."""
    lines = (block.lines[0], *block.lines[2:])
    return [" ".join(" ".join(cell for cell in cells(line) if cell).split()) for line in lines]


def _usual(scan: Scan) -> int:
    """How long a line of text is that another follows: half of them are longer; 0 where lines are not set."""
    sizes = sorted(
        len(" ".join(line.text.split())) for block in scan.blocks if block.kind in TEXT for line in block.lines[:-1]
    )
    return sizes[len(sizes) // 2] if len(sizes) >= _ENOUGH else 0


def _beside(scan: Scan, index: int) -> tuple[str, str]:
    """The lines of text right above and below a block, without a blank line between; empty where there is none."""
    blocks, block = scan.blocks, scan.blocks[index]
    above = blocks[index - 1] if index else None
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        above.lines[-1].text if above and above.kind in TEXT and above.lines[-1].stop == block.start else "",
        below.lines[0].text if below and below.kind in TEXT and below.start == block.lines[-1].stop else "",
    )


def _cuts_sentence(scan: Scan, index: int, rows: Sequence[str], usual: int) -> bool:
    """Whether a sentence of the text around runs through the rows, and they are as long as its lines."""
    above, below = _beside(scan, index)
    if not usual or len(rows) > _MOST or not (above or below) or not all(rows):
        return False
    if any(len(row) > usual * 1.3 for row in rows) or any(len(row) < usual * 0.6 for row in rows[:-1]):
        return False
    inner = [_runs_on(scan, one, other) for one, other in pairwise(rows)]
    outer = [_runs_on(scan, above, rows[0])] * bool(above) + [_runs_on(scan, rows[-1], below)] * bool(below)
    return any(outer) and sum(inner) * 2 >= len(inner)


def _runs_on(scan: Scan, one: str, other: str) -> bool:
    """Whether a line goes on with another."""
    if prose.stops(one):
        return False
    end = prose.tail(one)[-1:]
    return (
        prose.begins_lower(other) or prose.open_word(one, scan.lang) or end in tuple(f"{prose.COMMAS}{prose.HYPHENS}–—")
    )


def _unwrapped(scan: Scan, block: Block, rows: Sequence[str], reason: str, sure: float) -> Fix:
    return Fix((Edit(block.start, block.end, scan.eol.join(rows)),), reason, sure)


def _repeated(scan: Scan, tables: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands in the only row of two tables, and in another or on a line: no author writes it so."""
    alone = Counter(key_of(rows[0]) for rows in tables if len(rows) == 1)
    often = {key: count for key, count in alone.items() if count > 1 and len(key) >= _WORDS}
    if not often:
        return frozenset()
    short = (line for line in scan.lines if line.kind is not Kind.TABLE and len(line.text) < _LINE)
    lines = Counter(key_of(plain(line.text)) for line in short)
    lines.update(key_of(rows[0]) for rows in tables if len(rows) > 1)
    return frozenset(key for key, count in often.items() if count + lines[key] >= _OFTEN)


def _beheaded(scan: Scan, block: Block, rows: Sequence[str], reason: str) -> Fix:
    """The first row is what stands above the text of a page: the table begins below it."""
    lines = block.lines
    rest = [lines[2].text, lines[1].text, *(line.text for line in lines[3:])] if len(lines) > 2 else []
    now = scan.eol.join([rows[0], "", *rest] if rest else [rows[0]])
    return Fix((Edit(block.start, block.end, now),), reason, 0.95)


RULE = Rule("false-tables", "Makes text of lines that were taken for tables.", find, after="escapes")
