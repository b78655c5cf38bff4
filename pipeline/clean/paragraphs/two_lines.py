# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items of two lines of which an extractor of boxes made two texts, since the second stands further in than the bullet.

Three lines or more stay together. That the first was full is told by the width of its letters in print, as the lines of
the text came: repairs make one line of two.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.reading import line_room, plain, prose
from pipeline.clean.reading.scan import Block, Kind, Scan, printed

_TWO = 2
_FULL = 0.935  # of a full line of the text, with the next word
_NAME = 40  # characters of a second line that begins large


def cut(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether the line below an item goes on it: it begins small, or is short and has the next item below."""
    own, after = blocks[index], blocks[index + 1]
    if own.kind is not Kind.ITEM or after.kind is not Kind.PARA or len(own.lines) + len(after.lines) > _TWO:
        return False
    text, below = scan.text[own.start : own.end], scan.slice(after)
    room = line_room.came(scan) if scan.extracted and plain.shape(scan) is not None else None
    if room is None or prose.stops(text) or not (prose.begins_lower(below) or _short(scan, blocks, index)):
        return False
    return room.taken(text, "") <= 1 and room.taken(text, below.split(maxsplit=1)[0]) >= _FULL


def _short(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a line that begins large is short, and stands between an item and the next of its sort."""
    own, after = blocks[index], blocks[index + 1]
    below = blocks[index + 2] if index + 2 < len(blocks) else None
    if below is None or below.kind is not Kind.ITEM or below.bulleted != own.bulleted:
        return False
    text = scan.slice(after)
    return printed(after.lines[0].text) < _NAME and prose.begins_upper(text) and not prose.ends_colon(text)
