# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads and feet: what is repeated beside page numbers, at the edges of pages, or inside a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.pages import evidence as page_evidence
from pipeline.clean.pages.images import PICTURE
from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import key_of, numbered, plain, readable
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind

_TOP = 400  # characters from the top of a page in which its title stands
_OFTEN = 3  # times that a line must cut a sentence where nothing else tells of pages
_LEAST = 800  # characters of a page with little on it
_LONE = re.compile(r"\(?\d{1,3}[.)]")  # the number of an item that an extractor set apart
_TITLE = 12  # characters of the words with which a title begins
_NAME = 5  # words
_GROWTHS = 8  # lines of a running head that are found one beside the other


def heads(pages: Pages) -> None:
    """Take the lines repeated at the edges of pages, until no more are found."""
    _stamped(pages)
    if not pages.taken and not pages.scan.pages:
        return  # nothing says that there are pages: what is repeated is text
    for _ in range(_GROWTHS):
        grown = False
        count = max(1, len(pages.scan.pages), sum("#" in pages.rows[index].key for index in pages.taken))
        for key, members in (*pages.groups.items(), *pages.labels.items()):
            fresh = [index for index in members if index not in pages.taken]
            if len(members) < 2 or not fresh:
                continue
            known = Counter(pages.rows[index].text for index in members if index in pages.taken)
            at_edge = [
                index
                for index in fresh
                if pages.edge(index)
                and not _listed(pages, index)
                and (known[pages.rows[index].text] > 1 or not page_evidence.listed(pages, index))
                and not _below_first(pages, members, index)
            ]
            if _is_head(pages, key, members, at_edge, count):
                pages.taken.update(dict.fromkeys(at_edge, 0.96))
                grown = True
        grown = _copies(pages) or grown
        grown = _numbered(pages) or grown
        grown = _one_on_each(pages) or grown
        grown = _on_two_lines(pages) or grown
        if not grown:
            return


def _stamped(pages: Pages) -> None:
    """Take what a browser prints above each page: the day, the hour and the title, always the same."""
    lines: dict[tuple[str, str], list[int]] = {}
    for index, row in enumerate(pages.rows):
        if row.stamp and row.short:
            lines.setdefault((plain(row.line.text[: row.stamp]), row.text), []).append(index)
    for members in lines.values():
        first = members[0] == 0  # they stand at the top of the first page too
        if len(members) > 2 or (len(members) > 1 and (first or page_evidence.proven(pages, members, len(members)))):
            pages.taken.update(dict.fromkeys(members, 0.97))


def _copies(pages: Pages) -> bool:
    """Take what stands word for word at three edges of pages, where an extractor lost what stood beside it.

    The first of its kind may be the heading that the pages repeat, and so may one on a page that has its head already.
    """
    fresh = []
    for members in pages.groups.values():
        known = [index for index in members if index in pages.taken]
        text = pages.rows[known[0]].text if len(known) >= 3 else ""
        if len(text) < 12 or (text.casefold() == pages.title and not pages.regular(members)):
            continue  # contents list the title, sections are called like it
        if any(pages.rows[index].text != text or not pages.rows[index].alone for index in members):
            continue
        first = members[:1] if _behind_number(pages, members[0]) else []
        said = {pages.sheet(index) for index in known} if pages.ends else set()
        others = [
            index
            for index in (*first, *members[1:])
            if index not in pages.taken and (pages.sheet(index) not in said or pages.inside(index))
        ]
        fresh += [index for index in others if not _below_first(pages, members, index)]
    pages.taken.update(dict.fromkeys(fresh, 0.93))
    return bool(fresh)


def _behind_number(pages: Pages, index: int) -> bool:
    """Whether nothing but the number of the text below stands between a line and what is known to be its page's."""
    return index - 1 not in pages.taken and pages.edge(index - 1) and bool(_LONE.fullmatch(pages.rows[index - 1].text))


def _below_first(pages: Pages, members: Sequence[int], index: int) -> bool:
    """Whether the first page has said a line already: what stands below its head is the title, or part of it."""
    near = 0 < pages.rows[index].line.start - pages.rows[members[0]].line.start < _TOP
    return near and bool(pages.ends) and pages.sheet(index) == pages.sheet(members[0])


def _numbered(pages: Pages) -> bool:
    """Take what stands at an edge and is a head that is known, with the page's number beside it."""
    known = Counter(pages.rows[index].text for index in pages.taken)
    fresh = []
    for index, row in enumerate(pages.rows):
        found = numbered(row.text) if row.short and row.alone and index not in pages.taken else None
        if found and known[found[1]] >= 3 and pages.edge(index):
            fresh.append(index)
    pages.taken.update(dict.fromkeys(fresh, 0.95))
    return bool(fresh)


def _one_on_each(pages: Pages) -> bool:
    """Take what stands word for word once on nearly every page, if it is the title: an extractor that reads columns
    leaves the head of a page in its middle. The copy that opens the text is the title itself."""
    fresh: list[int] = []
    for members in pages.groups.values():
        others = [index for index in members if index != 0]
        text = pages.rows[members[0]].text
        if len(others) < _OFTEN or text.casefold() != pages.title:
            continue
        if any(pages.rows[index].text != text or not pages.rows[index].alone for index in members):
            continue
        ends = pages.ends
        sheets = [bisect_right(ends, pages.rows[index].line.start) for index in others]
        if len(ends) >= _OFTEN and len({*sheets}) == len(sheets) and len(sheets) * 4 >= len(ends) * 3:
            fresh += [index for index in others if index not in pages.taken]
    pages.taken.update(dict.fromkeys(fresh, 0.94))
    return bool(fresh)


