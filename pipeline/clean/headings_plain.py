# SPDX-License-Identifier: AGPL-3.0-or-later
"""typed-headings: in a text without any heading, short lines that head what follows become headings.

Which level is guessed from numbers and from headings that follow each other directly; the log says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean import plain, prose, rows
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Scan

_LONGEST = 130
_NUMBERED = re.compile(
    r"(?P<word>§+|[^\W\d_]{3,14})\s+(?:\d{1,3}[a-z]?|[IVXLC]{1,6})\b|(?P<dots>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S"
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
_CROWD = 5  # short lines, one of them between three and one


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that head what follows them."""
    shape = plain.shape(scan)
    if shape is None:
        return
    blocks = scan.blocks
    chosen = [index for index in range(len(blocks)) if _heads(scan, blocks, index, shape)]
    for index, level in _levels(scan, blocks, chosen).items():
        block = blocks[index]
        text = " ".join(scan.text[block.start : block.end].split())
        confidence = 0.93 if index == 0 else 0.91
        reason = "The line is short, has no end, and heads what follows."
        yield Fix((Edit(block.start, block.end, f"{'#' * level} {text}"),), reason, confidence)


def _heads(scan: Scan, blocks: Sequence[Block], index: int, shape: plain.Shape) -> bool:
    """Whether a block is a heading of what follows."""
    block = blocks[index]
    text = " ".join(scan.text[block.start : block.end].split())
    if block.kind is Kind.ITEM and not re.match(r"(?:\d{1,2}|[A-Z])[.)]\s", text):
        return False
    if (
        block.kind not in (Kind.PARA, Kind.ITEM)
        or len(block.lines) > 2 + text.isupper()
        or len(text) > _LONGEST
        or _NOT.match(text)
        or _SAID.search(text)
    ):
        return False
    if len(block.lines) > 1 and not (text.isupper() or _wrapped(block, shape)):
        return False
    if _SENTENCE.search(text) or _crowded(scan, blocks, index, shape) or rows.tabled(scan, blocks, index):
        return False
    if len(text) < 3 or not any(char.isalpha() for char in text) or text[0].islower():
        return False
    if block.kind is Kind.PARA and block.indent > 1:
        return False  # the layout left it below the label of an item
    if prose.tail(text)[-1:] in tuple(".:;,،。：；؛!") or prose.open_word(text, scan.lang):
        return False
    if len(block.lines) == 1 and plain.room(text) > shape.width * 0.9:
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    before = blocks[index - 1] if index else None
    if after is None or (block.kind is Kind.ITEM and after.kind is not Kind.PARA):
        return False
    if after.kind is Kind.PARA and prose.begins_lower(scan.slice(after)):
        return False
    title = index == 0 and bool(scan.pages)  # lines on who wrote it and when may follow it
    return _follows(scan, before, shape, text) and (title or _text_follows(scan, blocks, index, shape))


def _crowded(scan: Scan, blocks: Sequence[Block], index: int, shape: plain.Shape) -> bool:
    """Whether a line without a number stands behind three others as short, and before one: names and posts do so."""
    near = blocks[max(0, index - 3) : index + 2]
    texts = [scan.slice(block) for block in near if block.kind is Kind.PARA]
    short = [text for text in texts if len(text) < shape.width * 0.8 and not prose.stops(text) and "\n" not in text]
    return len(short) == _CROWD and not any(_NUMBERED.match(text) for text in short)


def _wrapped(block: Block, shape: plain.Shape) -> bool:
    """Whether a heading of two lines is one that did not fit on one."""
    return (
        plain.room(block.lines[0].text) >= shape.width * 0.35
        and plain.room(block.lines[1].text) < shape.width * 0.7
    )


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
    """A level for each heading: the first is the title; patterns of numbers go down as they appear."""
    levels: dict[int, int] = {}
    ranks: dict[str, int] = {}
    depths = _depths(scan, blocks, chosen)
    room = _room(scan, blocks, chosen)
    plain_level, last = 2, 0
    for place, index in enumerate(chosen):
        text = " ".join(scan.slice(blocks[index]).split())
        if index == 0 and place == 0:
            levels[index] = 1
            continue
        found = (
            _NUMBERED.match(text)
            if blocks[index].kind is Kind.PARA
            else _NUMBERED.match(" ".join(scan.text[blocks[index].start : blocks[index].end].split()))
        )
        pairs = place + 1 < len(chosen) and chosen[place + 1] == index + 1
        directly = bool(place) and chosen[place - 1] == index - 1
        if found and (
            found.group("dots")
            or found.group("letter")
            or (directly and last > 1 and _first(found))
            or _repeats(scan, blocks, chosen, found.group("word"))
        ):
            key = _pattern(found)
            if key not in ranks:
                below = directly and last > 1
                first = last + 1 if below else 2 + len(ranks)
                if found.group("word") and not ranks:
                    first = max(first, last)  # articles stand beside a preamble
                if found.group("sub"):
                    first = 1 + ranks.get(f"a{'.' * (key.count('.') - 1)}", first - 1)
                elif key == "a" and ranks and not below and not _resumes(scan, blocks, chosen[place + 1 :]):
                    first = min(ranks.values())  # annexes follow the numbered parts and stand beside them
                # "1.1" stands below "1", whichever of the two comes first
                keys = [f"1{depth}" for depth in depths] if found.group("dots") else []
                keys = keys if key in keys else [key]
                ranks.update({other: min(6, first + step) for step, other in enumerate(keys)})
            level = ranks[key]
        else:
            if index in room:
                plain_level = room[index]
            elif pairs:
                plain_level = 2
            elif directly and last == 2:
                plain_level = 3
            level = plain_level
        levels[index] = level
        last = level
    return levels


