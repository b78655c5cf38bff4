# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small scanner of Markdown lines: what each line is, and which lines make a block.

It does not parse Markdown (the document does that, with pandoc's reader). It knows enough to tell what may be
repaired from what must not be touched: metadata, code, raw HTML, maths, comments, references.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar, cast

from pipeline.clean.reading.blocks import Block, blocks_of
from pipeline.clean.reading.guessed import no_lists
from pipeline.clean.reading.kinds import kinds
from pipeline.clean.reading.lines import BULLETS, PROTECTED, TEXT, Kind, Line, printed
from pipeline.clean.reading.traces import traced

__all__ = ["PROTECTED", "TEXT", "Block", "Kind", "Line", "Scan", "printed"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_BULLET = re.compile(
    rf"^[ \t]*(?:[-*+{BULLETS}](?!\d)(?:[ \t]+(?!\(?(?:\d|\w[.)]))|$)|o[ \t]+\S)", re.MULTILINE
)
_DOUBLED = re.compile(r"^[ \t]{0,3}- \(?\d{1,2}[.)] \S", re.MULTILINE)
_SINGLE = re.compile(r"^[ \t]{0,3}\(?\d{1,2}[.)] \S", re.MULTILINE)
_MARKS = 3  # bullets before the numbers of items
_HEADINGS = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
T = TypeVar("T")


class Scan:
    """A text cut into lines and blocks. ``pages`` are the places where a repair found the end of a page, ``close``
    those where it parted two lines that stood one right below the other. ``title`` is what the settings name the text,
    ``came`` whether a stretch stands as it came (in a text that nothing has touched, all does), ``origin`` the text as
    it came.
    """

    def __init__(
        self,
        text: str,
        lang: str = "",
        pages: Sequence[int] = (),
        close: Sequence[int] = (),
        title: str = "",
        came: Callable[[int, int], bool] = lambda _start, _end: True,
        origin: str | None = None,
    ) -> None:
        self.text = text
        self.origin = text if origin is None else origin
        self.lang = lang
        self.title = title
        self.came = came
        self.pages = tuple(pages)
        self.close = tuple(close)
        self._known: dict[str, object] = {}

    def once(self, name: str, find: Callable[[Scan], T]) -> T:
        """What ``find`` says of this text; it is asked once, whoever wants to know."""
        if name not in self._known:
            self._known[name] = find(self)
        return cast("T", self._known[name])

    @cached_property
    def eol(self) -> str:
        """The line end that the text uses."""
        found = re.search(r"\r\n|\n|\r", self.text)
        return found.group() if found else "\n"

    @cached_property
    def bare(self) -> tuple[Line, ...]:
        """All lines, not looked at yet."""
        bare = []
        for found in _LINE.finditer(self.text):
            if found.start() == found.end():
                break
            content = found.group().rstrip("\r\n")
            bare.append(Line(found.start(), found.start() + len(content), found.end(), content))
        return tuple(bare)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, each with its kind."""
        bare = self.bare
        return tuple(
            Line(line.start, line.end, line.stop, line.text, kind)
            for line, kind in zip(bare, kinds(bare), strict=True)
        )

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks but blank lines, in order."""
        return tuple(blocks_of(self.lines))

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, case folded."""
        return Counter(word.casefold() for word in re.findall(r"[^\W\d_]+", self.text))

    @cached_property
    def width(self) -> int:
        """How long the full lines of a text set in lines are; 0 for a text that is not."""
        sizes = []
        for block in self.blocks:
            if block.kind in TEXT and len(block.lines) > 1:
                sizes += [printed(line.text) for line in block.lines[:-1]]
        sizes = sorted(size for size in sizes if size >= 40)
        return sizes[len(sizes) // 2] if len(sizes) >= 8 else 0

    @cached_property
    def bulletless(self) -> bool:
        """Whether the text came without a bullet, typed or marked, but for those before numbers and those that an
        extractor guessed: if it had any on its pages, they were drawn."""
        return _bulletless(self.origin)

    @cached_property
    def extracted(self) -> bool:
        """Whether the text is an extractor's: pages were found in it, or it came with bullets before most of its
        numbers, or with spaces and blank lines, as nobody writes them."""
        return bool(self.pages) or _doubled(self.origin) or traced(self.origin)

    @cached_property
    def headed(self) -> int:
        """How many headings came marked: by an extractor that marks them, or an author."""
        return _headed(self.origin)

    @cached_property
    def hyphenated(self) -> Counter[str]:
        """How often each pair of words stands in the text with a hyphen between, inside a line."""
        return Counter(
            f"{one}-{two}".casefold()
            for one, two in re.findall(r"([^\W\d_]+)[-\u2010\u00ad](?=([^\W\d_]+))", self.text)
        )

    @cached_property
    def cut_words(self) -> tuple[tuple[str, str], ...]:
        """The two sides of each hyphen at a line end."""
        found = re.findall(r"([^\W\d_]+)[-\u2010][ \t]*(?:\r\n|\n|\r)[ \t]*([^\W\d_]+)", self.text)
        return tuple((one.casefold(), two.casefold()) for one, two in found)

    def slice(self, block: Block) -> str:
        """The text of a block from its body on."""
        return self.text[block.body : block.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, position: int) -> Line:
        """The line in which a place is."""
        return self.lines[max(0, bisect_right(self._starts, position) - 1)]

    def break_above(self, start: int) -> str:
        """The line end that parts what begins at a place from the line above; none behind a blank line."""
        return self.eol if start and not self.line_at(start - 1).blank else ""

    def break_below(self, stop: int) -> str:
        """The line end that parts a line that begins at a place from what is above; none before a blank line."""
        return self.eol if stop < len(self.text) and not self.line_at(stop).blank else ""

    def protected(self, position: int) -> bool:
        """Whether a place is in metadata, code, maths or raw HTML."""
        return self.line_at(position).kind in PROTECTED

    def paged(self, start: int, end: int) -> bool:
        """Whether a page ended between the two places."""
        return _any(self.pages, start, end)

    def closed(self, start: int, end: int) -> bool:
        """Whether what is parted between the two places stood without a blank line between."""
        return _any(self.close, start, end)


@lru_cache(maxsize=2)
def _bulletless(origin: str) -> bool:
    if _BULLET.search(origin) is None:
        return True
    scan = Scan(origin)
    came = scan.lines  # a comment in code begins its lines so, too
    if _headed(origin) and no_lists(scan.blocks):
        return True
    return not any(_BULLET.match(line.text) for line in came if line.kind not in (Kind.CODE, Kind.FENCE))


@lru_cache(maxsize=2)
def _doubled(origin: str) -> bool:
    doubled = len(_DOUBLED.findall(origin))
    return doubled >= _MARKS and doubled > len(_SINGLE.findall(origin))


@lru_cache(maxsize=2)
def _headed(origin: str) -> int:
    return len(_HEADINGS.findall(origin))


def _any(places: Sequence[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] <= end
