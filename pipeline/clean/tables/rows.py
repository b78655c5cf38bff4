# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of a table in plain text: an extractor left the columns, and no line between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.reading.scan import Block, Scan

_MONEY = r"[£$€¥]?[ \xa0]?[+–−-]?\d{1,3}(?:[.,'’ \xa0]\d{3})*(?:[.,]\d{1,2})?[ \xa0]?[%€£]?"
# A cell behind a gap that holds nothing but an amount.
_CELL = re.compile(rf"\S {{2,}}(?:{_MONEY}|\d+|[–—-])(?= {{2,}}|$)")
# Amounts that are written as such, be there a gap or not: with two or three digits behind a sign, or a unit.
_AMOUNT = re.compile(r"(?<!\S)(?:[£$€¥] ?\d[\d.,]*|\d{1,3}(?:[.,]\d{2,3})+|\d[\d.,]* ?[%€£])(?!\S)")
_GAPS = re.compile(r"\S {3,}(?=\S)")
_UNIT = re.compile(r"\((?:[£$€¥%]|[A-Z]{3}|[mk]?[gmls])\)")
_NAMED = re.compile(r"\s*(?P<word>[^\W\d_]+)\s+(?:\d{1,3}|[IVXLC]+)\s*$")  # "Chapter   1", or "Bridges   3"
_EVEN = 4  # gaps of one width
_LONGEST = 400  # characters of a row
# What an extractor calls a table, a picture or a box, above it.
CAPTION = re.compile(
    r"(?i:tab(?:le|leau|elle|la)?|fig(?:ure|ura)?|abb(?:ildung)?|chart|box|encadré|gráfico|cuadro|jadual|图|表|الجدول|الشكل)"
    r"\.?\s*(?:n[°º]\s*)?(?:\(?\d|[A-Z]\b)"
)
_ROWS = 3  # of such lines with another word each, one below the other


def row(text: str) -> bool:
    """Whether a line is a row of a table: two amounts, or a column that holds one, or three columns."""
    if _NAMED.match(text):
        return False
    if len(_AMOUNT.findall(text)) > 1 or (_CELL.search(text) and not (_spread(text) and _worded(text))):
        return True
    return len(_GAPS.findall(text.strip())) > 1 and not text.isupper() and not _spread(text)


def _spread(text: str) -> bool:
    """Whether a line was set wide, word by word: between columns no gap is as wide as all others."""
    gaps = re.findall(r"[^\S\r\n]+", text.strip())
    return len(gaps) >= _EVEN and len(set(gaps)) == 1


def _worded(text: str) -> bool:
    """Whether most of what stands between gaps is words: set to both margins, a sentence has its numbers apart too."""
    parts = text.split()
    return sum(part[:1].isalpha() for part in parts) * 2 > len(parts)


def tabled(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a row, stands between two, or names the columns of the row below."""
    if row(scan.text[blocks[index].start : blocks[index].end]) or _named_rows(scan, blocks, index):
        return True
    if any(CAPTION.match(scan.slice(blocks[at])) for at in (index, index - 1) if at >= 0):
        return True  # what a table is called, and its first columns
    near = [(at, line) for at, line in ((index - 1, -1), (index + 1, 0)) if 0 <= at < len(blocks)]
    beside = {at: row(blocks[at].lines[line].text[:_LONGEST]) for at, line in near}
    above, below = beside.get(index - 1, False), beside.get(index + 1, False)
    return below and (above or bool(_UNIT.search(scan.slice(blocks[index]))))


def _named_rows(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a word and a number stand among such rows, each with a word of its own."""
    if not _NAMED.match(scan.slice(blocks[index])):
        return False
    first = index
    while first > max(0, index - _ROWS) and _NAMED.match(scan.slice(blocks[first - 1])):
        first -= 1
    words = []
    for block in blocks[first : index + _ROWS]:
        if not (found := _NAMED.match(scan.slice(block))):
            break
        words.append(found.group("word").casefold())
    return len(words) >= _ROWS and len(set(words)) == len(words)
