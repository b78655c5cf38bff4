# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a sentence would say if a difference were turned round: denied where it affirms, allowed where it obliges. The
counterpart that a sentence encoder is asked about beside the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.plain.beads import Span
from pipeline.plain.difference import Difference
from pipeline.plain.pair import Pair
from pipeline.plain.undone import cue_at

# English only, as the encoder is. What a denial or a modal becomes; one that is not here is taken out.
AFFIRMED = {
    "cannot": "can", "without": "with", "nobody": "everybody", "no one": "everyone", "nothing": "something", "no": "a",
    "none": "all", "can't": "can", "can’t": "can", "won't": "will", "won’t": "will", "shan't": "shall",
    "shan’t": "shall",
}  # fmt: skip
OTHER_FORCE = {
    "must": "may", "shall": "may", "should": "must", "may": "must", "might": "must", "could": "must", "can": "must",
    "will": "may", "would": "may",
}  # fmt: skip
PREFIXED = re.compile(r"(?:un|in|im|ir|il|non|dis)(\w{4,})")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Toggled:
    """The sentences around a difference as they stand (``text``) and with it turned round (``other``); where the words
    of the difference begin and end in ``text``."""

    text: str
    other: str
    start: int
    end: int


def toggled(found: Difference, pair: Pair, side: int, spans: Sequence[Span]) -> Toggled:
    """A difference turned round in the sentences that it stands in. In: the text that has it, and its spans there."""
    at = found.places[side]
    cue = cue_at(at, pair, side)
    end = cue.end if cue else at + len(found.plain if side else found.original)
    word = pair.text(side)[at:end]
    new = _turned(found, word, side, strong=bool(cue and cue.strong))
    before, behind = _sides(pair.text(side), spans, at, end)
    other = SPACE.sub(" ", f"{before}{new}{behind}").strip()
    return Toggled(f"{before}{word}{behind}", other, len(before), len(before) + end - at)


def joined(text: str, spans: Sequence[Span]) -> str:
    """Some sentences of a text as one."""
    return " ".join(text[start:end].strip() for start, end in spans)


def _sides(text: str, spans: Sequence[Span], at: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place in the sentences of a text."""
    here = next(number for number, (start, stop) in enumerate(spans) if start <= at < stop)
    before = [joined(text, spans[:here]), text[spans[here][0] : at].lstrip()]
    behind = [text[end : spans[here][1]].rstrip(), joined(text, spans[here + 1 :])]
    return " ".join(filter(None, before)), " ".join(filter(None, behind))


def _turned(found: Difference, word: str, side: int, *, strong: bool) -> str:
    low = word.lower()
    if found.change == "exchanged":
        return found.original if side else found.plain
    if found.kind == "modality":
        return OTHER_FORCE.get(low.split()[0], "")
    if found.kind != "negation":
        return ""
    if strong:
        return AFFIRMED.get(low, word[:-3] if low.endswith(("n't", "n’t")) else "")
    prefixed = PREFIXED.fullmatch(low)
    return prefixed[1] if prefixed else f"not {word}"
