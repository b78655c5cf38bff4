# SPDX-License-Identifier: AGPL-3.0-or-later
"""An order that is said from its other end: what comes before the notice, and the notice that comes after it."""

from __future__ import annotations

import re

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.text.sides import sentence_around
from pipeline.plain.words import WORD, stem

# Of these opposites one says of two things what the other says of them the other way round.
RELATIONS = frozenset(
    frozenset(pair)
    for pair in (
        ("before", "after"), ("above", "below"), ("avant", "après"), ("vor", "nach"), ("antes", "después"),
    )
)  # fmt: skip
CLAUSE = re.compile(r"[,.;:!?]\s")


def from_the_other_end(
    pair: tuple[str, str], texts: tuple[str, str], words: tuple[str, str], data: Lexicon, lang: str
) -> bool:
    """Whether the two sides of a relation changed places with its word: what stood behind "before" stands in front of
    "after", or the other way round, and less of it stayed where it was. In: the pair of opposites, the two texts, and
    the word of the pair that stands in each."""
    if frozenset(pair) not in RELATIONS:
        return False
    (front, behind), (front_now, behind_now) = (
        _sides(text, word, data, lang) for text, word in zip(texts, words, strict=True)
    )
    crossed = len(behind & front_now) + len(front & behind_now)
    return crossed > len(behind & behind_now) + len(front & front_now)


def _sides(text: str, word: str, data: Lexicon, lang: str) -> tuple[set[str], set[str]]:
    """The content words in front of a word and behind it. A sentence that begins with it has them the other way."""
    match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    if not match:
        return set(), set()
    start, end = sentence_around(text, match.start())
    cut = CLAUSE.search(text, match.end(), end)
    if not text[start : match.start()].strip() and cut:
        return _content(text[cut.end() : end], data, lang), _content(text[match.end() : cut.start()], data, lang)
    return _content(text[start : match.start()], data, lang), _content(text[match.end() : end], data, lang)


def _content(text: str, data: Lexicon, lang: str) -> set[str]:
    return {stem(word, lang) for word in WORD.findall(text.lower()) if word not in data.function_words}
