# SPDX-License-Identifier: AGPL-3.0-or-later
"""run-in-headings: a numbered heading that an extractor put into the paragraph below it stands alone again.

"2.2 Opening hours The office is open…": where the heading ends is told by a word that only the beginning of a sentence
writes with a capital, by a question mark, by the heading's words at the beginning of the sentence, or by a line
elsewhere that is the heading. Its number must count with the headings around it, or with others that are run in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.headings.title_ends import LABEL, Ends
from pipeline.clean.headings.title_series import asked, expected
from pipeline.clean.lists.outdent import outdented
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.heading_signs import PARTS, value
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import Block, Kind, Scan
from pipeline.clean.reading.small_words import small_words

_SHORT = 120  # characters of an item that is nothing but a heading
_LETTERS = "a"  # how lettered headings are named: "A. Fees", "B. Dues"
_SERIES = 2  # headings that are known of a series before all of it are expected to be some
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
    def begin(self) -> int:
        """Where its number begins; a bullet before a word and a number is an extractor's."""
        return self.block.body if self.block.bulleted else self.block.start

    @property
    def series(self) -> tuple[str, tuple[int, ...]]:
        """What the numbers that count up together have in common."""
        return self.word, self.number[:-1]


def find(scan: Scan) -> Iterator[Fix]:
    """Numbered paragraphs that begin with their heading."""
    lines = _expected(scan, list(_numbered(scan)))
    found = list(_counting(lines))
    outline = _Outline(scan, lines, found)
    for line in found:
        level = outline.level(line)
        if not level:
            continue
        start, cut = line.begin, line.begin + line.cut
        title = " ".join(scan.text[start:cut].split())
        after = len(scan.text[cut : line.block.end]) - len(scan.text[cut : line.block.end].lstrip())
        now = f"{'#' * level} {title}" + ("" if line.whole else scan.eol * 2)
        reason = "The paragraph begins with its heading, numbered like those around it."
        inside = tuple(outdented(scan, line.block))
        edits = (Edit(line.block.start, cut + after, now), *(inside or _apart(scan, line)))
        yield Fix(edits, reason, 0.91 if scan.extracted else 0.6)


def _apart(scan: Scan, line: _Numbered) -> tuple[Edit, ...]:
    """What parts the text of an item that is none now from the next item right below it, which would be its rest."""
    stop = line.block.lines[-1].stop
    apart = "" if line.whole or line.block.kind is not Kind.ITEM else scan.break_below(stop)
    return (Edit(stop, stop, apart),) if apart else ()


def _numbered(scan: Scan) -> Iterator[_Numbered]:
    ends = scan.once("title ends", Ends)
    for index, block in enumerate(scan.blocks):
        heading = block.kind is Kind.HEADING
        if not heading and (block.kind not in (Kind.PARA, Kind.ITEM) or block.indent > 3):
            continue
        text = scan.slice(block) if heading or block.bulleted else scan.text[block.start : block.end]
        lead = len(text) - len(text.lstrip(" *_"))
        found = LABEL.match(text, lead)
        if not found or (block.bulleted and not found.group("word")):
            continue
        letter = found.group("letter")
        number = (ord(letter) - 64,) if letter else value(found.group("dots") or found.group("roman"))
        word = (found.group("word") or (_LETTERS if letter else "")).casefold()
        if len(number) == 2 and number[1] == 0:  # "1.0", "2.0", "3.0" count up by what stands before the dot
            number, word = number[:1], f"{word}.0"
        cut = 0 if heading or lead else ends.find(text, found.end(), listed=len(number) == 1 and not word)
        whole = not (heading or lead or cut) and _alone(scan, index, text[found.end() :])
        yield _Numbered(block, word, number, block.level if heading else 0, len(text) if whole else cut, whole)


def _expected(scan: Scan, lines: list[_Numbered]) -> list[_Numbered]:
    """The same, and where the heading ends in those of a series of which nearly all begin with one."""
    if not scan.extracted:
        return lines
    kinds: dict[tuple[str, int], list[_Numbered]] = {}
    for line in lines:
        kinds.setdefault((line.word, len(line.number)), []).append(line)
    proven, asking = set(), set()
    for key, series in kinds.items():
        heads = [line for line in series if line.level or line.cut]
        if len(heads) < _SERIES or key == ("", 1):
            continue
        if len(heads) * 2 >= len(series):
            proven.add(key)
        if sum(_title(scan, line)[-1:] in tuple("?？") for line in heads) * 3 >= len(heads) * 2:
            asking.add(key)
    small = small_words(hyphens.language(scan))
    found = []
    for line in lines:
        key = (line.word, len(line.number))
        if line.level or line.cut or key not in proven | asking:
            found.append(line)
            continue
        text = scan.text[line.begin : line.block.end]
        label = LABEL.match(text)
        begin = label.end() if label else 0
        cut = asked(text, begin, several=True) if key in asking else expected(scan, text, begin, small) if begin else 0
        found.append(replace(line, cut=cut))
    return found


