# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each line of a cleaned text stood in the text as its author has it: findings are told there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, takewhile

KNOWN_BY = 16  # letters that a line begins with and is found again by; a shorter one has its neighbours' place
READ = 100  # letters by which lines that begin alike (addresses of one site) are told apart
MOST_PLACES = 200  # where one beginning may stand: of more none is compared, or the time would be quadratic


@lru_cache(maxsize=2)  # publishing asks three times for one document
def line_map(before: str, after: str) -> tuple[int, ...]:
    """For each line of ``after`` the line of ``before`` that it came from (both from 1; index 0 is unused).

    Lines that both have in one order are placed by difflib. A changed line is found by the letters that it begins with,
    wherever they stood: a note that was moved to the end of the text has the place at which the author reads it. What
    is not found stands after the last line that both have. Time is linear in the length of the changed lines.
    """
    old, new = before.splitlines(), after.splitlines()
    found = _in_order(old, new)
    missing = [at for at in range(len(new)) if not found[at + 1][1] and new[at].strip()]
    kept = {line for line, same in found[1:] if same}
    origins = _by_letters([at for at in range(len(old)) if at + 1 not in kept], old, {at: new[at] for at in missing},
                          {at: found[at + 1][0] for at in missing})  # fmt: skip
    lines = [0, *(origins.get(at, found[at + 1][0]) for at in range(len(new)))]
    for number in range(1, len(lines)):
        lines[number] = lines[number] or lines[number - 1] or 1
    return tuple(lines)


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, bool]]:
    """The line of each line of ``new`` (0: unknown) by what both have in one order, and whether it is the same line.

    Lines at both ends that are the same cost nothing; what is between is compared by difflib.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found = [(0, False)] + [(number + 1, True) for number in range(head)] + [(0, False)] * (len(new) - head)
    for offset in range(tail):
        found[len(new) - offset] = (len(old) - offset, True)
    # Blank lines match everywhere and would make the comparison quadratic.
    solid_old = [at for at in range(head, len(old) - tail) if old[at].strip()]
    solid_new = [at for at in range(head, len(new) - tail) if new[at].strip()]
    matcher = SequenceMatcher(None, [old[at] for at in solid_old], [new[at] for at in solid_new], autojunk=True)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        for step in range(b2 - b1):
            source = solid_old[min(a1 + step, max(a1, a2 - 1))] if a1 < len(solid_old) else len(old) - 1
            found[solid_new[b1 + step] + 1] = (source + 1, tag == "equal")
    return found


def _by_letters(
    unclaimed: Sequence[int], old: Sequence[str], lines: Mapping[int, str], near: Mapping[int, int]
) -> dict[int, int]:
    """The line (from 1) of each of ``lines`` whose first letters stand in a line that has no other place."""
    alike: dict[str, list[int]] = {}  # lines that read the same
    for at, line in lines.items():
        letters = _letters(line)[:READ]
        if len(letters) >= KNOWN_BY:
            alike.setdefault(letters, []).append(at)
    places: dict[str, list[tuple[int, str]]] = {letters[:KNOWN_BY]: [] for letters in alike}
    for there, run in _places(unclaimed, old, places) if places else ():
        if len(places[run[:KNOWN_BY]]) < MOST_PLACES:
            places[run[:KNOWN_BY]].append((there, run))
    found: dict[int, int] = {}
    for letters, those in alike.items():
        found.update(_one_each(those, _best(letters, places[letters[:KNOWN_BY]]), near))
    return found


def _best(letters: str, places: Sequence[tuple[int, str]]) -> list[int]:
    """The lines that go on like some letters longest."""
    ranks = [sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(letters, run, strict=False)))
             for _, run in places]  # fmt: skip
    best = max(ranks, default=0)
    return [there for (there, _), rank in zip(places, ranks, strict=True) if rank == best]


def _one_each(lines: Sequence[int], places: Sequence[int], near: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Lines that read the same with their places: in order where there is one for each, else the one next to where the
    order of all lines would have it."""
    if len(lines) == len(places):
        yield from zip(lines, places, strict=True)
    elif places:
        yield from ((at, min(places, key=lambda there: abs(there - near[at]))) for at in lines)


def _places(unclaimed: Sequence[int], old: Sequence[str], wanted: Collection[str]) -> Iterator[tuple[int, str]]:
    """Each wanted run of letters in some lines, over their ends too: the line in which it begins, and how it reads."""
    pieces = [_letters(old[at]) for at in unclaimed]
    starts = [0, *accumulate(map(len, pieces))]
    whole = "".join(pieces)
    for at in range(len(whole) - KNOWN_BY + 1):
        if whole[at : at + KNOWN_BY] in wanted:
            yield unclaimed[bisect_right(starts, at) - 1] + 1, whole[at : at + READ]


def _letters(line: str) -> str:
    return "".join(filter(str.isalpha, line)).casefold()
