# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a line of text holds what nobody reads as words: addresses of links, attribute lists, code, tags."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.clean.reading.scan import Scan

# Lengths are bounded, so that a bracket that nobody closes is not looked for through the whole text.
_UNSAID = re.compile(
    r"``(?!`)[^\n]{1,400}?``(?!`)|`[^`\n]+(?:\n(?![ \t]*\n)[^`\n]*){0,3}`"
    r"|\]\((?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s?\)"
    r"|\]\[(?!\^)[^\[\]\n]{0,200}\]"
    r"|\{[:#.][^{}\n]{0,300}\}|\{[^{}\n=]{1,100}=[^{}\n]{0,300}\}"
    r"|</?[a-zA-Z][^<>]{0,2000}>"
)


def inside(scan: Scan, place: int) -> bool:
    """Whether a place is inside a link's address, an attribute list, code, or a tag; their first sign is not."""
    starts, ends = scan.once("unsaid", _ranges)
    index = bisect_left(starts, place) - 1
    return index >= 0 and place < ends[index]


def _ranges(scan: Scan) -> tuple[list[int], list[int]]:
    found = [match.span() for match in _UNSAID.finditer(scan.text)]
    return [start for start, _ in found], [end for _, end in found]
