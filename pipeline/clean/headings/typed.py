# SPDX-License-Identifier: AGPL-3.0-or-later
"""bold-headings: lines that are all bold become headings.

A bold line is a heading only where the extractor gave none of that depth; captions and labels are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings.counted import inside
from pipeline.clean.headings.levels_unset import Heading
from pipeline.clean.headings.levels_unset import levels as levels_of
from pipeline.clean.reading import prose
from pipeline.clean.reading.letters import letters
from pipeline.clean.reading.scan import Block, Kind, Line, Scan
from pipeline.clean.tables.rows import CAPTION

_BOLD = re.compile(
    r"[ \t]{0,3}(?:\*\*|__)(?P<text>(?![\s*]).{1,140}?)(?:\*\*|__)(?P<mark>[ ]?\[\^\d{1,3}\])?[ \t]*$"
)
_OVER_LINES = re.compile(
    r"[ \t]{0,3}(?P<sign>\*\*|__)(?P<text>(?![\s*_])[^*\r\n]{1,100}(?:(?:\r\n|\n|\r)[^*\r\n]{1,100}){1,2})"
    r"(?P=sign)[ \t]*(?=[\r\n]|$)"
)
_ITALIC = re.compile(
    r"[ \t]{0,3}(?P<sign>[*_])(?P<text>(?![\s*_\[(]).{1,90}?)(?P=sign)(?P<mark>[ ]?\[\^\d{1,3}\])?[ \t]*$"
)
_LABEL = re.compile(r"\(?[a-z][.)]\s+(?=[^\W\d_a-zß-öø-ÿ])")  # a letter that counts, before a capital
_NUMBER = re.compile(r"(?:(?P<word>§+|[^\W\d_]{4,12})\s+)?(?P<dots>\d{1,3}(?:\.\d{1,2})*)(?P<end>[.)]?)(?=\s)")
_OVER = 4  # lines that a bold heading takes, with the one below
_TELLING = 12  # letters of a heading that no other is called by chance
_SHORT = 80  # characters of a heading among four
_MUCH = 400  # characters of text that stand under a heading, and not under an item


def find(scan: Scan) -> Iterator[Fix]:
    """Bold lines where headings end at level 2, and lines between numbered headings."""
    headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
    if not headings:
        return
    yield from _numbered(scan)
    if all(block.level <= 2 for block in headings):
        yield from _marked(scan, _BOLD)
    elif all(block.level <= 3 for block in headings):
        yield from _marked(scan, _ITALIC)


def _marked(scan: Scan, pattern: re.Pattern[str]) -> Iterator[Fix]:
    lines = [line for line in scan.lines if line.kind is not Kind.BLANK]
    chosen = {line.start: found for line in lines if (found := _is_heading(scan, line, pattern))}
    if pattern is _BOLD:
        chosen |= _over_lines(scan, lines)
    said = {letters(line.text).casefold() for line in lines if line.kind is Kind.HEADING}
    said = {words for words in said if len(words) >= _TELLING}
    chosen = {
        start: found for start, found in chosen.items() if letters(found.group("text")).casefold() not in said
    }  # the head of a page says what a heading does
    if len(chosen) < 3:
        return
    levels = _levels(lines, chosen)
    for index, line in enumerate(lines):
        found = chosen.get(line.start)
        if not found:
            continue
        text = " ".join(found.group("text").split()) + (found.groupdict().get("mark") or "")
        level = levels[line.start]
        above = lines[index - 1] if index else None
        apart = scan.eol if above is not None and above.stop == line.start and above.kind is Kind.PARA else ""
        confidence = 0.91 if scan.extracted else 0.6
        now = f"{apart}{'#' * level} {text}"
        end = line.end if found.re is not _OVER_LINES else found.end()
        after = next((other for other in lines[index + 1 : index + 4] if other.start > end), None)
        if after is not None and after.start == scan.line_at(end).stop:
            now += scan.eol
        yield Fix((Edit(line.start, end, now),), "The whole line is set apart: a heading.", confidence)


def _over_lines(scan: Scan, lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Bold that takes two or three whole lines: a heading that did not fit on one."""
    chosen = {}
    for line in lines:
        found = _OVER_LINES.match(scan.text, line.start) if line.kind is Kind.PARA and "**" in line.text else None
        if not found:
            continue
        above = scan.line_at(line.start - 1) if line.start else None
        parted = above is None or above.kind is not Kind.PARA or prose.ends_sentence(above.text)
        if parted and _may_head(" ".join(found.group("text").split())):
            chosen[line.start] = found
    return chosen


