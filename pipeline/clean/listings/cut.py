# SPDX-License-Identifier: AGPL-3.0-or-later
"""cut-listings: a listing of which an extractor made several is one again.

It fences each group of lines that stands apart on the page. Nobody writes one listing right below another with
nothing to say between, and in Markdown two indented ones would be one. Only where pages prove an extraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading.scan import Block, Kind, Scan

_SHORTEST = 3  # lines of a listing with both its fences


def find(scan: Scan) -> Iterator[Fix]:
    """Listings with nothing between them."""
    if not scan.extracted:
        return
    for above, below in pairwise(scan.blocks):
        if _fenced(above) and _fenced(below) and _alike(above, below):
            code = above.lines[-2].text.rstrip()
            apart = "" if code.endswith("\\") or scan.paged(above.end, below.start) else scan.eol
            edit = Edit(above.lines[-1].start, below.lines[0].stop, apart)
            sure = 0.6 if _words(above) and _words(below) else 0.92
            yield Fix((edit,), "One listing: nothing stands between its parts.", sure)


def _fenced(block: Block) -> bool:
    """Whether a block is a listing that is opened and closed."""
    if block.kind is not Kind.FENCE or len(block.lines) < _SHORTEST:
        return False
    return not block.lines[-1].text.strip().strip("`~")


def _words(block: Block) -> bool:
    """Whether a listing is but one word: so items of a list are set that name commands."""
    return len(block.lines) == _SHORTEST and len(block.lines[1].text.split()) == 1


def _alike(above: Block, below: Block) -> bool:
    """Whether what closes one listing is what opens the other, and it names no language of its own."""
    return above.lines[-1].text.rstrip() == below.lines[0].text.rstrip()


RULE = Rule("cut-listings", "Makes one listing of parts with nothing between them.", find, after="fenced-headings")
