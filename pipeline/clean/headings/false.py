# SPDX-License-Identifier: AGPL-3.0-or-later
"""false-headings: a heading that is the rest of a sentence is text again, so that it can be joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Block, Kind, Scan


def find(scan: Scan) -> Iterator[Fix]:
    """Headings that go on a sentence, or are one of some length."""
    blocks = scan.blocks
    colons = _colons(scan)
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or block.level == 1:
            continue
        text = scan.slice(block).strip()
        above = blocks[index - 1] if index else None
        cut = above is not None and above.kind in (Kind.PARA, Kind.ITEM) and not prose.stops(scan.slice(above))
        lower = prose.begins_lower(text)
        if cut and len(text) > 20 and (lower or (_hangs(scan, above) and prose.ends_sentence(text))):
            proven = scan.extracted or _hangs(scan, above) or prose.ends_sentence(text)
            confidence = 0.93 if proven else 0.6  # authors name what begins small: versions, functions
        elif prose.ends_sentence(text) and text.rstrip("*_ ")[-1:] not in "?!？！" and len(text) > 120:
            confidence = 0.92
        elif lower and prose.ends_sentence(text) and len(text) > 40:
            confidence = 0.9
        elif lower and scan.extracted and (prose.ends_sentence(text) or text.strip("*_ ").casefold() in hyphens.AND):
            confidence = 0.91  # the last item of a list, or what leads up to it
        elif colons and _colon(scan, block) and _list_follows(scan, blocks, index):
            edit = Edit(block.start, block.body, "")
            yield Fix((edit,), "The line leads up to a list; no other heading here ends so.", 0.91)
            continue
        else:
            continue
        edit = Edit(block.start, block.body, "")
        yield Fix((edit,), "This is a sentence, or the rest of one, not a heading.", confidence)


def _hangs(scan: Scan, above: Block | None) -> bool:
    """Whether the text above ends with a word that needs another."""
    return above is not None and len(scan.slice(above)) > 60 and prose.open_word(scan.slice(above), scan.lang)


def _colon(scan: Scan, block: Block) -> bool:
    return prose.ends_colon(scan.slice(block).rstrip("# "))


def _colons(scan: Scan) -> bool:
    """Whether few headings end with a colon, what is said again counted once: where many do, it is the custom of this
    text."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING and block.level > 1]
    said = {scan.slice(block).strip().casefold() for block in headings if _colon(scan, block)}
    return len(said) * 3 <= len(headings)


def _list_follows(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether a list follows, or short text that can be one."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or not scan.extracted:
        return False
    return after.kind is Kind.ITEM or (after.kind is Kind.PARA and len(scan.slice(after)) < 400)


RULE = Rule("false-headings", "Makes text of headings that are the rest of a sentence.", find, after="inline-labels")