def _title(scan: Scan, line: _Numbered) -> str:
    """The heading of a numbered block."""
    block = line.block
    return (scan.slice(block) if line.level else scan.text[line.begin : line.begin + line.cut]).strip()


def _alone(scan: Scan, index: int, name: str) -> bool:
    """Whether an item may be a heading with nothing behind it: short, without an end, over text or another list."""
    block, after = scan.blocks[index], scan.blocks[index + 1] if index + 1 < len(scan.blocks) else None
    if not block.counted or after is None or len(name) > _SHORT or prose.stops(name) or "\n" in name:
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
    often = Counter(line.word for line in lines if line.level)
    for line in lines:
        if line.level or line.cut or (line.word in PARTS and often[line.word] >= _SERIES):
            known.setdefault(line.series, []).append(line)
    numbers = {(line.word, line.number) for series in known.values() for line in series}
    for series in known.values():
        for before, line, after in zip([None, *series], series, [*series[1:], None], strict=False):
            last, parent = line.number[-1], line.number[:-1]
            anew = last == 1 and line.word in PARTS | {_LETTERS}  # the sections of each chapter
            if not line.cut or (before is not None and before.number[-1] >= last and not anew):
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


def _inner(lines: Sequence[_Numbered]) -> bool:
    """Whether lettered headings stand in the sections of numbered ones: these count on around the first of them."""
    place = next((place for place, line in enumerate(lines) if line.word == _LETTERS), 0)
    before = next((line for line in lines[:place][::-1] if not line.word), None)
    return before is not None and any(line.series == before.series for line in lines[place:])


class _Outline:
    """The numbered headings of a text, found by what they are numbered like."""

    def __init__(self, scan: Scan, lines: Sequence[_Numbered], found: Sequence[_Numbered]) -> None:
        self.alike: dict[tuple[str, int], list[_Numbered]] = {}
        self.series: dict[tuple[str, tuple[int, ...]], list[_Numbered]] = {}
        self.numbers: dict[tuple[str, tuple[int, ...]], _Numbered] = {}
        self.first: dict[int, _Numbered] = {}  # the first heading with so many parts
        self.begins: dict[tuple[str, tuple[int, ...]], int] = {}  # where the first of a series is run in
        self.lines = [line for line in lines if line.level or line.cut]
        self.inner = _inner(self.lines)
        for line in self.lines:
            if line.cut:
                self.begins.setdefault(line.series, line.block.start)
            if line.level:
                self.alike.setdefault((line.word, len(line.number)), []).append(line)
                self.series.setdefault(line.series, []).append(line)
                self.numbers[line.word, line.number] = line
                if not self._is_inner(line):
                    self.first.setdefault(len(line.number), line)
        self.least = min((len(line.number) for line in found if not self._is_inner(line)), default=0)
        self.headings = [block for block in scan.blocks if block.kind is Kind.HEADING]
        self.starts = [block.start for block in self.headings]

    def level(self, line: _Numbered) -> int:
        """The level of the headings that are numbered alike, or one below that of what the number begins with."""
        size = len(line.number)
        near = self.series.get(line.series) or self.alike.get((line.word, size))
        if near:
            place = bisect_left([other.block.start for other in near[-_MOST:]], line.block.start)
            return near[-_MOST:][max(0, place - 1)].level
        if self._is_inner(line):
            return self._within(line)
        for parts in range(size - 1, 0, -1):
            if above := self.numbers.get((line.word, line.number[:parts])):
                return min(6, above.level + size - parts)
        shorter = [other for parts, other in self.first.items() if parts < size]
        if shorter:
            above = min(shorter, key=lambda other: other.block.start)
            return min(6, above.level + size - len(above.number))
        below = [(other.level - parts + size) for parts, other in self.first.items() if parts > size and not other.word]
        if below and not line.word and max(below) > 1:
            return max(below)
        return self._under(line) if size == self.least else 0

    def _is_inner(self, line: _Numbered) -> bool:
        """Whether a heading is a lettered one in the sections of numbered ones."""
        return self.inner and line.word == _LETTERS

    def _within(self, line: _Numbered) -> int:
        """One below the numbered heading in whose section a lettered one stands; 0 until that is a heading."""
        place = bisect_left(self.lines, line.block.start, key=lambda other: other.block.start)
        around = next((other for other in self.lines[:place][::-1] if not other.word), None)
        return min(6, around.level + 1) if around and around.level else 0

    def _under(self, line: _Numbered) -> int:
        """One below the heading that stands before the first of a series."""
        place = bisect_left(self.starts, self.begins[line.series])
        return min(6, self.headings[place - 1].level + 1) if place else 0


RULE = Rule(
    "run-in-headings", "Parts numbered headings from the paragraphs into which they were run.", find,
    after="footnotes",
)
