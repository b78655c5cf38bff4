# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads that are called as a heading of the text, number and all ("3. Fees").

A page's head of this kind changes with the chapter, and may begin as an item does. What proves it is where it stands:
alone at the edge of a page, below the heading that it copies or on the page where that begins. Words without a number
a text may say again itself: then most pages must have one.
"""

from __future__ import annotations

from bisect import bisect_right

from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import Row
from pipeline.clean.reading.scan import Kind

_FEWEST = 3  # of them: one or two may be entries of contents that a page ended behind


def copies(pages: Pages) -> bool:
    """Take lines at the edges of pages that say what a heading says; whether there were any."""
    headings: dict[str, int] = {}
    for index, row in enumerate(pages.rows):
        text = row.text.casefold()
        if row.line.kind is Kind.HEADING and (index not in pages.taken or text == pages.title):
            headings.setdefault(text, index)
    starts = [at for at, row in enumerate(pages.rows) if row.line.kind is Kind.HEADING and at not in pages.taken]
    found = [
        index
        for index, row in enumerate(pages.rows)
        if index not in pages.taken and _alone(row) and pages.edge(index) and _names(pages, headings, starts, index)
    ]
    said = [pages.rows[index].text.casefold() for index in pages.taken]
    taken = [text for text in said if text in headings]
    chapters = len(found) + sum(text != pages.title for text in taken)  # heads that say the title prove no others
    if not pages.ends or chapters * 2 < len(pages.ends):
        found = [index for index in found if pages.rows[index].text[:1].isdigit()]
    if not found or len(found) + len(taken) < _FEWEST:
        return False
    pages.taken.update(dict.fromkeys(found, 0.94))
    return True


def _alone(row: Row) -> bool:
    """Whether a line may be a head: it stands alone, and has no bullet, be it numbered or not."""
    bullet = row.line.text.lstrip()[:1] in "-*+"
    return row.short and row.alone and row.line.kind is not Kind.HEADING and not bullet


def _names(pages: Pages, headings: dict[str, int], starts: list[int], index: int) -> bool:
    """Whether a line names a heading above it, or the next one below; and no entry of contents stands above it.

    ``starts``: the places of all headings.
    """
    place = headings.get(pages.rows[index].text.casefold())
    if place is None:
        return False
    above = index - 1
    while above in pages.taken:
        above -= 1
    if above >= 0 and pages.rows[above].line.kind is not Kind.HEADING and pages.rows[above].text.casefold() in headings:
        return False
    below = bisect_right(starts, index)
    return place < index or starts[below : below + 1] == [place]
