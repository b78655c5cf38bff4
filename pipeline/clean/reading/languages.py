# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language a text is written in, by the small words that only one of the languages known here has."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.clean.reading.prose import OPEN_WORDS

_SAMPLE = 200_000  # characters
_FEWEST = 20  # small words, before anything is said
_SHARE = 10  # a language has one in so many of the small words of the first, before its words are asked for
_CLEARER = 3  # times as many as of the next language


def _own() -> dict[str, str]:
    """Each small word that stands in one list only, with its language."""
    count = Counter(word for words in OPEN_WORDS.values() for word in words)
    return {word: lang for lang, words in OPEN_WORDS.items() for word in words if count[word] == 1 and len(word) > 1}


_OWN = _own()


def _small_words(text: str) -> Counter[str]:
    """How many small words of each language a text has that no other has; the rest is not counted."""
    seen = Counter(_OWN.get(word, "") for word in re.findall(r"[^\W\d_]+", text[:_SAMPLE].casefold()))
    del seen[""]
    return seen


def mixed(text: str, lang: str) -> tuple[str, ...]:
    """The languages of which a text has sentences, the given one first: a translation that is not finished has two."""
    seen = _small_words(text)
    most = max(seen.values(), default=0)
    others = [code for code, count in seen.most_common() if count >= max(_FEWEST, most // _SHARE)]
    return tuple(dict.fromkeys((lang, *others)))


def spoken(text: str, lang: str) -> str:
    """The language of a text (BCP 47): the given one, unless the text clearly says another.

    A document can be handed over with the language of its publisher, or with none; joining words with the
    wrong list of words joins wrong ones.
    """
    seen = _small_words(text)
    ranked = seen.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return lang
    second = ranked[1][1] if len(ranked) > 1 else 0
    best = ranked[0][0]
    if best == lang[:2].lower() or ranked[0][1] < second * _CLEARER:
        return lang
    return best
