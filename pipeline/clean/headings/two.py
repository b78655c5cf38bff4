# SPDX-License-Identifier: AGPL-3.0-or-later
"""two-headings: two headings that an extractor ran into one line stand on lines of their own again.

«Section 2: Dues Sub-section 1: Rafts», «Part 3: Fees _Article 12_»: a heading that names a part of the text, in which a
part of another kind is named. Others of its kind are headings, its number is not yet one of theirs and counts with
them, and no word before it needs another ("Fees under Article 12").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.heading_signs import PARTS, Sign, sign
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 400  # characters of two headings: each word of a line is looked at with what follows it
_KNOWN = 2  # headings of the kind that the second names
_INSIDE = re.compile(r"(?<=\S)\s+(?P<set>[*_]{0,3})(?=§|[^\W\d_])")
_ENDS = re.compile(r"[*_.]*(?:$|[^\S\n]?[:–—-])")  # what follows a part's number: its name behind a sign, or nothing


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that name two parts of the text."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING] if scan.extracted else []
    known: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for block in headings:
        own = _sign(scan.slice(block))
        if own.way in PARTS:
            known[own.way][own.number].append(block.level)
    for block in headings:
        found = _second(scan, block, known)
        if found is None:
            continue
        start, stop, way = found
        often = Counter(level for levels in known[way].values() for level in levels)
        level = max(often.most_common(1)[0][0], min(6, block.level + 1))
        now = f"{scan.eol}{scan.eol}{'#' * level} "
        yield Fix((Edit(start, stop, now),), "The line names two parts of the text, one below the other.", 0.91)


def _second(scan: Scan, block: Block, known: dict[str, dict[str, list[int]]]) -> tuple[int, int, str] | None:
    """Where the second part begins that a heading names: the space before it, and its kind."""
    text = scan.slice(block).rstrip()
    if len(text) > _LONGEST:
        return None
    first = _sign(text)
    if first.way not in PARTS:
        return None
    for found in _INSIDE.finditer(text):
        own = sign(text[found.end() :])
        if own.way not in PARTS or own.way == first.way or not own.number or len(known[own.way]) < _KNOWN:
            continue
        behind = text.index(own.number, found.end()) + len(own.number)
        before = text[: found.start()].rstrip()
        if not _ENDS.match(text, behind) or prose.open_word(before, scan.lang) or not text[found.end()].isupper():
            continue
        if own.number in known[own.way] and own.number != "1":
            continue  # it is said of a part that stands elsewhere
        if _counts(own.number, known[own.way]):
            return block.body + found.start(), block.body + found.start("set"), own.way
    return None


def _sign(text: str) -> Sign:
    """How a heading is numbered, without what it is set in."""
    return sign(text.lstrip("*_ "))


def _counts(number: str, known: dict[str, list[int]]) -> bool:
    """Whether a number is the first of a part, or stands right before or after one of a heading."""
    digits = re.search(r"\d+$", number)
    if digits is None:
        return False
    last = int(digits.group())
    head = number[: digits.start()]
    return last == 1 or any(f"{head}{last + step}" in known for step in (-1, 1))


RULE = Rule(
    "two-headings", "Parts two headings of parts of the text that were run into one line.", find,
    after="series-headings",
)
