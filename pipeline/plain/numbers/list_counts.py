# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number that only counts what is listed behind it: "deux droits : vous taire et appeler un avocat", "tres papeles:
el contrato, el recibo y la foto". It says nothing new as long as there are as many."""

from __future__ import annotations

import re

from pipeline.plain.numbers.number import Number

_MOST = 10
# What is counted, and the colon before its list: "deux animaux font exception :".
_TO_LIST = re.compile(r"\s+[^\W\d_][^.:;!?\d]{0,70}:\s*(?=\S)")
_END = re.compile(r"[.!?]\s|[.!?]?$|\n")
_OWN = re.compile(r"^\s*(?:et|ou|soit|y|e|o|u|bien|and|or|und|oder|entweder|either)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:et|ou|soit|y|e|o|u|and|or|und|oder)\s+", re.IGNORECASE)


def counts_list(one: Number, text: str) -> bool:
    """Whether a number is how many items the list has that a colon begins behind it. In: the number and its text."""
    whole = not one.unit and 1 < one.value <= _MOST and not one.value % 1
    colon = _TO_LIST.match(text, one.end) if whole else None
    if not colon:
        return False
    end = _END.search(text, colon.end())
    return int(one.value) in _sizes(text[colon.end() : end.start() if end else len(text)])


def _sizes(items: str) -> set[int]:
    """How many items a list may have, whose last ones an "and" joins; that of one item may stand in it as well."""
    if ";" in items:
        return {len(items.split(";"))}
    parts = [_OWN.sub("", part) for part in items.split(",") if part.strip()]
    inside, last = sum(len(_AND.findall(part)) for part in parts), len(_AND.findall(parts[-1])) if parts else 0
    joined = _OWN.match(items.rsplit(",", 1)[-1]) is not None  # ", et un avocat": all are told apart
    return {len(parts) + inside, len(parts) + (1 if last and not joined else 0)}
