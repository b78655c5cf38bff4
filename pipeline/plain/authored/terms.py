# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the terms of a glossary stand in a text: whole words, with the plural, the longest term first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.plain.words import language

ENDINGS = {"en": r"(?:s|es)?", "fr": r"(?:s|x|es)?", "es": r"(?:s|es)?", "de": r"(?:e|en|n|s|es|er|ern)?"}


def pattern(terms: Iterable[str], lang: str) -> re.Pattern[str] | None:
    """A pattern that finds any of the terms; its group says which letters. None without terms."""
    ordered = sorted({term for term in terms if term.strip()}, key=lambda term: (-len(term), term))
    if not ordered:
        return None
    ending = ENDINGS.get(language(lang), "")
    body = "|".join(r"[\s-]+".join(re.escape(word) for word in term.split()) for term in ordered)
    return re.compile(rf"(?<!\w)(?P<term>{body}){ending}(?!\w)", re.IGNORECASE)


def which(found: str, terms: Iterable[str]) -> str:
    """The term that a match of ``pattern`` stands for: the one written the same but for capitals and white space."""
    flat = re.sub(r"[\s-]+", " ", found).casefold()
    return next((term for term in terms if re.sub(r"[\s-]+", " ", term).casefold() == flat), "")
