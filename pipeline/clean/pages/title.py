# SPDX-License-Identifier: AGPL-3.0-or-later
"""A running head that is the title too leaves one copy, a heading before all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.pages.known import Pages
from pipeline.clean.pages.lines import PAGE_WORD, numbered
from pipeline.clean.pages.sections import goes_on
from pipeline.clean.reading import prose
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Kind, Line

_TELLING = 12  # letters that two lines have in common before one is said to go on with the other
_CUT = 3  # lines that a title takes
_SHORT = 90  # characters of a title, whatever it ends with
_SKIPPED = 3  # the level below the title's that only what an extractor lost can explain
_LARGE = 0.75  # of a line of text: what one of a title has at most
_FIRST = re.compile(r"(?:[^\W\d_]+ )?(?:1|I|A)(?:[.:)]|\s|$)")
_BELOW = 5  # lines below the head of the first page on which its title stands


def keep_title(pages: Pages) -> None:
    """A running head that is the title too leaves one copy, a heading before all."""
    top = 0
    while top in pages.taken:
        top += 1
    follows = pages.rows[top] if top < len(pages.rows) else None
    copies = defaultdict(list)
    for index in range(top):
        if pages.rows[index].key != "#" and not PAGE_WORD.search(pages.rows[index].key):
            copies[pages.rows[index].key].append(index)
    below = [row.text for row in pages.rows[top : top + _BELOW]]
    heads = [_words(pages, index) for index in range(top)]
    if any(_begins(text, head) for head in heads for text in below[:1]) or _said_below(pages, heads, below):
        return  # the title stands below
    headed = follows is not None and follows.line.kind is Kind.HEADING
    found: list[int] = []
    for key, members in copies.items():
        headings = [index for index in members if pages.rows[index].line.kind is Kind.HEADING]
        free = [index for index in pages.groups[key] if index not in pages.taken and index <= top]
        above = follows is not None and any(pages.rows[index].level < pages.rows[top].level for index in headings)
        if (
            headings
            and (len(members) > 1 or not headed or above)
            and not any(pages.rows[index].line.kind is Kind.HEADING for index in free)
        ):
            found.append(min(headings, key=lambda index: (pages.rows[index].level, -index)))
        elif len(members) > 1 and not free and not headed:
            found.append(members[-1])
    if not found and (stranger := _stranger(pages, copies)) is not None:
        found.append(stranger)
    if not found and copies and (follows is None or not _titled(pages, top)):
        found.append(max(max(members) for members in copies.values()))
    said = {
        letters(row.text).casefold()
        for index, row in enumerate(pages.rows[top:], start=top)
        if row.line.kind is Kind.HEADING and index not in pages.taken
    }
    found = [index for index in found if letters(pages.rows[index].text).casefold() not in said]
    if found:
        del pages.taken[min(found, key=lambda index: (pages.rows[index].line.kind is not Kind.HEADING, index))]


def cut_title(pages: Pages) -> tuple[Line, ...]:
    """The two or three lines at the top that are one title, which a running head says on one line; else nothing."""
    top = next((index for index in range(len(pages.rows)) if index not in pages.taken), len(pages.rows))
    lines = [row.line for row in pages.rows[top : top + _CUT]]
    near = next((size for size, (one, two) in enumerate(pairwise(lines), 1) if one.stop != two.start), len(lines))
    heads = {letters(_words(pages, index)).casefold() for index in pages.taken}
    for size in range(near, 1, -1):
        if any(line.kind is not Kind.PARA for line in lines[:size]):
            continue
        title = letters("".join(line.text for line in lines[:size])).casefold()
        if len(title) >= _TELLING and any(head.startswith(title) and len(head) < 2 * len(title) for head in heads):
            return tuple(lines[:size])
    return ()


def run_in_title(pages: Pages) -> tuple[int, int, str]:
    """Where an extractor ran the first section's heading into the title, and what parts the two; nothing elsewhere.

    The running head says where the title ends. Titles say more than their heads too: so the heading below must be two
    levels deeper, in a text that has headings between the two.
    """
    headings = [row for at, row in enumerate(pages.rows) if row.line.kind is Kind.HEADING and at not in pages.taken]
    levels = [row.level for row in headings]
    if levels[:1] != [1] or levels[1:2] < [_SKIPPED] or _SKIPPED - 1 not in levels:
        return 0, 0, ""
    title = headings[0]
    heads = Counter(_words(pages, index).casefold() for index in pages.taken)
    said = title.text.casefold()
    end = max((len(head) for head, often in heads.items() if often >= _CUT and said.startswith(f"{head} ")), default=0)
    place = title.line.text.find(title.text[:end]) + end
    if end < _TELLING or place < end or not title.text[end + 1].isupper():
        return 0, 0, ""
    bold = "**" if title.line.text.rstrip().endswith("**") else ""
    start = title.line.start + place
    return start, start + 1, f"{bold}{pages.scan.eol * 2}## {bold}"


def _titled(pages: Pages, index: int) -> bool:
    """Whether a line may be a title: it is short, or stands alone, has no end, and no sentence goes on after it."""
    row = pages.rows[index]
    whole = row.alone and not prose.stops(row.text) and not goes_on(pages, index)
    return (row.short and (len(row.text) <= _SHORT or whole)) or _large(pages, index)


def _large(pages: Pages, index: int) -> bool:
    """Whether a line right below the head of the first page, and right above another, is a title: set larger than text,
    it has fewer signs than a line, and no room for the next word. The first section is none."""
    if not 0 < index < len(pages.rows) - 1:
        return False
    above, row, below = pages.rows[index - 1 : index + 2]
    if above.line.stop != row.line.start or row.line.stop != below.line.start or prose.ends_sentence(row.text):
        return False
    if prose.begins_lower(row.text) or _FIRST.match(row.text):
        return False
    return len(row.text) + len(below.text.split(maxsplit=1)[0]) < pages.scan.width * _LARGE


def _words(pages: Pages, index: int) -> str:
    """What a head says, without the page's number that it ends or begins with."""
    text = pages.rows[index].text
    found = numbered(text) if index in pages.feet.rows else None
    return found[1] if found else text


