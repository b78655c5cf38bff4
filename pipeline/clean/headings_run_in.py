# SPDX-License-Identifier: AGPL-3.0-or-later
"""run-in-headings: a numbered heading that an extractor put into the paragraph below it stands alone again.

"2.2 Opening hours The office is open…": where the heading ends is told by a word that only the beginning of a sentence
writes with a capital, by a question mark, by the heading's words at the beginning of the sentence, or by a line
elsewhere that is the heading. Its number must count with the headings around it, or with others that are run in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.numbering import read_mark
from pipeline.clean.scan import Block, Kind, Scan
from pipeline.clean.title_ends import LABEL, Ends

_IN = 4  # columns by which what stands in a numbered item is further in
_SHORT = 120  # characters of an item that is nothing but a heading
_MOST = 400  # headings of a series among which the nearest is looked for


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block with a number: how it is numbered, its level (0: no heading yet), and where its heading ends."""

    block: Block
    word: str
    number: tuple[int, ...]
    level: int
    cut: int = 0
    whole: bool = False  # nothing but the heading stands in the block

    @property
    def series(self) -> tuple[str, tuple[int, ...]]:
        """What the numbers that count up together have in common."""
        return self.word, self.number[:-1]


def find(scan: Scan) -> Iterator[Fix]:
    """Numbered paragraphs that begin with their heading."""
    lines = list(_numbered(scan))
    outline = _Outline(scan, lines)
    for line in _counting(lines):
        level = outline.level(line)
        if not level:
            continue
        start, cut = line.block.start, line.block.start + line.cut
        title = scan.text[start:cut].strip()
        after = len(scan.text[cut : line.block.end]) - len(scan.text[cut : line.block.end].lstrip())
        now = f"{'#' * level} {title}" + ("" if line.whole else scan.eol * 2)
        reason = "The paragraph begins with its heading, numbered like those around it."
        edits = (Edit(start, cut + after, now), *(_out(scan, line.block) if line.block.kind is Kind.ITEM else ()))
        yield Fix(edits, reason, 0.91 if scan.pages else 0.6)


def _out(scan: Scan, item: Block) -> Iterator[Edit]:
    """What stood in an item that is a heading now comes out of it: further in, it would be code."""
    place = bisect_left(scan.blocks, item.start, key=lambda block: block.start) + 1
    for block in scan.blocks[place : place + _MOST]:
        if block.kind not in (Kind.ITEM, Kind.PARA, Kind.CODE) or block.indent < _IN:
            return
        for line in block.lines:
            if line.indent >= _IN and line.text[:_IN].isspace():
                yield Edit(line.start, line.start + _IN, "")


def _numbered(scan: Scan) -> Iterator[_Numbered]:
    ends = Ends(scan)
    for index, block in enumerate(scan.blocks):
        heading = block.kind is Kind.HEADING
        if not heading and (block.kind not in (Kind.PARA, Kind.ITEM) or block.indent > 3):
            continue
        text = scan.slice(block) if heading else scan.text[block.start : block.end]
        lead = len(text) - len(text.lstrip(" *_"))
        found = LABEL.match(text, lead)
        if not found or block.bulleted:
            continue
        letter = found.group("letter")
        number = (ord(letter) - 64,) if letter else tuple(int(part) for part in found.group("dots").split("."))
        word = (found.group("word") or ("A" if letter else "")).casefold()
        if len(number) == 2 and number[1] == 0:  # "1.0", "2.0", "3.0" count up by what stands before the dot
            number, word = number[:1], f"{word}.0"
        cut = 0 if heading or lead else ends.find(text, found.end(), listed=len(number) == 1 and not word)
        whole = not (heading or lead or cut) and _alone(scan, index, text[found.end() :])
        yield _Numbered(block, word, number, block.level if heading else 0, len(text) if whole else cut, whole)


