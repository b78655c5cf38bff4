# SPDX-License-Identifier: AGPL-3.0-or-later
"""typed-headings: in a text without any heading, short lines that head what follows become headings.

Which level is guessed from numbers and from headings that follow each other directly; the log says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings import colons, ends, lettered
from pipeline.clean.headings.chains import listed
from pipeline.clean.headings.counted import points
from pipeline.clean.headings.cut import rests
from pipeline.clean.headings.levels_unset import Heading, levels
from pipeline.clean.headings.title_block import below_title
from pipeline.clean.lists.points import pointed
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.heading_signs import SMALLEST, Sign, follows, sign, signs
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.tables import rows

_LONGEST = 130
_NUMBERED = re.compile(
    r"(?P<word>§+|[^\W\d_]{3,14})\s+(?:\d{1,3}[a-z]?|[IVXLC]{1,6})\b|(?P<dots>\d{1,2}(?:\.\d{1,2})*|\d{3}(?:\.\d{1,2})+)[.)]?\s+\S"
    r"|(?P<letter>[A-Z])(?:(?P<sub>(?:\.\d{1,2})+)[.)]?|[.)])\s"
)
_NOT = re.compile(r"[|>#!•◦▪●○‣<\[(]|https?://|\S+@\S+$|[-–*+]\s|\(?[a-z][.)]\s|\d+\s*$")
# An address, or a date after a colon, is said and heads nothing; nor does what machines read.
_SAID = re.compile(
    r"https?://|:\s.*\b\d{4}\b|[={};]|^(?:versi[oóã][no]|fassung|stand|[ée]dition|release|revision)\s+\d", re.I
)

# The end of a sentence and a note's mark.
_SENTENCE = re.compile(r"[a-zà-öø-ÿ]{4}[.!?][\"”’»)]? ?\d{1,3}$")
_FEWEST = 2  # headings of each of two sorts
_TITLE_LINES = 3
_CROWD = 5  # short lines, one of them between three and one


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that head what follows them."""
    shape = plain.shape(scan)
    if shape is None:
        return
    blocks = scan.blocks
    chosen = [index for index in range(len(blocks)) if _heads(scan, blocks, index, shape)]
    chosen = sorted({*chosen, *colons.headed(scan), *lettered.headed(scan)})
    chosen = sorted({*chosen, *_first(scan, chosen, shape)})
    chosen = sorted({*chosen, *_counting_on(scan, blocks, chosen, shape)} - listed(blocks, chosen))
    counted = points([sign(_line(scan, blocks[index])) for index in chosen]) if scan.extracted else frozenset()
    chosen = [index for place, index in enumerate(chosen) if place not in counted]
    goes_on, none = below_title(scan, chosen)
    chosen = [index for index in chosen if index not in none]
    rest = {*goes_on, *_title_rest(scan, chosen), *rests(scan, chosen)}
    for index, level in _levels(scan, blocks, [index for index in chosen if index not in rest]).items():
        block, last = blocks[index], index
        while last + 1 in rest:
            last += 1
        end = blocks[last].end
        text = " ".join(scan.text[block.start : end].split())
        confidence = 0.93 if index == 0 else 0.91
        reason = "The line is short, has no end, and heads what follows."
        yield Fix((Edit(block.start, end, f"{'#' * level} {text}"),), reason, confidence)


def _counting_on(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int], shape: plain.Shape) -> Iterator[int]:
    """Numbered lines over a list, which count on from a heading before or up to one after: no list is their own."""
    numbers = {found.number for index in chosen if (found := sign(_line(scan, blocks[index]))).way == "1"}
    for index, block in enumerate(blocks[:-1]):
        if block.kind is not Kind.ITEM or blocks[index + 1].kind is not Kind.ITEM or index in chosen:
            continue
        head, _, last = sign(_line(scan, block)).number.rpartition(".")
        if not last.isdigit() or not numbers & {f"{head}.{int(last) + step}".lstrip(".") for step in (-1, 1)}:
            continue
        if sign(_line(scan, blocks[index + 1])).way != "1" and _heads(scan, blocks, index, shape, over=True):
            yield index


