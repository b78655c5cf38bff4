# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much of the meaning a plain text seems to keep, as one number for sorting: the hardest pairs first.

It is no measure of quality and never a gate. Four things count, with weights that were set by reason and not
fitted (docs/decisions/plain.md has the measurement against people's ratings):

* the rare words of the original that are still there (a rare word carries more than a frequent one);
* content words that just went, with no new word in their place;
* how much of the new text runs in the order of the old, word after word;
* what the guard found, and whether a sentence is broken off (it ends in "and", it has half a bracket).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pipeline.plain import lexicon
from pipeline.plain.difference import Difference
from pipeline.plain.guard.compare import guard
from pipeline.plain.words import WORD, bare, stem, zipf

FINDING_WEIGHT = {"numbers": 2, "dates": 2, "negation": 2}  # the others: 1
COMMON = 7.5  # the Zipf value of the most frequent words
BROKEN_END = re.compile(
    r"\b(?:and|or|the|of|a|an|to|in|but|with|for|as|that|by|on|from|et|ou|de|la|le|und|oder|der|die|das|y|el)\s*[.!?]?$",
    re.IGNORECASE,
)


def meaning_kept(
    original: str, plain: str, lang: str = "en", aliases: Mapping[str, Iterable[str]] | None = None,
    differences: Sequence[Difference] | None = None,
) -> float:
    """From 0 (nothing of it is left) to 1 (word for word). In: reading texts, as for ``guard``; and what it found in
    them, where that is known already."""
    original, plain = bare(original), bare(plain)
    data = lexicon.of(lang)
    function_words = data.function_words if data else frozenset()
    ours, theirs = _content(original, lang, function_words), _content(plain, lang, function_words)
    if not ours:
        return 1.0 if not theirs else 0.5
    weight = {root: max(0.5, COMMON - zipf(word, lang)) for root, word in (*ours.items(), *theirs.items())}
    recall = sum(weight[root] for root in ours if root in theirs) / sum(weight[root] for root in ours)
    gone, came = len(ours.keys() - theirs.keys()), len(theirs.keys() - ours.keys())
    replaced = 1 - max(0, gone - came) / len(ours)
    words = (recall + replaced / 2 + _order(original, plain, lang) / 2) / 2
    found = guard(original, plain, lang, aliases).differences if differences is None else differences
    facts = sum(FINDING_WEIGHT.get(one.kind, 1) for one in found)
    return round(min(1.0, max(0.0, words - 0.05 * facts - 0.15 * _broken(plain))), 4)


def _content(text: str, lang: str, function_words: frozenset[str]) -> dict[str, str]:
    return {stem(word, lang): word for word in WORD.findall(text) if word.lower() not in function_words}


def _order(original: str, plain: str, lang: str) -> float:
    """The part of the new text's pairs of words that stand in the old one too."""
    old, new = ([stem(word, lang) for word in WORD.findall(text)] for text in (original, plain))
    ours, theirs = Counter(pairwise(old)), Counter(pairwise(new))
    return (ours & theirs).total() / max(1, theirs.total())


def _broken(text: str) -> int:
    """Signs that a text is broken off: no full stop, a small letter or a comma first, a loose end, half a bracket."""
    text = text.strip()
    return sum((
        not re.search(r"[.!?؟:][\"”’»)]*$", text),
        bool(re.match(r"[,;]|[a-z]", text)),
        bool(BROKEN_END.search(text)),
        text.count("(") != text.count(")"),
    ))  # fmt: skip
