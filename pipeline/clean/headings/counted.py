# SPDX-License-Identifier: AGPL-3.0-or-later
"""counted-headings: numbers without a dot inside a section that has one ("2.1") count points, not chapters.

Where the headings around them go on from one to the next ("2.1", then "2.2" or "2.1.1"), no chapter begins between; an
extractor took the points for headings, for they are set in bold and have text under each. They are items again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.heading_signs import Sign, sign
from pipeline.clean.reading.scan import Kind, Scan

_FEWEST = 3  # points


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that count up from 1 or 2 between two of one section, where pages prove an extraction."""
    if not scan.extracted:
        return
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    for index in points([sign(plain(scan.slice(block))) for block in headings]):
        edit = Edit(headings[index].start, headings[index].body, "")
        yield Fix((edit,), "Its number counts points inside a numbered section: an item.", 0.92)


def inside(scan: Scan, place: int) -> bool:
    """Whether a place is in a section whose number has a dot, and which the next numbered heading goes on from."""
    sections = scan.once("numbered sections", _sections)
    index = bisect_right(sections, (place, len(scan.text))) - 1
    return index >= 0 and place < sections[index][1]


def _sections(scan: Scan) -> list[tuple[int, int]]:
    """Where the text of sections stands that others go on from, in a text with pages."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING and scan.extracted]
    signs = [(block, sign(plain(scan.slice(block)))) for block in headings]
    dotted = [(block, own) for block, own in signs if own.way != "1" or own.depth]
    return [
        (one.end, two.start)
        for (one, above), (two, below) in pairwise(dotted)
        if above.way == below.way == "1" and above.depth and _goes_on(above.number, below.number)
    ]


def points(found: Sequence[Sign]) -> frozenset[int]:
    """The places of the signs that count points inside a section whose number has a dot."""
    taken: set[int] = set()
    above: Sign | None = None  # the section that is open
    run: list[int] = []
    for index, own in enumerate(found):
        if own.way == "1" and not own.depth:
            run.append(index)
            continue
        goes_on = above is not None and above.depth and own.way == "1" and _goes_on(above.number, own.number)
        if goes_on and _counts(found, run):
            taken |= {*run}
        above, run = (own if own.way == "1" else None), []
    return frozenset(taken)


def plain(text: str) -> str:
    """A heading as it is read."""
    return re.sub(r"[*_`#]+", "", " ".join(text.split())).strip()


def _goes_on(above: str, below: str) -> bool:
    """Whether a section comes right after another, or is its first part."""
    head, _, last = above.rpartition(".")
    return below == f"{above}.1" or (last.isdigit() and below == f"{head}.{int(last) + 1}")


def _counts(found: Sequence[Sign], run: Sequence[int]) -> bool:
    """Whether numbers count up by one from 1, or from 2 where the first was left as text."""
    numbers = [int(found[index].number) for index in run if found[index].number.isdigit()]
    if len(numbers) < max(_FEWEST, len(run)):
        return False
    return numbers[0] <= _FEWEST - 1 and numbers == [*range(numbers[0], numbers[0] + len(numbers))]


RULE = Rule("counted-headings", "Makes items of points that were taken for chapters.", find, after="odd-headings")
