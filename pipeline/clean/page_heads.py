# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running heads and feet: what is repeated beside page numbers, at the edges of pages, or inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean import prose
from pipeline.clean.images import PICTURE
from pipeline.clean.page_lines import key_of, readable
from pipeline.clean.pages import Pages

_GROWTHS = 8  # lines of a running head that are found one beside the other


def heads(pages: Pages) -> None:
    """Take the lines repeated at the edges of pages, until no more are found."""
    if not pages.taken and not pages.scan.pages:
        return  # nothing says that there are pages: what is repeated is text
    for _ in range(_GROWTHS):
        grown = False
        count = max(1, sum("#" in pages.rows[index].key for index in pages.taken))
        for key, members in pages.groups.items():
            fresh = [index for index in members if index not in pages.taken]
            if len(members) < 2 or not fresh:
                continue
            at_edge = [index for index in fresh if pages.edge(index)]
            if _is_head(pages, key, members, at_edge, count):
                pages.taken.update(dict.fromkeys(at_edge, 0.96))
                grown = True
        grown = _copies(pages) or grown
        if not grown:
            return


def _copies(pages: Pages) -> bool:
    """Take what stands word for word at three edges of pages, where an extractor lost what stood beside it.

    The first of its kind may be the heading that the pages repeat.
    """
    fresh = []
    for members in pages.groups.values():
        known = [index for index in members if index in pages.taken]
        text = pages.rows[known[0]].text if len(known) >= 3 else ""
        if len(text) < 12 or text.casefold() == pages.title:
            continue  # contents list the title, sections are called like it
        if any(pages.rows[index].text != text or not pages.rows[index].alone for index in members):
            continue
        fresh += [index for index in members[1:] if index not in pages.taken]
    pages.taken.update(dict.fromkeys(fresh, 0.93))
    return bool(fresh)


def _is_head(pages: Pages, key: str, members: Sequence[int], at_edge: Sequence[int], count: int) -> bool:
    row = pages.rows[members[0]]
    if not at_edge or not readable(key) or prose.tail(row.text)[-1:] in tuple(":;,："):
        return False
    if prose.begins_lower(row.text) and prose.ends_sentence(row.text):
        return False
    already = sum(index in pages.taken for index in members)
    known = already + len(at_edge)
    if "#" in key and not already and len({pages.rows[index].text for index in at_edge}) > 1:
        return False  # what differs by its numbers must count up, as page numbers do
    away = len(members) - known
    if known < 2 or away > known * 0.5 + 1:
        return False
    if prose.ends_sentence(row.text.rstrip("…. ") if row.text.endswith("…") else row.text) and known < 3:
        return False
    return known >= 3 or known * 2.5 >= count


def cuts(pages: Pages) -> None:
    """Take repeats of the title, and of lines met three times, that stand inside a sentence."""
    for key, members in pages.groups.items():
        inside = [index for index in members if index not in pages.taken and pages.inside(index)]
        title = key == key_of(pages.title)
        others = len(members) - len(inside)
        unknown = not pages.feet.rows and not pages.scan.pages
        often = unknown and len(inside) >= 3 and len(inside) * 10 >= len(members) * 6
        if inside and ((title and others) or often):
            pages.taken.update(dict.fromkeys(inside, 0.95))


def pictures(pages: Pages) -> None:
    """Take pictures without a description beside running heads: marks of the page."""
    for index, row in enumerate(pages.rows):
        if PICTURE.match(row.line.text) and (index - 1 in pages.taken or index + 1 in pages.taken):
            pages.taken[index] = 0.92
