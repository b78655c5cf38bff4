# SPDX-License-Identifier: AGPL-3.0-or-later
"""The labels in letters or Roman numbers with which lists begin: "i." and "(a)", where "ii." and "(b)" come after them.

One alone may be cited in a sentence, or be a person's initial.
"""

from __future__ import annotations

import re

from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import TEXT, Line, Scan

_LABEL = re.compile(r"[ \t]*(\(?(?:[a-z]|[ivx]{2,5}|[IVX]{1,5})[.)])[ \t]+\S")


def begins(scan: Scan, line: Line) -> bool:
    """Whether a line begins with the first label of a list that goes on."""
    return line.start in scan.once("first labels", _first)


def _first(scan: Scan) -> frozenset[int]:
    """Where lines begin with a label that counts one, before one in the same way that counts two."""
    first: set[int] = set()
    waiting: dict[str, int] = {}
    for line in scan.lines:
        found = _LABEL.match(line.text) if line.kind in TEXT else None
        for style, number in read_mark(found.group(1)) if found else ():
            if number == 1:
                waiting[style] = line.start
            elif number == 2 and style in waiting:
                first.add(waiting.pop(style))
    return frozenset(first)
