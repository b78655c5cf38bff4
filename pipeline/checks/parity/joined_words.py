# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a word is two that were written as one, by what the words of its language are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.common_words import common_words
from pipeline.checks.web.speech import SMALL_WORDS
from pipeline.plain import lexicon

LEAST = 3
COMMON = 4.0
"""How common both parts of a word that nobody knows are (Zipf scale: 4 is ten times in a million words)."""
VERY, LONG = 5.0, 4
"""The same of parts that the file has not, one of them a function word, and how many letters they have."""
KNOWN, COMPOUND = 3.0, 1.5
"""How common a word is that a language has (once in a million words): typing errors are rarer. Of two words none of
which is a small one it may be rarer, since texts of a trade make such words («datatype»)."""
PREFIXES = frozenset(
    "auto anti meta multi super extra inter micro mini mono ultra hyper over under semi pseudo sotto sopra".split()  # noqa: SIM905
)
PRONOUNS = {"es": ("los", "las", "les", "nos", "selo", "sela", "melo"), "gl": ("los", "las", "lles", "nos"),
            "it": ("gli", "mela", "cela", "selo")}  # fmt: skip
VERBS = ("r", "ndo")
"""How those verbs end that take a pronoun behind them: «verlos», «viéndolos»."""


def unknown(words: Sequence[str], source: str, alone: Mapping[str, int], lang: str) -> Iterator[str]:
    """A word that nobody knows and that stands once, made of two common ones: both are in the file too, or are so long
    and so common that they need not be. The first word of a text is written with a capital."""
    for number, written in enumerate(words if alone else ()):
        word = written if number else written.lower()
        if len(word) < 2 * LEAST or not word.islower() or not word.isalpha() or alone.get(word) != 1:
            continue
        if written in source:
            continue
        for at in range(LEAST, len(word) - LEAST + 1):
            one, other = word[:at], word[at:]
            there = one in alone and other in alone
            if (there or min(len(one), len(other)) >= LONG) and _is_made_of(word, one, other, lang, sure=not there):
                yield f"words run together: «{word[:60]}» for «{one} {other}»."
                return


def is_known(word: str, apart: str, lang: str) -> bool:
    """Whether the language has two words in one as well («website»), or writes them so («encontrar» and «los»)."""
    one, _, other = apart.lower().partition(" ")
    if _is_bound(one, other, lang):
        return True
    if word.lower() in common_words(lang):
        return True
    from wordfreq import zipf_frequency

    small = SMALL_WORDS.get(lang, "").split()
    return zipf_frequency(word, lang, wordlist="best") >= (KNOWN if one in small or other in small else COMPOUND)


def _function_words(lang: str) -> frozenset[str]:
    known = lexicon.of(lang)
    small = frozenset(SMALL_WORDS.get(lang, "").split())
    return small if known is None else small | known.function_words


def _is_bound(one: str, other: str, lang: str) -> bool:
    """Whether the first is a part that words begin with, or the second a pronoun that follows a verb in one word."""
    takes = one.endswith(VERBS) and one not in SMALL_WORDS.get(lang, "").split()
    return one in PREFIXES or (takes and other in PRONOUNS.get(lang, ()))


def _is_made_of(word: str, one: str, other: str, lang: str, *, sure: bool = False) -> bool:
    """Whether the language's texts have both parts often and the whole never; the long list of words is loaded only
    where the short one has the parts and not the whole."""
    if sure and _function_words(lang).isdisjoint((one, other)):
        return False  # trades write their own words as one: «packfile», «keyserver»
    least = VERY if sure else COMMON
    frequent = common_words(lang, COMMON)
    if _is_bound(one, other, lang) or min(frequent.get(part, 0.0) for part in (one, other)) < least:
        return False
    if word in common_words(lang):
        return False
    from wordfreq import zipf_frequency

    return zipf_frequency(word, lang, wordlist="best") == 0
