# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads of left and right pages, and of chapters, that count the pages together: "Of boats 7", "8 The harbour book".

None of them counts up alone by one, but all together do. That is proof where each is said again, all stand at the edge
of a stretch of text, and as far from each other as pages end: what an author numbers by turns ("Lemma 3", "Theorem 4")
has short names, and stands where it is needed.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.pages import evidence as page_evidence
from pipeline.clean.pages.known import Chain, Pages
from pipeline.clean.pages.lines import named, numbered
from pipeline.clean.reading import prose
from pipeline.clean.reading.lines import Kind

_FEWEST = 5  # pages
_KNOWN = 3  # of them that other signs tell of
_NAMED = 4  # of heads that all name a section which has its own line elsewhere
_LONE = 4  # one head of so many may be said once
_WORDS = 2  # of a head, at least, but for what a text of its own says
_KINDS = frozenset({Kind.PARA, Kind.HEADING, Kind.ITEM, Kind.CODE})


def turns(pages: Pages) -> None:
    """Take heads that count on together, where nothing else tells of pages, or no more than two."""
    if pages.scan.pages or len(pages.feet.rows) >= _KNOWN:
        return
    found = [(index, *said) for index in range(len(pages.rows)) if (said := _said(pages, index))]
    often = Counter(text for _, _, text in found)
    often.update(text for text in [*often] if named(text) in pages.said)  # a heading's name is no chance
    best = _ended(pages, max(_runs(found, often), key=len, default=[]), found)
    if not best:
        return
    rows, values = _begun(pages, [index for index, _, _ in best], [value for _, value, _ in best])
    texts = Counter(text for _, _, text in best)
    lone = sum(often[text] == 1 for text in texts)
    fewest = _NAMED if _elsewhere(pages, texts) else _FEWEST
    if len(rows) < fewest or not (len(texts) > 1 or _both_sides(pages, rows)) or lone * _LONE > len(best):
        return
    paced = pages.regular(rows) or (fewest == _NAMED and _by_sides(pages, rows))
    if not (paced and page_evidence.proven(pages, rows, len(rows))):
        return
    pages.taken.update(dict.fromkeys(rows, 0.95))
    pages.feet = Chain("", tuple(rows), tuple(values), 0.95)


def _elsewhere(pages: Pages, texts: Counter[str]) -> bool:
    """Whether all that heads say are lines of the text too, without a number behind."""
    lines = {named(row.text) for row in pages.rows}
    return all(named(text) in lines or named(text) in pages.said for text in texts)


def _both_sides(pages: Pages, rows: Sequence[int]) -> bool:
    """Whether the number stands before the words here and behind them there, as on left and right pages."""
    ends = {pages.rows[index].text[-1:].isdigit() for index in rows}
    return len(ends) > 1


def _by_sides(pages: Pages, rows: Sequence[int]) -> bool:
    """Whether heads stand as far from each other as every second page ends: where pages have two columns, an extractor
    reads the head of a right page below its first column."""
    places = [pages.rows[index].line.start for index in rows]
    gaps = [after - before for before, after in zip(places, places[2:], strict=False)]
    return len(gaps) > 1 and max(gaps) * 2 <= min(gaps) * 3


def _said(pages: Pages, index: int) -> tuple[int, str] | None:
    """The number at the beginning or end of a line that stands at the edge of a stretch of text, and its words."""
    row = pages.rows[index]
    found = numbered(row.text) if row.short and row.line.kind in _KINDS else None
    if found is None or (prose.ends_sentence(row.text) and row.line.kind is not Kind.HEADING):
        return None
    whole = len(found[1].split()) >= _WORDS or (row.alone and named(found[1]) in pages.said)
    return found if whole else None


def _runs(found: Sequence[tuple[int, int, str]], often: Counter[str]) -> list[list[tuple[int, int, str]]]:
    """Lines in a row whose numbers count up by one, each said again, but for one here and there between two such: a
    chapter may have one page."""
    runs: list[list[tuple[int, int, str]]] = []
    last: dict[int, list[tuple[int, int, str]]] = {}
    lone: dict[int, tuple[int, int, str]] = {}
    for head in found:
        _, number, text = head
        if often[text] == 1:
            lone[number] = head
            continue
        run = last.pop(number - 1, [])
        if not run and _joins(last.get(number - 2, []), lone.get(number - 1)):
            run = [*last.pop(number - 2), lone[number - 1]]
        run.append(head)
        last[number] = run
        runs.append(run)
    return runs


def _ended(
    pages: Pages, run: list[tuple[int, int, str]], found: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """A run, with the head of the last page where that begins another chapter: it counts on, and cuts a sentence."""
    if not run:
        return []
    last, number, _ = run[-1]
    ends = (head for head in found if head[0] > last and head[1] == number + 1 and pages.inside(head[0]))
    return [*run, *itertools.islice(ends, 1)]


def _begun(pages: Pages, rows: list[int], values: list[int]) -> tuple[list[int], list[int]]:
    """The heads, with the number of the page before the first: a page on which a title stands has often no more. It
    cuts a sentence, or opens the text."""
    number = str(values[0] - 1)
    for index in range(rows[0]):
        if pages.rows[index].text == number and (not index or pages.inside(index)):
            return [index, *rows], [values[0] - 1, *values]
    return rows, values


def _joins(run: Sequence[tuple[int, int, str]], lone: tuple[int, int, str] | None) -> bool:
    """Whether a head that is said once stands below the last of a run."""
    return bool(run) and lone is not None and run[-1][0] < lone[0]
