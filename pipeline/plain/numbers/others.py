# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words for any others, which count nobody: "third parties", «auf Dritte», «les droits des tiers», «a un
tercero»."""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"[\s-]+(?:part(?:y|ies)|persons?\b|countr|state)", re.IGNORECASE)
_GERMAN = re.compile(r"Dritte[nrm]?")  # the ordinal is written small, but in names
_COUNTED = re.compile(r"\s+(?:[A-ZÄÖÜ]|(?:des|im)\s)")  # «das Dritte Gesetz», «am Dritten des Monats»
_BEFORE = re.compile(r"([’'])?\b([^\W\d_]+)\s+$")
_FRENCH = frozenset("des les aux ces de par envers tous toutes entre autres leurs".split())  # noqa: SIM905
_FOREIGN = frozenset("état états pays personne personnes partie parties".split())  # noqa: SIM905
# «Représenté par un tiers» acts for somebody; «réduit d'un tiers» and «un tiers du prix» are parts.
_BY_SOMEBODY = re.compile(
    r"\b(?:par|avec|chez|contre|envers|auprès d['’]|qu['’]|pour le compte d['’])\s*un\s+$", re.IGNORECASE
)
_SHARE_OF = re.compile(r"\s+(?:d(?:e|es|u)\b|d[’'])")
_SPANISH = re.compile(r"\s+(?:personas?|país(?:es)?|estados?)\b", re.IGNORECASE)
_SOMEBODY = frozenset("un algún ningún cualquier otro como cada".split())  # noqa: SIM905
_THE = frozenset("el al del".split())  # noqa: SIM905
_IN_A_ROW = re.compile(r"\b(?:primer|segundo|cuarto)")  # «el primero paga, el tercero no»
_SHARE = re.compile(r"\s+(?:d(?:e|es|u)\b|d[’']|environ\b|au\b)|\s*[(,;:.]")


# "From one day to the next" counts no days.
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO_NEXT = re.compile(r"\s+[^\W\d_]+\s+to\s+(?:the\s+next|another)\b", re.IGNORECASE)


def are_meant(text: str, start: int, end: int, *, ordinal: bool) -> bool:
    """Whether the word for three or for a third part that stands at a place means any others. ``ordinal``: it is an
    ordinal, as "third" is."""
    word = text[start:end]
    if word.casefold() == "one" and _FROM.search(text, max(0, start - 8), start):
        return _TO_NEXT.match(text, end) is not None
    if _GERMAN.fullmatch(word):
        return not _COUNTED.match(text, end)
    if word.casefold() == "tiers":
        return _french(text, start, end)
    if word.casefold() == "tercero":
        return _spanish(text, start, end)
    if word.casefold() in ("tercer", "tercera"):
        return _SPANISH.match(text, end) is not None
    return ordinal and word.casefold() == "third" and _ENGLISH.match(text, end) is not None


def _french(text: str, start: int, end: int) -> bool:
    """Whether «tiers» means others: in the plural, or as one who acts («un tiers peut»), not in «d’un tiers»."""
    before = _BEFORE.search(text, max(0, start - 12), start)
    if before is None:
        return False
    if before[2].casefold() in _FOREIGN:
        return True
    if _BY_SOMEBODY.search(text, 0, start):
        return not _SHARE_OF.match(text, end)
    article = before[2].casefold()
    return article in _FRENCH or (article == "un" and not before[1] and not _SHARE.match(text, end))


def _spanish(text: str, start: int, end: int) -> bool:
    """Whether «tercero» means others: a noun of its own («un tercero», «el tercero interesado»), not behind what it
    counts («artículo tercero»), nor one of a row («el tercero de los plazos»)."""
    before = _BEFORE.search(text, max(0, start - 12), start)
    article = before[2].casefold() if before else ""
    if article in _SOMEBODY:
        return True
    return article in _THE and not re.match(r"\s+(?:de|en|por)\b", text[end:]) and not _IN_A_ROW.search(text.casefold())
