# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two sequences of texts side by side, in time that grows with their length and not with its square.

Patience: texts that stand once on both sides are anchors; the longest run of anchors in the same order holds,
and what lies between two anchors is matched from both ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

Pair = tuple[int | None, int | None]


def align(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """Pairs of indices in the order of ``first``, then of ``second``.

    A pair without a second index is missing there, one without a first was added. Pairs of different texts
    stand where the same number of texts lies between two matches: those were changed.
    """
    result: list[Pair] = []
    a, b = 0, 0
    for next_a, next_b in [*_anchors(first, second), (len(first), len(second))]:
        result.extend(_gap(first, second, (a, next_a), (b, next_b)))
        if next_a < len(first):
            result.append((next_a, next_b))
        a, b = next_a + 1, next_b + 1
    return result


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    counts_a, counts_b = Counter(first), Counter(second)
    places = {text: index for index, text in enumerate(second) if counts_b[text] == 1}
    unique = [(i, places[text]) for i, text in enumerate(first) if counts_a[text] == 1 and text in places]
    return longest_rising(unique)


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise as the first do."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(pairs):
        place = bisect_left(tails, value)
        before.append(tail_at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            tail_at.append(index)
        else:
            tails[place], tail_at[place] = value, index
    chain: list[tuple[int, int]] = []
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _gap(first: Sequence[str], second: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int]) -> list[Pair]:
    (a, end_a), (b, end_b) = range_a, range_b
    head: list[Pair] = []
    while a < end_a and b < end_b and first[a] == second[b]:
        head.append((a, b))
        a, b = a + 1, b + 1
    tail: list[Pair] = []
    while a < end_a and b < end_b and first[end_a - 1] == second[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
        tail.append((end_a, end_b))
    return head + _middle(first, second, (a, end_a), (b, end_b)) + tail[::-1]


NEAR = 64


def _middle(
    first: Sequence[str], second: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int]
) -> list[Pair]:
    """What neither anchors nor ends could match: step by step, looking at most NEAR texts ahead."""
    (a, end_a), (b, end_b) = range_a, range_b
    pairs: list[Pair] = []
    while a < end_a and b < end_b:
        if first[a] == second[b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
            continue
        ahead_b = next((k for k in range(b + 1, min(end_b, b + NEAR)) if second[k] == first[a]), None)
        ahead_a = next((k for k in range(a + 1, min(end_a, a + NEAR)) if first[k] == second[b]), None)
        if ahead_b is not None and (ahead_a is None or ahead_b - b <= ahead_a - a):
            pairs.extend((None, k) for k in range(b, ahead_b))
            b = ahead_b
        elif ahead_a is not None:
            pairs.extend((k, None) for k in range(a, ahead_a))
            a = ahead_a
        else:
            pairs.append((a, b))
            a, b = a + 1, b + 1
    pairs.extend((k, None) for k in range(a, end_a))
    pairs.extend((None, k) for k in range(b, end_b))
    return pairs
