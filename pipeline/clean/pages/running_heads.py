# SPDX-License-Identifier: AGPL-3.0-or-later
"""running-heads: what a page repeats at its top and foot, and its number, goes from between the text.

The proof is a series of page numbers that counts up, or form feeds; what is repeated beside them is a running
head. A line that is only repeated is not one: texts repeat themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.pages.copies import copies
from pipeline.clean.pages.heads import cuts, heads, pictures
from pipeline.clean.pages.images import PICTURE
from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import Row, plain
from pipeline.clean.pages.numbers import numbers
from pipeline.clean.pages.onward import onward
from pipeline.clean.pages.openings import opening
from pipeline.clean.pages.originals import keep_originals
from pipeline.clean.pages.sections import sections
from pipeline.clean.pages.sides import names_between
from pipeline.clean.pages.title import cut_title, keep_title, run_in_title
from pipeline.clean.pages.turns import turns
from pipeline.clean.reading.scan import Scan

_SURE = 0.9  # lines that are less sure to be the page's are proposed by themselves


def find(scan: Scan) -> Iterator[Fix]:
    """One fix for each place where a page ended."""
    pages = Pages(scan)
    opening(pages)
    numbers(pages)
    turns(pages)
    onward(pages)
    heads(pages)
    if pages.known:  # where heads are known, numbers beside them stand at edges too
        numbers(pages)
        heads(pages)
        if sections(pages):
            heads(pages)
        if copies(pages):
            numbers(pages)
    names_between(pages)
    cuts(pages)
    keep_originals(pages)
    pictures(pages)
    keep_title(pages)
    yield from _printed(pages)
    yield from _cut(pages)
    index = 0
    while index < len(pages.rows):
        if index not in pages.taken:
            index += 1
            continue
        last, sure = index, pages.taken[index] >= _SURE
        while last + 1 in pages.taken and (pages.taken[last + 1] >= _SURE) == sure:
            last += 1
        yield _cluster(scan, pages, index, last)
        index = last + 1


def _quoted(row: Row) -> str:
    """A line for the log: as it is read, a picture as it is written."""
    if PICTURE.match(row.line.text) or not row.text:
        return row.line.text.strip()
    return plain(row.line.text) if row.stamp else row.text


def _printed(pages: Pages) -> Iterator[Fix]:
    """The day and the hour of printing go from a title that stays, where they went with others."""
    if not any(pages.rows[index].stamp for index in pages.taken):
        return
    for index, row in enumerate(pages.rows):
        if row.stamp and index not in pages.taken and row.text != plain(row.line.text):
            start = row.line.start + len(row.line.text) - len(row.line.text.lstrip("\t #>*_-"))
            end = row.line.start + row.stamp
            deleted = pages.scan.text[start:end].strip()
            reason = "A browser printed the day and the hour before the title."
            yield Fix((Edit(start, end, ""),), reason, 0.95, deleted)


def _cut(pages: Pages) -> Iterator[Fix]:
    """A title on two or three lines goes on one, apart from the text below; a heading run into it stands alone."""
    start, end, parted = run_in_title(pages)
    if parted:
        reason = "The running head says where the title ends: a heading follows it."
        yield Fix((Edit(start, end, parted),), reason, 0.92)
    title = cut_title(pages)
    if not title:
        return
    last = title[-1]
    ends = ((one.start + len(one.text.rstrip()), two) for one, two in pairwise(title))
    edits = [Edit(end, two.start + len(two.text) - len(two.text.lstrip()), " ") for end, two in ends]
    if last.stop < len(pages.scan.text) and not pages.scan.line_at(last.stop).blank:
        edits.append(Edit(last.end, last.end, pages.scan.eol))
    yield Fix(tuple(edits), "The running head says the title on one line.", 0.93)


def _cluster(scan: Scan, pages: Pages, first: int, last: int) -> Fix:
    rows = pages.rows
    start = rows[first].line.start
    end = rows[last + 1].line.start if last + 1 < len(rows) else len(scan.text)
    before = scan.line_at(start - 1) if start else None
    now = scan.eol if before is not None and not before.blank and end < len(scan.text) else ""
    deleted = " / ".join(_quoted(rows[index]) for index in range(first, last + 1))
    confidence = min(pages.taken[index] for index in range(first, last + 1))
    reason = "A running head or page number stands inside the text."
    return Fix((Edit(start, end, now),), reason, confidence, deleted=deleted, page=True)


RULE = Rule("running-heads", "Takes out running heads, feet and page numbers.", find, after="page-breaks")
