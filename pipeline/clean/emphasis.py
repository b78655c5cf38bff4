# SPDX-License-Identifier: AGPL-3.0-or-later
"""emphasis: bold that an extractor ended and began again at a line end is one; a space before a stop goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Kind, Scan

_BROKEN = re.compile(
    r"(?<=[^\s*_\\])(\*\*|(?<![\w*])__)(?P<gap>[ \t]+|[ \t]*(?:\r\n|\n|\r)[ \t]*)\1(?=[^\s*_])"
)
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.HEADING, Kind.QUOTE})


def find(scan: Scan) -> Iterator[Fix]:
    """Places where bold stops and starts with nothing but space between."""
    if "**" not in scan.text:
        return
    for found in _BROKEN.finditer(scan.text):
        line = scan.line_at(found.start())
        before = scan.text[line.start : found.start()]
        if line.kind not in _KINDS or scan.line_at(found.end() - 1).kind not in (line.kind, Kind.PARA):
            continue
        if before.count("**") % 2 == 0:
            continue  # here bold begins, ends at once, and is no break
        yield Fix((Edit(found.start(), found.end(), found.group("gap")),), "Bold ends and begins again.", 0.93)


RULE = Rule("emphasis", "Joins bold that was broken at a line end.", find)
