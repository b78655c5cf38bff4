# SPDX-License-Identifier: AGPL-3.0-or-later
"""unspaced: in Chinese and Japanese no space stands inside a word where a line of the page ended.

A line end between two such characters is read as a space in Markdown, and some extractors write one. A space stays
where the document nowhere writes the two characters beside each other, and after the number of a division (第三条).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.clean import plain, prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import PROTECTED, Kind, Scan

_HAN = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPACE = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_PAIR = re.compile(rf"[{_HAN}](?=([{_HAN}]))")
_DIVISION = re.compile(r"第[\d〇零一二三四五六七八九十百千]+[章节節条條款项項部编編卷篇]$")
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.NOTE})


def find(scan: Scan) -> Iterator[Fix]:
    """Line ends and spaces between characters of a script without spaces."""
    if scan.text.isascii() or plain.columns(scan):
        return
    sure = 0.93 if scan.pages else 0.6
    for block in scan.blocks:
        for line, after in zip(block.lines, block.lines[1:], strict=False):
            text, below = line.text.rstrip(), after.text.lstrip()
            hard = line.text.endswith(("  ", "\\"))
            if block.kind in _KINDS and not hard and prose.unspaced(text[-1:]) and prose.unspaced(below[:1]):
                edit = Edit(line.start + len(text), after.start + len(after.text) - len(below), "")
                yield Fix((edit,), "A line ends inside a sentence of a script without spaces.", sure)
    if not _SPACE.search(scan.text):
        return
    pairs = Counter(found.group() + found.group(1) for found in _PAIR.finditer(scan.text))
    for space in _SPACE.finditer(scan.text):
        start = space.start()
        line = scan.line_at(start)
        if line.kind in PROTECTED or line.kind is Kind.TABLE or _DIVISION.search(scan.text[line.start : start]):
            continue
        if pairs[scan.text[start - 1] + scan.text[start + 1]]:
            yield Fix((Edit(start, start + 1, ""),), "The text writes these characters without a space.", sure)


RULE = Rule("unspaced", "Takes spaces and line ends from inside Chinese and Japanese words.", find)
