# SPDX-License-Identifier: AGPL-3.0-or-later
"""layout: the left margin that an extractor of plain text wrote as spaces goes, or Markdown takes it for code.

Lines that stand further in, one after the other or after a colon, are the items of a list whose bullets the
extractor did not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean import plain, prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Kind, Line, Scan

_BEGINS = re.compile(r"[-*+•◦▪●○‣–—\uf0b7]|o\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|[\d¹²³]")


def find(scan: Scan) -> Iterator[Fix]:
    """Indentation of plain text."""
    shape = plain.shape(scan)
    if shape is None:
        return
    groups = list(_groups(scan.lines))
    items = _items(groups, shape)
    for index, group in enumerate(groups):
        for number, line in enumerate(group):
            lead = len(line.text) - len(line.text.lstrip())
            now = "- " if index in items and number == 0 else ""
            if not lead and not now:
                continue
            reason = "The line stands further in, as items do." if now else "The left margin is not text."
            confidence = 0.91 if now else 0.95
            yield Fix((Edit(line.start, line.start + lead, now),), reason, confidence)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.kind is Kind.BLANK:
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _items(groups: Sequence[Sequence[Line]], shape: plain.Shape) -> set[int]:
    """Which groups are items without bullets."""
    depths = [_depth(group, shape) for group in groups]
    found = set()
    for index, depth in enumerate(depths):
        if not depth:
            continue
        above = depths[index - 1] if index else 0
        below = depths[index + 1] if index + 1 < len(depths) else 0
        colon = index > 0 and prose.tail(groups[index - 1][-1].text)[-1:] in tuple(":：")
        if colon or depth in (above, below):
            found.add(index)
    return found


def _depth(group: Sequence[Line], shape: plain.Shape) -> int:
    """How far in a group stands, when all its lines do alike and it begins as text."""
    first = group[0].indent - shape.margin
    if not 2 <= first <= 24 or any(line.indent != group[0].indent for line in group):
        return 0
    return 0 if _BEGINS.match(group[0].text.lstrip()) else first


RULE = Rule("layout", "Takes out the left margin of plain text.", find)