def _room(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int]) -> dict[int, int]:
    """Levels by the room below headings, where an extractor of plain text left two sorts of it.

    Below large letters browsers leave less room than a line of text is high, so no blank line is left; below smaller
    ones more. Below one at a page's end stands what the page has there too: it is judged among its like. A heading
    right below another has small letters.
    """
    heads = frozenset(chosen)
    places = [index for index in chosen[1:] if index > 1 and index + 1 not in heads]
    places = [index for index in places if not _NUMBERED.match(" ".join(scan.slice(blocks[index]).split()))]
    ends = {index for index in places if scan.paged(blocks[index].end, blocks[index + 1].start)}
    inside = {index: _blank(scan, blocks, index) for index in places if index not in ends}
    paged = {index: _blank(scan, blocks, index) for index in ends}
    counts = Counter(inside.values())
    nested = any(inside.get(index) == 0 for index in places if index - 1 in heads)
    if not scan.pages or nested or min(counts[0], counts[1]) < _FEWEST:
        return {}
    usual = 2 if counts[0] >= counts[1] else 3
    most = max(paged.values(), default=0)
    parted = len(set(paged.values())) > 1
    levels = {index: 2 if lines == 0 else 3 for index, lines in inside.items() if lines < 2}
    levels |= {index: (3 if lines == most else 2) if parted else usual for index, lines in paged.items()}
    return levels if levels[min(levels)] == 2 else {}


def _blank(scan: Scan, blocks: Sequence[Block], index: int) -> int:
    """How many blank lines an extractor left below a block."""
    start, end = blocks[index].end, blocks[index + 1].start
    return 0 if scan.closed(start, end) else len(scan.text[start:end].splitlines()) - 1


def _pattern(found: re.Match[str]) -> str:
    """What headings have in common that are numbered alike: a word, a letter and dots, or dots."""
    if found.group("letter"):
        return "a" + "." * (found.group("sub") or "").count(".")
    return (found.group("word") or f"1{found.group('dots').count('.')}").casefold()


def _resumes(scan: Scan, blocks: Sequence[Block], later: Sequence[int]) -> bool:
    """Whether headings with numbers and no letter follow."""
    texts = (" ".join(scan.text[blocks[index].start : blocks[index].end].split()) for index in later)
    return any((found := _NUMBERED.match(text)) and found.group("dots") for text in texts)


def _first(found: re.Match[str]) -> bool:
    """Whether a word and a number are those of a first part ("Subsection 1"), right below the heading of the whole."""
    return bool(re.search(r"\s(?:1|I)$", found.group().rstrip()))


def _depths(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """How many dots the numbers of the headings have, the fewest first.

    A number that is alone does not count; nor do those on the level of a title that is numbered too.
    """
    numbers: dict[str, int] = {}
    for index in chosen:
        found = _NUMBERED.match(" ".join(scan.text[blocks[index].start : blocks[index].end].split()))
        if found and found.group("dots"):
            numbers.setdefault(found.group("dots"), index)
    above = Counter(number.rpartition(".")[0] for number in numbers)
    known = {number for number in numbers if number in above or above[number.rpartition(".")[0]] > 1}
    title = next((number.count(".") for number in known if numbers[number] == 0), -1)
    return sorted({number.count(".") for number in known if number.count(".") > title})


def _repeats(scan: Scan, blocks: Sequence[Block], chosen: Sequence[int], word: str) -> bool:
    """Whether two or more headings begin with this word and a number."""
    found = 0
    for index in chosen:
        match = _NUMBERED.match(" ".join(scan.slice(blocks[index]).split()))
        found += bool(match and match.group("word") == word)
    return found > 1


RULE = Rule("typed-headings", "Makes headings of short lines, in texts without any.", find, after="false-headings")
