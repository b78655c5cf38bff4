# SPDX-License-Identifier: AGPL-3.0-or-later
"""unspaced: in Chinese and Japanese no space stands inside a word where a line of the page ended.

A line end between two such characters is read as a space in Markdown, and some extractors write one. A space stays
where the document nowhere writes the two characters beside each other, and after the number of a division (第三条).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.scan import PROTECTED, Kind, Scan

_HAN = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPACE = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_PAIR = re.compile(rf"[{_HAN}](?=([{_HAN}]))")
_WIDE = rf"{_HAN}\u3001-\u3011\uff01-\uff65"
_ANY = re.compile(rf"(?<=[{_WIDE}]) +(?=[{_WIDE}])")
_FEWEST = 4  # spaces in a line that is letter-spaced
_DIVISION = re.compile(r"第[\d〇零一二三四五六七八九十百千]+[章节節条條款项項部编編卷篇]$")
_NUMBERED = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2})+\.?\s")
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.NOTE})
_LINES = _KINDS | {Kind.HEADING}


def find(scan: Scan) -> Iterator[Fix]:
    """Line ends and spaces between characters of a script without spaces."""
    if scan.text.isascii() or plain.interleaved(scan):
        return
    sure = 0.93 if scan.extracted else 0.6
    yield from _line_ends(scan, sure)
    if _SPACE.search(scan.text):
        drawn = {line.start for line in scan.lines if line.kind in _LINES and _letter_spaced(line.text)}
        yield from _drawn(scan, drawn)
        yield from _spaces(scan, drawn, sure)


def _line_ends(scan: Scan, sure: float) -> Iterator[Fix]:
    for block in scan.blocks:
        if block.kind not in _KINDS:
            continue
        for line, after in pairwise(block.lines):
            text, below = line.text.rstrip(), after.text.lstrip()
            hard = line.text.endswith(("  ", "\\")) or (line is block.lines[0] and _heads(text))
            if not hard and prose.unspaced(text[-1:]) and prose.unspaced(below[:1]):
                edit = Edit(line.start + len(text), after.start + len(after.text) - len(below), "")
                yield Fix((edit,), "A line ends inside a sentence of a script without spaces.", sure)


def _heads(text: str) -> bool:
    """Whether a line is a numbered heading that asks: what is below it is no part of it."""
    return text[-1:] in "?？" and bool(_NUMBERED.match(text))


def _drawn(scan: Scan, drawn: Collection[int]) -> Iterator[Fix]:
    """Spaces of letter-spaced lines."""
    for start in sorted(drawn):
        for space in _ANY.finditer(scan.line_at(start).text):
            yield Fix((Edit(start + space.start(), start + space.end(), ""),), "The line is letter-spaced.", 0.93)


def _spaces(scan: Scan, drawn: Collection[int], sure: float) -> Iterator[Fix]:
    """Single spaces between characters that the text also writes beside each other."""
    pairs = Counter(found.group() + found.group(1) for found in _PAIR.finditer(scan.text))
    for space in _SPACE.finditer(scan.text):
        start = space.start()
        line = scan.line_at(start)
        if line.kind in PROTECTED or line.kind is Kind.TABLE or line.start in drawn:
            continue
        if pairs[scan.text[start - 1] + scan.text[start + 1]] and not _DIVISION.search(scan.text[line.start : start]):
            yield Fix((Edit(start, start + 1, ""),), "The text writes these characters without a space.", sure)


def _letter_spaced(text: str) -> bool:
    """Whether more characters of a line stand apart than beside each other."""
    apart = len(_SPACE.findall(text))
    return apart >= _FEWEST and apart > len(_PAIR.findall(text))


RULE = Rule(
    "unspaced", "Takes spaces and line ends from inside Chinese and Japanese words.", find,
    after="unmarked-lists",
)
