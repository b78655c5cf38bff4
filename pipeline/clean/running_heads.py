# SPDX-License-Identifier: AGPL-3.0-or-later
"""running-heads: what a page repeats at its top and foot, and its number, goes from between the text.

The proof is a series of page numbers that counts up, or form feeds; what is repeated beside them is a running
head. A line that is only repeated is not one: texts repeat themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.clean import prose
from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.images import PICTURE
from pipeline.clean.scan import Kind, Line, Scan

_LONGEST = 160
_NEAR = 12  # lines that a page can put between two lines of its text
_GROWTHS = 8  # lines of a running head that are found one beside the other
_KINDS = frozenset({Kind.PARA, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.QUOTE})
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)\s]*\)|</?[a-z]+[^<>]{0,80}>|[*_`\\]+", re.I)
_LEAD = re.compile(r"^[\s#>\-+]*")
_BARE = re.compile(r"[\W_]*#(?:\s*(?:/|of|sur|von|de|di)\s*#)?[\W_]*")
# What laws and books number on lines of their own: these are headings.
_DIVISION = re.compile(
    r"\W*(?:art(?:icle|icles|ikel|ículo|igo|icolo)?\.?|§+|chap(?:ter|itre)?|kapitel|cap[íi]tulo|sec(?:tion|ción|ção)|"
    r"abschnitt|part(?:ie|e)?|teil|t[íi]tulo|titre|title|annex|annexe|anexo|anlage|anhang|appendix|question|frage|"
    r"rule|step|schedule|clause|regulation|table|tableau|tabelle|figure|المادة|الفصل|الباب|第\s*#\s*[条條章节節])\W*#",
    re.I,
)
_LABEL = re.compile(r"\s*(?:[-*+]\s+)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)]\s+\S")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_PAGE_WORD = re.compile(
    r"^(?:pages?|seiten?|p[áa]gina|pag|pagina|صفحة|الصفحة)\s*\.?\s*#|^#\s*(?:/|of|sur|von|de|di)\s*#$|第\s*#\s*[页頁]"
    r"|^(?:file|https?)://\S+\s#\s*/\s*#$",  # what browsers print below a page: its address, its number, how many
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank: its key (text with # for numbers), its numbers, whether it may be a head."""

    line: Line
    text: str
    key: str
    numbers: tuple[int, ...]
    short: bool
    alone: bool
    paged: bool  # a page ended right before it


@dataclass(frozen=True, slots=True)
class _Chain:
    """Lines that are the same but for a number that counts up, that number, and how sure they are the pages'."""

    key: str
    rows: tuple[int, ...]
    values: tuple[int, ...]
    sure: float


