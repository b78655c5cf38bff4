# SPDX-License-Identifier: AGPL-3.0-or-later
"""parted-items: items that end with a semicolon, and were run into one, stand one below the other again.

"- the lamps; the oil;" among items that all end so. A semicolon stands inside items, too: what begins behind it must be
written as the items begin, with a capital, or with a word with which one of them begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.scan import Block, Scan

_GAP = re.compile(  # behind it a note's mark, and the "and" that leads to the last item
    r"(?<!&gt)(?<!&lt)(?<!&amp);(?:\[\^[^\]\s]{1,12}\])?(?:\s(?P<and>[^\W\d_]{1,4})(?=\s[^\W\d_a-z]))?"
    r"(?P<gap>\s+)(?=[^\W_])"
)
_LEAST = 2  # words of an item
_OPEN = re.compile(r"[(\[“«„]")
_CLOSE = re.compile(r"[)\]”»“]")


def find(scan: Scan) -> Iterator[Fix]:
    """Items that hold another behind a semicolon, in lists whose items end with one."""
    if not scan.extracted:
        return
    for run in _runs(scan.blocks):
        texts = [scan.slice(block).strip() for block in run]
        if not any(_GAP.search(text) for text in texts) or not _alike(texts):
            continue
        for block, text in zip(run, texts, strict=True):
            yield from _parted(scan, block, text, texts)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Two or more items with a bullet, of one list."""
    run: list[Block] = []
    for block in blocks:
        if run and not (block.bulleted and block.indent == run[0].indent):
            yield run
            run = []
        if block.bulleted:
            run.append(block)
    yield run


def _alike(texts: Sequence[str]) -> bool:
    """Whether all texts but the last end with a semicolon, an "and" behind it or not, and all begin small or none."""
    begins = {prose.begins_lower(text) for text in texts}
    return len(texts) > 1 and len(begins) == 1 and all(_ends(text) for text in texts[:-1])


def _ends(text: str) -> bool:
    *rest, last = text.split()
    words = rest if rest and last.casefold() in hyphens.AND else [*rest, last]
    return words[-1].endswith(";")


def _parted(scan: Scan, block: Block, text: str, texts: Sequence[str]) -> Iterator[Fix]:
    """The breaks behind the semicolons that end an item."""
    firsts = {prose.first_word(other).casefold() for other in texts}
    lead = scan.text[block.start : block.body]
    begin = 0
    for found in _GAP.finditer(text):
        part, rest = text[begin : found.start()], text[found.end() :]
        if found.group("and") and found.group("and").casefold() not in hyphens.AND:
            continue
        small = prose.begins_lower(rest)
        if small != prose.begins_lower(text) or (small and prose.first_word(rest).casefold() not in firsts):
            continue
        if min(len(part.split()), len(rest.split())) < _LEAST or len(_OPEN.findall(part)) > len(_CLOSE.findall(part)):
            continue
        begin = found.end()
        edit = Edit(block.body + found.start("gap"), block.body + found.end("gap"), f"{scan.eol}{lead}")
        reason = "An item that ends with a semicolon, as those of its list do, has the next one behind it."
        yield Fix((edit,), reason, 0.91)


RULE = Rule("parted-items", "Parts items behind the semicolon with which others end.", find, after="list-lines")
