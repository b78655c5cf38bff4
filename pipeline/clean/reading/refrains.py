# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that begin with one word in capitals, clause by clause of a sentence: "WHEREAS, the town …; / WHEREAS, …"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Scan

_WORD = re.compile(r"(?P<word>[^\W\d_a-zß-öø-ÿ]{5,}),?\s+\S*[^\W\d_A-Z]")
_LAST = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3,},\s")
_ENDED = re.compile(r"(?:[,;.:]|[,;]\s+\w{1,4}|^\w{1,4})$")  # "…; and", or the last word alone on its line
_OFTEN = 3
_TEXT = frozenset({Kind.PARA, Kind.ITEM})


def begins(scan: Scan, above: str, text: str) -> bool:
    """Whether a line begins the next clause: with the word of a refrain, or the last one with another in capitals."""
    found, last = _WORD.match(text), _LAST.match(text)
    known = scan.once("refrains", _refrains) if found or last else frozenset[str]()
    if not known or not _ENDED.search(above) or above.isupper():
        return False
    return bool(found and found["word"] in known) or bool(last and prose.tail(above)[-1:] in tuple(prose.COMMAS))


def _refrains(scan: Scan) -> frozenset[str]:
    """The words in capitals with which three lines or more begin, each below one that ends as a clause does."""
    begun, all_lines = Counter[str](), Counter[str]()
    for above, line in pairwise(scan.lines):
        if line.kind in _TEXT and (found := _WORD.match(line.text.strip())):
            all_lines[found["word"]] += 1
            begun[found["word"]] += above.blank or bool(_ENDED.search(above.text.strip()))
    return frozenset(word for word, count in begun.items() if count >= _OFTEN and count * 4 >= all_lines[word] * 3)
