# SPDX-License-Identifier: AGPL-3.0-or-later
"""signed-listings: in plain text a line that begins with "#" is a comment, or typed at a prompt: it begins a listing.

Extractors that keep form feeds mark no headings, so the sign was printed. What stands right below is of the listing, up
to the next blank line. "#" above a column ("#   Lamp") names it. An author may type form feeds too: then the sign
begins the text, or stands right above a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.plain import room
from pipeline.clean.reading.scan import Kind, Line, Scan

_SIGN = re.compile(r" {0,3}#{1,3} {1,2}\S")
_SAID = 50  # signs of a line that ends like a sentence: a shorter one may be typed
_REASON = "The sign was printed: a comment, or what is typed at a prompt."


def find(scan: Scan) -> Iterator[Fix]:
    """Lines behind a printed "#", with those right below."""
    if "\f" not in scan.origin or _SIGN.match(scan.origin.lstrip()):
        return
    for filled, group in groupby(scan.lines, lambda line: not line.blank):
        lines = list(group) if filled else []
        if any(line.kind in (Kind.FENCE, Kind.CODE, Kind.META) for line in lines):
            continue
        first = next((at for at, line in enumerate(lines) if _signed(scan, line)), None)
        if first is None:
            continue
        last = _last(lines, first)
        if first < last or last + 1 == len(lines):
            yield _fenced(scan, lines, first, last)


def _signed(scan: Scan, line: Line) -> bool:
    """Whether a line begins with the sign, and came so: a heading that another repair made does not."""
    return bool(_SIGN.match(line.text)) and scan.came(line.start, line.end)


def _last(lines: Sequence[Line], first: int) -> int:
    """The last line of a listing: what is said below is none."""
    last = first
    while last + 1 < len(lines):
        below, after = lines[last + 1].text, lines[last + 2].text if last + 2 < len(lines) else ""
        said = prose.ends_sentence(below) or (below.rstrip()[-1:].isalnum() and prose.begins_lower(after.lstrip()))
        if "\f" in below or (room(below) > _SAID and said and not _SIGN.match(below)):
            break
        last += 1
    return last


def _fenced(scan: Scan, lines: Sequence[Line], first: int, last: int) -> Fix:
    text = scan.text[lines[first].start : lines[last].end]
    above, below = [""] * (first > 0), [""] * (last + 1 < len(lines))
    now = scan.eol.join([*above, "```", text, "```", *below])
    return Fix((Edit(lines[first].start, lines[last].end, now),), _REASON, 0.92)


RULE = Rule("signed-listings", "Makes listings of lines behind a printed “#”.", find, after="image-placeholders")
