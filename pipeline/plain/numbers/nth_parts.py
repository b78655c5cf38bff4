# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts that French and Spanish name by an ordinal or by a thousand: "du dixième de la valeur", "un quinto del precio",
"cinq pour mille"; and quarters of an hour ("trois quarts d'heure", "un cuarto de hora")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.plain.lexicon import Lexicon
from pipeline.plain.numbers.number import Number
from pipeline.plain.numbers.shares import count_of, share_of

_FRENCH = {
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11,
    "douzième": 12, "quinzième": 15, "vingtième": 20, "trentième": 30, "cinquantième": 50, "soixantième": 60,
    "centième": 100, "millième": 1000,
}  # fmt: skip
_SPANISH = {
    "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10, "onceavo": 11, "doceavo": 12,
    "quinceavo": 15, "vigésimo": 20, "veinteavo": 20, "treintavo": 30, "cincuentavo": 50, "sesentavo": 60,
    "centésimo": 100, "milésimo": 1000,
}  # fmt: skip
# "Le cinquième de la liste", "au dixième jour" and "el quinto de la lista" are ordinals.
_NTH_OF = (
    rf"\b(?:un|d['’]un|au|du|seul)\s+(?P<nth>{'|'.join(_FRENCH)})\s+"
    r"(?:du|d['’]|de\s+(?:la\b|l['’]|son|sa|ses|leurs?|votre|vos|ce|cette|cet)|des)(?!\s*(?:mois|jour|rang|liste|étage))",
    rf"\bun\s+(?P<nth>{'|'.join(_SPANISH)})\s+del?\b",
    r"\bun\s+(?P<nth>cuarto)\s+(?:del\b|de\s+(?:las?|los|su|sus|este|esta)\b)",
)
NTH_OF = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _NTH_OF)
NTHS = {**_FRENCH, **_SPANISH, "cuarto": 4}
QUARTERS_OF_HOUR = re.compile(
    r"\b(?P<many>un|une|le|trois|deux|tres|dos|3)\s+(?:quarts?\s+d['’]heure|cuartos?\s+de\s+hora)\b", re.IGNORECASE
)
QUARTERS = {"trois": 3, "tres": 3, "3": 3, "deux": 2, "dos": 2}
PER_MILLE = re.compile(
    r"(?<![\w.,])(?P<many>\d+(?:[.,]\d+)?|[^\W\d_]+)(?:\s+(?:pour mille|por mil)\b|\s?‰)", re.IGNORECASE
)


def nth_parts(text: str, data: Lexicon) -> Iterator[Number]:
    """The shares and quarters of an hour of a text in these forms. In: a text, its language's data."""
    for pattern in NTH_OF:
        for match in pattern.finditer(text):
            yield share_of(1 / NTHS[match["nth"].lower()], match)
    for match in PER_MILLE.finditer(text):
        many = match["many"].replace(",", ".")
        if value := float(many) if many[0].isdigit() else count_of(many, data):
            yield share_of(value / 1000, match)
    for match in QUARTERS_OF_HOUR.finditer(text):
        value = QUARTERS.get(match["many"].lower(), 1) / 4
        yield Number(value, "hours", "", match.group(), match.start(), match.end())
