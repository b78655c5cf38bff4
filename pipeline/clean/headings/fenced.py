# SPDX-License-Identifier: AGPL-3.0-or-later
"""fenced-headings: a heading that an extractor wrote into the end of a listing stands below it.

It closes the listing only after the heading that follows. In a listing, what begins with two signs or more, behind a
blank line, and ends it, is no comment where pages prove an extraction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Line, Scan

_HEADING = re.compile(r" {0,3}#{2,6}[ \t]+(?:[*_]{1,3})?(?P<text>[^\W_].{2,140})$")
_LANGUAGE = re.compile(r"[ \t]*[`~]{3,}[ \t]*(?:md|markdown)\b", re.I)


def find(scan: Scan) -> Iterator[Fix]:
    """Listings that end with headings."""
    if not scan.extracted:
        return
    for block in scan.blocks:
        if block.kind is Kind.FENCE and (first := _headed(block)):
            fence = block.lines[-1]
            text = [line.text.strip() for line in block.lines[first:-1] if not line.blank]
            now = f"{scan.eol}{fence.text}{scan.eol * 2}{(scan.eol * 2).join(text)}{_below(scan, fence)}"
            code = next(line for line in reversed(block.lines[:first]) if not line.blank)
            reason = "The heading below a listing was written into its end."
            yield Fix((Edit(code.end, fence.end, now),), reason, 0.93)


def _headed(block: Block) -> int:
    """The place of the first of the headings that end a listing; 0 where none do."""
    lines: Sequence[Line] = block.lines
    if len(lines) < 4 or lines[-1].text.strip().strip("`~") or _LANGUAGE.match(lines[0].text):
        return 0
    first = len(lines) - 1
    while first > 1 and (lines[first - 1].blank or _heads(lines[first - 1].text)):
        first -= 1
    headed = any(not line.blank for line in lines[first:-1])
    return first if headed and first > 1 and lines[first].blank else 0


def _heads(text: str) -> bool:
    found = _HEADING.match(text)
    text = found["text"] if found else ""
    return bool(text) and not prose.begins_lower(text) and prose.tail(text)[-1:] not in tuple(",;")


def _below(scan: Scan, fence: Line) -> str:
    """A line end more where text stands right below the listing."""
    after = scan.line_at(fence.stop) if fence.stop < len(scan.text) else None
    return scan.eol if after is not None and not after.blank else ""


RULE = Rule("fenced-headings", "Takes headings out of the ends of listings.", find, after="code-comments")
