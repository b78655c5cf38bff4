# SPDX-License-Identifier: AGPL-3.0-or-later
"""How often the guard flags a faithful text, and a changed one: on many pairs that no rule was tried on.

    python -m tests.plain.bench_guard [--reader] [LETTER… | fr | de | es | ar | fr2 …]

The sets ``written_a`` to ``written_z`` are English: an official text, a faithful plain one, and versions of it in each
of which one thing is changed: two with a denial, one with a duty or permission, one or two with a number (or none), and
from ``o`` on a second faithful one. In ``z`` the plain texts are of ten manners, from questions to headlines.
``written_fr``, ``_de``, ``_es`` and ``_ar`` are the same in French, German, Spanish and Arabic, and so are those with a
2 behind; no rule was tried on them yet.
They were written for this, by nobody who had seen the guard, and reviewed by nobody. ``--reader``: with the reader of
pairs, and only the pairs that it has not learnt from (``HELD``).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ToolMissingError
from pipeline.plain.guard.compare import guard
from pipeline.tools import e5, pair_reader

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LANGUAGES = ("fr", "de", "es", "ar")
# Of each set the first, which the reader never saw.
HELD = {"e": 250, "f": 250, **dict.fromkeys("ghijklmnopqrstuvxy", 60), "w": 120, "z": 180}
HELD_OF_LANGUAGES = 40
KINDS = ("faithful", "denial", "denial", "duty", "number", "number", "faithful")


def rows(name: str, most: int | None = None) -> Iterator[tuple[str, str, str]]:
    """The pairs of a set: what is changed, the original, the plain text. ``most``: of how many originals."""
    lines = (Path(__file__).parent / f"written_{name}.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[:most]:
        original, *texts = line.split("\t")
        yield from ((kind, original, text) for kind, text in zip(KINDS, texts, strict=False) if text)


def written(lang: str) -> tuple[str, ...]:
    """The names of the sets of a language."""
    return tuple(name for name in (lang, f"{lang}2") if (Path(__file__).parent / f"written_{name}.tsv").is_file())


def main() -> None:
    """Prints a line for each set, and one for all."""
    named = [one for one in sys.argv[1:] if one in LETTERS or one[:2] in LANGUAGES]
    asks = "--reader" in sys.argv
    every, flagged = Counter[str](), Counter[str]()
    for name in named or (HELD if asks else LETTERS):
        of, told = Counter[str](), Counter[str]()
        lang = name[:2] if name[:2] in LANGUAGES else "en"
        asked = pair_reader.find(lang) if asks else None
        if asks and asked is None:
            raise ToolMissingError("The reader of pairs is not there.", e5.REMEDY)
        held = HELD.get(name, 0) if lang == "en" else HELD_OF_LANGUAGES
        for kind, original, text in rows(name, held if asks else None):
            of[kind] += 1
            told[kind] += any(not one.weak for one in guard(original, text, lang, reader=asked).differences)
        print(name, *(f"{kind} {told[kind]}/{of[kind]}" for kind in of))
        every, flagged = every + of, flagged + told
    print("all", *(f"{kind} {flagged[kind]}/{every[kind]} {flagged[kind] / every[kind]:.3f}" for kind in every))


if __name__ == "__main__":
    main()
