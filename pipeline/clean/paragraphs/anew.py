# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a line of plain text begins anew: with a label, or below a line that had room for its first word."""

from __future__ import annotations

import re

from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.scan import Line, Scan

BEGINS = re.compile(r"[-*+•◦▪●○‣–—\uf0b7]|o\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|[\d¹²³]")
LABEL = re.compile(r"(?P<lead>[ \t]*)(?P<mark>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]|[-*•◦▪●○‣–\uf0b7])[ \t]+(?=\S)")
_EARLY = 0.86  # of the longest lines: one that ends before had room for another word


def early(above: Line, line: Line, shape: plain.Shape) -> bool:
    """Whether a line ended though the first word of the next had room on it."""
    room = shape.margin + shape.width * _EARLY
    return len(above.text.rstrip()) + 1 + len(line.text.split(maxsplit=1)[0]) <= room


def begins_anew(scan: Scan, above: Line, line: Line, shape: plain.Shape) -> bool:
    """Whether a line begins an item of its own: the one above had room for its first word, and is no cut sentence."""
    text, below = above.text.strip(), line.text.strip()
    if not early(above, line, shape) or prose.open_word(text, scan.lang):
        return False
    hangs = text[-1:] in tuple(prose.HYPHENS) or prose.tail(text)[-1:] in tuple(prose.COMMAS)
    return not hangs and not BEGINS.match(below) and (not prose.begins_lower(below) or prose.begins_lower(text))