class _Pages:
    """The lines of a text, and which of them belong to pages and not to the text."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.title = next((_plain(scan.slice(b)).casefold() for b in scan.blocks if b.kind is Kind.HEADING), "")
        self.rows = tuple(_rows(scan, self.title))
        self.taken: dict[int, float] = {}
        self.feet = _Chain("", (), (), 0)

    @cached_property
    def groups(self) -> dict[str, list[int]]:
        """Lines by key."""
        groups: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(self.rows):
            if row.short:
                groups[row.key].append(index)
        return groups

    def edge(self, index: int) -> bool:
        """Whether a line stands at the edge of a page, as far as that is known by now."""
        rows = self.rows
        if index == 0 or index == len(rows) - 1 or rows[index].paged or rows[index + 1].paged:
            return True
        return index - 1 in self.taken or index + 1 in self.taken

    def numbers(self) -> None:
        """Take the page numbers: lines that are the same but for a number that counts up."""
        weak: list[tuple[int, int]] = []
        for chain in self._chains():
            if not self._fits(chain):
                continue
            if chain.sure < 0.9 and chain.key != "#" and len(chain.rows) > 1:
                weak += zip(chain.rows, chain.values, strict=True)
            if chain.sure:
                self.taken.update(dict.fromkeys(chain.rows, chain.sure))
                if len(chain.rows) > len(self.feet.rows) and chain.sure >= 0.95:
                    self.feet = chain
        self._left_and_right(sorted(weak))

    def _chains(self) -> list[_Chain]:
        """The series of lines that count up; the surest and longest first."""
        chains = []
        for key, members in self.groups.items():
            if "#" not in key:
                continue
            if (
                self.scan.pages and key == "#"
            ):  # numbers of notes stand alone too, but not at the edges of pages
                members = [index for index in members if self.edge(index)]  # noqa: PLW2901
            rows, slot = max(
                (
                    (_chain(members, [self.rows[i].numbers[slot] for i in members]), slot)
                    for slot in range(key.count("#"))
                ),
                key=lambda found: len(found[0]),
            )
            values = tuple(self.rows[i].numbers[slot] for i in rows)
            chains.append(_Chain(key, tuple(rows), values, self._sure(key, members, rows)))
        return sorted(
            chains,
            key=lambda chain: (bool(_PAGE_WORD.search(chain.key)) * chain.sure, len(chain.rows)),
            reverse=True,
        )

    def _fits(self, chain: _Chain) -> bool:
        """Whether a series counts the pages that are known by now: one step for each of them."""
        ends = [self.rows[row].line.start for row in self.feet.rows] or self.scan.pages
        if len(ends) < 3 or len(chain.rows) < 2:
            return True
        steps = [
            value - bisect_left(ends, self.rows[row].line.start)
            for row, value in zip(chain.rows, chain.values, strict=True)
        ]
        return max(steps) - min(steps) <= 1

    def _left_and_right(self, weak: list[tuple[int, int]]) -> None:
        """Take heads of left and right pages, which count on together (1 2 3 4) though each skips a page."""
        values = [value for _, value in weak]
        titled = (
            any(_key(self.title).strip("#. ") in self.rows[index].key for index, _ in weak)
            and len(self.title) > 5
        )
        if titled and len(values) >= 3 and values == list(range(values[0], values[0] + len(values))):
            self.taken.update((index, 0.94) for index, _ in weak)

    def _sure(self, key: str, members: Sequence[int], chain: Sequence[int]) -> float:
        """How sure it is that a chain of lines is the pages' numbers (0: it is not)."""
        worded = bool(_PAGE_WORD.search(key))
        if len(chain) < (1 if worded and len(members) == 1 and self.rows[members[0]].numbers[0] == 1 else 2):
            return 0
        marked = sum(self.edge(index) for index in chain)
        if self.scan.pages and not worded and marked * 2 < len(chain):
            return 0
        if worded or (self.scan.pages and marked * 10 >= len(chain) * 7):
            return 0.97
        sentence = not _BARE.fullmatch(key) and prose.ends_sentence(self.rows[chain[0]].text)
        if sentence or _DIVISION.match(key) or not all(self.rows[index].alone for index in chain):
            return 0
        beside = sum(self._beside(index) for index in chain)
        if len(chain) * 10 < len(members) * 6 and not beside:
            return 0
        inside = sum(self._inside(index) for index in chain)
        if beside * 2 >= len(chain):
            return 0.95
        if not _BARE.fullmatch(key) and inside * 4 < len(chain):
            return 0.6  # lines of text can be numbered too
        if len(chain) >= 4:
            return 0.95
        return 0.92 if len(chain) >= 3 else 0.6

    def _beside(self, index: int) -> bool:
        """Whether a line that is repeated elsewhere stands next to this one."""
        own = self.rows[index].key
        near = [self.rows[i] for i in (index - 1, index + 1) if 0 <= i < len(self.rows)]
        return any(row.short and row.key != own and len(self.groups[row.key]) > 1 for row in near)

    def heads(self) -> None:
        """Take the lines repeated at the edges of pages, until no more are found."""
        if not self.taken and not self.scan.pages:
            return  # nothing says that there are pages: what is repeated is text
        for _ in range(_GROWTHS):
            grown = False
            pages = max(1, sum("#" in self.rows[index].key for index in self.taken))
            for key, members in self.groups.items():
                fresh = [index for index in members if index not in self.taken]
                if len(members) < 2 or not fresh:
                    continue
                at_edge = [index for index in fresh if self.edge(index)]
                if self._is_head(key, members, at_edge, pages):
                    self.taken.update(dict.fromkeys(at_edge, 0.96))
                    grown = True
            grown = self._copies() or grown
            if not grown:
                return

    def _copies(self) -> bool:
        """Take what stands word for word at three edges of pages, where an extractor lost what stood beside it.

        The first of its kind may be the heading that the pages repeat.
        """
        fresh = []
        for members in self.groups.values():
            known = [index for index in members if index in self.taken]
            text = self.rows[known[0]].text if len(known) >= 3 else ""
            if len(text) < 12 or text.casefold() == self.title:
                continue  # contents list the title, sections are called like it
            if any(self.rows[index].text != text or not self.rows[index].alone for index in members):
                continue
            fresh += [index for index in members[1:] if index not in self.taken]
        self.taken.update(dict.fromkeys(fresh, 0.93))
        return bool(fresh)

    def _is_head(self, key: str, members: Sequence[int], at_edge: Sequence[int], pages: int) -> bool:
        row = self.rows[members[0]]
        if not at_edge or not letters_or_numbers(key) or prose.tail(row.text)[-1:] in tuple(":;,："):
            return False
        if prose.begins_lower(row.text) and prose.ends_sentence(row.text):
            return False
        already = sum(index in self.taken for index in members)
        known = already + len(at_edge)
        if "#" in key and not already and len({self.rows[index].text for index in at_edge}) > 1:
            return False  # what differs by its numbers must count up, as page numbers do
        away = len(members) - known
        if known < 2 or away > known * 0.5 + 1:
            return False
        if prose.ends_sentence(row.text.rstrip("…. ") if row.text.endswith("…") else row.text) and known < 3:
            return False
        return known >= 3 or known * 2.5 >= pages

    def cuts(self) -> None:
        """Take repeats of the title, and of lines met three times, that stand inside a sentence."""
        for key, members in self.groups.items():
            inside = [index for index in members if index not in self.taken and self._inside(index)]
            title = key == _key(self.title)
            others = len(members) - len(inside)
            unknown = not self.feet.rows and not self.scan.pages
            often = unknown and len(inside) >= 3 and len(inside) * 10 >= len(members) * 6
            if inside and ((title and others) or often):
                self.taken.update(dict.fromkeys(inside, 0.95))

    def _inside(self, index: int) -> bool:
        rows = self.rows
        before = index - 1
        while before >= max(0, index - _NEAR) and (
            before in self.taken or PICTURE.match(rows[before].line.text)
        ):
            before -= 1
        after = index + 1
        while after < min(len(rows), index + _NEAR) and (after in self.taken or self._same(after, index)):
            after += 1
        if before < 0 or after >= len(rows) or not rows[index].alone:
            return False
        above, below = rows[before], rows[after]
        ended = above.line.text[-200:]
        if above.line.kind not in (Kind.PARA, Kind.ITEM) or below.line.kind is not Kind.PARA:
            return False
        return not prose.stops(ended) and (
            prose.begins_lower(below.line.text[:200].lstrip()) or prose.open_word(ended, self.scan.lang)
        )

    def _same(self, one: int, other: int) -> bool:
        """Whether a line repeats another, or is a picture of the page."""
        return self.rows[one].key == self.rows[other].key or bool(PICTURE.match(self.rows[one].line.text))

    def pictures(self) -> None:
        """Take pictures without a description beside running heads: marks of the page."""
        for index, row in enumerate(self.rows):
            if PICTURE.match(row.line.text) and (index - 1 in self.taken or index + 1 in self.taken):
                self.taken[index] = 0.92

    def keep_title(self) -> None:
        """A running head that is the title too leaves one copy, a heading before all."""
        top = 0
        while top in self.taken:
            top += 1
        follows = self.rows[top] if top < len(self.rows) else None
        copies = defaultdict(list)
        for index in range(top):
            if not _PAGE_WORD.search(self.rows[index].key):
                copies[self.rows[index].key].append(index)
        headed = follows is not None and follows.line.kind is Kind.HEADING
        found: list[int] = []
        for key, members in copies.items():
            headings = [index for index in members if self.rows[index].line.kind is Kind.HEADING]
            free = [index for index in self.groups[key] if index not in self.taken and index <= top]
            if (
                headings
                and (len(members) > 1 or not headed)
                and not any(self.rows[index].line.kind is Kind.HEADING for index in free)
            ):
                found.append(min(headings, key=lambda index: (self._level(index), -index)))
            elif len(members) > 1 and not free and not headed:
                found.append(members[-1])
        if not found and copies and (follows is None or not follows.short or len(follows.text) > 90):
            found.append(max(max(members) for members in copies.values()))
        if found:
            del self.taken[
                min(found, key=lambda index: (self.rows[index].line.kind is not Kind.HEADING, index))
            ]

    def _level(self, index: int) -> int:
        text = self.rows[index].line.text.lstrip()
        return len(text) - len(text.lstrip("#"))


