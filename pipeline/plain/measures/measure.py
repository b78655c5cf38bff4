# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures of how hard a text is: pinned algorithms, each one named with its number. Never a download.

A measure that is not sound for a language is None, and reports print "not measured". Headings and table cells
are not sentences: they count for words, abbreviations and rare words, and not for lengths and grades (short
headings would make any text look easy). An item of a list is measured by its own sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.plain import lexicon
from pipeline.plain.measures.formulas import FORMULAS, Counts, Formula
from pipeline.plain.measures.sentences import sentences
from pipeline.plain.numbers.names import is_abbreviation, names, without_names
from pipeline.plain.words import language, letters, stem, syllables, words, zipf

RARE = 4.0
GLUED = frozenset({"ar"})  # articles and prepositions are written with their word: no list has those forms
READING_WORDS_PER_MINUTE = 200  # adults read 238 a minute silently (Brysbaert 2019); these readers read slower
ADDRESS = re.compile(r"\S*(?://|@|www\.)\S*")
IN_SLASHES = re.compile(r"[/‐‑–-]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is measured: the id of its block, its text, whether it is made of sentences (a paragraph,
    an item) or stands alone (a heading, a cell), and the words in it that are not of the text's language."""

    block: str
    text: str
    running: bool = True
    other: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its block and its number of words."""

    block: str
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a formula gives for a text, as it is and without names and titles; None: the text has no sentence."""

    formula: Formula
    value: float | None
    without_names: float | None


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a text. ``None`` means: not measured for this language. Percentages are of 100."""

    lang: str
    words: int
    sentences: tuple[Sentence, ...]
    scores: tuple[Score, ...]
    mean_words: float | None
    longest: int
    mean_paragraph: float | None
    rare_percent: float | None
    rare: tuple[str, ...]
    passives: tuple[str, ...] | None
    nominalisations: tuple[str, ...] | None
    undefined: tuple[str, ...]
    minutes: int

    @property
    def grade(self) -> float | None:
        """The school grade without names and titles, where the language has a formula that gives one."""
        return _grade(self.scores)


def measure(
    passages: Iterable[Passage], lang: str = "en", *, defined: Collection[str] = (), explained: Collection[str] = ()
) -> Measures:
    """The measures of a text.

    In: its passages in reading order, its language, the abbreviations that are ``defined`` for it outside of its
    sentences (glossary, ``abbreviations`` of document.yaml), and ``explained`` words that do not count as rare.
    """
    passages = [passage for passage in passages if passage.text.strip()]
    running = [passage for passage in passages if passage.running]
    spoken = _spoken(running, lang)
    total = sum(count_words(passage.text) for passage in passages)
    rare, content = _rare(passages, lang, explained)
    return Measures(
        lang=lang,
        words=total,
        sentences=spoken,
        scores=_scores([sentence.text for sentence in spoken], lang),
        mean_words=round(sum(sentence.words for sentence in spoken) / len(spoken), 2) if spoken else None,
        longest=max((sentence.words for sentence in spoken), default=0),
        mean_paragraph=round(sum(count_words(p.text) for p in running) / len(running), 1) if running else None,
        rare_percent=round(100 * len(rare) / content, 2) if content and spoken else None,
        rare=tuple(sorted(set(rare))),
        passives=passives(spoken, lang),
        nominalisations=nominalisations(spoken, lang),
        undefined=undefined_abbreviations([passage.text for passage in passages], defined),
        minutes=max(1, round(total / READING_WORDS_PER_MINUTE)) if total else 0,
    )


def grade_of(passages: Iterable[Passage], lang: str) -> float | None:
    """The school grade alone (``Measures.grade``), for those who need no other measure of these passages."""
    spoken = _spoken([passage for passage in passages if passage.running], lang)
    return _grade(_scores([sentence.text for sentence in spoken], lang))


def _grade(scores: Iterable[Score]) -> float | None:
    return next((score.without_names for score in scores if score.formula.scale == "grade"), None)


def _spoken(running: Iterable[Passage], lang: str) -> tuple[Sentence, ...]:
    """The sentences of passages, those that have words."""
    split = (
        Sentence(passage.block, text, count_words(text))
        for passage in running
        for text in sentences(passage.text, lang)
    )
    return tuple(sentence for sentence in split if sentence.words)


def minutes_of(passages: Iterable[Passage]) -> int:
    """The minutes that reading these passages takes, at least one."""
    total = sum(count_words(passage.text) for passage in passages)
    return max(1, round(total / READING_WORDS_PER_MINUTE))


def count_words(text: str) -> int:
    """Words as a person counts them: runs between spaces that hold a letter or a digit."""
    return sum(1 for token in text.split() if any(char.isalnum() for char in token))


@lru_cache(maxsize=4096)
def counts(text: str, lang: str) -> Counts:
    """What the formulas need of one sentence. A number in digits is a word of one syllable, whatever its value:
    what a reader does with it is not reading syllables."""
    found = words(text)
    digits = sum(
        1 for token in text.split() if any(c.isdigit() for c in token) and not any(c.isalpha() for c in token)
    )
    beats = [syllables(word, lang) for word in found]
    return Counts(
        sentences=1, words=len(found) + digits, letters=letters(text) + sum(char.isdigit() for char in text),
        syllables=sum(beats) + digits, polysyllables=sum(beat > 2 for beat in beats),
        monosyllables=sum(beat == 1 for beat in beats) + digits, long_words=sum(letters(word) > 6 for word in found),
    )  # fmt: skip


def _total(texts: Sequence[str], lang: str) -> Counts | None:
    each = [counts(text, lang) for text in texts]
    each = [one for one in each if one.words]
    if not each:
        return None
    return Counts(*(sum(getattr(one, name) for one in each) for name in Counts.__dataclass_fields__))


def _scores(texts: Sequence[str], lang: str) -> tuple[Score, ...]:
    formulas = FORMULAS.get(language(lang), ())
    whole = _total(texts, lang)
    rest = _total([without_names(text, lang) for text in texts], lang)
    return tuple(
        Score(
            formula,
            round(formula.compute(whole), 1) if whole else None,
            round(formula.compute(rest), 1) if rest else None,
        )
        for formula in formulas
    )


def _rare(passages: Sequence[Passage], lang: str, explained: Collection[str]) -> tuple[list[str], int | None]:
    """The content words below Zipf 4 (each time they stand there), and how many content words there are."""
    data = lexicon.of(lang)
    if data is None or language(lang) in GLUED:
        return [], None
    known = {stem(word, lang) for phrase in explained for word in words(phrase)}
    content = [
        word.lower()
        for passage in passages
        for token in words(without_names(ADDRESS.sub(" ", passage.text), lang))
        for word in IN_SLASHES.split(token)
        if len(word) > 2 and not is_abbreviation(word) and "." not in word  # a.m. and e.g. are short for several words
        and word.lower() not in data.function_words and word.lower() not in passage.other
    ]
    return [word for word in content if zipf(word, lang) < RARE and stem(word, lang) not in known], len(content)


def passives(split: Sequence[Sentence], lang: str) -> tuple[str, ...] | None:
    """The passive verb groups ("was taken", "being held"); English only: elsewhere a form of "to be" with a
    participle is as often a past tense, and only a grammar could tell."""
    if language(lang) != "en":
        return None
    return tuple(match.group() for sentence in split for match in lexicon.PASSIVE_EN.finditer(sentence.text))


def nominalisations(split: Sequence[Sentence], lang: str) -> tuple[str, ...] | None:
    """The nouns made of verbs and adjectives, by their endings, less a list of everyday words that only look so."""
    data = lexicon.of(lang)
    if data is None or data.nominal is None:
        return None
    return tuple(
        word
        for sentence in split
        for word in words(without_names(sentence.text, lang))
        if data.nominal.search(word.lower()) and word.lower().removesuffix("s") not in data.not_nominal
    )


def undefined_abbreviations(texts: Iterable[str], defined: Collection[str]) -> tuple[str, ...]:
    """Abbreviations in capitals that nothing explains: neither ``defined``, nor "Long Name (LN)" or "LN (Long
    Name)" in the text itself. Text that is all capitals is no abbreviation."""
    known = {word.replace(".", "").upper() for entry in defined for word in IN_SLASHES.split(entry)}
    missing: dict[str, None] = {}
    for text in texts:
        if text.isupper() and len(text.split()) > 2:
            continue
        known |= {
            match.group(1).upper()
            for match in re.finditer(r"[\w’'-]{3,}\s+[\w’'-]{2,}\s+\(([A-Z][A-Za-z]+)\)", text)
        }
        known |= {
            match.group(1).upper() for match in re.finditer(r"\b([A-Z][A-Za-z]+)\s+\([^\W\d_][^()]{5,}\)", text)
        }
        for token in words(text):
            for part in IN_SLASHES.split(re.sub(r"[’']s?$", "", token)):
                short = part.replace(".", "")
                if (
                    is_abbreviation(part)
                    and short.upper() not in known
                    and short.removesuffix("s").upper() not in known
                ):
                    missing.setdefault(short)
    return tuple(missing)


def name_texts(text: str, lang: str) -> tuple[str, ...]:
    """The names in a text, as written: what "without names" leaves out, so that a report can show it."""
    return tuple(name.text for name in names(text, lang))
