# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text cut into the pieces that an encoder of many languages was trained on: of all ways to cut it the likeliest, each
piece by its own chance (unigram language model: Kudo 2018), found by the method of Viterbi."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SPACE = "\u2581"  # stands for a space, and before the first word
UNLIKELY = 10.0  # by how much a letter that is in no piece is less likely than the rarest piece


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The pieces with their numbers and scores (the log of how likely each is), what is read for a letter (by its code
    point), the numbers of the marks for a begin, an end and what is unknown, the score of the rarest piece, and how
    many letters the longest has."""

    pieces: Mapping[str, tuple[int, float]]
    letters: Mapping[int, str]
    begin: int
    end: int
    unknown: int
    rarest: float
    longest: int

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text."""
        return _cut(self.read_as(text), self)

    def read_as(self, text: str) -> str:
        """A text as it is looked up: letters in one form, one space for several, one before the first word."""
        plain = unicodedata.normalize("NFC", text).translate(self.letters)
        plain = re.sub(r" {2,}", " ", plain)
        return (plain if plain.startswith(" ") else f" {plain}").replace(" ", SPACE)


def _cut(text: str, alphabet: Alphabet) -> list[int]:
    pieces, length = alphabet.pieces, len(text)
    unlikely = alphabet.rarest - UNLIKELY
    best = [0.0, *[float("-inf")] * length]
    last = [(0, alphabet.unknown)] * (length + 1)  # where the piece that ends here begins, and its number
    for start in range(length):
        here = best[start]
        for end in range(start + 1, min(length, start + alphabet.longest) + 1):
            known = pieces.get(text[start:end])
            if known is not None and here + known[1] > best[end]:
                best[end] = here + known[1]
                last[end] = start, known[0]
        if here + unlikely > best[start + 1]:
            best[start + 1] = here + unlikely
            last[start + 1] = start, alphabet.unknown
    found: list[int] = []
    end = length
    while end > 0:
        end, number = last[end]
        found.append(number)
    return found[::-1]
