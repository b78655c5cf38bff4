# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels of several numbers, or with the sign of an ordinal, at the beginning of lines: "1.12", "3.2.1.", "2°".

A number in a sentence may stand there by chance; one that counts on from another that begins a line does not.
"""

from __future__ import annotations

import re

from pipeline.clean.reading.scan import Kind, Scan

_LABEL = re.compile(r"(?P<numbers>\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=\S)|(?P<point>\d{1,2})\s?[°º]\s+(?=\S)")
_TEXT = frozenset({Kind.PARA, Kind.ITEM})


def read(text: str) -> tuple[int, ...]:
    """The numbers of the label with which a text begins ("1.12 Fees" is 1 and 12, "2° Fees" is -1 and 2); else none."""
    found = _LABEL.match(text)
    if not found:
        return ()
    if point := found.group("point"):
        return (-1, int(point))
    return tuple(int(number) for number in found.group("numbers").split("."))


def counts(scan: Scan, text: str) -> bool:
    """Whether a text begins with a label that another line counts up to, or goes on from."""
    label = read(text)
    if not label:
        return False
    known = scan.once("line labels", _labels)
    return (*label[:-1], label[-1] - 1) in known or (*label[:-1], label[-1] + 1) in known


def _labels(scan: Scan) -> frozenset[tuple[int, ...]]:
    return frozenset(read(line.text.lstrip()) for line in scan.lines if line.kind in _TEXT)
