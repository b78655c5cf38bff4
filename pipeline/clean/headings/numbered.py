# SPDX-License-Identifier: AGPL-3.0-or-later
"""numbered-headings: a line that is numbered like the headings around it is one of them.

Its number must go on where the headings before it and after it leave off: "8.1.2" after "8.1.1", or "8.1.1" after
"8.1". Clauses are numbered so too; they are sentences, and these are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings.counted import inside
from pipeline.clean.headings.title_series import question
from pipeline.clean.reading import prose
from pipeline.clean.reading.scan import Block, Kind, Scan

_NUMBER = re.compile(r"(?:(?P<word>§+|[^\W\d_]{4,12})\s+)?(?P<dots>\d{1,3}(?:\.\d{1,2})*)(?P<end>[.)]?)(?=\s)")
_MARKED = re.compile(
    r"[ \t]{0,3}(?:[-*+][ \t]+)?(?:[*_]{1,2})?(?P<text>(?![\s*]).{1,120}?)(?:[*_]{1,2})?[ \t]*$"
)
_ANOTHER = re.compile(r"\s[*_]*\d{1,3}(?:\.\d{1,2})+\.?\s")  # two headings in one line
_SENTENCE = re.compile(r"[^\W\d_]{3}\.[*_]* [^\W\d_a-z]")  # a label that ends with a stop, and what it labels
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class _Line:
    """A numbered line: its block, the words, how it is numbered, and its level (0: it is no heading yet)."""

    index: int
    text: str
    word: str
    number: tuple[int, ...]
    end: str
    level: int
    marked: bool = True
    ended: bool = False  # with a stop

    @property
    def series(self) -> tuple[str, tuple[int, ...], str]:
        """What the numbers that count up together have in common."""
        return self.word, self.number[:-1], self.end


def find(scan: Scan) -> Iterator[Fix]:
    """Lines whose numbers stand between those of headings."""
    lines = tuple(_lines(scan))
    if not any(line.level for line in lines):
        return
    levels, chained = _levels(lines), _chained(lines)
    for place, line in enumerate(lines):
        if line.level or (line.ended and not _ended(lines, line)):
            continue
        if not line.word and len(line.number) == 1 and inside(scan, scan.blocks[line.index].start):
            continue
        item = line.index in chained and _alone(scan, line)
        level, confidence = _between(lines, line, item=item) or _counted(lines, place, levels)
        if not confidence or not _heads(scan, line):
            continue
        block = scan.blocks[line.index]
        now = f"{'#' * level} {line.text}"
        yield Fix((Edit(block.start, block.end, now),), "The line is numbered like the headings around it.", confidence)


def _lines(scan: Scan) -> Iterator[_Line]:
    """Headings with a number, and short lines with one that have no end."""
    for index, block in enumerate(scan.blocks):
        if block.kind is Kind.HEADING:
            text = re.sub(r"^(?:<[^<>]*>|[*_\s])+", "", scan.slice(block))
            if found := _NUMBER.match(text):
                yield _line(index, text, found, block.level, marked=True)
        elif asked := _question(scan, block):
            yield _line(index, asked.string, asked, 0, marked=False)
        elif block.kind in (Kind.PARA, Kind.ITEM) and len(block.lines) == 1:
            marked = _MARKED.match(block.lines[0].text)
            found = _NUMBER.match(marked.group("text")) if marked else None
            if not marked or not found:
                continue
            text = marked.group("text")
            if prose.tail(text)[-1:] in tuple(",;:") or len(text) > _LONGEST or not _named(text):
                continue
            if prose.open_word(text, scan.lang) or _ANOTHER.search(text) or _SENTENCE.search(text):
                continue
            labelled = bool(found.group("word")) or marked.group(0).lstrip(" -")[:1] in "*_"
            yield _line(index, text, found, 0, marked=labelled)


def _question(scan: Scan, block: Block) -> re.Match[str] | None:
    """The number of a block that is a question, be it on several lines or behind other sentences."""
    if block.kind not in (Kind.PARA, Kind.ITEM) or block.bulleted or not scan.extracted:
        return None
    found = _NUMBER.match(" ".join(scan.text[block.start : block.end].split()))
    return found if found and "." in found.group("dots") and question(found.string, found.end()) else None


def _named(text: str) -> bool:
    """Whether a line has words: numbers alone are a row of a table."""
    return any(map(str.isalpha, text))


def _line(index: int, text: str, found: re.Match[str], level: int, *, marked: bool) -> _Line:
    number = tuple(int(part) for part in found.group("dots").split("."))
    end = found.group("end")
    if len(number) == 2 and number[1] == 0:  # "1.0", "2.0", "3.0" count up by what stands before the dot
        number, end, marked = number[:1], f".0{end}", True
    word, ended = (found.group("word") or "").casefold(), prose.tail(text)[-1:] == "."
    return _Line(index, text, word, number, end, level, marked, ended)


def _levels(lines: Sequence[_Line]) -> dict[int, int]:
    """The level that most headings with so many numbers have."""
    counts: dict[int, Counter[int]] = {}
    for line in lines:
        if line.level and not line.word:
            counts.setdefault(len(line.number), Counter())[line.level] += 1
    return {size: counter.most_common(1)[0][0] for size, counter in counts.items()}


def _ended(lines: Sequence[_Line], line: _Line) -> bool:
    """Whether the headings of a line's series end with a stop, as it does: no sentence can be told from them else."""
    known = [other for other in lines if other.level and other.series == line.series]
    return bool(known) and all(other.ended for other in known)


