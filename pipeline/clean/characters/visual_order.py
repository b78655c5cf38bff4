# SPDX-License-Identifier: AGPL-3.0-or-later
"""visual-order: lines of Arabic that an extractor wrote as they are drawn, from left to right, are turned round.

Proof is in the presentation forms of the font (U+FB50 to U+FEFC): each says where in a word its letter stands. Where
words begin with the forms that end them, the text is turned. It goes before anything reads words; a line that was
joined of several cannot be turned, for nobody can say where each ended: it is told, and stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule, notice
from pipeline.clean.reading.scan import Kind, Line, Scan

_FORM = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc"
_WORD = re.compile(rf"[{_FORM}][{_FORM}\u0600-\u06ff]+")
_HAS = re.compile(rf"[{_FORM}]")
_MARKS = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)*")
# What runs from left to right inside a line: words of other scripts with what is between them, and numbers.
_LATIN = r"[^\W_]*[A-Za-z][^\W_]*(?:[ .,:/@%_+-]+[A-Za-z0-9]+)*"
_RUN = re.compile(rf"{_LATIN}|[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/-][0-9\u0660-\u0669\u06f0-\u06f9]+)*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LONGEST = 130  # characters of a line: more is several
_FEWEST = 5  # words that say which way they run
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.HEADING, Kind.QUOTE})


def turned(scan: Scan) -> bool:
    """Whether the presentation forms of a text stand in the order in which they are drawn."""
    if scan.text.isascii():
        return False
    ends = begins = 0
    for found in _WORD.finditer(scan.text):
        form = unicodedata.decomposition(found.group()[0]).partition(" ")[0]
        ends += form in ("<final>", "<medial>")
        begins += form == "<initial>"
    return ends >= _FEWEST and ends > 4 * begins


def find(scan: Scan) -> Iterator[Fix]:
    """Lines in the order of drawing."""
    if not turned(scan):
        return
    lines = [line for line in scan.lines if line.kind in _KINDS and _HAS.search(line.text)]
    joined = any(len(line.text) > _LONGEST for line in lines)
    for line in lines:
        if len(line.text) > _LONGEST:
            reason = "Lines of Arabic were joined as they are drawn, from left to right: their order is lost."
            yield notice(line.start, line.end, reason)
        else:
            yield _turn(line, 0.6 if joined else 0.95)


def _turn(line: Line, sure: float) -> Fix:
    found = _MARKS.match(line.text)
    start = found.end() if found else 0
    now = logical(line.text[start:].rstrip())
    edit = Edit(line.start + start, line.start + len(line.text.rstrip()), now)
    return Fix((edit,), "The line was written as it is drawn, from left to right.", sure, moved=now)


def logical(text: str) -> str:
    """A line of Arabic in the order in which it is read, with letters for presentation forms.

    In: one line in the order of its places on the page from left to right, in which an accent comes before its letter.
    Numbers and words of other scripts run from left to right in both orders (Unicode Standard Annex 9).
    """
    back = _RUN.sub(lambda run: run.group()[::-1], text[::-1].translate(_MIRRORED))
    return re.sub(f"[{_FORM}]+", lambda forms: unicodedata.normalize("NFKC", forms.group()), back)


RULE = Rule("visual-order", "Turns lines of Arabic round that were written as they are drawn.", find, after="mojibake")