def _is_heading(scan: Scan, line: Line, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if line.kind is not Kind.PARA or not (found := pattern.match(line.text)):
        return None
    if not _may_head(found.group("text")):
        return None
    above = scan.line_at(line.start - 1) if line.start else None
    if above is not None and above.kind is Kind.PARA and pattern.match(above.text):
        return None  # lines of a bold paragraph
    after = scan.line_at(line.stop) if line.stop < len(scan.text) else None
    if after is not None and after.kind is Kind.PARA and pattern.match(after.text) and after.start == line.stop:
        return None
    return found


def _may_head(text: str) -> bool:
    """Whether words that are set apart can be a heading: no caption, no label, no sentence."""
    ends = prose.tail(text)[-1:] in tuple(".,;:،。；：")
    small = text[:1].islower() and not _LABEL.match(text)
    return not ("**" in text or ends or small or CAPTION.match(text) or len(text) > 140)


def _levels(lines: Sequence[Line], chosen: Mapping[int, re.Match[str]]) -> dict[int, int]:
    """The level of each bold line. Where the extractor gave the title alone, they are all the headings there are."""
    given = [line for line in lines if line.kind is Kind.HEADING]
    if len(given) == 1 and given[0].start < min(chosen):
        return _outline(lines, given[0], chosen)
    levels, result = _Levels(), {}
    for line in lines:
        if line.kind is Kind.HEADING:
            levels.heading(line.text)
        elif found := chosen.get(line.start):
            result[line.start] = levels.bold(" ".join(found.group("text").split()))
        else:
            levels.text()
    return result


def _outline(lines: Sequence[Line], title: Line, chosen: Mapping[int, re.Match[str]]) -> dict[int, int]:
    """The levels of the bold lines below a title, by how they are numbered and what stands right below what."""
    heads = [line for line in lines if line is title or line.start in chosen]
    places = {line.start: place for place, line in enumerate(lines)}
    headings = []
    for line in heads:
        found = chosen.get(line.start)
        end = found.end() if found and found.re is _OVER_LINES else line.end
        near = lines[places[line.start] + 1 : places[line.start] + _OVER]
        below = next((other for other in near if other.start > end), None)
        text = found.group("text") if found else title.text.lstrip("# ")
        headings.append(Heading(" ".join(text.split()), below is not None and below.start in chosen))
    found_levels = levels_of(headings, title=True)
    return {line.start: level for line, level in zip(heads, found_levels, strict=True) if line is not title}


class _Levels:
    """The level of each bold line: one below the last heading, numbers deeper as their points say."""

    def __init__(self) -> None:
        self.base = 1
        self.kinds: dict[str, int] = {}
        self.last = ""
        self.plain = 0  # the level of the last bold line without a number under this heading

    def heading(self, text: str) -> None:
        self.base = len(text.lstrip()) - len(text.lstrip().lstrip("#"))
        self.plain = 0
        self.last = ""

    def text(self) -> None:
        self.last = ""

    def bold(self, text: str) -> int:
        kind = _kind(text)
        level = self.kinds.get(kind)
        if level is None or level <= self.base:
            below = self.kinds.get(self.last, self.base) if self.last else self.base
            if kind.startswith("#"):
                below = max(below, self.plain)
            if kind.startswith("#") and "." in kind:
                below = max(below, self.kinds.get(kind.rsplit(".", 1)[0], below))
            level = min(6, below + 1)
            self.kinds[kind] = level
        self.last = kind
        if not kind:
            self.plain = level
        return level


def _kind(text: str) -> str:
    """What numbers a heading: "§", "Article", "#" with its points; nothing for words alone."""
    found = _NUMBER.match(text)
    if not found:
        word = re.match(r"([^\W\d_]{4,16})\s+(?:\d|[IVX]+\b)", text)
        return word.group(1).casefold() if word else ""
    return (found.group("word") or "#").casefold() + re.sub(r"\d+", "", found.group("dots"))


def _numbered(scan: Scan) -> Iterator[Fix]:
    """Numbered items that stand apart, each with text under it, are headings: "1. Prepare", text, "2. Act"."""
    for level, series in _counted(scan):
        if not _is_series(scan, series) or inside(scan, scan.blocks[series[0]].start):
            continue
        for index in series:
            block = scan.blocks[index]
            text = " ".join(scan.text[block.start : block.end].split())
            reason = "Numbered lines with text under each are headings."
            sure = 0.91 if scan.extracted else 0.6
            yield Fix((Edit(block.start, block.end, f"{'#' * min(6, level + 1)} {text}"),), reason, sure)


def _counted(scan: Scan) -> Iterator[tuple[int, list[int]]]:
    """The items that count up from 1 between two headings, each with text under it; and the level above them."""
    blocks = scan.blocks
    found: list[int] = []
    level = 1
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            yield level, found
            level, found = block.level, []
        elif block.kind is Kind.ITEM and re.fullmatch(r"\d{1,2}[.)]", block.mark):
            if int(block.mark[:-1]) == len(found) + 1 and _apart(scan, blocks, index):
                found.append(index)
            elif int(block.mark[:-1]) == 1 and _apart(scan, blocks, index):
                yield level, found
                found = [index]
    yield level, found


def _is_series(scan: Scan, series: Sequence[int]) -> bool:
    """Whether items that count up are headings: four short ones without an end, or fewer with much text under each."""
    blocks = scan.blocks
    texts = [scan.slice(blocks[index]).strip() for index in series]
    ends = {prose.tail(text)[-1:] if prose.stops(text) else "" for text in texts}
    if len(ends) != 1:
        return False
    if len(series) >= 4 and ends == {""} and all(len(text) <= _SHORT and "\n" not in text for text in texts):
        return True
    under = [blocks[after].start - blocks[index].end for index, after in pairwise(series)]
    return len(series) >= 3 and min(under) >= _MUCH


def _apart(scan: Scan, blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is short and text that is no item follows."""
    block, text = blocks[index], scan.slice(blocks[index])
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    short = len(block.lines) <= 2 and len(text) <= 120 and prose.tail(text)[-1:] not in tuple(",;:")
    return (
        short
        and after is not None
        and after.kind is Kind.PARA
        and after.indent == 0
        and not prose.begins_lower(scan.slice(after))
        and prose.begins_upper(text)
        and not prose.open_word(text, scan.lang)
    )


RULE = Rule(
    "bold-headings", "Makes headings of bold lines, and of numbered lines with text under each.", find,
    after="run-in-headings",
)
