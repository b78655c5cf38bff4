# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readability formulas: each one pinned with its constants and its source, per language, one line each.

All take ``Counts`` and give a number; ``scale`` says whether a higher number is harder (a school grade, a degree
of difficulty) or easier (an ease). A language for which nothing sound exists has no entry: "not measured".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text holds: sentences, words, letters, syllables, words of three and more syllables, words of one
    syllable, words of more than six letters."""

    sentences: int
    words: int
    letters: int
    syllables: int
    polysyllables: int
    monosyllables: int
    long_words: int

    @property
    def words_per_sentence(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        """Syllables in a word, on average."""
        return self.syllables / self.words


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its key, its name, what it computes in words, where it is from, and which way it points."""

    key: str
    name: str
    text: str
    source: str
    scale: str  # "grade", "difficulty" (higher is harder) or "ease" (higher is easier)
    compute: Callable[[Counts], float]


FKGL = Formula(
    "fkgl", "Flesch-Kincaid grade level", "0.39 × words/sentences + 11.8 × syllables/words − 15.59",
    "Kincaid et al. 1975", "grade", lambda c: 0.39 * c.words_per_sentence + 11.8 * c.syllables_per_word - 15.59,
)  # fmt: skip
ARI = Formula(
    "ari", "Automated readability index", "4.71 × letters/words + 0.5 × words/sentences − 21.43",
    "Senter and Smith 1967", "grade", lambda c: 4.71 * c.letters / c.words + 0.5 * c.words_per_sentence - 21.43,
)  # fmt: skip
COLEMAN_LIAU = Formula(
    "coleman-liau", "Coleman-Liau index", "5.88 × letters/words − 29.6 × sentences/words − 15.8",
    "Coleman and Liau 1975", "grade", lambda c: 5.88 * c.letters / c.words - 29.6 * c.sentences / c.words - 15.8,
)  # fmt: skip
LIX = Formula(
    "lix", "LIX", "words/sentences + 100 × words of more than six letters/words",
    "Björnsson 1968", "difficulty", lambda c: c.words_per_sentence + 100 * c.long_words / c.words,
)  # fmt: skip
KANDEL_MOLES = Formula(
    "kandel-moles", "Kandel-Moles", "207 − 1.015 × words/sentences − 73.6 × syllables/words",
    "Kandel and Moles 1958", "ease", lambda c: 207 - 1.015 * c.words_per_sentence - 73.6 * c.syllables_per_word,
)  # fmt: skip
AMSTAD = Formula(
    "amstad", "Flesch-Amstad", "180 − words/sentences − 58.5 × syllables/words",
    "Amstad 1978", "ease", lambda c: 180 - c.words_per_sentence - 58.5 * c.syllables_per_word,
)  # fmt: skip
WIENER = Formula(
    "wiener-1", "First Wiener Sachtextformel",
    "0.1935 × % of 3+ syllables + 0.1672 × words/sentences + 0.1297 × % over six letters"
    " − 0.0327 × % of 1 syllable − 0.875",
    "Bamberger and Vanecek 1984", "grade",
    lambda c: 19.35 * c.polysyllables / c.words + 0.1672 * c.words_per_sentence + 12.97 * c.long_words / c.words
    - 3.27 * c.monosyllables / c.words - 0.875,
)  # fmt: skip
FERNANDEZ_HUERTA = Formula(
    "fernandez-huerta", "Fernández Huerta", "206.84 − 60 × syllables/words − 1.02 × words/sentences",
    "Fernández Huerta 1959, as corrected by Law 2011", "ease",
    lambda c: 206.84 - 60 * c.syllables_per_word - 1.02 * c.words_per_sentence,
)  # fmt: skip
SZIGRISZT = Formula(
    "szigriszt-pazos", "Szigriszt-Pazos", "206.835 − 62.3 × syllables/words − words/sentences",
    "Szigriszt Pazos 1993", "ease", lambda c: 206.835 - 62.3 * c.syllables_per_word - c.words_per_sentence,
)  # fmt: skip

# The first formula of a language is computed without names and titles too.
FORMULAS: dict[str, tuple[Formula, ...]] = {
    "en": (FKGL, ARI, COLEMAN_LIAU, LIX),
    "fr": (KANDEL_MOLES, LIX),
    "de": (WIENER, AMSTAD, LIX),
    "es": (FERNANDEZ_HUERTA, SZIGRISZT, LIX),
}
