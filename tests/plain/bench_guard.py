# SPDX-License-Identifier: AGPL-3.0-or-later
"""How often the guard flags a faithful text, and a changed one: on many pairs that no rule was tried on.

    python -m tests.plain.bench_guard [--encoder] [LETTER…]

The sets ``written_a`` to ``written_f`` are English: an official text, a faithful plain one, and four versions of it in
each of which one thing is changed: two with a denial, one with a duty or permission, one with a number (or none). They
were written for measuring, by nobody who had seen the guard, and reviewed by nobody. ``--encoder``: with the sentence
encoder, which takes five times as long.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ToolMissingError
from pipeline.plain.guard import guard
from pipeline.tools import encoder

LETTERS = "abcdef"
KINDS = ("faithful", "denial", "denial", "duty", "number")


def rows(letter: str) -> Iterator[tuple[str, str, str]]:
    """The pairs of a set: what is changed, the original, the plain text."""
    for line in (Path(__file__).parent / f"written_{letter}.tsv").read_text(encoding="utf-8").splitlines():
        original, *texts = line.split("\t")
        yield from ((kind, original, text) for kind, text in zip(KINDS, texts, strict=True) if text)


def main() -> None:
    """Prints a line for each set, and one for all."""
    asked = encoder.find() if "--encoder" in sys.argv else None
    if asked is None and "--encoder" in sys.argv:
        raise ToolMissingError("The sentence encoder is not there.", encoder.REMEDY)
    every, flagged = Counter[str](), Counter[str]()
    for letter in [one for one in sys.argv[1:] if one in LETTERS] or LETTERS:
        of, told = Counter[str](), Counter[str]()
        for kind, original, text in rows(letter):
            of[kind] += 1
            told[kind] += any(not one.weak for one in guard(original, text, "en", encoder=asked).differences)
        print(letter, *(f"{kind} {told[kind]}/{of[kind]}" for kind in of))
        every, flagged = every + of, flagged + told
    print("all", *(f"{kind} {flagged[kind]}/{every[kind]} {flagged[kind] / every[kind]:.3f}" for kind in every))


if __name__ == "__main__":
    main()
