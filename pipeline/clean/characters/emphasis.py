# SPDX-License-Identifier: AGPL-3.0-or-later
"""emphasis: bold, or a link, that an extractor ended and began again at a line end is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Kind, Scan

_BROKEN = re.compile(
    r"(?<=[^\s*_\\])(\*\*|(?<![\w*])__)(?P<gap>[ \t]+|[ \t]*(?:\r\n|\n|\r)[ \t]*)\1(?=[^\s*_])"
)
_LINK = re.compile(
    r"\]\((?P<target>[^()\s]{1,2000})\)(?P<gap>[ \t]*(?:\r\n|\n|\r)[ \t]*)\[(?=[^\]\n]*\]\((?P<next>[^()\s]{1,2000})\))"
)
_KINDS = frozenset({Kind.PARA, Kind.ITEM, Kind.HEADING, Kind.QUOTE})


def find(scan: Scan) -> Iterator[Fix]:
    """Places where bold or a link stops and starts again with nothing but space between."""
    yield from _links(scan)
    if "**" not in scan.text:
        return
    for found in _BROKEN.finditer(scan.text):
        line = scan.line_at(found.start())
        before = scan.text[line.start : found.start()]
        if line.kind not in _KINDS or scan.line_at(found.end() - 1).kind not in (line.kind, Kind.PARA):
            continue
        if before.count("**") % 2 == 0:
            continue  # here bold begins, ends at once, and is no break
        code = "`" in before[-1:] + scan.text[found.end() : found.end() + 1]  # an author set it apart
        sure = 0.6 if code and not scan.extracted else 0.93
        yield Fix((Edit(found.start(), found.end(), found.group("gap")),), "Bold ends and begins again.", sure)


def _links(scan: Scan) -> Iterator[Fix]:
    """Links to one address on two lines: one link that was set over both."""
    if "](" not in scan.text:
        return
    for found in _LINK.finditer(scan.text):
        here, there = scan.line_at(found.start()), scan.line_at(found.end())
        if found.group("target") != found.group("next") or here.kind not in _KINDS or there.kind is not Kind.PARA:
            continue
        yield Fix(
            (Edit(found.start(), found.end(), found.group("gap")),),
            "A link ends and begins again.",
            0.95,
            deleted=found.group("target"),
        )


RULE = Rule("emphasis", "Joins bold and links that were broken at a line end.", find, after="letter-spaced")
