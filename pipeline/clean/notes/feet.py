# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes at the feet of pages that an extractor wrote in another order, or into the end of the text above.

A number that touches a word with a capital ("2The reason") begins a note wherever it stands: at the beginning of a text
or behind a stop. So their order proves nothing, and is not asked for, where the text has each number but once so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from pipeline.clean.notes import marks as note_marks
from pipeline.clean.notes.starts import Entry
from pipeline.clean.reading.scan import Block, Scan

_LEAST = 3  # numbers that touch their notes
_GLUED = re.compile(
    r"(?m)(?:^(?:[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+)?)|(?<=[.!?”\"’)»`])[ ])"
    r"\[?(?P<number>[1-9]\d{0,2})(?P<text>[\"“«'‘*_]{0,2}[^\W\d_a-zß-öø-ÿ][’'\w]*[a-zß-öø-ÿ])"
)
_SPACED = re.compile(r"(?:[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+)?)(?P<number>[1-9]\d{0,3})[ ]?(?=[^\W\d]|[`*_“\"«(])")


def glued(scan: Scan, blocks: Sequence[Block]) -> list[Entry]:
    """The notes of which most touch their numbers, in the order in which they stand; empty where they prove nothing.

    Each must have a mark in the text, or stand between two that have: its mark may touch another number. One whose
    number does not touch its text, or touches the number with which its text begins, counts where it begins a text
    between two others.
    """
    found: list[Entry] = []
    for index, block in enumerate(blocks):
        for start in _GLUED.finditer(scan.text, block.start, block.end):
            found.append((int(start.group("number")), start.start(), start.start("text"), index))
    times = Counter(number for number, *_ in found)
    marked = {number for number in times if times[number] == 1 and _marked(scan, number)}
    found = [entry for entry in found if times[entry[0]] == 1 and (entry[0] in marked or _amid(marked, entry[0]))]
    numbers = {number for number, *_ in found}
    most = max(numbers, default=0)
    if len(numbers) < _LEAST or min(numbers) > 1 or len(numbers) * 2 < most:
        return []
    found += _between(scan, blocks, found, set(range(1, most)) - numbers)
    return sorted(found, key=lambda entry: entry[1]) if len(found) * 4 >= most * 3 else []


def filled(scan: Scan, blocks: Sequence[Block], found: Sequence[Entry]) -> Sequence[Entry]:
    """Notes that count up, with those between them whose own words begin with a number that touches theirs ("744 Laws
    12" is note 7: on a new page no note stands right above to tell), or that were run into the note before."""
    missing = set(range(1, max((number for number, *_ in found), default=0))) - {number for number, *_ in found}
    more = _between(scan, blocks, found, missing) if missing and scan.pages else []
    more += _run_in(scan, blocks, found, missing - {number for number, *_ in more}) if scan.pages else []
    return sorted([*found, *more], key=lambda entry: entry[1]) if more else found


def _run_in(scan: Scan, blocks: Sequence[Block], found: Sequence[Entry], missing: set[int]) -> list[Entry]:
    """The missing notes that stand inside the text of the one before, without a stop between ("§ 3 3Ibid."): both
    numbers touch their words, and there is one such place."""
    known = {number: (start, body, index) for number, start, body, index in found}
    more: list[Entry] = []
    for number in sorted(missing):
        start, body, index = known.get(number - 1, (0, 0, 0))
        if not body or not scan.text[body - 1].isdigit():
            continue
        stop = min((at for at, *_ in known.values() if at > start), default=len(scan.text))
        capital = re.compile(rf" {number}(?=[^\W\d_a-zß-öø-ÿ][^\W\d_])")
        places = list(capital.finditer(scan.text, body, min(stop, blocks[index].end)))
        if len(places) == 1 and _marked(scan, number):
            more.append((number, places[0].start(), places[0].end(), index))
            known[number] = (places[0].start(), places[0].end(), index)
    return more


def _amid(marked: Collection[int], number: int) -> bool:
    """Whether the notes before and after one have marks."""
    return number - 1 in marked and number + 1 in marked


def _between(
    scan: Scan, blocks: Sequence[Block], found: Sequence[Entry], missing: set[int]
) -> list[Entry]:
    """The missing notes, each at the beginning of the only text that can be it."""
    taken = {at for _, at, _, _ in found}
    places: dict[int, list[Entry]] = {}
    for index, block in enumerate(blocks):
        start = _SPACED.match(scan.text, block.start) if block.start not in taken else None
        if start is None:
            continue
        for number in missing & {int(start.group("number")), *_led(start)}:
            near = [at for other, _, _, at in found if abs(other - number) == 1]
            if any(abs(index - at) <= _LEAST for at in near) and _marked(scan, number):
                body = start.end() if number == int(start.group("number")) else start.start("number") + len(str(number))
                places.setdefault(number, []).append((number, block.start, body, index))
    return [entries[0] for entries in places.values() if len(entries) == 1]


def _led(start: re.Match[str]) -> set[int]:
    """The numbers that a note may have whose own words begin with a number that touches it ("221 CFR 3")."""
    digits = start.group("number")
    return {int(digits[:size]) for size in range(1, len(digits)) if digits[size] != "0"}


def _marked(scan: Scan, number: int) -> bool:
    return bool(note_marks.first(scan, number, 0, len(scan.text), ()))
