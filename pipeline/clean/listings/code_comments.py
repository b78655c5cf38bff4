# SPDX-License-Identifier: AGPL-3.0-or-later
"""code-comments: a comment of source code, whose stars were taken for the marks of a list, is code again.

What opens and closes it ("/*", "*/") stands on lines of its own or at the end of the last; all lines between begin with
a star, or with the hyphen that an extractor wrote in its stead.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import PROTECTED, Kind, Line, Scan

_BEGIN = re.compile(r"[ \t]*(?:[-*+][ \t]+|#{1,6}[ \t]+)?`?/\*{1,2}`?[ \t]*$")
_END = re.compile(r"(?:^|[\s`])\*?/`?[ \t]*$")
_STARRED = re.compile(r"[ \t]*(?:[-*+](?:[ \t]+|$))(?P<text>.*)$")
_LONGEST = 60  # lines of a comment
_LEAST = 2  # of its lines that begin with a star


def find(scan: Scan) -> Iterator[Fix]:
    """Comments of which the scanner made lists."""
    if "/*" not in scan.text:
        return
    lines = scan.lines
    place = 0
    while place < len(lines):
        last = _comment(lines, place) if _BEGIN.match(lines[place].text) else 0
        if last:
            yield _fenced(scan, lines[place : last + 1])
        place = max(place, last) + 1


def _comment(lines: Sequence[Line], first: int) -> int:
    """The last line of the comment that a line opens; 0 where there is none, or it is code already."""
    if lines[first].kind in PROTECTED:
        return 0
    starred = 0
    for place in range(first + 1, min(len(lines), first + _LONGEST)):
        line = lines[place]
        if line.blank:
            continue
        found, ends = _STARRED.match(line.text), bool(_END.search(line.text))
        wrapped = line.kind is Kind.PARA and not lines[place - 1].blank
        if line.kind in PROTECTED or not (found or ends or wrapped):
            return 0
        starred += bool(found)
        if ends:
            return place if starred >= _LEAST else 0
    return 0


def _fenced(scan: Scan, lines: Sequence[Line]) -> Fix:
    """The comment between two fences; lines that were wrapped are whole."""
    rows = ["/*"]
    for line in lines[1:]:
        text = line.text.strip()
        found = _STARRED.match(line.text)
        if found:
            body = html.unescape(found.group("text").strip().strip("`").strip())
            rows.append(" */" if body in ("/", "*/") else f" * {body}".rstrip())
        elif text in ("*/", "/"):
            rows.append(" */")
        elif text:
            rows[-1] += f" {html.unescape(text)}"
    if not rows[-1].endswith("*/"):
        rows.append(" */")
    fence = scan.eol.join(["```", *rows, "```"])
    apart = scan.break_above(lines[0].start)
    reason = "A comment of source code: its stars are no marks of a list."
    return Fix((Edit(lines[0].start, lines[-1].end, apart + fence),), reason, 0.92 if scan.extracted else 0.6)


RULE = Rule("code-comments", "Makes code of comments that were taken for lists.", find, after="split-paragraphs")
