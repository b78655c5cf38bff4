# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many blank lines an extractor leaves: two between texts, one behind the first line of an item, and three or more
where a column ends, or a page.

It takes lines that begin with a label for items, ends them, and goes on with the rest of the same text below. An author
leaves one blank line everywhere.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan, printed

_KNOWN = 12  # texts one below the other, before what is usual is believed
_USUAL = 2  # blank lines between them
ROOM = 0.86  # of a full line: one that ends before had room for another word
_RARE = 8  # one of so many texts at most has more blank lines above it: where a column ended
_MOST = 3  # of so many, at most one has fewer


def goes_on(scan: Scan, first: Block, second: Block) -> bool:
    """Whether an item goes on below a single blank line, in an extracted text that has two between other texts."""
    if first.kind is not Kind.ITEM or second.kind is not Kind.PARA or not scan.extracted:
        return False
    if _blank(scan, first, second) != 1 or scan.paged(first.end, second.start):
        return False
    above = prose.tail(scan.slice(first))
    if above.endswith(";") and prose.begins_upper(scan.slice(second)):
        return False  # the next point of a list
    return not prose.ends_colon(above) and scan.once("two blank lines", _spaced)


def parted(scan: Scan, first: Block, second: Block) -> bool:
    """Whether as many blank lines stand between two texts inside a page as between all texts that are two.

    No page need be known: what was cleaned stays as it is. Where an extracted text has none, a page may have ended
    below each full line.
    """
    if plain.shape(scan) is not None or ended(scan, first, second):
        return False
    if scan.extracted and not scan.pages and full(scan, first, second):
        return False
    return _blank(scan, first, second) >= _USUAL and scan.once("two blank lines", _spaced)


def ended(scan: Scan, first: Block, second: Block) -> bool:
    """Whether a page ended between two texts, or one of its columns: there the extractor leaves more blank lines.

    Rows of a table whose rules it did not see stand apart so too, and often.
    """
    if scan.paged(first.end, second.start):
        return True
    more = scan.extracted and _blank(scan, first, second) > _USUAL and scan.once("two blank lines", _spaced)
    return more and full(scan, first, second) and scan.once("rarely more blank lines", _rarely)


def full(scan: Scan, first: Block, second: Block) -> bool:
    """Whether the last line of a text had no room for the word that comes next."""
    word = (scan.slice(second).split(maxsplit=1) or [""])[0]
    return printed(first.lines[-1].text) + 1 + len(word) >= scan.width * ROOM > 0


def _rarely(scan: Scan) -> bool:
    """Whether hardly any text stands so far below another inside a page."""
    pairs = [
        _blank(scan, one, two)
        for one, two in pairwise(scan.blocks)
        if one.kind in TEXT and two.kind in TEXT and not scan.paged(one.end, two.start)
    ]
    return sum(blank > _USUAL for blank in pairs) * _RARE <= len(pairs)


def _spaced(scan: Scan) -> bool:
    """Whether paragraphs have two blank lines above them, whatever paragraph is there."""
    pairs = [
        _blank(scan, one, two)
        for one, two in pairwise(scan.blocks)
        if one.kind is Kind.PARA and two.kind in TEXT and not scan.paged(one.end, two.start)
    ]
    return len(pairs) >= _KNOWN and sum(blank < _USUAL for blank in pairs) * _MOST <= len(pairs)


def _blank(scan: Scan, first: Block, second: Block) -> int:
    return len(scan.text[first.end : second.start].splitlines()) - 1
