# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a line of plain text begins anew: with a label, or below a line that had room for its first word."""

from __future__ import annotations

import re

from pipeline.clean.reading import line_room, plain, prose
from pipeline.clean.reading.scan import Line, Scan

BEGINS = re.compile(r"[-*+•◦▪●○‣–—\uf0b7]|o\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|[\d¹²³]")
LABEL = re.compile(r"(?P<lead>[ \t]*)(?P<mark>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]|[-*•◦▪●○‣–\uf0b7])[ \t]+(?=\S)")
_TERM = re.compile(r"\s*[^\W\d_a-zß-öø-ÿ][\w'’ ()/-]{2,40}?\s?:\s+\S")
_EARLY = 0.86  # of the longest lines: one that ends before had room for another word
_LEFT = 0.93  # the same by the width of its letters in print


def labelled(line: Line) -> bool:
    """Whether a line begins with a term and a colon, as items of definitions do."""
    return bool(_TERM.match(line.text))


def early(above: Line, line: Line, shape: plain.Shape) -> bool:
    """Whether a line ended though the first word of the next had room on it."""
    room = shape.margin + shape.width * _EARLY
    return len(above.text.rstrip()) + 1 + len(line.text.split(maxsplit=1)[0]) <= room


def _taken(scan: Scan, above: Line, line: Line, shape: plain.Shape) -> float:
    """What share of its room a line takes with the first word of the next; it has less where it stands further in."""
    room = line_room.room(scan)
    left = 1 - max(0, above.indent - shape.margin) / shape.width
    return room.taken(above.text, line.text.split(maxsplit=1)[0]) / left if room and left > 0 else 1


def begins_anew(scan: Scan, above: Line, line: Line, shape: plain.Shape) -> bool:
    """Whether a line begins an item of its own: the one above had room for its first word, and is no cut sentence."""
    text, below = above.text.strip(), line.text.strip()
    if BEGINS.match(below) or prose.open_word(text, scan.lang) or text[-1:] in tuple(prose.HYPHENS):
        return False
    taken = _taken(scan, above, line, shape)
    alike = prose.begins_lower(below) == prose.begins_lower(text)
    if alike and prose.tail(text)[-1:] in tuple(";；؛"):
        return True  # so clauses end that stand below each other
    if prose.tail(text)[-1:] in tuple(prose.COMMAS):
        return taken < _EARLY and (prose.begins_upper(below) or alike)
    if prose.begins_lower(below) and not alike:
        return taken < _EARLY
    return taken < _LEFT or early(above, line, shape)