def _chained(lines: Sequence[_Line]) -> set[int]:
    """The blocks of lines that go on counting where the heading before them, or the one after them, leaves off."""
    found: set[int] = set()
    for step, way in ((1, lines), (-1, lines[::-1])):
        expected = {line.series: 1 for line in lines} if step > 0 else {}
        for line in way:
            if line.level or expected.get(line.series) == line.number[-1]:
                expected[line.series] = line.number[-1] + step
                found.add(line.index)
    return found


def _alone(scan: Scan, line: _Line) -> bool:
    """Whether an extracted line that looks like an item stands over text of its own."""
    after = scan.blocks[line.index + 1] if line.index + 1 < len(scan.blocks) else None
    if not scan.extracted or after is None:
        return False
    if after.kind is Kind.HEADING:  # one right above the next of its series is an item above the last of them
        below = _NUMBER.match(scan.slice(after))
        return not below or below.group("dots") != _next(line.number)
    return after.kind is Kind.PARA and after.indent < 2


def _next(number: tuple[int, ...]) -> str:
    """The number after one, as it is written."""
    return ".".join(map(str, (*number[:-1], number[-1] + 1)))


def _heads(scan: Scan, line: _Line) -> bool:
    """Whether something follows that the line can head: no rest of a sentence, no item of the same list."""
    blocks = scan.blocks
    after = blocks[line.index + 1] if line.index + 1 < len(blocks) else None
    if after is None or (after.kind is Kind.ITEM and not line.marked and len(line.number) == 1):
        return False
    return not (after.kind is Kind.PARA and prose.begins_lower(scan.slice(after)))


def _between(lines: Sequence[_Line], line: _Line, *, item: bool) -> tuple[int, float] | None:
    """The level of the headings of one series around a line, and how sure it is that the line is one of them.

    ``item``: what looks like an item of a list stands and counts as a heading would.
    """
    known = [other for other in lines if other.level and other.series == line.series]
    before = max((other for other in known if other.index < line.index), key=lambda o: o.index, default=None)
    after = min((other for other in known if other.index > line.index), key=lambda o: o.index, default=None)
    near, number = before or after, line.number[-1]
    if near is None or (before and before.number[-1] >= number) or (after and after.number[-1] <= number):
        return None
    next_to = bool(before and before.number[-1] == number - 1) + bool(after and after.number[-1] == number + 1)
    dotted = len(line.number) > 1 or line.end.startswith(".0")
    if not line.marked and not dotted:
        return near.level, 0.91 if item else 0.6
    if next_to == 2 or (line.word and (next_to or (before and after))) or (next_to and (len(known) > 2 or dotted)):
        return near.level, 0.92
    return near.level, 0.91 if line.word and len(known) > 2 else 0.6


def _counted(lines: Sequence[_Line], place: int, levels: dict[int, int]) -> tuple[int, float]:
    """The same for a line of a series that has no heading yet, under a heading with the number that it begins with."""
    line = lines[place]
    if line.word or len(line.number) < 2 or not place or place + 1 == len(lines):
        return 0, 0.0
    parents = [other for other in lines[:place] if other.level and other.number == line.number[:-1]]
    if not parents or not _follows(lines[place - 1].number, line.number):
        return 0, 0.0
    level = levels.get(len(line.number), parents[-1].level + 1)
    return min(6, max(level, parents[-1].level + 1)), 0.91 if _follows(line.number, lines[place + 1].number) else 0.6


def _follows(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Whether a number can come right after another: its first part, its next, or the next of what it is part of."""
    if two == (*one, 1):
        return True
    size = len(two)
    return size <= len(one) and two[:-1] == one[: size - 1] and two[-1] == one[size - 1] + 1


RULE = Rule(
    "numbered-headings", "Makes headings of lines that are numbered like the headings around them.", find,
    after="bold-headings",
)
