# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words: tokens, syllables, stems and frequencies, for the measures and the meaning guard.

Nothing here is ever downloaded: stems come from snowballstemmer, frequencies from wordfreq's own files, and the
syllable counter is ours and described below, so that a grade is the same on every machine.

How syllables are counted, in English: a run of the letters a e i o u y is one syllable; a silent e at the end
("use", "times", "used") is not counted, but "-le" after a consonant is ("table"), and so is "-ed" after d or t
and "-es" after s, z, x, c, g, ch, sh; two vowels that are spoken apart ("radio", "video",
"manual", "variety") count as two, but "nation", "social", "patient", "million" have them as one; "y" before a
vowel is a consonant ("beyond"); "-ism" and "-thm" have a syllable without a vowel. A short table
holds frequent words that break these rules. Every word has one at least.
French, German and Spanish: runs of vowels, with the final mute e (French) and spoken hiatus (Spanish) minded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

LANGUAGES = ("en", "fr", "de", "es", "ar")
STEMMERS = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "ar": "arabic"}

# A word: letters, joined inside by an apostrophe or a hyphen; abbreviations with full stops stay whole.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'‐‑-][^\W\d_]+)*")
JOINED_AND = re.compile(r"^[وف](?=ال|لل|بال)")  # the stemmer takes the article off, but not "and" before it
LETTER = re.compile(r"[^\W\d_]")

EXCEPTIONS_EN = {
    "people": 2, "every": 2, "everyone": 3, "everything": 3, "area": 3, "areas": 3, "idea": 3, "being": 2,
    "something": 2, "sometimes": 2, "someone": 2, "therefore": 2, "moreover": 3, "business": 2, "different": 3,
    "evening": 2, "interest": 3, "family": 3, "families": 3, "several": 3, "general": 3, "create": 2,
    "created": 3, "creates": 2, "creating": 3, "recipe": 3, "syria": 3, "safety": 2, "safely": 2, "lived": 1,
    "homeless": 2, "movement": 2, "statement": 2, "government": 3, "governments": 3, "agreement": 3,
    "homepage": 2, "somewhere": 2, "themselves": 2, "ourselves": 2, "yourself": 2, "elsewhere": 2, "whole": 1,
    "homeland": 2, "science": 2, "society": 4, "quiet": 2, "diet": 2, "lion": 2, "real": 1, "really": 2,
    "react": 2, "reality": 4, "poem": 2, "poet": 2, "doing": 2, "going": 2, "seeing": 2, "fire": 1, "hour": 1,
    "our": 1, "their": 1, "said": 1, "says": 1, "does": 1, "goes": 1, "shoes": 1, "eye": 1, "eyes": 1,
    "one": 1, "once": 1, "two": 1, "you": 1, "used": 1, "able": 2, "hundred": 2, "usual": 3, "usually": 4,
    "actual": 3, "actually": 4, "annual": 3, "january": 4, "february": 4, "vacuum": 2, "continue": 3,
    "continues": 3, "rescue": 2, "issue": 2, "value": 2, "league": 1, "colleague": 2, "vehicle": 3,
    "throughout": 2, "lieutenant": 3, "soldier": 2, "soldiers": 2, "facebook": 2, "client": 2, "frontier": 2,
    "isn": 1, "didn": 1,
    "brilliant": 2, "familiar": 3, "giant": 2, "allegiance": 3, "genius": 2, "behaviour": 3, "behavior": 3,
    "countries": 2, "cities": 2, "element": 3, "elements": 3, "increment": 3, "increments": 3,
}  # fmt: skip
# Two vowels that are spoken apart; what is joined ("nation", "social", "million", "patient") is not listed.
SPOKEN_APART = re.compile(
    r"(?<![tcsgl])ia|(?<=[tcs])ia(?=t)|(?<=^c)oa(?=l[ei])|(?<=[^aeioul][^aeiou]g)ia(?!n)|(?<!l)lia(?=bl|t)|(?<![tcs])io(?!n)|io(?=l|t|nal[^a-z])|(?<!c)iu"
    r"|iet|(?<![tc])ien|(?<=[^aeiou])ier$|eo(?!u|n|ple)|eum|(?<![qg])ua|(?<![qg])ue(?=[nl])|(?<![qgb])ui(?=n|d|t[iy])"
    r"|ao|yi|(?<=cr)ea(?=t)|(?<=p)ea(?=ns?$)|(?<=^c)oo(?=p|r)|[eou]ing|^rei|^reun|^rea(?=ct|ff|ss)|ii"
)
ENDING_ALONE = re.compile(r"sms?$|thms?$")
VOWELS_EN = re.compile(r"[aeiouy]+")
VOWELS = {
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+"),
    "de": re.compile(r"aa|ee|oo|ie(?!r[et])|ai|ei|au|eu|äu|ui(?=$)|[aeiouyäöü]"),
    "es": re.compile(r"[iuy]?[aeoáéó][iuy]?(?![íú])|[iu]+|[íúü]|y$"),
}


