# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the capital with which a text begins is that of a sentence, or the first word's own.

A cut sentence goes on with a capital only where the word has one anyway: a name, a term that the text defines
("the / Licensee"), a German noun. The text itself tells: it writes such a word with a capital inside sentences.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Scan

_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]*")
_COUNTED = re.compile(r"[#*_ \t]*([^\W\d_a-z][^\W\d_]+)[ \t]+(?:\d{1,4}|[IVXLC]{1,7})\b")
_SERIES = 3  # texts that begin with one word and a number
_LAST = re.compile(r"(?<![^\W_])[^\W\d_]+$")
_INSIDE = re.compile(r"[^\W\d_A-Z],?[ \t](?=([^\W\d_a-z][^\W\d_]*))")


def begins_anew(scan: Scan, below: str) -> bool:
    """Whether a text begins with a capital that its first word owes to the beginning.

    So it is where the text writes the word small more than twice as often as with a capital inside a sentence, and with
    articles and the like where the text has neither.
    """
    word = prose.first_word(below)
    if not word[:1].isupper():
        return False
    small, inside = scan.once("small", _small)[word.casefold()], scan.once("inside", _inside)[word]
    if not small and not inside:
        return prose.open_word(word.casefold(), scan.lang)
    return inside * 2 < small


def own_capital(scan: Scan, below: str) -> bool:
    """Whether a text begins with a capital that its first word has inside sentences too."""
    word = prose.first_word(below)
    return prose.begins_upper(below) and scan.once("inside", _inside)[word] > 0 and not begins_anew(scan, below)


def _small(scan: Scan) -> Counter[str]:
    return Counter(_SMALL.findall(scan.text))


def _inside(scan: Scan) -> Counter[str]:
    return Counter(_INSIDE.findall(scan.text))


def counted(scan: Scan, below: str) -> bool:
    """Whether a text begins with a word and a number as others of the text do ("Article 13", "CHAPTER II")."""
    found = _COUNTED.match(below)
    return found is not None and scan.once("counted", _counted)[found.group(1).casefold()] >= _SERIES


def _counted(scan: Scan) -> Counter[str]:
    found = (_COUNTED.match(scan.text, block.start, block.end) for block in scan.blocks)
    return Counter(match.group(1).casefold() for match in found if match)


def named(end: str) -> bool:
    """Whether the last word of a text begins with a capital, as that of a cell or a name does ("No").

    Where all words do, or a sentence begins with it, that says nothing.
    """
    found = _LAST.search(end[-40:])
    if found is None or not found.group()[0].isupper() or end[-40:].isupper():
        return False
    return not prose.stops(end[-40:][: found.start()])
