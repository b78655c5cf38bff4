# SPDX-License-Identifier: AGPL-3.0-or-later
"""drawn-lists: items whose bullets were drawn, where no colon leads to them, or a colon leads to few short ones.

Browsers draw bullets, and an extractor that reads letters has none of them in the whole text. There, paragraphs that
begin small and go on with a comma or a semicolon are clauses, and no text but a list is made of short pieces without
an end, from one heading to the next. Below a colon stands a list, be it of one item; where its items end as sentences
do, they are shorter than any three paragraphs of a text that stand below each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import prose, shown
from pipeline.clean.reading.scan import Block, Kind, Scan

_LONGEST = 250  # characters of a piece without an end
_LONG = 300  # of one that begins with the same word as most
_SHORT = 110  # of an item that ends as a sentence
_FEWEST = 3  # pieces without an end, or texts that begin with one word
_SENTENCES = 4  # short ones
_SAID = 25  # characters of such pieces, on average: names below each other are no list
_GOES_ON = tuple(prose.COMMAS + ";")
_NOT = re.compile(r"[`>|#<!]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)]\s|§|\d{1,2}\s?[°º]|\d{1,3}(?:\.\d{1,3})+\s")
_CODE = re.compile(r"::|[{}=*]\w|://|(?<!\S)/\w")
_REASON = "The text lost all its bullets, and {}: items of a list."


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs that are items, in an extracted text that came without any bullet."""
    if not scan.extracted or not scan.bulletless:
        return
    title = next((block.start for block in scan.blocks if block.kind is Kind.HEADING), -1)
    lines = any(block.kind is Kind.PARA and len(block.lines) > 1 for block in scan.blocks)
    for above, run, below in _runs(scan):
        inside = " " * above.column if above.counted else ""
        texts = [scan.slice(block) for block in run]
        led = prose.ends_colon(scan.slice(above))
        whole = below is None or below.kind is Kind.HEADING
        headed = above.kind is Kind.HEADING and above.start != title
        size, why = _begins(texts, led=led, headed=headed, whole=whole, lines=lines)
        ended = led or above.kind is Kind.HEADING or prose.ends_sentence(scan.slice(above))
        place = 0
        while place < len(run):
            if place >= size:
                clauses = _clauses(texts, place) if ended and not scan.width else 0
                size, why = place + clauses, "they begin small and go on"
            if place < size:
                block = run[place]
                yield Fix((Edit(block.start, block.body, f"{inside}- "),), _REASON.format(why), 0.91)
            ended = prose.ends_sentence(texts[place])
            inside = inside if place + 1 < size else ""
            place += 1


def _runs(scan: Scan) -> Iterator[tuple[Block, list[Block], Block | None]]:
    """Paragraphs that may be items, with the block above the first and the one below the last."""
    blocks = scan.blocks
    run: list[Block] = []
    for index, block in enumerate(blocks):
        if index and _piece(scan, block):
            run.append(block)
            continue
        if run:
            yield blocks[index - len(run) - 1], run, block
        run = []
    if run:
        yield blocks[-len(run) - 1], run, None


def _piece(scan: Scan, block: Block) -> bool:
    """Whether a block is a paragraph of one line, no code, and leads to nothing."""
    text = scan.slice(block)
    plain = block.kind is Kind.PARA and len(block.lines) == 1 and not block.indent and not _NOT.match(text)
    return plain and not (prose.ends_colon(text) or _CODE.search(text) or shown.command(text))


def _begins(
    texts: Sequence[str], *, led: bool, headed: bool, whole: bool, lines: bool
) -> tuple[int, str]:
    """How many texts are items at the beginning of a run, and what tells it. ``led``: a colon leads to it; ``headed``:
    it stands below a heading; ``whole``: and above one, or ends the text; ``lines``: paragraphs have several lines,
    which tell more."""
    open_ones = next((i for i, text in enumerate(texts) if prose.stops(text) or len(text) > _LONGEST), len(texts))
    if whole and open_ones == len(texts):
        if led:
            return len(texts), "a colon leads to pieces without an end, up to a heading"
        if headed and len(texts) >= _FEWEST and sum(map(len, texts)) >= len(texts) * _SAID:
            return len(texts), "pieces without an end stand from a heading to the next"
    if whole and led and max(map(len, texts)) <= _LONG and _one_word(texts):
        return len(texts), "a colon leads to texts that begin with one word, up to a heading"
    short = next((i for i, text in enumerate(texts) if len(text) > _SHORT or not prose.ends_sentence(text)), len(texts))
    if led and short >= _SENTENCES and not lines:
        return short, "a colon leads to short sentences"
    return 0, ""


def _one_word(texts: Sequence[str]) -> bool:
    """Whether more than half of some texts begin with one and the same word."""
    words = Counter(prose.first_word(text).casefold() for text in texts)
    word, often = words.most_common(1)[0]
    return bool(word) and often * 2 > len(texts) >= _FEWEST


def _clauses(texts: Sequence[str], place: int) -> int:
    """How many texts from a place on begin small, and go on with a comma or a semicolon, but for the last: two or
    more."""
    last = place
    while last < len(texts) and prose.begins_lower(texts[last]) and prose.tail(texts[last])[-1:] in _GOES_ON:
        last += 1
    last += last < len(texts) and last > place and prose.begins_lower(texts[last])
    return last - place if last - place > 1 else 0


RULE = Rule("drawn-lists", "Makes items of paragraphs in a text that lost all its bullets.", find, after="led-lists")
