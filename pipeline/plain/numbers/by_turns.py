# SPDX-License-Identifier: AGPL-3.0-or-later
"""One of two in French and Spanish, said by turns: "un samedi sur deux" and "un samedi, mais pas le suivant", "fines de
semana alternos" and "cada dos fines de semana"."""

from __future__ import annotations

import re

from pipeline.plain.numbers.number import Number

_NOT_TIME = r"(?!(?:ans?|années?|mois|semaines?|jours?|heures?|años?|meses|semanas?|días?|horas?)\b)"
_OF_TWO = re.compile(
    r"\bune?\s+[^\W\d_]+(?:\s+de\s+[^\W\d_]+)?\s+sur\s+(?:deux|2)\b"
    r"|\bun[oa]?\s+[^\W\d_]+(?:\s+de\s+[^\W\d_]+)?\s+de cada\s+(?:dos|2)\b",
    re.IGNORECASE,
)
_EVERY_TWO = re.compile(rf"\b(?:tous les deux|toutes les deux|cada dos)\s+{_NOT_TIME}[^\W\d_]+", re.IGNORECASE)
_BEFORE_TWO = re.compile(r"\b(?:tous les|toutes les|cada)\s+$", re.IGNORECASE)
# What says the same without a number.
_TURNS = re.compile(
    r"\b(?:en alternance|alternativement|à tour de rôle|par roulement|tour à tour|alternée?s?"
    r"|une? [^\W\d_]+ oui,? une? [^\W\d_]+ non"
    r"|(?:mais )?pas (?:le|la|celui|celle) (?:suivante?|d['’]après)|pas [^\W\d_]+ [^\W\d_]+ suivante?"
    r"|une fois sur l['’]autre"
    r"|(?:la|le) [^\W\d_]+ (?:suivante?|d['’]après)|puis l['’]autre|altern[oa]s?|alternativamente|por turnos?"
    r"|alternándose|se (?:alternan|turnan)|s[íi],? y (?:el |la )?otr[oa] no|s[íi] y (?:el|la) siguiente no"
    r"|(?:y|pero) no (?:el|la) siguiente|(?:y|luego|después) (?:el|la) (?:siguiente|otr[oa]))\b",
    re.IGNORECASE,
)


def said_by_turns(one: Number, text: str, there: str) -> bool:
    """Whether a number is the two of "one in two", and the other text says so by turns. In: the number, its text, and
    the other one."""
    around = text[max(0, one.start - 30) : one.end + 30]
    mine = _OF_TWO.search(one.text) or (
        one.value == 2 and not one.unit and _BEFORE_TWO.search(text, 0, one.start) and _EVERY_TWO.search(around)
    )
    return bool(mine) and bool(_TURNS.search(there) or _EVERY_TWO.search(there) or _OF_TWO.search(there))
