# SPDX-License-Identifier: AGPL-3.0-or-later
"""heading-levels: one title, like headings on like levels, and no level skipped on the way down.

It looks after running heads are gone and bold lines have become headings, and changes signs only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.front_matter import title_in
from pipeline.clean.headings.levels_divisions import divisions, dotted, numbered, series
from pipeline.clean.headings.levels_styles import numbers, slanted, styles
from pipeline.clean.headings.levels_title import opening, untitled
from pipeline.clean.reading.heading_signs import PARTS
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Block, Kind, Scan

_FAR = 500  # headings among which the one above is looked for
_MOST = 5  # headings of one level that tell where it belongs
_EVEN = 3  # headings one after the other that are on one level on purpose


def find(scan: Scan) -> Iterator[Fix]:
    """Levels that cannot be right."""
    headings = [block for block in scan.blocks if block.kind in (Kind.HEADING, Kind.SETEXT)]
    if not headings:
        return
    levels = {block.start: block.level for block in headings}
    why: dict[int, tuple[str, float]] = {}
    titled = any(block.kind is Kind.META and title_in(scan.slice(block)) for block in scan.blocks)
    title = None if titled else untitled(scan, headings, levels, why)
    if not titled and not why:
        _one_title(scan, headings, levels, why)
    if title is not None:
        reason = "The line opens the text and stands above all headings: its title."
        yield Fix((Edit(title.start, title.start, "# "),), reason, 0.92)
    _siblings(scan, headings, levels, why)
    divisions(scan, headings, levels, why)
    if not scan.extracted:
        _sections(scan, headings, levels, why)
    slanted(scan, headings, levels, why)
    numbers(scan, headings, levels, why)
    dotted(scan, headings, levels, why)
    styles(scan, headings, levels, why)
    _gaps(scan, headings, levels, why)
    for block in headings:
        level = levels[block.start]
        if level != block.level and block.kind is Kind.HEADING:
            start = block.start + len(block.lines[0].text) - len(block.lines[0].text.lstrip())
            reason, confidence = why[block.start]
            yield Fix((Edit(start, start + block.level, "#" * level),), reason, confidence)


def _one_title(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """The first heading is the title when it opens the text; what else is on level 1 is not, if it is rare.
    Where the front matter or the settings have the title, the headings on level 1 are the author's parts."""
    first, above = headings[0], opening(scan)
    if scan.title and letters(scan.slice(first)).casefold() != letters(scan.title).casefold():
        return
    tops = [block for block in headings if block.level == 1]
    if not tops and above is first and len(headings) > 1 and first.kind is Kind.HEADING:
        levels[first.start] = 1
        why[first.start] = ("The heading that opens the text is its title.", 0.92)
    elif len(tops) > 1 and tops[0] is first and (len(tops) * 3 <= len(headings) + 1 or _below(scan, tops)):
        for block in tops[1:]:
            levels[block.start] = 2
            why[block.start] = ("The text has a title already; this heading stands under it.", 0.92)
    elif tops and scan.extracted and above is first is not tops[0] and first.kind is Kind.HEADING:
        # a heading on level 1 right below the first is the title, and what stands above it its publisher
        if tops[0] is headings[1] or len(tops) * 3 > len(headings) + 1:
            return
        levels[first.start] = 1
        why[first.start] = ("The heading that opens the text is its title.", 0.92)
        for block in tops:
            levels[block.start] = 2
            why[block.start] = ("The text has a title already; this heading stands under it.", 0.92)


def _below(scan: Scan, tops: list[Block]) -> bool:
    """Whether an extracted text has two headings on level 1, of which one stands right below the other."""
    return scan.extracted and len(tops) == 2 and not scan.text[tops[0].end : tops[1].start].strip()


