# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the lists of a text whose bullets were drawn came as lines of one paragraph each.

An extractor that leaves items so leaves a blank line between paragraphs: what stands apart from a list is none of its
items, but where a page ended.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from pipeline.clean.lists import lines as lists_lines
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Kind, Scan

_LEAST = 2  # such lists


def lined(scan: Scan) -> bool:
    """Whether two lists or more stood so below colons in an extracted text that came without any bullet."""
    came = scan.extracted and scan.bulletless and scan.once("came with markup", lists_lines.marked)
    return came and _lined(scan.origin, scan.lang)


@lru_cache(maxsize=2)
def _lined(origin: str, lang: str) -> bool:
    came = Scan(origin, lang)
    led = (
        below
        for above, below in pairwise(came.blocks)
        if above.kind is Kind.PARA and below.kind is Kind.PARA and prose.ends_colon(came.slice(above))
    )
    return bool(came.width) and sum(lists_lines.several(came, block) for block in led) >= _LEAST
