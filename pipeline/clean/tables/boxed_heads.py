# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of two columns that an extractor wrote cell by cell, told by heads that several of them have in common.

A page may have the first columns of two tables, with a heading between, and then both second columns. Where each first
column below "Cookie" is as long as the second one below "Purpose", in its order, the two are a table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Scan

_TWICE = 2  # runs of cells that are read so
_FEWEST = 6  # rows of all tables
_MOST = 8  # texts that may be heads
_WORDS = 5  # of a head

Table = list[tuple[Block, Block]]
Reading = list[tuple[Table, list[Block]]]  # tables, each with the headings above the next


def read(scan: Scan, runs: Sequence[Sequence[Block]]) -> Iterator[Reading]:
    """The runs of cells that are tables with the two heads that make most rows of them."""
    said: dict[str, set[int]] = defaultdict(set)
    for place, run in enumerate(runs):
        for block in run:
            said[_name(scan, block)].add(place)
    often = Counter({name: len(places) for name, places in said.items() if name and len(places) >= _TWICE})
    best: list[Reading] = []
    for one, two in permutations([name for name, _ in often.most_common(_MOST)], 2):
        both = [runs[place] for place in sorted(said[one] & said[two])]
        found = [reading for run in both if (reading := _tables(scan, run, one, two))]
        if len(found) >= _TWICE and _rows(found) >= max(_FEWEST, _rows(best) + 1):
            best = found
    yield from best


def _rows(readings: Sequence[Reading]) -> int:
    return sum(len(table) - 1 for reading in readings for table, _ in reading)


def _name(scan: Scan, block: Block) -> str:
    """What a block says, if it may be the head of a column."""
    text = " ".join(scan.slice(block).split())
    head = prose.begins_upper(text) and not prose.stops(text) and len(text.split()) <= _WORDS
    return text.casefold() if head else ""


def _tables(scan: Scan, run: Sequence[Block], one: str, two: str) -> Reading:
    """The tables of a run whose columns begin with the two heads; none where they are not as long as each other."""
    columns: dict[str, list[list[Block]]] = {one: [], two: []}
    order: list[str] = []
    for block in run:
        name = _name(scan, block)
        if name in columns:
            columns[name].append([])
            order.append(name)
        if order:
            columns[order[-1]][-1].append(block)
    if len(columns[one]) != len(columns[two]) or order != [*[one] * len(columns[one]), *[two] * len(columns[two])]:
        return []
    reading: Reading = []
    for place, (left, right) in enumerate(zip(columns[one], columns[two], strict=True)):
        last = place + 1 == len(columns[one])
        extra = 0 if last else len(left) - len(right)  # a heading above the next table
        if len(left) == 1 or extra not in {0, 1} or (last and len(right) < len(left)):
            return []
        size = len(left) - extra
        reading.append((list(zip(left[:size], right[:size], strict=True)), left[size:]))
    return reading
