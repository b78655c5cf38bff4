# SPDX-License-Identifier: AGPL-3.0-or-later
"""cut-urls: an address that a line end cut, or a space entered, is one again; escapes inside it go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import PROTECTED, Kind, Scan

_CUT = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]`\"“”|]{0,2000}[/.\-_=&?%#~](?P<gap>[ "
    r"\t]*(?:\r\n|\n|\r)[ \t]*|[ ])(?P<next>[^\s<>()\[\]`\"“”|]+)"
)
_DOMAIN = re.compile(
    r"(?:com|org|net|gov|edu|int|mil|info|io|eu|uk|us|ca|au|fr|de|es|pt|it|ch|at|be|nl|br|mx|ar|cn)(?=[/:.,;)]|$)"
)
_PART = re.compile(
    r"[\w%~.\-]*(?:/|\.(?:html?|pdf|md|php|aspx?|xml|json|docx?|txt|jpe?g|png)\b|[_=&?#]|\d[\w-]*\.\w{2,4}\b)"
)
_ESCAPED = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]`]{0,2000}\\[_\-.~&#][^\s<>()\[\]`]*")


def find(scan: Scan) -> Iterator[Fix]:
    """Addresses with a gap, and addresses with escapes."""
    if "://" not in scan.text and "www." not in scan.text:
        return
    cursor = 0
    while found := _CUT.search(scan.text, cursor):
        cursor = found.end("gap")
        line = scan.line_at(found.start())
        if (
            line.kind in PROTECTED
            or line.kind is Kind.TABLE
            or scan.line_at(found.end()).kind not in (Kind.PARA, line.kind)
        ):
            continue
        confidence = _goes_on(scan.text[found.start("gap") - 1], found.group("next"), found.group("gap"))
        if confidence:
            reason = "The address goes on after the gap."
            yield Fix((Edit(found.start("gap"), found.end("gap"), ""),), reason, confidence)
    for found in _ESCAPED.finditer(scan.text):
        if not scan.protected(found.start()):
            now = re.sub(r"\\([_\-.~&#])", r"\1", found.group())
            yield Fix((Edit(found.start(), found.end(), now),), "An address needs no escapes.", 0.93)


def _goes_on(last: str, following: str, gap: str) -> float:
    """How sure it is that an address goes on with what follows."""
    newline = gap.strip(" \t") != ""
    if re.match(r"https?:|www\.", following):
        return 0
    if last == ".":
        return (
            0.93
            if _DOMAIN.match(following) or (newline and following[:1].islower() and _PART.match(following))
            else 0
        )
    if _PART.match(following) and (following[:1].islower() or following[:1].isdigit() or newline):
        return 0.93 if last in "/-_=" else 0.91
    return 0.6 if newline and last in "-_=/" else 0


RULE = Rule("cut-urls", "Mends addresses that a line end cut.", find, after="emphasis")
