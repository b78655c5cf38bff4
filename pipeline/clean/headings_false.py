# SPDX-License-Identifier: AGPL-3.0-or-later
"""false-headings: a heading that is the rest of a sentence is text again, so that it can be joined."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Kind, Scan


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that go on a sentence, or are one of some length."""
    blocks = scan.blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or block.level == 1:
            continue
        text = scan.slice(block).strip()
        above = blocks[index - 1] if index else None
        cut = above is not None and above.kind in (Kind.PARA, Kind.ITEM) and not prose.stops(scan.slice(above))
        lower = prose.begins_lower(text)
        if lower and cut and len(text) > 20:
            confidence = 0.93
        elif prose.ends_sentence(text) and text.rstrip("*_ ")[-1:] not in "?!？！" and len(text) > 120:
            confidence = 0.92
        elif lower and prose.ends_sentence(text) and len(text) > 40:
            confidence = 0.9
        else:
            continue
        edit = Edit(block.start, block.body, "")
        yield Fix((edit,), "This is a sentence, or the rest of one, not a heading.", confidence)


RULE = Rule("false-headings", "Makes text of headings that are the rest of a sentence.", find)
