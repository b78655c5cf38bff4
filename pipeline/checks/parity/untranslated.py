# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a target is still its source, or in no letters of its language."""

from __future__ import annotations

from pipeline.checks.web.speech import IDEOGRAPHS, LANGUAGES, SMALL_WORDS, foreign_script, scripts
from pipeline.translate.words import words

SAME_TWICE = 12
"""How many letters a text must have before two of it are no chance."""
FEW = 3
SENTENCE = 4
"""How many words in small letters a sentence has that is no name."""
ENDS = (".", "!", "?", ":", ";")


def shares_words(source: str, target: str) -> bool:
    """Whether half of the words of a text are in the other, as where only some were put better."""
    there, here = ({word.casefold() for word in words(text)} for text in (source, target))
    return not there or len(there & here) * 2 >= len(there)


def untranslated(source: str, target: str, own: str, here: str) -> bool:
    """Whether a target is its source, and that has small words that only its own language has, or words in a script
    that the target's language is not written in, or is a sentence of several words in small letters."""
    if source.split() != target.split():
        return False
    if foreign_script(target, here) and not foreign_script(source, own):
        return _is_text(target)
    if here in LANGUAGES_OF_ONE and own not in LANGUAGES_OF_ONE:
        return sum(len(word) >= FEW and word.isalpha() and word.islower() for word in source.split()) > 1
    if source.rstrip().endswith(ENDS) and sum(map(_is_common, source.split())) >= SENTENCE:
        return True
    small = set(SMALL_WORDS.get(own, "").split()) - set(SMALL_WORDS.get(here, "").split())
    return len(words(source)) >= FEW and sum(word in small for word in source.lower().split()) > 1


def _is_common(word: str) -> bool:
    bare = word.strip(".,;:!?()«»“”\"'’")
    return len(bare) >= FEW and bare.isalpha() and bare.islower()


def _is_text(text: str) -> bool:
    """Whether it is more than a name, which may stay in its own letters: a word that begins with a small letter, or
    three words of a script without capitals, or as many signs as a sentence of one without spaces."""
    found = words(text)
    letters = [c for c in text if c.isalpha()]
    if any(c.lower() != c.upper() for c in letters):
        return any(len(word) >= FEW and word.islower() for word in text.split())
    return len(found) >= FEW if not set(scripts(text)) & IDEOGRAPHS else len(letters) >= SAME_TWICE


def in_no_script_of(text: str, lang: str) -> bool:
    """Whether the words of a text, not all of them names, are in none of the scripts of their language."""
    own = {name for name, languages in LANGUAGES.items() if lang in languages}
    found = scripts(text)
    common = sum(word.isalpha() and word.islower() for word in text.split())
    latin = lang in SMALL_WORDS and lang not in ("ru", "uk")
    return bool(own) and not latin and lang in LANGUAGES_OF_ONE and not own & set(found) and common >= FEW


LANGUAGES_OF_ONE = frozenset("ar fa ur he yi el ru uk be bg mk ko ja zh hi mr ne th bn ta te kn ml gu hy ka am km".split())  # noqa: SIM905, E501 read as words
"""Languages that are never written in Latin letters."""
