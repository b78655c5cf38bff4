# SPDX-License-Identifier: AGPL-3.0-or-later
"""Languages: their direction, and a careful guess where nobody said which one a text is in."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.labels import direction

__all__ = ["direction", "guess", "is_tag"]

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
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


def is_tag(lang: str) -> bool:
    """Whether ``lang`` is well-formed as a language tag (BCP 47, as far as syntax goes)."""
    return bool(TAG.match(lang))


def guess(text: str) -> str:
    """The language of a whole text, by its script and its commonest words; ``en`` when nothing tells."""
    sample = text[:200_000]
    letters = sum(character.isalpha() for character in sample) or 1
    for lang, pattern in SCRIPTS:
        share = len(pattern.findall(sample)) / letters
        if share > (0.02 if lang in ("ja", "fa") else 0.25):
            return lang
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {lang: sum(counts[word] for word in words.split()) for lang, words in WORDS.items()}
    best = max(scores, key=lambda lang: scores[lang])
    # Few common words, or the same one again and again, tell nothing: a line or two are easily mistaken.
    distinct = sum(counts[word] > 0 for word in WORDS[best].split())
    return best if distinct >= 4 and scores[best] >= sum(counts.values()) / 30 else "en"