def _on_two_lines(pages: Pages) -> bool:
    """Take two lines at an edge that are a head that is known: an extractor left it on two.

    Above all text they are the title, which the pages repeat.
    """
    known = Counter(pages.rows[index].text for index in pages.taken)
    top = next((index for index in range(len(pages.rows)) if index not in pages.taken), 0)
    fresh = []
    for index, (row, after) in enumerate(pairwise(pages.rows)):
        if index in pages.taken or index + 1 in pages.taken or not (row.short and after.short) or index == top:
            continue
        if known[f"{row.text} {after.text}"] >= 2 and (pages.edge(index) or pages.edge(index + 1)):
            fresh += [index, index + 1]
    pages.taken.update(dict.fromkeys(fresh, 0.95))
    return bool(fresh)


def _is_head(pages: Pages, key: str, members: Sequence[int], at_edge: Sequence[int], count: int) -> bool:
    row = pages.rows[members[0]]
    if not at_edge or not readable(key) or prose.tail(row.text)[-1:] in tuple(":;,："):
        return False
    already = sum(index in pages.taken for index in members)
    known = already + len(at_edge)
    rest = members[0] > 0 and prose.begins_lower(row.text) and prose.ends_sentence(row.text)
    if rest and not _on_all(pages, members, known, count):
        return False  # the rest of a sentence, which opens no text
    if "#" in key and not already and len({pages.rows[index].text for index in at_edge}) > 1:
        return False  # what differs by its numbers must count up, as page numbers do
    away = len(members) - known
    if known < 2 or (away > known * 0.5 + 1 and not _paced(pages, members, known)):
        return False
    if row.label and (known < 3 or away > 1):
        return False
    sentence = prose.ends_sentence(row.text.rstrip("…. ") if row.text.endswith("…") else row.text)
    if sentence and (known < 3 or (known * 2 < count and row.text.casefold() != pages.title)):
        return False  # it is a page's own where half of the pages have it
    numbered = sum(index in pages.taken for index in pages.groups.get(f"{key} #", ()))
    return known + numbered >= 3 or known * 2.5 >= count


def _on_all(pages: Pages, members: Sequence[int], known: int, count: int) -> bool:
    """Whether a few words stand at the edge of each page and nowhere else: a name that begins small ("boats e.V.")."""
    texts = {pages.rows[index].text for index in members if pages.rows[index].alone}
    few = len(texts) == 1 and len(pages.rows[members[0]].text.split()) <= _NAME
    return few and known == len(members) and known >= max(_OFTEN, count)


def _listed(pages: Pages, index: int) -> bool:
    """Whether a line is the title among other items: contents list it."""
    if pages.rows[index].line.kind is not Kind.ITEM or pages.rows[index].text.casefold() != pages.title:
        return False
    near = [pages.rows[other] for other in (index - 1, index + 1) if 0 <= other < len(pages.rows)]
    return any(row.line.kind is Kind.ITEM for row in near)


def _paced(pages: Pages, members: Sequence[int], known: int) -> bool:
    """Whether a line comes again word for word at the pace of pages, though at some no number is left beside it."""
    text = pages.rows[members[0]].text
    same = all(pages.rows[index].text == text and pages.rows[index].alone for index in members)
    return same and len(text) >= 12 and known * 3 >= len(members) and pages.regular(members)


def cuts(pages: Pages) -> None:
    """Take repeats of the title, its beginning beside a number, and lines met three times, inside sentences."""
    for key, members in pages.groups.items():
        title = key == key_of(pages.title)
        inside = [
            index
            for index in members
            if index not in pages.taken
            and not page_evidence.listed(pages, index)
            and (pages.inside(index) or (title and _between_notes(pages, index)))
        ]
        others = len(members) - len(inside)
        unknown = not pages.feet.rows and not pages.scan.pages
        often = unknown and key != "#" and len(inside) * 10 >= len(members) * 6 and _apart(pages, inside)
        if inside and ((title and others) or often):
            pages.taken.update(dict.fromkeys(inside, 0.95))
    begun = (index for index in range(len(pages.rows)) if index not in pages.taken and _begins_title(pages, index))
    pages.taken.update((index, 0.93) for index in begun if pages.inside(index))


def _begins_title(pages: Pages, index: int) -> bool:
    """Whether a line is a number beside the words with which the title begins, up to one of its stops."""
    row = pages.rows[index]
    found = numbered(row.text) if row.short and row.alone else None
    words = found[1].casefold() if found else ""
    named = len(words) >= _TITLE and pages.title.startswith(words) and not pages.title[len(words) :][:1].isalnum()
    return named and not page_evidence.listed(pages, index)


def _apart(pages: Pages, inside: Sequence[int]) -> bool:
    """Whether three or more lines may be heads by how they are written, and stand a page from each other at least.

    A notice that several samples print is cut at the same words each time, and cells say the same thing row after row.
    """
    text = pages.rows[inside[0]].text if len(inside) >= _OFTEN else ""
    if not text or prose.begins_lower(text) or prose.tail(text)[-1:] in tuple(f":;{prose.COMMAS}："):
        return False
    places = [pages.rows[index].line.start for index in inside]
    return all(after - before >= _LEAST for before, after in pairwise(places))


def _between_notes(pages: Pages, index: int) -> bool:
    """Whether a line stands alone between two notes, where no text of an author stands."""
    near = [pages.rows[other].line.kind for other in (index - 1, index + 1) if 0 <= other < len(pages.rows)]
    return pages.rows[index].alone and near == [Kind.NOTE, Kind.NOTE]


def pictures(pages: Pages) -> None:
    """Take pictures without a description beside running heads: marks of the page."""
    for index, row in enumerate(pages.rows):
        if PICTURE.match(row.line.text) and (index - 1 in pages.taken or index + 1 in pages.taken):
            pages.taken[index] = 0.92