def _first(scan: Scan, chosen: Sequence[int], shape: plain.Shape) -> Iterator[int]:
    """Lines with a 1 below a colon that leads to sections: the next heading, with a 2, counts on from them."""
    blocks = scan.blocks
    parts = [index for index in chosen if sign(_line(scan, blocks[index])).way != "a"]
    for above, index in zip([-1, *parts], parts, strict=False):
        if sign(_line(scan, blocks[index])) != Sign("1", "2"):
            continue
        mark = blocks[index].mark.replace("2", "1")
        for place in range(above + 1, index):
            if blocks[place].mark == mark and _heads(scan, blocks, place, shape, led=True):
                yield place


def _line(scan: Scan, block: Block) -> str:
    """A block as one line, with its mark."""
    return " ".join(scan.text[block.start : block.end].split())


def _heads(
    scan: Scan, blocks: Sequence[Block], index: int, shape: plain.Shape, *, over: bool = False, led: bool = False
) -> bool:
    """Whether a block is a heading of what follows; ``over``: a list may follow one with a number; ``led``: a colon
    may lead to it."""
    block = blocks[index]
    text = _line(scan, block)
    if block.kind is Kind.ITEM and not re.match(r"(?:\d{1,2}|[A-Z]|[IVXL]{2,6})[.)]\s", text):
        return False
    if (
        block.kind not in (Kind.PARA, Kind.ITEM)
        or len(block.lines) > 2 + (text.isupper() or index == 0)
        or len(text) > _LONGEST
        or _NOT.match(text)
        or _SAID.search(text)
    ):
        return False
    if len(block.lines) > 1 and not (text.isupper() or _wrapped(block, shape, title=index == 0 and scan.extracted)):
        return False
    if _SENTENCE.search(text) or _crowded(scan, blocks, index, shape) or rows.tabled(scan, blocks, index):
        return False
    if len(text) < 3 or not any(char.isalpha() for char in text) or text[0].islower():
        return False
    if block.kind is Kind.ITEM and prose.begins_lower(scan.slice(block)):
        return False  # "3. to ask of each member", over a list: an item goes on the sentence that leads to it
    if block.kind is Kind.PARA and block.indent > 1:
        return False  # the layout left it below the label of an item
    if ends.ended(scan, index, text):
        return False
    if len(block.lines) == 1 and plain.room(text) > shape.width * (0.9 if index or not scan.extracted else 1.1):
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    before = blocks[index - 1] if index else None
    if after is None or (block.kind is Kind.ITEM and after.kind is not Kind.PARA and not over):
        return False
    if after.kind is Kind.PARA and prose.begins_lower(scan.slice(after)):
        return False
    title = index == 0 and scan.extracted  # lines on who wrote it and when may follow it
    if pointed(scan, blocks, index):
        return False
    return (led or _follows(scan, before, shape, text)) and (title or _text_follows(scan, blocks, index, shape))


def _title_rest(scan: Scan, chosen: Sequence[int]) -> list[int]:
    """The lines after the first that are the title's too: right below it, without a number, and a part with one below.

    Where text follows they are more likely headings of it. An article may stand in a part that has no number.
    """
    texts = [_line(scan, scan.blocks[index]) for index in chosen[: _TITLE_LINES + 1]]
    for size, own in enumerate(signs(texts)[1:], start=1):
        if chosen[size] != size or not scan.closed(scan.blocks[size - 1].end, scan.blocks[size].start):
            return []
        if own.way:
            return [] if own.way in SMALLEST or chosen[0] else list(chosen[1:size])
    return []


def _crowded(scan: Scan, blocks: Sequence[Block], index: int, shape: plain.Shape) -> bool:
    """Whether a line without a number stands behind three others as short, and before one: names and posts do so."""
    near = blocks[max(0, index - 3) : index + 2]
    texts = [scan.slice(block) for block in near if block.kind is Kind.PARA]
    short = [text for text in texts if len(text) < shape.width * 0.8 and not prose.stops(text) and "\n" not in text]
    return len(short) == _CROWD and not any(_NUMBERED.match(text) for text in short)


