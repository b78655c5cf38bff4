# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which day, month or year is meant: the following, the same or the one before. English only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.plain.difference import Difference
from pipeline.plain.words import language

_SAME, _NEXT, _BEFORE = "same", "next", "before"
_KIND = r"(?:(?:calendar|financial|fiscal|school|academic|tax|working|business)\s+)?"
_UNITS = "day|week|month|quarter|year|season|session|term"
_WHICH = re.compile(
    r"\b(?:(?P<same>same|current|that very)|(?P<next>following|next|subsequent)|(?P<before>preceding|previous|prior))"
    rf"\s+{_KIND}(?P<unit>{_UNITS})s?\b"
    rf"|\b(?:the|a|one)\s+{_KIND}(?P<unit2>{_UNITS})\s+(?:(?P<next2>after|later|following)|(?P<before2>before|preceding))\b",
    re.IGNORECASE,
)


def compare_periods(texts: Sequence[str], lang: str) -> Iterator[Difference]:
    """The periods that are another one in the plain text, where each text names one of a kind."""
    if language(lang) != "en":
        return
    ours, theirs = (_periods(text) for text in texts)
    for unit, which in ours.items():
        now = theirs.get(unit, {})
        if len(which) == len(now) == 1 and which.keys() != now.keys():
            (was,), (said,) = which.values(), now.values()
            yield Difference("numbers", "exchanged", was, said, f"It is another {unit}.")


def _periods(text: str) -> Mapping[str, Mapping[str, str]]:
    """For each unit which of its periods is named, with the words for it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for match in _WHICH.finditer(text):
        which = _SAME if match["same"] else _NEXT if match["next"] or match["next2"] else _BEFORE
        found[(match["unit"] or match["unit2"]).lower()].setdefault(which, match.group())
    return found
