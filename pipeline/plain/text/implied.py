# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that deny something in themselves ("fasting": not eating), and what they deny.

The table (``lexicon/denials.LANG.tsv``) is derived from WordNet by ``tests/plain/derive_denials.py``: word, stem, how
far it denies (0 to 10: the part of its uses that do), and the stems of what it denies. A plain text says such a word
with a "not", and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from pipeline.plain.words import WORD, language, stem


@dataclass(frozen=True, slots=True)
class Implied:
    """A word that denies: its stem (two for "rule out"), how far (0 to 10), and the stems of what it denies."""

    root: str
    degree: int
    denied: frozenset[str]


@lru_cache(maxsize=4)
def _table(lang: str) -> tuple[dict[str, Implied], dict[str, Implied]]:
    """The table of a language by words and by stems; empty where there is none."""
    file = files("pipeline.plain.lexicon") / f"denials.{lang}.tsv"
    words: dict[str, Implied] = {}
    roots: dict[str, Implied] = {}
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            word, root, degree, denied = line.split("\t")
            one = Implied(root or word, int(degree), frozenset(denied.split()))
            words[word] = one
            if root:
                roots[root] = one
    return words, roots


def implied(text: str, lang: str) -> Iterator[tuple[int, Implied]]:
    """The words of a text that deny something, and where each stands."""
    words, roots = _table(language(lang))
    if not words:
        return
    tokens = [(match.group().lower(), stem(match.group(), lang), match.start()) for match in WORD.finditer(text)]
    for (word, root, at), (after, _, _) in pairwise([*tokens, ("", "", 0)]):
        found = roots.get(f"{root} {after}") or words.get(word) or roots.get(root)
        if found:
            yield at, found
