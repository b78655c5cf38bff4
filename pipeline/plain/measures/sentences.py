# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sentences of a text, for the measures: pysbd's, with corrections where it is known to go wrong.

Long texts are cut into pieces first (pysbd's time grows faster than its text), and its pieces are put together
again where the next one begins with a small letter or where a title or an initial ended the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pipeline.plain import lexicon
from pipeline.plain.words import language

SUPPORTED = frozenset({"en", "fr", "de", "es", "ar"})
PIECE = 2_000
END = re.compile(r"(?<=[.!?؟…])[\"”’»)\]]*\s+(?=[\"“‘«(\[¿¡]*[^\W\d_a-zà-ÿ])")
NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|para|paras|Vol|pp|p|cf|vs|etc|e\.g|i\.e|approx|Gen|Col|Lt|Sgt|Capt"
    r"|Rev|Hon|Gov|Sen|Rep|Inc|Ltd|Co|Fig|Sec|Abs|Nr|bzw|z\.B|d\.h|Mme|Mlle|M|Sr|Sra|Dra|pág|art|núm)\."
    r"|(?<!°)(?<!° )\b[^\W\d_]\.)$"
)
LETTER_END = re.compile(
    r"(?:(?<=[^\W\d_]{2} [^\W\d_a-z]\.)|(?<=[ap]\.m\.)) (?=([^\W\d_a-z][^\W\d_]*)\b)"
)
"""After a letter that counts something ("Annex B."), an initial ("George W.") or an hour, before a word in capitals."""
DEGREES_END = re.compile(r"(?<=°[CFK]\.) (?=[^\w\s]?([^\W\d_]))")
"""After a temperature, which is no initial."""
NAMES_TOO = frozenset({"de", "del", "der", "van", "von", "y"})
NAMES_IN_ENGLISH = NAMES_TOO | {"may", "will", "an", "so", "do", "he", "el", "la", "le", "las", "los"}
"""Small words that are names too, or begin them."""


@lru_cache(maxsize=8)
def _segmenter(lang: str) -> Any:
    import pysbd

    return pysbd.Segmenter(language=lang, clean=False)


def sentences(text: str, lang: str = "en") -> list[str]:
    """The sentences of a text in order, white space folded; nothing is lost between them.

    For a language that pysbd does not know, a sentence ends at . ! ? before a capital letter.
    """
    text = " ".join(text.split())
    return list(_cut(text, language(lang))) if text else []


@lru_cache(maxsize=4096)
def _cut(text: str, base: str) -> tuple[str, ...]:
    """The sentences of a folded text; ``base`` is a primary subtag. Measures, guard and page each ask for them."""
    found: list[str] = []
    for piece in _pieces(text):
        parts = _segmenter(base).segment(piece) if base in SUPPORTED else [f"{one} " for one in END.split(piece)]
        found += _joined(parts, found)
    cut = (part for sentence in found for part in _at_degrees(sentence))
    return tuple(part for sentence in cut for part in _at_letters(sentence, base))


def _at_degrees(sentence: str) -> list[str]:
    """A sentence cut after each temperature that a capital follows."""
    parts, start = [], 0
    for found in DEGREES_END.finditer(sentence) if "°" in sentence else ():
        if found[1].isupper():
            parts.append(sentence[start : found.start()])
            start = found.end()
    return [*parts, sentence[start:]]


def _at_letters(sentence: str, lang: str) -> list[str]:
    """A sentence cut after each letter that does not shorten a name: a small word with a capital begins the next."""
    data = lexicon.of(lang)
    if data is None or not LETTER_END.search(sentence):
        return [sentence]
    small = data.function_words - (NAMES_IN_ENGLISH if lang == "en" else NAMES_TOO)
    parts, start = [], 0
    for found in LETTER_END.finditer(sentence):
        title = lang == "fr" and sentence[: found.start()].endswith(" M.")
        if found[1].lower() in small and not title:
            parts.append(sentence[start : found.start()])
            start = found.end()
    return [*parts, sentence[start:]]


def _pieces(text: str) -> list[str]:
    """The text in pieces of about PIECE characters, cut where a sentence surely ends, or else at a space."""
    pieces: list[str] = []
    while len(text) > PIECE:
        ends = [match.end() for match in END.finditer(text, 0, PIECE)]
        cut = ends[-1] if ends else text.rfind(" ", 0, PIECE) + 1 or PIECE
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _joined(parts: Iterable[str], before: list[str]) -> list[str]:
    """``parts`` with those put together that are one sentence, as they stood; the first may belong to the last of
    ``before``."""
    done: list[str] = []
    gap = " "
    for raw in parts:
        part, last = raw.strip(), done[-1] if done else ""
        if not part:
            gap = " "
            continue
        joint = " " if raw[0].isspace() else gap
        gap = " " if raw[-1].isspace() else ""
        if last and (NOT_AN_END.search(last) or part[0].islower() or not any(char.isalnum() for char in part)):
            done[-1] = f"{last}{joint}{part}"
        elif not done and before and not before[-1].rstrip('"”’»)]').endswith((".", "!", "?", "؟", "…", ":")):
            before[-1] = f"{before[-1]} {part}"
        else:
            done.append(part)
    return done
