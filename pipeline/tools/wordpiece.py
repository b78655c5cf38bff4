# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text cut into the pieces of words that an encoder of the BERT family was trained on (uncased WordPiece:
Devlin et al. 2019; Wu et al. 2016, section 4.1): the longest piece of the vocabulary first, again and again.

Each piece keeps where it stands in the text, so that what an encoder says of it can be laid beside a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
CONTINUED = "##"  # before a piece that is not the first of its word
LONGEST = 100  # letters of a word; a longer one is unknown
CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
Letter = tuple[str, int]  # as it is looked up, and where it stands in the text


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a word: its number in the vocabulary, and its span in the text (code points)."""

    number: int
    start: int
    end: int


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """The pieces of a text. In: the text and the numbers of the pieces."""
    return [piece for word in _words(text) for piece in _cut(word, vocabulary)]


def _words(text: str) -> Iterator[list[Letter]]:
    """Words, and each mark for itself, in small letters without accents."""
    word: list[Letter] = []
    for at, char in enumerate(text):
        kind = unicodedata.category(char)
        space = char in "\t\n\r" or kind == "Zs"
        if char == "\ufffd" or (kind in ("Cc", "Cf") and not space):
            continue
        alone = _is_mark(char, kind) or any(low <= ord(char) <= high for low, high in CJK)
        if (space or alone) and word:
            yield word
            word = []
        if space:
            continue
        letters = [(low, at) for low in _plain(char)]
        if alone:
            yield letters
        else:
            word.extend(letters)
    if word:
        yield word


def _is_mark(char: str, kind: str) -> bool:
    return kind.startswith("P") or (char.isascii() and char.isprintable() and not char.isalnum() and char != " ")


def _plain(char: str) -> str:
    parts = (part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part) != "Mn")
    return "".join(parts).lower()


def _cut(word: list[Letter], vocabulary: Mapping[str, int]) -> list[Piece]:
    if not word:
        return []
    whole = Piece(vocabulary[UNKNOWN], word[0][1], word[-1][1] + 1)
    if len(word) > LONGEST:
        return [whole]
    text = "".join(letter for letter, _ in word)
    found: list[Piece] = []
    start = 0
    while start < len(text):
        first = CONTINUED if start else ""
        end = next((end for end in range(len(text), start, -1) if first + text[start:end] in vocabulary), start)
        if end == start:
            return [whole]
        found.append(Piece(vocabulary[first + text[start:end]], word[start][1], word[end - 1][1] + 1))
        start = end
    return found
