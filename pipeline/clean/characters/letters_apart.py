# SPDX-License-Identifier: AGPL-3.0-or-later
"""letters-apart: a letter with an accent that an extractor set between spaces ("Art í culo") is inside its word again.

Fonts that hold their letters one by one lead to it. Some such letters are words ("à", "ó"), so the closed word must be
one that the text writes elsewhere, or that the language knows; with such a word far better than the
parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens
from pipeline.clean.reading.scan import PROTECTED, Scan

_ACCENTED = "\u00df-\u00f6\u00f8-\u00ff\u0101-\u017e\u00c0-\u00d6\u00d8-\u00de"
_APART = re.compile(
    rf"(?<![^\W_])(?:[^\W\d_]+[ ])?[{_ACCENTED}](?:[ ][^\W\d_]+[ ][{_ACCENTED}])*(?:[ ][^\W\d_]+)?(?![^\W_])"
)
_WORDS = frozenset("\u00e0\u00e1\u00e8\u00e9\u00f2\u00f3\u00ea\u00f4")  # words of French, Italian, Portuguese, Spanish
_KNOWN, _RARER = 2.0, 1.0  # frequency, as powers of ten in a thousand million words


def find(scan: Scan) -> Iterator[Fix]:
    """Words with such a letter; of the words beside it as many are taken as make one that is known."""
    if scan.text.isascii():
        return
    lang = hyphens.language(scan)
    for line in scan.lines:
        if line.kind in PROTECTED or line.text.isascii():
            continue
        for found in _APART.finditer(line.text):
            parts = found.group().split(" ")
            run = _word(scan, parts, lang)
            if run is None:
                continue
            start = line.start + found.start() + sum(len(part) + 1 for part in parts[: run[0]])
            before = " ".join(parts[run[0] : run[1]])
            edit = Edit(start, start + len(before), before.replace(" ", ""))
            yield Fix((edit,), "A letter of the word is set apart.", 0.93)


def _word(scan: Scan, parts: list[str], lang: str) -> tuple[int, int] | None:
    """Which parts make one known word, the most first; none where no run of them does."""
    for size in range(len(parts), 1, -1):
        for start in range(len(parts) - size + 1):
            run = parts[start : start + size]
            if any(_single(part) for part in run) and _closes(scan, run, lang):
                return start, start + size
    return None


def _closes(scan: Scan, run: list[str], lang: str) -> bool:
    """Whether the parts make a known word, and with a letter that is a word, one better known than the rarest part."""
    word = "".join(run).casefold()
    frequency = hyphens.frequency(word, lang)
    if not scan.words[word] and frequency < _KNOWN:
        return False
    if not any(part.casefold() in _WORDS for part in run):
        return True
    rest = [part.casefold() for part in run if not _single(part)]
    return any(hyphens.frequency(part, lang) + _RARER < max(frequency, _KNOWN) for part in rest)


def _single(part: str) -> bool:
    return len(part) == 1 and not part.isascii()


RULE = Rule("letters-apart", "Closes words in which one letter is set apart.", find, after="letter-spaced")
