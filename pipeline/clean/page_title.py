# SPDX-License-Identifier: AGPL-3.0-or-later
"""A running head that is the title too leaves one copy, a heading before all."""

from __future__ import annotations

from collections import defaultdict

from pipeline.clean.page_lines import PAGE_WORD
from pipeline.clean.pages import Pages
from pipeline.clean.scan import Kind


def keep_title(pages: Pages) -> None:
    """A running head that is the title too leaves one copy, a heading before all."""
    top = 0
    while top in pages.taken:
        top += 1
    follows = pages.rows[top] if top < len(pages.rows) else None
    copies = defaultdict(list)
    for index in range(top):
        if not PAGE_WORD.search(pages.rows[index].key):
            copies[pages.rows[index].key].append(index)
    if follows is not None and any(
        follows.text.casefold() == pages.rows[index].text.casefold() for index in range(top)
    ):
        return  # the title stands below
    headed = follows is not None and follows.line.kind is Kind.HEADING
    found: list[int] = []
    for key, members in copies.items():
        headings = [index for index in members if pages.rows[index].line.kind is Kind.HEADING]
        free = [index for index in pages.groups[key] if index not in pages.taken and index <= top]
        if (
            headings
            and (len(members) > 1 or not headed)
            and not any(pages.rows[index].line.kind is Kind.HEADING for index in free)
        ):
            found.append(min(headings, key=lambda index: (_level(pages, index), -index)))
        elif len(members) > 1 and not free and not headed:
            found.append(members[-1])
    if not found and copies and (follows is None or not follows.short or len(follows.text) > 90):
        found.append(max(max(members) for members in copies.values()))
    if found:
        del pages.taken[min(found, key=lambda index: (pages.rows[index].line.kind is not Kind.HEADING, index))]


def _level(pages: Pages, index: int) -> int:
    text = pages.rows[index].line.text.lstrip()
    return len(text) - len(text.lstrip("#"))
