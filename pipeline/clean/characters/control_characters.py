# SPDX-License-Identifier: AGPL-3.0-or-later
"""control-characters: what no reader sees and no writer meant goes: NUL, byte order marks, zero-width spaces.

The zero-width joiner and non-joiner and the marks of direction stay: Persian, Arabic and Indic scripts and
emoji need them. But marks of direction around a whole line say only what its letters say: they are an extractor's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan

_SEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff]+")
_AROUND = re.compile("^[ \t]*[\u202a\u202b][^\r\n]*\u202c[ \t]*$")
_MARKS = re.compile("[\u202a-\u202c]+")
_NAMES = {
    0: "NUL",
    0xFEFF: "byte order mark",
    0x200B: "zero-width space",
    0x2060: "word joiner",
    0x0B: "vertical tab",
}


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of characters that are nothing to a reader."""
    for found in _SEEN.finditer(scan.text):
        names = sorted({_NAMES.get(ord(char), f"U+{ord(char):04X}") for char in found.group()[:50]})
        now = " " if "\x0b" in found.group() else ""
        yield Fix((Edit(found.start(), found.end(), now),), f"Not text: {', '.join(names)}.", 0.99)
    if "\u202c" not in scan.text:
        return
    for line in scan.lines:
        if _AROUND.match(line.text) and not scan.protected(line.start):
            runs = (found.span() for found in _MARKS.finditer(line.text))
            edits = tuple(Edit(line.start + a, line.start + b, _apart(line.text, a, b)) for a, b in runs)
            yield Fix(edits, "Marks of direction stand around a whole line.", 0.97)


def _apart(text: str, start: int, end: int) -> str:
    """A space where the marks are all that stands between a number and a word."""
    before, after = text[:start][-1:], text[end : end + 1]
    parted = before.isalnum() and after.isalnum() and before.isdecimal() != after.isdecimal()
    return " " if parted else ""


RULE = Rule(
    "control-characters", "Takes out control characters, byte order marks and zero-width spaces.", find,
    after="line-ends",
)
