# SPDX-License-Identifier: AGPL-3.0-or-later
"""split-paragraphs: in plain text without blank lines, a line that ends early ends a paragraph or is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import first_labels, line_labels, line_room, plain, prose, refrains
from pipeline.clean.reading.scan import Kind, Line, Scan

_ITEM = re.compile(r"\s*(?:[•◦▪●○‣\uf0b7]|[-–*+]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)")
_BULLET = re.compile(r"\s*(?:[•◦▪●○‣\uf0b7]|[-–*+]\s)")
_FEWEST = 3  # items that go on further in
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|\(?[a-z][.)])\s+[^\W\d_]")
_LEADING = re.compile(r"[\w)\]\"”»]\s?[:;：；]$")
_SAID = 7  # words of a line: a shorter one may be a label, or a cell
_HANGS = 2
_EARLY = 0.86
_HEADING = 0.8  # of a full line: a numbered line that is no longer, and has no end, heads what follows
_ENDED = 0.7  # the same for one that ends with a stop: the next sentence would have begun on it


def find(scan: Scan) -> Iterator[Fix]:
    """Places inside blocks where a line had room for the first word of the next and did not take it."""
    shape = plain.shape(scan)
    if shape is None:
        return
    for line, after in zip(scan.lines, scan.lines[1:], strict=False):
        if line.kind not in (Kind.PARA, Kind.ITEM) or after.kind not in (Kind.PARA, Kind.ITEM):
            continue
        confidence = _ends(scan, line, after, shape)
        if confidence:
            reason = "The line ends early and the next begins anew: a paragraph ends here."
            yield Fix((Edit(line.stop, line.stop, scan.eol),), reason, confidence, close=True)


def _ends(scan: Scan, line: Line, after: Line, shape: plain.Shape) -> float:
    """How sure it is that a block ends with a line (0: it does not)."""
    hangs = after.indent >= _HANGS and not _ITEM.match(after.text)  # the layout left it below the label of its item
    if hangs and not prose.ends_sentence(line.text):
        return 0
    text, below = " ".join(line.text.split()), " ".join(after.text.split())
    if prose.stops(text) and line_labels.counts(scan, below):
        return 0.95
    if _again(scan, line, below):
        return 0.95
    if refrains.begins(scan, text, below):
        return 0.93
    first = below[:1] if prose.unspaced(below[:1]) else below.split(" ", 1)[0]
    if text.isdigit() or not _fits(scan, text, first, shape):
        return 0
    if _ITEM.match(after.text) or _ITEM.match(line.text) or first_labels.begins(scan, after):
        numbered = re.match(r"\s*\(?\d{1,3}[.)]\s", after.text) or first_labels.begins(scan, after)
        if _ITEM.match(line.text):
            return 0.92 if _heads(scan, text, below, shape) or _below_list(scan, line, after) else 0
        return 0.95 if numbered else 0
    if _leads(text):
        return 0.95
    if prose.begins_lower(below) or not prose.head(below)[:1].isalnum():
        return 0
    if (text.isupper() and below.isupper()) or text[-1:] in tuple(prose.HYPHENS):
        return 0
    if prose.stops(text):
        return 0.95
    if prose.open_word(text, scan.lang) or prose.tail(text)[-1:] in tuple(prose.COMMAS):
        return 0
    return 0.92 if plain.room(text) <= shape.width * 0.8 else 0.6


def _again(scan: Scan, line: Line, below: str) -> bool:
    """Whether the first line of a block ends with a semicolon, and the next begins with the word with which it does."""
    above = scan.line_at(line.start - 1) if line.start else None
    if not prose.tail(line.text).endswith(";") or not (above is None or above.blank):
        return False
    return bool(prose.first_word(below)) and prose.first_word(below) == prose.first_word(line.text)


def _below_list(scan: Scan, line: Line, after: Line) -> bool:
    """Whether text stands right below an item whose line had room, no further in, where the lines of items hang."""
    if not _BULLET.match(line.text) or _ITEM.match(after.text) or after.indent > line.indent:
        return False
    return prose.begins_upper(after.text) and scan.once("items hang", _hanging) >= _FEWEST


def _hanging(scan: Scan) -> int:
    """How many items with a bullet go on with a line that stands further in than they do."""
    pairs = zip(scan.lines, scan.lines[1:], strict=False)
    listed = [(line, after) for line, after in pairs if _BULLET.match(line.text) and not after.blank]
    return sum(not _ITEM.match(after.text) and after.indent >= line.indent + _HANGS for line, after in listed)


def _heads(scan: Scan, text: str, below: str, shape: plain.Shape) -> bool:
    """Whether a numbered line ends so early that what is below it is no part of it."""
    ended = prose.ends_sentence(text)
    most = shape.width * (_ENDED if ended else _HEADING)
    if not _NUMBERED.match(text) or _ITEM.match(below) or plain.room(text) > most:
        return False
    begins = prose.begins_upper(below) or prose.caseless(below) or bool(re.match(r"\d{1,3}\.\d", below))
    goes_on = prose.tail(text)[-1:] in tuple(":;" + prose.COMMAS + prose.HYPHENS)
    return begins and not goes_on and not prose.open_word(text, scan.lang)


def _leads(text: str) -> bool:
    """Whether a line leads up to what is below it, or is a clause of several: then that may begin small."""
    return len(text.split()) >= _SAID and bool(_LEADING.search(text))


def _fits(scan: Scan, text: str, word: str, shape: plain.Shape) -> bool:
    """Whether a word had room on the line above it."""
    room = line_room.room(scan)
    early = plain.room(text) + 1 + plain.room(word) <= shape.width * _EARLY
    if room is None or prose.unspaced(word[:1]):
        return early
    return room.left(text, word) or (early and prose.stops(text))  # capitals are few and fill a line


RULE = Rule(
    "split-paragraphs", "Parts paragraphs and headings that stand without a blank line between.", find,
    after="layout",
)
