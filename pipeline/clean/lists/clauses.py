# SPDX-License-Identifier: AGPL-3.0-or-later
"""clauses: a bullet that an extractor put before a clause's own number ("1.7", "§ 3", "2°", "B.6.1", "Section 4") goes.

Such a number is no mark of a list in Markdown: the line is a paragraph, or a heading, and keeps its number. It must
count with another of the text, so that "2.5 metres of rope" stays an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.heading_signs import PARTS
from pipeline.clean.reading.scan import Kind, Line, Scan

_LABEL = (
    r"(?P<sign>§[ \t\xa0]*|[^\W\d_a-z][^\W\d_]{2,15}[ \xa0]|[A-Z]\.(?=\d))?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<end>[.):°º]?)(?=[,\s])"
)
_SAID = 60  # characters of a clause with a word before its number: lists of contents name parts, too
_CLAUSE = re.compile(rf"(?P<lead>[ \t]*)[-*+][ \t]+(?={_LABEL})")
_NUMBERED = re.compile(rf"[ \t]*(?:#{{1,6}}[ \t]+)?(?:[-*+][ \t]+)?[*_]{{0,2}}{_LABEL}")


def find(scan: Scan) -> Iterator[Fix]:
    """Bullets before numbers of clauses."""
    lines = [line for line in scan.lines if line.kind in (Kind.ITEM, Kind.PARA, Kind.HEADING)]
    if not any(_CLAUSE.match(line.text) for line in lines if line.kind is Kind.ITEM):
        return
    known = {key for line in lines if (key := _key(_NUMBERED.match(line.text)))}
    for index, line in enumerate(lines):
        found = _CLAUSE.match(line.text) if line.kind is Kind.ITEM else None
        key = _key(found)
        if not found or not key or not _counts(key, known):
            continue
        if key[0].isalpha() and not (len(line.text) >= _SAID and prose.ends_sentence(line.text)):
            continue
        reason = "A bullet stands before the number of a clause."
        edit = Edit(line.start, line.start + found.end(), _apart(scan, lines[index - 1] if index else None, line))
        rest = (Edit(line.stop, line.stop, scan.eol),) if _touches(lines, index) else ()
        yield Fix((edit, *rest), reason, 0.93 if scan.extracted else 0.6)


def _key(found: re.Match[str] | None) -> tuple[str, tuple[int, ...]] | None:
    """The kind and the parts of a clause's number; None where there is none: a single number needs its sign, or "°"."""
    if not found:
        return None
    number = tuple(int(part) for part in found.group("number").split("."))
    word = (found.group("sign") or "").strip().casefold()
    if word not in PARTS | {""} and word[1:] != ".":
        return None
    sign = word or found.group("end").strip(".):")
    return (sign, number) if sign or len(number) > 1 else None


def _counts(key: tuple[str, tuple[int, ...]], known: set[tuple[str, tuple[int, ...]]]) -> bool:
    """Whether the number before or after begins a line too, or the one of which it is the first part."""
    sign, number = key
    if number[-1] == 1 and (sign, number[:-1]) in known:
        return True
    return any((sign, (*number[:-1], number[-1] + step)) in known for step in (-1, 1))


def _apart(scan: Scan, above: Line | None, line: Line) -> str:
    """What parts a paragraph from a line of text right above it, which it would go on."""
    return scan.eol if above is not None and above.stop == line.start and above.kind is not Kind.HEADING else ""


def _touches(lines: list[Line], index: int) -> bool:
    """Whether an item stands right below that would be taken for text of the paragraph."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.start != lines[index].stop or after.kind is not Kind.ITEM:
        return False
    return not _key(_CLAUSE.match(after.text))


RULE = Rule("clauses", "Takes the bullet from before the number of a clause.", find, after="typed-lists")
