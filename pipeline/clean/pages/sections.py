# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads that change: the name of the section, with the page's number on its left or right.

No two of them need be the same. What they have in common is their number, which counts the pages that are known,
and their words, which the text has as a line elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from pipeline.clean.pages import evidence as page_evidence
from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import PAGE_WORD, Row, numbered
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind

_FEWEST = 3
_AMID = 2  # lines in the middle of pages that are the same but for a number


def sections(pages: Pages) -> bool:
    """Take heads that name the section; whether there were any."""
    return _counting(pages) + _repeating(pages) > 0


def _counting(pages: Pages) -> int:
    """Take lines at the edges of pages whose number counts the pages, when their words are a line elsewhere."""
    ends = pages.ends
    if len(ends) < _FEWEST:
        return 0
    lines = Counter(row.text.casefold() for row in pages.rows)
    steps: dict[int, list[tuple[int, str]]] = defaultdict(list)
    known: Counter[int] = Counter()
    sheets: dict[int, set[int]] = defaultdict(set)  # of each step: a number that counts pages is on several
    counted: dict[int, set[int]] = defaultdict(set)  # of each step: pages whose number is known, and stands alone
    amid = _amid(pages)
    before = bisect_right if pages.scan.pages else bisect_left  # a number that ends a page stands on it
    for index, row in enumerate(pages.rows):
        sheet = before(ends, row.line.start)
        if index in pages.taken:
            same = {row.numbers[0] - sheet, row.numbers[-1] - sheet} if row.numbers else set()
            known.update(same)
            for step in same:
                sheets[step].add(sheet)
                if row.key == "#" or PAGE_WORD.search(row.key):
                    counted[step].add(sheet)
        elif (found := _number(pages, index, row, amid)) is not None:
            steps[found[0] - sheet].append((index, found[1]))
            sheets[found[0] - sheet].add(sheet)
    step = max(steps, key=lambda step: (len(steps[step]) + known[step], -step), default=0)
    rows: Sequence[tuple[int, str]] = steps.get(step, [])
    rows = _first_numbers(pages, rows, before, counted[step])
    names = Counter(name for _, name in rows)
    total = len(rows) + known[step]
    if total < _FEWEST or total * 3 < len(ends) or len(sheets[step]) < _FEWEST:
        lone = _one_on_each(pages, ends)
        pages.taken.update(dict.fromkeys(lone, 0.94))
        return len(lone)
    most = total * 5 >= len(ends) * 3  # pages have such a line: its words need not be found elsewhere
    fresh = [
        index
        for index, name in rows
        if not name or lines[name] or names[name] > 1 or (most and not goes_on(pages, index))
    ]
    pages.taken.update(dict.fromkeys(fresh, 0.94))
    return len(fresh)


def _first_numbers(
    pages: Pages, rows: Sequence[tuple[int, str]], before: Callable[[Sequence[int], int], int], counted: set[int]
) -> Sequence[tuple[int, str]]:
    """The lines but for those with words on pages whose number is known, where these are few: a note or an article
    whose number happens to be the page's. Many are a second head with the number."""
    again = {index for index, name in rows if name and before(pages.ends, pages.rows[index].line.start) in counted}
    return rows if len(again) >= _FEWEST else [row for row in rows if row[0] not in again]


def _one_on_each(pages: Pages, ends: Sequence[int]) -> list[int]:
    """Numbers on lines of their own that count the pages, one on each of most of them: an extractor put what the foot
    of the page has beside them elsewhere, and no edge is left."""
    sheets: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, row in enumerate(pages.rows):
        if row.key == "#" and row.alone and row.text.isdecimal() and not page_evidence.listed(pages, index):
            sheet = bisect_right(ends, row.line.start)
            sheets[row.numbers[0] - sheet][sheet].append(index)
    step = max(sheets, key=lambda step: (len(sheets[step]), -step), default=0)
    found = [rows[0] for rows in sheets.get(step, {}).values() if len(rows) == 1]
    return [] if len(found) < _FEWEST or len(found) * 3 < len(ends) * 2 else found


def goes_on(pages: Pages, index: int) -> bool:
    """Whether a line is the beginning of a sentence that the page cut."""
    after = index + 1
    while after in pages.taken:
        after += 1
    below = pages.rows[after].line.text if after < len(pages.rows) else ""
    text = pages.rows[index].text
    return prose.open_word(text, pages.scan.lang) or prose.begins_lower(below[:200].lstrip())


def _number(pages: Pages, index: int, row: Row, amid: frozenset[str]) -> tuple[int, str] | None:
    """The number of a line that may be a head, and its words; a number alone may stand one line from the edge.

    ``amid``: the keys of lines that stand in the middle of pages too.
    """
    if not row.short or prose.ends_sentence(row.text) or page_evidence.listed(pages, index):
        return None
    if row.key == "#":
        near = any(pages.edge(other) for other in (index - 1, index, index + 1) if 0 <= other < len(pages.rows))
        return (row.numbers[0], "") if near and row.alone else None
    found = numbered(row.text) if pages.edge(index) and row.key not in amid else None
    return (found[0], found[1].casefold()) if found else None


def _amid(pages: Pages) -> frozenset[str]:
    """The keys of lines that stand in the middle of pages too, with other numbers: articles of the text."""
    inside = Counter(
        row.key
        for index, row in enumerate(pages.rows)
        if row.short and not row.label and index not in pages.taken and not pages.edge(index)
    )
    return frozenset(key for key, often in inside.items() if often >= _AMID)


def _repeating(pages: Pages) -> int:
    """Take lines between two that a page put there, when they name the section that the page is in, or begins."""
    fresh = []
    heading = ""
    seen: set[str] = set()
    for index, row in enumerate(pages.rows):
        if row.line.kind is Kind.HEADING and index not in pages.taken:
            heading = row.text.casefold()
            if not (_enclosed(pages, index) and heading in seen):
                seen.add(heading)
                continue
        if row.short and row.alone and index not in pages.taken and _enclosed(pages, index):
            name = row.text.casefold()
            if name in seen or name == _next_heading(pages, index + 1):
                fresh.append(index)
    pages.taken.update(dict.fromkeys(fresh, 0.93))
    return len(fresh)


def _enclosed(pages: Pages, index: int) -> bool:
    """Whether what stands right before and right after is the page's too."""
    row = pages.rows[index]
    after = index + 1 in pages.taken or (index + 1 < len(pages.rows) and pages.rows[index + 1].paged)
    return (index - 1 in pages.taken or row.paged) and after


def _next_heading(pages: Pages, index: int) -> str:
    """The heading with which the text of a page begins; empty where it begins otherwise."""
    while index in pages.taken:
        index += 1
    if index >= len(pages.rows) or pages.rows[index].line.kind is not Kind.HEADING:
        return ""
    return pages.rows[index].text.casefold()
