# SPDX-License-Identifier: AGPL-3.0-or-later
"""page-breaks: a form feed goes, and the place is remembered as the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Scan


def find(scan: Scan) -> Iterator[Fix]:
    """Form feeds, each with a line end in its stead where it stood inside a line."""
    for found in re.finditer(r"\f+", scan.text):
        now = scan.eol * _missing(scan, found.start(), found.end())
        yield Fix(
            (Edit(found.start(), found.end(), now),), "A form feed marks the end of a page.", 0.99, page=True
        )


def _missing(scan: Scan, start: int, end: int) -> int:
    """How many line ends keep what stood before apart from what stands after."""
    before, after = scan.text[max(0, start - 40) : start].rstrip(" \t")[-4:], scan.text[end : end + 1]
    if not before or after in ("", "\n", "\r"):
        return 0
    return max(0, 2 - len(before.replace("\r\n", "\n")) + len(before.replace("\r\n", "\n").rstrip("\r\n")))


RULE = Rule("page-breaks", "Takes out form feeds.", find, after="false-tables")
