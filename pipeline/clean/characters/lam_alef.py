# SPDX-License-Identifier: AGPL-3.0-or-later
"""lam-alef: the sign for lam and alef, whose two letters an extractor wrote the wrong way round, is lam and alef again.

No word begins with alef, a second alef, and lam ("اال" for "الا"), and "ال" alone is none ("لا" is). Where a text has
such words, it has the same inside others: there the language must know the word with the letters changed, and not as
it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens
from pipeline.clean.reading.scan import PROTECTED, Scan

_LETTERS = "\u0621-\u063a\u0641-\u0652\u0670"
_WORD = re.compile(rf"[{_LETTERS}]+")
_NEVER = re.compile("(?:[\u0648\u0641\u0628\u0643]?\u0627[\u0622\u0623\u0625\u0627]\u0644)|\u0627\u0644$")
_PAIR = re.compile("([\u0622\u0623\u0625\u0627])\u0644")
_FEWEST = 3  # words that no text has, before anything is changed
_KNOWN, _UNKNOWN = 2.0, 1.0  # frequency, as powers of ten in a thousand million words


def find(scan: Scan) -> Iterator[Fix]:
    """Words with the two letters changed, in a text that has some that cannot be words."""
    if scan.text.isascii():
        return
    words = [found for found in _WORD.finditer(scan.text) if scan.line_at(found.start()).kind not in PROTECTED]
    never = {found.start() for found in words if _NEVER.match(found.group())}
    if len(never) < _FEWEST:
        return
    for found in words:
        word = found.group()
        begun = _begins(word) if found.start() in never else ""
        now = _inside(begun or word) or begun
        if now:
            edit = Edit(found.start(), found.end(), now)
            yield Fix((edit,), "Lam and alef were written the wrong way round.", 0.93, moved=now)


def _changed(word: str, at: int) -> str:
    return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"


def _begins(word: str) -> str:
    """The word with its first wrong pair changed: the second of two alefs, or the only one."""
    if word == "\u0627\u0644":
        return "\u0644\u0627"
    found = _PAIR.search(word, 2 if word[0] not in "\u0622\u0623\u0625\u0627" else 1)
    return _changed(word, found.start()) if found else ""


def _inside(word: str) -> str:
    """The word with one pair changed, where the language knows only that; empty where it does not."""
    pairs = [found.start() for found in _PAIR.finditer(word) if found.start() > 0]
    if not pairs or hyphens.frequency(word, "ar") > _UNKNOWN:
        return ""
    known = [(hyphens.frequency(_changed(word, at), "ar"), _changed(word, at)) for at in pairs]
    best, now = max(known)
    return now if best >= _KNOWN else ""


RULE = Rule("lam-alef", "Puts lam and alef into their order where an extractor changed it.", find, after="ligatures")
