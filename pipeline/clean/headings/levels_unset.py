# SPDX-License-Identifier: AGPL-3.0-or-later
"""The levels of headings that came without any, read from the whole text: each way of numbering has its place.

A heading right below another, with no text between, stands in it; one numbered as an open one stands beside it; "1.1"
stands in "1"; annexes stand beside what is numbered before them. Headings without a number stand in a numbered one
that others follow, and beside the numbered ones where none do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.clean.reading.heading_signs import PARTS, SMALLEST, Sign, children, counts_on, signs

_DEEPEST = 6
_DOTTED = frozenset("1A")
_LARGE, _SMALL = 1, 2
_SEVERAL = 3  # headings without a number
_TWICE = 2  # what stands so once may do so by chance
_ANNEX = frozenset({
    "annex", "annexe", "annexes", "appendix", "exhibit", "schedule", "attachment", "anhang", "anlage", "anexo",
    "apéndice", "apêndice", "allegato",
})  # fmt: skip
_QUESTIONS = re.compile(r"(?i:\b(?:questions|fragen|preguntas|perguntas|domande)\b)|\bFAQs?\b|问题|问答")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words, whether the next one stands right below it, whether it is set large (1) or small (2),
    where that is known (else 0), and whether a colon leads to it."""

    text: str
    bare: bool
    size: int = 0
    led: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading under which others may stand."""

    place: int
    key: tuple[str, int]
    level: int
    bare: bool


def _with_parts(headings: Sequence[Heading], found: Sequence[Sign]) -> list[Sign]:
    """The signs, those of the parts of a division in a way of their own, where one is right below it: "Article 4.1"."""
    pairs = zip(headings, found, found[1:], strict=False)
    parted = {one.way for heading, one, two in pairs if heading.bare and two == Sign(one.way, f"{one.number}.1")}
    return [Sign(f"{own.way}.", own.number) if own.depth and own.way in parted - _DOTTED else own for own in found]


class _Order:
    """The way through the headings of a text: which are open, and which levels the ways of numbering have."""

    def __init__(self, headings: Sequence[Heading], *, title: bool) -> None:
        self.signs = _with_parts(headings, signs([heading.text for heading in headings]))
        self.headings = _sized(headings, self.signs)
        self.ranks = children(self.signs)
        self.last = {sign.key: place for place, sign in enumerate(self.signs)}
        self.known: dict[tuple[str, int], int] = {}
        self.numbers: dict[str, int] = {}
        self.parents: dict[str, int] = {}
        self.members: Counter[tuple[str, int]] = Counter()
        # how often headings of one kind stand right below one without a number: once may be chance
        self.under = Counter(
            below.key
            for heading, own, below in zip(headings, self.signs, self.signs[1:], strict=False)
            if heading.bare and not own.way
        )
        self.inner = 0  # the level of headings without a number in numbered ones, once there are some
        self.title = title
        self.titled = -1  # up to here the title goes, or what is set below it
        self.stack = [_Open(-1, ("", 0), 0 if title else 1, bare=False)]

    def levels(self) -> list[int]:
        """A level for each heading."""
        result = []
        for place, heading in enumerate(self.headings):
            sign = self.signs[place]
            if self.title and place == self.titled + 1 and (place == 0 or self._below_title(place)):
                self.titled = place
                level = 2 if place else 1
            else:
                level = self._numbered(place, sign) if sign.way else self._set(place, heading)
            level = max(1, min(_DEEPEST, level, self.stack[-1].level + 1))
            result.append(level)
            self._opened(place, level)
        return result

    def _opened(self, place: int, level: int) -> None:
        sign = self.signs[place]
        while len(self.stack) > 1 and self.stack[-1].level >= level:
            self.stack.pop()
        self.stack.append(_Open(place, sign.key, level, self.headings[place].bare))
        if sign.number:
            self.numbers[sign.number] = level
            if sign.way in _DOTTED or sign.way in PARTS:  # "3.1" stands in "Chapter 3", and not in "Lamp 3"
                self.parents[sign.number] = level
        if sign.way and level > 1:
            self.known[sign.key] = level
            self.members[sign.key] += 1

    def _directly(self, place: int) -> bool:
        """Whether a heading stands right below the one before it."""
        return place > 0 and self.headings[place - 1].bare

    def _below_title(self, place: int) -> bool:
        """Whether a heading is the rest of the title or what is set below it: no number, and no article right below."""
        if not self._directly(place) or self.signs[place].way:
            return False
        below = self.headings[place].bare and place + 1 < len(self.signs)
        return not below or self.under[self.signs[place + 1].key] < _TWICE

    def _numbered(self, place: int, sign: Sign) -> int:
        above, key = self.stack[-1], sign.key
        if sign.depth and sign.way in _DOTTED and (parent := self.parents.get(sign.number.rpartition(".")[0])):
            return parent + 1
        if key in self.known and sign.way not in SMALLEST and counts_on(sign.number, self.numbers):
            return self.known[key]  # wherever it stands, it counts on
        for opened in self.stack:
            if opened.key == key and opened.place > self.titled:
                return opened.level
            if opened.place > self.titled and sign.way in PARTS - SMALLEST and opened.key[0] in SMALLEST:
                return min(opened.level, self.known.get(key, opened.level))  # no chapter stands in an article
        if sign.way in _DOTTED and (level := self._dotted(place, sign)):
            return level
        if self._directly(place) and (above.key[0] or self.under[key] >= _TWICE):
            return above.level + (above.place > self.titled or above.level == 1)
        if key in self.known:
            return self.known[key]
        if above.place <= self.titled:
            return max(2, above.level)
        if not above.key[0] and sign.way in SMALLEST:
            return above.level  # beside a preamble
        if not above.key[0] and (self.headings[place].led or self._among_plain(place, sign)):
            return above.level + 1
        if not above.key[0]:
            plain = takewhile(lambda opened: opened.place > self.titled and not opened.key[0], reversed(self.stack))
            return min(opened.level for opened in plain)
        return self._after(place, sign, above)

    def _among_plain(self, place: int, sign: Sign) -> bool:
        """Whether a series begins behind several headings without a number, and others come after it: it is of one."""
        plain = [at for at, own in enumerate(self.signs) if at > self.titled and not own.way and not own.number]
        before = sum(at < place and not self.headings[at].bare for at in plain)
        return sign.way not in PARTS and before >= _SEVERAL and plain[-1] > self.last[sign.key]

    def _after(self, place: int, sign: Sign, above: _Open) -> int:
        """The level of the first heading of its kind, below text under another kind."""
        words = [opened.level for opened in self.stack if len(opened.key[0]) > 1 and opened.place > self.titled]
        if words and sign.way in PARTS and above.key[0] in _DOTTED:
            return words[0]  # no chapter stands in "4.1"
        last = self.last[above.key] < place
        after = sign.way in _ANNEX or (sign.way == "A" and above.key[0] != "I")
        return self._beside() if last and after else above.level + 1

    def _dotted(self, place: int, own: Sign) -> int:
        """The level of a number with dots, by those of others with more or fewer dots; 0 where there are none.

        Letters stand beside such numbers, unless these go on after them.
        """
        resumed = any(key[0] == "1" and last > place for key, last in self.last.items())
        ways = {own.way} if own.way == "A" and resumed else {own.way, "1"}
        for (way, depth), level in self.known.items():
            if way in ways and (way, depth) != own.key:
                return max(2, level + self.ranks[own.depth] - self.ranks[depth])
        return 0

    def _beside(self) -> int:
        """The level of the innermost numbered headings that are open; of numbers with dots, that of the fewest."""
        numbered = [opened for opened in self.stack if opened.key[0] and opened.place > self.titled]
        if not numbered:
            return self.stack[-1].level
        dotted = [opened.level for opened in numbered if opened.key[0] in _DOTTED]
        if numbered[-1].key[0] in _DOTTED:
            return min(dotted)
        return numbered[-1].level

    def _set(self, place: int, heading: Heading) -> int:
        """The level of a heading without a number: small ones stand below large ones."""
        large = [opened.level for opened in self.stack if opened.place > self.titled and self._size(opened) == _LARGE]
        if heading.size == _SMALL and large:
            return large[-1] + 1
        while heading.size == _LARGE and self._size(self.stack[-1]) == _SMALL:
            self.stack.pop()
        return self._plain(place, heading)

    def _size(self, opened: _Open) -> int:
        return self.headings[opened.place].size if opened.place >= 0 and not opened.key[0] else 0

    def _plain(self, place: int, heading: Heading) -> int:
        above = self.stack[-1]
        if self._directly(place):
            return above.level + 1
        plain = [opened for opened in self.stack if not opened.key[0] and opened.place > self.titled]
        if _asks(heading) and (asked := [opened for opened in self.stack if self._asked(opened)]):
            return asked[-1].level + 1
        for opened in reversed(plain) if self.known else plain:
            if opened.bare and heading.bare:
                return opened.level
        numbered = [opened for opened in self.stack if opened.key[0] and opened.place > self.titled]
        for opened in reversed(plain):
            if not opened.bare:
                return 2 if heading.bare and not numbered else opened.level
        if not numbered:
            return 2 if heading.bare or above.place <= self.titled else above.level
        return self._among(place, numbered)

    def _asked(self, opened: _Open) -> bool:
        """Whether an open heading says that questions follow."""
        return opened.place > self.titled and bool(_QUESTIONS.search(self.headings[opened.place].text))

    def _among(self, place: int, numbered: Sequence[_Open]) -> int:
        """The level of a heading without a number where numbered ones are open."""
        for opened in reversed(numbered):
            if self.last[opened.key] > place or self.members[opened.key] < 2:
                self.inner = opened.level + 1
                return self.inner
        return self.inner or self._beside()


def _sized(headings: Sequence[Heading], found: Sequence[Sign]) -> Sequence[Heading]:
    """The headings, set large where they are written in capitals, if the first is, and others are not."""
    plain = [place for place, own in enumerate(found) if place and not own.way]
    capitals = {place for place in plain if headings[place].text.isupper()}
    small = len(plain) - len(capitals)
    if any(heading.size for heading in headings) or min(len(capitals), small) < _TWICE or plain[0] not in capitals:
        return headings
    return [
        replace(each, size=(_LARGE if place in capitals else _SMALL) if place in plain else 0)
        for place, each in enumerate(headings)
    ]


def _asks(heading: Heading) -> bool:
    return heading.text.rstrip("*_ ").endswith(("?", "？", "؟"))


def levels(headings: Sequence[Heading], *, title: bool) -> list[int]:
    """Levels for headings in their order; ``title``: the first is the title of the text."""
    return _Order(headings, title=title).levels()