def _alone(scan: Scan, index: int, name: str) -> bool:
    """Whether an item may be a heading with nothing behind it: short, without an end, over text or another list."""
    block, after = scan.blocks[index], scan.blocks[index + 1] if index + 1 < len(scan.blocks) else None
    if block.kind is not Kind.ITEM or after is None or len(name) > _SHORT or prose.stops(name) or "\n" in name:
        return False
    if prose.open_word(name, scan.lang) or prose.tail(name)[-1:] in tuple(prose.COMMAS):
        return False
    other = after.kind is Kind.ITEM and {style for style, _ in read_mark(after.mark)}.isdisjoint(
        style for style, _ in read_mark(block.mark)
    )
    return other or (after.kind is Kind.PARA and not prose.begins_lower(scan.slice(after)))


def _counting(lines: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """The paragraphs whose number goes on where a heading around them, or another that is run in, leaves off.

    Nothing of the same series stands between the two: the second item of a list does not count with the first part.
    """
    known: dict[tuple[str, tuple[int, ...]], list[_Numbered]] = {}
    for line in lines:
        if line.level or line.cut:
            known.setdefault(line.series, []).append(line)
    numbers = {(line.word, line.number) for series in known.values() for line in series}
    for series in known.values():
        for before, line, after in zip([None, *series], series, [*series[1:], None], strict=False):
            last, parent = line.number[-1], line.number[:-1]
            if not line.cut or (before is not None and before.number[-1] >= last):
                continue
            first = bool(parent) and last == 1 and (line.word, parent) in numbers
            beside = [
                *([before] if before is not None and before.number[-1] == last - 1 else ()),
                *([after] if after is not None and after.number[-1] == last + 1 else ()),
            ]
            if line.whole:  # lists have short items too, but none that begin with a heading
                beside = [other for other in beside if not other.whole]
            if (first and not line.whole) or beside:
                yield line


class _Outline:
    """The numbered headings of a text, found by what they are numbered like."""

    def __init__(self, scan: Scan, lines: Sequence[_Numbered]) -> None:
        self.alike: dict[tuple[str, int], list[_Numbered]] = {}
        self.series: dict[tuple[str, tuple[int, ...]], list[_Numbered]] = {}
        self.numbers: dict[tuple[str, tuple[int, ...]], _Numbered] = {}
        self.first: dict[int, _Numbered] = {}  # the first heading with so many parts
        self.begins: dict[tuple[str, tuple[int, ...]], int] = {}  # where the first of a series is run in
        for line in lines:
            if line.cut:
                self.begins.setdefault(line.series, line.block.start)
            if line.level:
                self.alike.setdefault((line.word, len(line.number)), []).append(line)
                self.series.setdefault(line.series, []).append(line)
                self.numbers[line.word, line.number] = line
                self.first.setdefault(len(line.number), line)
        self.least = min((len(line.number) for line in lines if line.cut), default=0)
        self.headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
        self.starts = [block.start for block in self.headings]

    def level(self, line: _Numbered) -> int:
        """The level of the headings that are numbered alike, or one below that of what the number begins with."""
        size = len(line.number)
        near = self.series.get(line.series) or self.alike.get((line.word, size))
        if near:
            place = bisect_left([other.block.start for other in near[-_MOST:]], line.block.start)
            return near[-_MOST:][max(0, place - 1)].level
        for parts in range(size - 1, 0, -1):
            if above := self.numbers.get((line.word, line.number[:parts])):
                return min(6, above.level + size - parts)
        shorter = [other for parts, other in self.first.items() if parts < size]
        if shorter:
            above = min(shorter, key=lambda other: other.block.start)
            return min(6, above.level + size - len(above.number))
        return self._under(line) if size == self.least else 0

    def _under(self, line: _Numbered) -> int:
        """One below the heading that stands before the first of a series."""
        place = bisect_left(self.starts, self.begins[line.series])
        return min(6, self.headings[place - 1].level + 1) if place else 0


RULE = Rule(
    "run-in-headings", "Parts numbered headings from the paragraphs into which they were run.", find,
    after="footnotes",
)
