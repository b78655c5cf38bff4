# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading that pages repeat at their edges is no copy of its own running head: it stays where it stands.

Extractors keep how a line was set. Where all copies of a running head are set in one way, and a single one of their
words is set as a heading, or in bold where they are not, that one is what they repeat. At most the head of its own page
stands above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import Row
from pipeline.clean.reading.scan import Kind

_FEWEST = 2  # copies that are set alike
_ABOVE = 1  # copies above the heading: the head of the page on which it stands
_DEEP = 7  # deeper than any heading
_BOLD = re.compile(r"\s*(?:\*\*|__)\S.*(?:\*\*|__)\s*")


def keep_originals(pages: Pages) -> None:
    """Give back the headings that are taken with the running heads that repeat them."""
    for members in pages.groups.values():
        taken = [index for index in members if index in pages.taken]
        ranks = [_rank(pages.rows[index]) for index in taken]
        if len(taken) <= _FEWEST or len({pages.rows[index].text for index in taken}) > 1:
            continue
        place = _single(ranks)
        if place is not None and place <= _ABOVE:
            del pages.taken[taken[place]]


def _single(ranks: Sequence[tuple[int, bool]]) -> int | None:
    """The place of the only line that is set larger than all others; None where there is no such one."""
    largest = min(ranks)
    often = Counter(ranks)
    if often[largest] > 1 or len(often) != _FEWEST:
        return None
    return ranks.index(largest)


def _rank(row: Row) -> tuple[int, bool]:
    """How a line is set: by its level as a heading, else by whether it is bold; what is set larger comes first."""
    level = row.level if row.line.kind is Kind.HEADING else _DEEP
    return level, not _BOLD.fullmatch(row.line.text.lstrip().lstrip("# "))