def letters_or_numbers(key: str) -> bool:
    """Whether a key holds anything to read."""
    return any(char.isalnum() or char == "#" for char in key)


def _plain(text: str) -> str:
    """A line as it is read: no markup, single spaces."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or "", _LEAD.sub("", text)).split())


def _key(text: str) -> str:
    plain = _LEAD.sub("", text.casefold()).strip(" .·•–—|‐-")
    if _ROMAN.fullmatch(plain):
        return "#"
    return re.sub(r"\d+", "#", plain) or text


def _number(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in roman]
    return sum(-v if any(v < later for later in values[i + 1 :]) else v for i, v in enumerate(values))


def _rows(scan: Scan, title: str) -> Iterator[_Row]:
    lines = scan.lines
    for index, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        before = lines[index - 1].kind is Kind.BLANK if index else True
        after = lines[index + 1].kind is Kind.BLANK if index + 1 < len(lines) else True
        alone = (before and after) or line.kind is Kind.HEADING
        short = (
            line.kind in _KINDS
            and len(" ".join(line.text[:600].split())) <= _LONGEST
            and (alone or before or after)
        )
        text = _plain(line.text) if len(line.text) < 1000 else line.text[:200]
        titled = len(title) > 5 and text.casefold().startswith(title)
        if (line.kind is Kind.CODE and not alone) or (_LABEL.match(line.text) and not titled):
            short = False
        key = _key(text) if short else ""
        bare = text.casefold().strip(" .·•–—|-")
        numbers = (
            (_number(bare),)
            if _ROMAN.fullmatch(bare)
            else tuple(int(n) for n in re.findall(r"\d+", text)[:9] if len(n) < 10)
        )
        short = short and bool(key) and (key.count("#") <= len(numbers))
        opening = lines[index - 1].stop if index else 0
        back = index - 1
        while back >= 0 and lines[back].kind is Kind.BLANK:
            opening = lines[back].start
            back -= 1
        yield _Row(line, text, key, numbers, short, alone, scan.paged(opening, line.start))


def _chain(members: Sequence[int], values: Sequence[int]) -> list[int]:
    """The longest run of lines whose numbers count up by one (a page may be missing)."""
    length = [1] * len(members)
    before = [-1] * len(members)
    best: dict[int, int] = {}  # value: place in ``members`` of the longest run that ends with it
    for place, value in enumerate(values):
        for step in (1, 2):
            other = best.get(value - step)
            if other is not None and length[other] + 1 > length[place]:
                length[place], before[place] = length[other] + 1, other
        if value not in best or length[place] > length[best[value]]:
            best[value] = place
    if not best:
        return []
    place = max(best.values(), key=lambda item: (length[item], -item))
    chain = []
    while place >= 0:
        chain.append(members[place])
        place = before[place]
    return chain[::-1]


def find(scan: Scan) -> Iterator[Fix]:
    """One fix for each place where a page ended."""
    pages = _Pages(scan)
    pages.numbers()
    pages.heads()
    if scan.pages:  # where heads are known, numbers beside them stand at edges too
        pages.numbers()
        pages.heads()
    pages.cuts()
    pages.pictures()
    pages.keep_title()
    index = 0
    while index < len(pages.rows):
        if index not in pages.taken:
            index += 1
            continue
        last = index
        while last + 1 in pages.taken:
            last += 1
        yield _cluster(scan, pages, index, last)
        index = last + 1


def _quoted(row: _Row) -> str:
    """A line for the log: as it is read, a picture as it is written."""
    return row.line.text.strip() if PICTURE.match(row.line.text) or not row.text else row.text


def _cluster(scan: Scan, pages: _Pages, first: int, last: int) -> Fix:
    rows = pages.rows
    start = rows[first].line.start
    end = rows[last + 1].line.start if last + 1 < len(rows) else len(scan.text)
    before = scan.line_at(start - 1) if start else None
    now = scan.eol if before is not None and not before.blank and end < len(scan.text) else ""
    deleted = " / ".join(_quoted(rows[index]) for index in range(first, last + 1))
    confidence = min(pages.taken[index] for index in range(first, last + 1))
    reason = "A running head or page number stands inside the text."
    return Fix((Edit(start, end, now),), reason, confidence, deleted=deleted, page=True)


RULE = Rule("running-heads", "Takes out running heads, feet and page numbers.", find)
