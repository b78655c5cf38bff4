# SPDX-License-Identifier: AGPL-3.0-or-later
"""run-in-headings: a numbered heading that an extractor put into the paragraph below it stands alone again.

"2.2 Opening hours The office is open…": where the heading ends is told by a word that only the beginning of a sentence
writes with a capital, by a question mark, by the heading's words at the beginning of the sentence, or by a line
elsewhere that is the heading. Its number must count with the headings around it, or with others that are run in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.scan import Block, Kind, Scan

_LABEL = re.compile(
    r"(?:(?P<word>§+|[^\W\d_]{4,12})[ \xa0])?(?:(?P<dots>\d{1,3}(?:\.\d{1,3}){0,4})|(?P<letter>[A-Z])(?=\.))[.)]?"
    r"[ \xa0]+(?=[^\W\d_a-z])"
)
_WORD = re.compile(r"\S+")
_LONGEST = 90  # characters of a heading
_MOST = 400  # headings of a series among which the nearest is looked for
_LEAST = 40  # characters of the text below it
# Small words that headings write small, and that begin sentences.
_SMALL = {
    "en": "the an if in for to as with by on at from when where since although before after during",
    "fr": "le la les un une des ce cet cette ces dans pour en au aux si il elle tout toute toutes tous chaque lorsque "
    "afin sur par",
    "de": "der die das den dem ein eine einen einem für bei im in dieser diese dieses wenn wer jeder jede alle zur "
    "zum mit nach es als auf soweit",
    "es": "el la los las un una si en para por cada este esta estos todo toda todos cuando",
    "pt": "os as um uma se em para por cada este esta todo toda todos quando no na",
    "it": "il lo la gli le un una se in per ogni questo questa quando",
}
# Words that headings set in capitals may write so too; a small letter must follow.
_WIDE = {"en": "this these those each every all no any you your we our it they there some most both either neither"}
_LINKS = ("of", "or", "and")  # headings have them, and sentences


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block with a number: how it is numbered, its level (0: no heading yet), and where its heading ends."""

    block: Block
    word: str
    number: tuple[int, ...]
    level: int
    cut: int = 0

    @property
    def series(self) -> tuple[str, tuple[int, ...]]:
        """What the numbers that count up together have in common."""
        return self.word, self.number[:-1]


def find(scan: Scan) -> Iterator[Fix]:
    """Numbered paragraphs that begin with their heading."""
    lines = list(_numbered(scan))
    known = {(line.series, line.number[-1]): line for line in lines if line.level or line.cut}
    outline = _Outline(scan, lines)
    for line in lines:
        if not line.cut or not _counts(line, known):
            continue
        level = outline.level(line)
        if not level:
            continue
        start, cut = line.block.start, line.block.start + line.cut
        title = scan.text[start:cut].strip()
        after = len(scan.text[cut : line.block.end]) - len(scan.text[cut : line.block.end].lstrip())
        now = f"{'#' * level} {title}{scan.eol}{scan.eol}"
        reason = "The paragraph begins with its heading, numbered like those around it."
        yield Fix((Edit(start, cut + after, now),), reason, 0.91 if scan.pages else 0.6)


def _numbered(scan: Scan) -> Iterator[_Numbered]:
    titles = _titles(scan)
    for block in scan.blocks:
        heading = block.kind is Kind.HEADING
        if not heading and (block.kind not in (Kind.PARA, Kind.ITEM) or block.indent > 3):
            continue
        text = scan.slice(block) if heading else scan.text[block.start : block.end]
        lead = len(text) - len(text.lstrip(" *_"))
        found = _LABEL.match(text, lead)
        if not found or (block.kind is Kind.ITEM and block.mark in "-*+"):
            continue
        letter = found.group("letter")
        number = (ord(letter) - 64,) if letter else tuple(int(part) for part in found.group("dots").split("."))
        word = (found.group("word") or ("A" if letter else "")).casefold()
        cut = 0 if heading or lead else _end(scan, text, found.end(), titles)
        yield _Numbered(block, word, number, block.level if heading else 0, cut)


def _titles(scan: Scan) -> frozenset[str]:
    """Short lines that stand alone, as lists of contents and of steps have them, without their numbers."""
    found = set()
    for block in scan.blocks:
        if block.kind in (Kind.PARA, Kind.ITEM) and len(block.lines) == 1:
            text = scan.slice(block).strip()
            label = _LABEL.match(text)
            text = text[label.end() :] if label else text
            if 8 <= len(text) <= _LONGEST and len(text.split()) > 1:
                found.add(text.rstrip(". ").casefold())
    return frozenset(found)


def _end(scan: Scan, text: str, begin: int, titles: frozenset[str]) -> int:
    """Where the heading at the beginning of a numbered paragraph ends; 0 where it has none."""
    words = list(_WORD.finditer(text, begin, begin + _LONGEST + 30))
    for index in range(1, len(words)):
        cut = words[index].start()
        title, rest = text[begin:cut].strip(), text[cut:].rstrip()
        if cut - begin > _LONGEST or len(rest) < (_LEAST // 2 if prose.caseless(rest) else _LEAST):
            return 0
        if title[-1:] in tuple("?？"):
            if re.search(r"[?？]", rest[: _LONGEST if title[-1:] == "?" else _LEAST // 2]):
                continue  # a heading can ask twice
            return cut if not prose.begins_lower(rest) else 0
        if prose.tail(title)[-1:] in tuple(prose.STOPS + prose.COMMAS):
            return 0
        if not prose.begins_upper(rest) or prose.open_word(title, scan.lang):
            continue
        if title.casefold() in titles or _repeats(title, rest) or _begins(scan, words, index, title):
            return cut
    return 0


def _repeats(title: str, rest: str) -> bool:
    """Whether the text begins with the words of its heading."""
    size = len(title)
    return size > 3 and rest[:size].casefold() == title.casefold() and not rest[size : size + 1].isalnum()


def _begins(scan: Scan, words: Sequence[re.Match[str]], index: int, title: str) -> bool:
    """Whether a word begins a sentence: it has a capital that it has nowhere else."""
    lang = (scan.lang or "en")[:2].lower()
    word = words[index].group()
    small, few = word.lower(), _SMALL.get(lang, "").split()
    if word != small.capitalize() or not title[-1:].isalnum():
        return False
    after = [found.group() for found in words[index + 1 : index + 7]]
    if small in _WIDE.get(lang, "").split():
        after = after[:2]
    elif small not in few:
        return False
    # words with a meaning are written small only in a sentence, or where the heading itself is written like one
    return any(other[:1].islower() and len(other) > 1 and other not in (*few, *_LINKS) for other in after)


def _counts(line: _Numbered, known: dict[tuple[tuple[str, tuple[int, ...]], int], _Numbered]) -> bool:
    """Whether the number before or after is one of a heading, or of one that is run in."""
    last = line.number[-1]
    if any((line.series, last + step) in known for step in (-1, 1)):
        return True
    parent = line.number[:-1]
    return bool(parent) and last == 1 and ((line.word, parent[:-1]), parent[-1]) in known


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


RULE = Rule("run-in-headings", "Parts numbered headings from the paragraphs into which they were run.", find)
