# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that stand twice, one run of them after the other."""

from __future__ import annotations

from collections.abc import Sequence

MOST_WORDS, RUN, AMOUNT = 12, 12, 3
"""Of how many words a run is that may stand twice, how many letters words must have, and an amount with its sign."""


def repeated(text: str) -> str:
    """The first run of words that is followed by itself: of letters enough that it is no chance, or with a figure."""
    words = text.split()
    for size in range(1, min(MOST_WORDS, len(words) // 2) + 1):
        for at in range(len(words) - 2 * size + 1):
            if words[at] != words[at + size]:
                continue  # which is nearly always so
            said = words[at : at + size]
            if said == words[at + size : at + 2 * size] and _told(said):
                return " ".join(said)
    return ""


def _told(said: Sequence[str]) -> bool:
    """Whether such a run is no chance: it has letters enough, or a figure and more than one word or digit."""
    letters = sum(map(len, said))
    if len(said) > 1 and letters >= RUN:
        return True
    return any(c.isdigit() for word in said for c in word) and (len(said) > 1 or letters >= AMOUNT)