def _wrapped(block: Block, shape: plain.Shape, *, title: bool) -> bool:
    """Whether a heading of two lines is one that did not fit on one; a title is set in larger letters."""
    *full, last = [plain.room(line.text) for line in block.lines]
    return min(full) >= shape.width * (0.2 if title else 0.35) and last < shape.width * 0.7


def _follows(scan: Scan, before: Block | None, shape: plain.Shape, own: str) -> bool:
    """Whether what stands before has come to an end."""
    if before is None or before.kind is not Kind.PARA:
        return True
    text = scan.slice(before)
    found = _NUMBERED.match(own)
    goes_on = prose.open_word(text, scan.lang) or prose.tail(text)[-1:] in tuple(prose.COMMAS)
    if found and found.group("word") and not goes_on:
        return True  # "Section 2" begins no line that goes on another
    return prose.ends_sentence(text) or (plain.room(text) < shape.width * 0.9 and not prose.stops(text))


def _text_follows(scan: Scan, blocks: Sequence[Block], index: int, shape: plain.Shape) -> bool:
    """Whether text follows, at once or after a few more short lines: a run of short lines is no heading."""
    for step in range(1, 4):
        if index + step >= len(blocks):
            return False
        after = blocks[index + step]
        text = scan.slice(after)
        if after.kind is not Kind.PARA or plain.room(text) > shape.width * 0.8 or prose.stops(text):
            return after.kind in (Kind.PARA, Kind.ITEM, Kind.TABLE, Kind.CODE)
    return False


def _levels(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int]) -> dict[int, int]:
    """A level for each heading: the first is the title; the room below tells it, or how the headings are numbered."""
    room, heads = _room(scan, blocks, chosen), frozenset(chosen)
    numbers = {found.number for index in chosen if (found := sign(_line(scan, blocks[index]))).number}
    headings = []
    for index in chosen:
        below = _line(scan, blocks[index + 1])
        bare = index + 1 in heads or follows(sign(below), numbers)
        led = index > 0 and prose.ends_colon(scan.slice(blocks[index - 1]))
        headings.append(Heading(_line(scan, blocks[index]), bare, room.get(index, 0), led))
    return dict(zip(chosen, levels(headings, title=chosen[:1] == [0]), strict=True))


def _room(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int]) -> dict[int, int]:
    """The size of headings (1 large, 2 small) by the room below, where an extractor of plain text left two sorts of it.

    Below large letters browsers leave less room than a line of text is high, so no blank line is left; below smaller
    ones more. Below one at a page's end stands what the page has there too: it is judged among its like. A heading
    right below another has small letters.
    """
    heads = frozenset(chosen)
    places = [index for index in chosen[1:] if index > 1 and index + 1 not in heads]
    places = [index for index in places if not _NUMBERED.match(" ".join(scan.slice(blocks[index]).split()))]
    places = [index for index in places if blocks[index + 1].kind is not Kind.ITEM]  # they stand further in, and apart
    ends = {index for index in places if scan.paged(blocks[index].end, blocks[index + 1].start)}
    inside = {index: _blank(scan, blocks, index) for index in places if index not in ends}
    paged = {index: _blank(scan, blocks, index) for index in ends}
    counts = Counter(inside.values())
    nested = any(inside.get(index) == 0 for index in places if index - 1 in heads)
    if not scan.extracted or nested or min(counts[0], counts[1]) < _FEWEST:
        return {}
    usual = 1 if counts[0] >= counts[1] else 2
    most = max(paged.values(), default=0)
    parted = len(set(paged.values())) > 1
    found = {index: 1 if lines == 0 else 2 for index, lines in inside.items() if lines < 2}
    found |= {index: (2 if lines == most else 1) if parted else usual for index, lines in paged.items()}
    return found if found[min(found)] == 1 else {}


def _blank(scan: Scan, blocks: Sequence[Block], index: int) -> int:
    """How many blank lines an extractor left below a block."""
    start, end = blocks[index].end, blocks[index + 1].start
    return 0 if scan.closed(start, end) else len(scan.text[start:end].splitlines()) - 1


RULE = Rule("typed-headings", "Makes headings of short lines, in texts without any.", find, after="false-headings")