def language(lang: str) -> str:
    """The base language of a tag: ``en`` of ``en-GB``."""
    return lang.lower().replace("_", "-").split("-")[0]


def bare(text: str) -> str:
    """The text without Arabic vowel marks and stretching, and without soft hyphens: as words are compared."""
    text = text.replace("\u00ad", "").replace("\u0640", "").replace("\u200b", "")
    if not any("\u0600" <= char <= "\u06ff" for char in text):
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Mn" or char < "\u0600")


def words(text: str) -> list[str]:
    """The words of a text, in order; numbers in digits are not words."""
    return [match.group() for match in WORD.finditer(text)]


def letters(text: str) -> int:
    """How many letters stand in a text."""
    return len(LETTER.findall(text))


@lru_cache(maxsize=50_000)
def syllables(word: str, lang: str = "en") -> int:
    """How many syllables a word has, by the rules in this module's description; abbreviations count a letter
    each ("UN" is two)."""
    if len(word) > 1 and word.isupper():
        return sum(3 if char == "W" and language(lang) == "en" else 1 for char in word if char.isalpha())
    parts = re.split(r"[’'‐‑-]", word.lower())
    if language(lang) == "en":
        extra = 1 if re.search(r"[sd]n['’]t$", word.lower()) else 0
        return max(1, extra + sum(_syllables_en(part) for part in parts if len(part) > 1 or part in "aio"))
    return max(1, sum(_syllables_other(part, language(lang)) for part in parts if part))


def _syllables_en(word: str) -> int:
    if word in EXCEPTIONS_EN:
        return EXCEPTIONS_EN[word]
    word = "".join(char for char in unicodedata.normalize("NFD", word) if unicodedata.category(char) != "Mn")
    word = re.sub(r"(?<=[^aeiou])ie[sd]$", "y", word)
    stem = re.sub(r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])", "j", word)
    stem = (
        re.sub(r"(?<=[^aeiouy])(?<![^aeiouy]l)(?:ely|eless|eful|efully|ement|ements|eness)$", "ly", stem)
        if len(stem) > 5
        else stem
    )
    if re.search(r"[^aeiouyl]le[sd]?$|[aeiouy][^aeiouy]tled$", stem):
        stem = re.sub(r"e([sd]?)$", r"\1", stem) + "e"
    elif re.search(r"[^dt]ed$", stem):
        stem = stem[:-2] + "d" if not re.search(r"[aeiouy]ed$", stem) else stem[:-1]
    elif re.search(r"(?<!s)(?<!z)(?<!x)(?<!c)(?<!g)(?<!ch)(?<!sh)es$", stem) and not stem.endswith(
        ("ies", "ees", "oes")
    ):
        stem = stem[:-2] + "s"
    elif stem.endswith("e") and not stem.endswith(("ee", "ie", "oe", "ye")):
        stem = stem[:-1]
    count = len(VOWELS_EN.findall(stem)) + len(SPOKEN_APART.findall(stem)) + len(ENDING_ALONE.findall(stem))
    return max(1, count)


def _syllables_other(word: str, lang: str) -> int:
    pattern = VOWELS.get(lang)
    if pattern is None:
        return 1
    if lang == "fr" and len(word) > 3:
        word = re.sub(r"(?<=[^aeiouyéèêà])(?:e|es|ent)$", "", word)
    if lang == "es":
        word = re.sub(r"(?<=[gq])u(?=[eiéí])", "", word)
    return max(1, len(pattern.findall(word)))


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(STEMMERS[lang])


@lru_cache(maxsize=50_000)
def stem(word: str, lang: str = "en") -> str:
    """The word's stem, lower case, by Snowball; the folded word itself where there is no stemmer."""
    base = language(lang)
    folded = bare(word).lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if base == "ar":
        folded = JOINED_AND.sub("", folded)
    return str(_stemmer(base).stemWord(folded)) if base in STEMMERS else folded


@lru_cache(maxsize=50_000)
def zipf(word: str, lang: str = "en") -> float:
    """The word's frequency on the Zipf scale (3 = once in a million words, 6 = once in a thousand); 0 when
    unknown. A compound with hyphens is as rare as its rarest part. Source: wordfreq's own lists."""
    import math

    from wordfreq import get_frequency_dict  # type: ignore[attr-defined,unused-ignore]

    base = language(lang)
    if base not in LANGUAGES:
        return 0.0
    table = get_frequency_dict(base, wordlist="best")

    def one(part: str) -> float:
        frequency = table.get(part, 0.0)
        return round(math.log10(frequency) + 9, 2) if frequency else 0.0

    # The lists have «ss» for «ß», with the sum of both.
    folded = bare(word).lower().replace("ß", "ss").replace("’", "'").removesuffix("'s")
    if folded in table:
        return one(folded)
    parts = [part for part in re.split(r"['‐‑-]", folded) if len(part) > 1]
    return min((one(part) for part in parts), default=0.0)