def _said_below(pages: Pages, heads: Sequence[str], below: Sequence[str]) -> bool:
    """Whether all heads of the first page carry its number, and one of them is a heading right below."""
    counted = heads and all(index in pages.feet.rows for index in range(len(heads)))
    return bool(counted) and any(letters(head) == letters(text) for head in heads for text in below)


def _begins(title: str, head: str) -> bool:
    """Whether a title is what a head says, or more of it: heads are cut where they are long."""
    own, other = letters(title).casefold(), letters(head).casefold()
    return own == other or (len(other) >= _TELLING and own.startswith(other))


def _stranger(pages: Pages, copies: dict[str, list[int]]) -> int | None:
    """A line at the top where its like never stands: on the other side of a number, or of an opened book."""
    for key, members in copies.items():
        others = [index for index in pages.groups.get(key, ()) if index in pages.taken and index > members[-1]]
        if len(members) != 1 or len(others) < 2 or members[0] == 0:
            continue
        sheets = {pages.sheet(index) % 2 for index in others}
        if len(sheets) == 1 and pages.sheet(members[0]) % 2 not in sheets:
            return members[0]  # the others stand on left pages, say, and this one on a right one
        own = _sides(pages, members[0])
        if any(own) and all(any(side) and own != side for side in (_sides(pages, index) for index in others)):
            return members[0]
    return None


def _sides(pages: Pages, index: int) -> tuple[bool, bool]:
    """Whether the page's number stands right above a line, and right below it."""
    above, below = (
        other in pages.taken and pages.rows[other].key == "#" for other in (index - 1, index + 1)
    )
    return above, below
