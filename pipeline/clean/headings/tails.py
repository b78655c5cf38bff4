# SPDX-License-Identifier: AGPL-3.0-or-later
"""heading-tails: the line below a numbered heading that an extractor ran into it stands below it again.

"AC-1 Fees Control:", "AC-2 Lamps Control:", "AC-3 Boats Control:": what all headings of a series end with, before a
colon, leads to what follows and heads nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_FEWEST = 3  # headings with the same tail
_LONGEST = 120  # characters of such a heading
_TITLE = 2  # words of a heading with its number, at least
_LABEL = re.compile(r"(?:[^\W\d_]{1,12}[ \xa0-])?\(?\d{1,3}(?:\.\d{1,3})*[.)]?[ \xa0]+(?=\S)")
_REASON = "All headings of this series end with these words, which lead to what follows."


def find(scan: Scan) -> Iterator[Fix]:
    """Headings, and lines numbered like them, with the same words before a colon at their end."""
    if not scan.extracted:
        return
    tails: dict[str, list[tuple[Block, int, str]]] = defaultdict(list)
    for block in scan.blocks:
        if len(block.lines) > 1 or not block.lines[0].text.rstrip().endswith((":", "：")):
            continue
        text = scan.slice(block).rstrip()
        label = _LABEL.match(text) if block.kind in (Kind.HEADING, Kind.PARA, Kind.ITEM) else None
        if label is None or len(text) > _LONGEST or not prose.ends_colon(text):
            continue
        title, _, tail = text.rpartition(" ")
        if len(title.split()) >= _TITLE and prose.begins_upper(tail) and not prose.stops(title):
            tails[tail].append((block, block.body + len(title), title))
    for found in tails.values():
        marked = any(block.kind is Kind.HEADING for block, *_ in found)
        if marked and len({title for _, _, title in found}) >= _FEWEST:
            for _, cut, _ in found:
                yield Fix((Edit(cut, cut + 1, scan.eol * 2),), _REASON, 0.91)


RULE = Rule("heading-tails", "Parts the line below a numbered heading from it.", find, after="joined-headings")