def _siblings(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """Headings numbered in one way are on one level, when most of them are."""
    groups: dict[str, list[Block]] = defaultdict(list)
    runs: list[list[Block]] = []
    before = ""
    for block in headings:
        key = series(scan, block)
        if key:
            groups[key].append(block)
            runs = [*runs, []] if key != before or not runs else runs
            runs[-1].append(block)
        before = key
    placed = set() if scan.extracted else {block.start for run in runs if _is_even(run, levels) for block in run}
    for members in (*groups.values(), *runs):
        (level, count), *_ = Counter(levels[block.start] for block in members).most_common(1)
        if len(members) >= 3 and count * 10 >= len(members) * 6 and count < len(members) and _counts(scan, members):
            for block in members:
                if levels[block.start] == level or (levels[block.start] == 1 and block is headings[0]):
                    continue
                if block.start in placed:
                    continue
                if scan.extracted or not _leaves(headings, levels, block, level):
                    levels[block.start] = level
                    why[block.start] = (f"Headings that are numbered like this one are on level {level}.", 0.92)


def _counts(scan: Scan, members: Sequence[Block]) -> bool:
    """Whether headings may be of one series: those with a word of their own ("Tier 3", "Tier 2") only where their
    numbers go up, or begin anew with 1; the names of a law's parts are its parts wherever they stand."""
    found = [number for block in members if (number := numbered(scan, block))]
    if not found or not found[0].group("word") or found[0].group("word").casefold() in PARTS:
        return True
    counted = [int(digits.group()) for number in found if (digits := re.search(r"\d+", number.group()))]
    return all(after >= before or after == 1 for before, after in pairwise(counted))


def _is_even(run: Sequence[Block], levels: Mapping[int, int]) -> bool:
    """Whether an author put headings that follow each other on one level: the articles of an agreement stand on
    another than those of its annex."""
    return len(run) >= _EVEN and len({levels[block.start] for block in run}) == 1


def _leaves(headings: list[Block], levels: dict[int, int], moved: Block, level: int) -> bool:
    """Whether a heading would stand beside the one that its author put it below: articles stand in chapters and, where
    a chapter has sections, in these."""
    place = bisect_left(headings, moved.start, key=lambda block: block.start)
    before = (levels[block.start] for block in headings[max(0, place - _FAR) : place][::-1])
    return next((above for above in before if above < levels[moved.start]), 0) >= level


def _sections(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """What an author wrote below a heading goes down with it: a section is moved whole, and never out of its place.

    An extractor judges each heading by itself, so there the others stay.
    """
    for place, moved in enumerate(headings):
        down = levels[moved.start] - moved.level
        if down <= 0 or moved.start not in why:
            continue
        own = series(scan, moved)
        for block in headings[place + 1 :]:
            if block.level <= moved.level or block.start in why or (own and series(scan, block) == own):
                break
            levels[block.start] = min(6, block.level + down)
            why[block.start] = ("It stands in the section before, which goes down.", why[moved.start][1])


def _gaps(
    scan: Scan, headings: list[Block], levels: dict[int, int], why: dict[int, tuple[str, float]]
) -> None:
    """What stands under a heading is one level below it; where none is on level 1, the title stands above them all.

    A level that an extractor uses on most places right below level 3 is level 4 in all of them: what stands between the
    two elsewhere is mostly no heading.
    """
    titled = 1 not in levels.values()  # by the front matter or the settings
    written = [levels[block.start] for block in headings]
    closed = _closed(written, titled=titled)
    usual = _usual(written, [right for right, _ in closed]) if scan.extracted else {}
    for block, (right, above) in zip(headings, closed, strict=True):
        level = levels[block.start]
        if right < level:
            levels[block.start] = right
            why[block.start] = (f"Level {level} follows {above}: one is skipped.", 0.95)
        if usual.get(level, right) < right:
            levels[block.start] = usual[level]
            why[block.start] = (f"Most headings that came on its level stand on level {usual[level]}.", 0.92)


def _closed(written: Sequence[int], *, titled: bool) -> list[tuple[int, str]]:
    """The levels without the gaps, each with what stands above the heading."""
    stack = [(1, 1)] if titled else []  # (level as written, level as it should be)
    found = []
    for level in written:
        while stack and stack[-1][0] >= level:
            stack.pop()
        right = min(level, stack[-1][1] + 1) if stack else level
        found.append((right, "the title" if titled and len(stack) == 1 else f"level {stack[-1][1] if stack else 0}"))
        stack.append((level, right))
    return found


def _usual(written: Sequence[int], closed: Sequence[int]) -> dict[int, int]:
    """The level that most headings of each written one have without the gaps, where what stands right above the others
    is rarer."""
    found = {}
    often = Counter(written)
    for level in often:
        now = Counter(right for right, own in zip(closed, written, strict=True) if own == level)
        (right, count), *_ = now.most_common(1)
        if right < level and count >= _MOST and count * 10 >= often[level] * 6 and often[level] > 3 * often[level - 1]:
            found[level] = right
    return found


RULE = Rule("heading-levels", "Gives headings their levels: one title, none skipped.", find, after="empty-heading")
