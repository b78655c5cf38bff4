# SPDX-License-Identifier: AGPL-3.0-or-later
"""What lines that count up must show before they are the pages' numbers: an author numbers lines too.

A table written as lists, the parts of a story, notes that cite one page after the other: all count up, and some of what
stands beside them is said again. What sets pages apart is where their numbers stand: inside sentences, or a page's
length from each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import Row
from pipeline.clean.reading import prose
from pipeline.clean.reading.lines import MARKER, printed
from pipeline.clean.reading.scan import Kind

_PAGE = 800  # characters of a page with little on it
_HALF = 400  # of one where a line that is said again stands beside the number
_LINE = 40  # characters of a line in a narrow column
_MIDDLE = 20  # columns before a line set in the middle of a page: no list is so deep
_TEXT = (Kind.PARA, Kind.ITEM, Kind.QUOTE)
_BELOW = 60  # lines below a section's heading among which the first of its own sections stands
_INNER = re.compile(r"[\s#*_]*(\d{1,3}\.)1(?:\.(?!\d))?[\s*_]")
_NOTE = re.compile(r"[ \t>*+-]*(?P<number>[1-9]\d{0,2})\.? ?[^\W\d]")
_MARK = r"(?<=[^\W\d_]){0}(?!\w)|(?<=[.,;:)»”]){0}(?=\s)|(?:<sup>|\^){0}(?!\d)"  # of a note, behind a word or its stop
_NEAR = 9000  # characters before a note in which its mark stands
_DASHED = re.compile(r"[–—-]\s?\d{1,4}\s?[–—-]")  # nothing else is written so: it need not stand apart from the text


def dashed(row: Row) -> bool:
    """Whether a line is a number between two dashes, as only pages have them."""
    return bool(_DASHED.fullmatch(row.text) or _DASHED.fullmatch(row.line.text.strip()))


def listed(pages: Pages, index: int) -> bool:
    """Whether a line stands in a list of an author: an item beside others, in another, or a paragraph of one."""
    row = pages.rows[index]
    if row.key == "#" and row.line.indent >= _MIDDLE:
        return False
    above, below = _near(pages, index, -1), _near(pages, index, 1)
    if row.line.kind is not Kind.ITEM:
        return above is not None and 0 < row.line.indent == _column(above)
    mark = MARKER.match(row.line.text)
    if dashed(row) or mark is None or mark.group("mark") not in "-*+":
        return False
    if MARKER.match(row.line.text, mark.end()):
        return True
    if any(other is not None and other.line.kind is Kind.ITEM and not dashed(other) for other in (above, below)):
        return True
    return below is not None and below.line.kind is Kind.PARA and below.line.indent == _column(row)


def _near(pages: Pages, index: int, step: int) -> Row | None:
    """The next line of the text above (-1) or below (1)."""
    index += step
    while index in pages.taken:
        index += step
    return pages.rows[index] if 0 <= index < len(pages.rows) else None


def _column(row: Row) -> int:
    """Where the text of an item stands; 0 for what is none."""
    mark = MARKER.match(row.line.text) if row.line.kind is Kind.ITEM else None
    return row.line.indent + mark.end() - mark.end("indent") if mark else 0


def steady(numbers: Sequence[tuple[int, ...]], slot: int, *, divided: bool) -> bool:
    """Whether all that changes from line to line is the number at ``slot``, or counts on with it.

    The other numbers of a running head stay for pages ("Volume 3, page 17"); those of notes are all new. ``divided``:
    the line names an article or a chapter, whose number grows from page to page by as much as it likes.
    """
    pairs = list(pairwise(numbers))
    good = sum(
        all(b in (a, a + two[slot] - one[slot]) or (divided and b > a) for a, b in zip(one, two, strict=False))
        for one, two in pairs
    )
    return good * 10 >= len(pairs) * 7


def outlined(pages: Pages, chain: Sequence[int], values: Sequence[int]) -> bool:
    """Whether the numbers are those of sections, of which two may be called the same: the sections below one count on
    from its number ("2. Costs", "2.1 Fees"), or headings of other words count on before or behind the series."""
    rows = pages.rows
    ends = [*chain[1:], len(rows)]
    below = sum(
        any(_section(row.line.text) == f"{value}." for row in rows[index + 1 : min(end, index + _BELOW)])
        for index, end, value in zip(chain, ends, values, strict=True)
    )
    if below * 2 >= len(chain):
        return True
    if not all(rows[index].line.kind is Kind.HEADING for index in chain):
        return False
    others = [row for index, row in enumerate(rows) if row.line.kind is Kind.HEADING and index not in chain]
    before, behind = (f"{values[0] - 1}", rows[chain[0]].line.start), (f"{values[-1] + 1}", rows[chain[-1]].line.start)
    numbered = {(row.text.partition(" ")[0].rstrip(".)"), row.line.start) for row in others}
    return any(number == before[0] and at < before[1] for number, at in numbered) or any(
        number == behind[0] and at > behind[1] for number, at in numbered
    )


def _section(text: str) -> str:
    """The number of the section that the one of this line is in, with its full stop; empty for a line without."""
    found = _INNER.match(text)
    return found.group(1) if found else ""


def proven(pages: Pages, chain: Sequence[int], beside: int) -> bool:
    """Whether lines that count up are a page's numbers: they cut sentences, or stand as far apart as pages end.

    ``beside``: how many of them stand next to a line that is said again elsewhere.
    """
    tops: dict[int, int] = {}
    cut = sum(pages.inside(index, heads=True) and _full(pages, index, tops) for index in chain)
    if cut * 4 >= len(chain):
        return True
    between = gaps(pages, chain)
    middle = sorted(between)[len(between) // 2] if between else 0
    if (cut + beside) * 4 >= len(chain):
        return middle >= _HALF
    whole = between[1:-1] if len(between) > 4 else between  # the first page and the last may be short
    near = sum(middle * 0.6 <= gap <= middle * 1.6 for gap in whole)
    return middle >= _PAGE and near * 3 >= len(whole) * 2 and (cut > 0 or not _heads(pages, chain, middle))


def noted(pages: Pages, chain: Sequence[int]) -> bool:
    """Whether half of some lines, two or more, stand right below notes: each begins with a number, which counts on from
    foot to foot, and has a mark in the text above it."""
    found = [
        (int(note["number"]), pages.rows[index].line.start)
        for index in chain
        if index and (note := _NOTE.match(pages.rows[index - 1].line.text))
    ]
    if len(found) < 2 or any(before >= after for (before, _), (after, _) in pairwise(found)):
        return False  # most of what counts: no mark is looked for
    marks = (re.compile(_MARK.format(number)) for number, _ in found)
    marked = sum(
        bool(mark.search(pages.scan.text, max(0, place - _NEAR), place))
        for mark, (_, place) in zip(marks, found, strict=True)
    )
    return marked >= 2 and marked * 2 >= len(chain)


def paced(pages: Pages, chain: Sequence[int]) -> bool:
    """Whether lines stand as far from each other as pages end, each of them: no page is left out or half empty."""
    between = sorted(gaps(pages, chain))
    return len(between) > 2 and between[0] >= _PAGE and between[0] * 3 >= between[-1] * 2


def gaps(pages: Pages, chain: Sequence[int]) -> list[int]:
    """How far each of some lines stands from the one before it, in characters."""
    places = [pages.rows[index].line.start for index in chain]
    return [after - before for before, after in pairwise(places)]


def _full(pages: Pages, index: int, tops: dict[int, int]) -> bool:
    """Whether the line of the text above is one that a page's width may have ended, and no line of a poem. ``tops``:
    where that line stands above those that were asked about, which is not looked for again from below them."""
    at = index - 1
    while at >= 0 and (at in pages.taken or (pages.rows[at].alone and pages.repeated(pages.rows[at]))):
        at = tops.get(at, at - 1)
    tops[index] = at
    text = pages.rows[at].line.text if at >= 0 else ""
    return printed(text) >= _LINE or prose.unspaced(prose.tail(text)[-1:])


def _heads(pages: Pages, chain: Sequence[int], gap: int) -> bool:
    """Whether numbers head what follows them, as the parts of a story are headed: 1 opens the text, and as much
    stands below the last as below the others."""
    first, last = pages.rows[chain[0]], pages.rows[chain[-1]]
    above = sum(len(row.line.text) for row in pages.rows[: chain[0]] if row.line.kind in _TEXT)
    opens = first.numbers[:1] == (1,) and above * 4 < gap
    return opens and (len(pages.scan.text) - last.line.end) * 4 > gap
