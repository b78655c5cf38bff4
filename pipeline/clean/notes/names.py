# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that end with a number ("ext3", "COM1", "tty1"): it is no mark of a note."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from string import ascii_lowercase

from pipeline.clean.reading import hyphens
from pipeline.clean.reading.scan import Scan

_RARE = 1.0  # what is rarer on the Zipf scale, and nowhere else in the text, is no word
_DEVICE = 4  # letters of a name that is one of a series
_SERIES = 2  # numbers that one word has: two may be marks
# Letters and nothing else, as a word that a mark touches is.
_NAME = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_]{2,30})(?P<number>\d{1,3})(?![^\W_])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
_STEM = re.compile(r"(?<![^\W_])[^\W\d_]{2,30}$")
_DIGITS = re.compile(r"\d{1,3}")


def of_name(scan: Scan, start: int) -> bool:
    """Whether a number ends a name: the text writes both together again ("ext3"), or the same word with two other
    numbers, or letters that never stand without one with one other ("COM1", "COM2"), or what stands before it is no
    word ("tty1")."""
    word = _STEM.search(scan.text[max(0, start - 30) : start])
    number = _DIGITS.match(scan.text, start)
    if word is None or number is None:
        return False
    stem = word.group()
    numbers = scan.once("numbered names", _names)[stem.casefold()]
    if numbers[number.group()] > 1 or len(numbers) > _SERIES:
        return True
    bound = scan.words[stem.casefold()] <= numbers.total()
    if stem.isupper():
        return bound and len(numbers) > 1
    return stem.islower() and stem.isascii() and (bound or _of_series(scan, stem)) and _no_word(scan, stem)


def _of_series(scan: Scan, stem: str) -> bool:
    """Whether the text has another short name that is the same but for its last letter: "sda", "sdb"."""
    others = (stem[:-1] + letter for letter in ascii_lowercase if letter != stem[-1])
    return len(stem) <= _DEVICE and any(scan.words[other] and _no_word(scan, other) for other in others)


def _no_word(scan: Scan, stem: str) -> bool:
    return hyphens.frequency(stem, hyphens.language(scan)) < _RARE


def _names(scan: Scan) -> dict[str, Counter[str]]:
    """The words that a number ends, each with its numbers and how often each stands there; addresses are no words."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in _NAME.finditer(_ADDRESS.sub(" ", scan.text)):
        found[name.group("word").casefold()][name.group("number")] += 1
    return found
