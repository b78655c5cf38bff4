# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages: their direction, and a careful guess where nobody said which one a text is in."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.labels import direction

__all__ = ["canonical", "direction", "guess", "is_tag"]

TAG = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")

# The commonest short words of a few languages: enough to tell whole texts apart, not single lines.
WORDS = {
    "en": "the of and to in is that for it with as are be this was by on not",
    "fr": "le la les de des et en un une du est que pour dans qui sur au par",
    "de": "der die das und in den von zu mit ist des auf für nicht dem ein eine sich",
    "es": "el la los las de y en que un una del es por para con se al como",
    "pt": "o a os as de e em que um uma do da é por para com se não",
    "it": "il la le di e in che un una del della è per con non si gli dei",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er die ook",
    "pl": "w i na z się nie do to jest że o jak po przez dla od oraz",
    "ru": "и в не на что с по как это для от из или а к о",
}
# Scripts that tell a language, with how many letters of an alphabet one of its signs is worth.
SCRIPTS = (
    ("zh", re.compile("[\u3040-\u30ff\u4e00-\u9fff]"), 3),
    ("ko", re.compile("[\uac00-\ud7af]"), 3),
    ("ar", re.compile("[\u0600-\u06ff]"), 1),
    ("he", re.compile("[\u0590-\u05ff]"), 1),
    ("el", re.compile("[\u0370-\u03ff]"), 1),
    ("hi", re.compile("[\u0900-\u097f]"), 1),
    ("th", re.compile("[\u0e00-\u0e7f]"), 1),
)
# Signs that only one of the languages of a script has, as a share of its letters.
WITHIN = {
    "zh": ("ja", re.compile("[\u3040-\u30ff]"), 0.05),
    "ar": ("fa", re.compile("[\u067e\u0686\u0698\u06af]"), 0.02),
}
ALPHABET = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")


def is_tag(lang: str) -> bool:
    """Whether ``lang`` is well-formed as a language tag (BCP 47, as far as syntax goes)."""
    return bool(TAG.match(lang))


def canonical(lang: str) -> str:
    """A language tag as it is usually written: tags are the same in any case (RFC 5646, 2.1.1)."""
    parts = lang.strip().replace("_", "-").split("-")
    own = [parts[0].lower()]
    single = False
    for part in parts[1:]:
        plain = part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part.lower()
        own.append(part.lower() if single else plain)
        single = single or len(part) == 1  # extensions and private parts are in small letters
    return "-".join(own)


def guess(text: str) -> str:
    """The language of a whole text, by its script and its commonest words; ``en`` when nothing tells."""
    sample = text[:200_000]
    lang = _by_script(sample)
    if lang:
        return lang
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {lang: sum(counts[word] for word in words.split()) for lang, words in WORDS.items()}
    best = max(scores, key=lambda lang: scores[lang])
    # Few common words, or the same one again and again, tell nothing: a line or two are easily mistaken.
    distinct = sum(counts[word] > 0 for word in WORDS[best].split())
    return best if distinct >= 4 and scores[best] >= sum(counts.values()) / 30 else "en"


def _by_script(sample: str) -> str:
    """The language of the script that most of the text is in; empty for an alphabet that many languages share.
    A part in another language does not make the whole a text in it."""
    letters = len(ALPHABET.findall(sample))
    found = {lang: len(pattern.findall(sample)) for lang, pattern, _ in SCRIPTS}
    worth = {lang: found[lang] * weight for lang, _, weight in SCRIPTS}
    best = max(worth, key=lambda lang: worth[lang])
    if worth[best] <= letters:
        return ""
    other, pattern, share = WITHIN.get(best, ("", ALPHABET, 1.0))
    return other if other and len(pattern.findall(sample)) > share * found[best] else best
