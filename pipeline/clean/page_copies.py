# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads that are called as a numbered heading of the text, number and all ("3. Fees").

Such a line begins as an item does, and a page's head of this kind changes with the chapter. What proves it is where it
stands: alone at the edge of a page, below the heading that it copies or on the page where that begins.
"""

from __future__ import annotations

from pipeline.clean.page_lines import Row
from pipeline.clean.pages import Pages
from pipeline.clean.scan import Kind

_FEWEST = 3  # of them: one or two may be entries of contents that a page ended behind


def copies(pages: Pages) -> bool:
    """Take lines at the edges of pages that say what a numbered heading says; whether there were any."""
    headings: dict[str, int] = {}
    for index, row in enumerate(pages.rows):
        if row.line.kind is Kind.HEADING and index not in pages.taken:
            headings.setdefault(row.text.casefold(), index)
    found = [
        index
        for index, row in enumerate(pages.rows)
        if index not in pages.taken and _alone(row) and pages.edge(index) and _names(pages, headings, index)
    ]
    taken = [pages.rows[index].text for index in pages.taken]
    known = sum(text[:1].isdigit() and text.casefold() in headings for text in taken)
    if not found or len(found) + known < _FEWEST:
        return False
    pages.taken.update(dict.fromkeys(found, 0.94))
    return True


def _alone(row: Row) -> bool:
    return row.text[:1].isdigit() and row.short and row.alone and row.line.kind is not Kind.HEADING


def _names(pages: Pages, headings: dict[str, int], index: int) -> bool:
    """Whether a line names a heading above it, or the next one below; and no entry of contents stands above it."""
    place = headings.get(pages.rows[index].text.casefold())
    if place is None:
        return False
    above = index - 1
    while above in pages.taken:
        above -= 1
    if above >= 0 and pages.rows[above].line.kind is not Kind.HEADING and pages.rows[above].text.casefold() in headings:
        return False
    return place < index or all(
        row.line.kind is not Kind.HEADING or after in pages.taken
        for after, row in enumerate(pages.rows[index + 1 : place], start=index + 1)
    )
