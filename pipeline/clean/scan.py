# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small scanner of Markdown lines: what each line is, and which lines make a block.

It does not parse Markdown (the document does that, with pandoc's reader). It knows enough to tell what may be
repaired from what must not be touched: metadata, code, raw HTML, maths, comments, references.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a block is."""

    BLANK = "blank"
    META = "meta"
    FENCE = "fence"
    CODE = "code"
    HTML = "html"
    MATH = "math"
    HEADING = "heading"
    SETEXT = "setext"
    RULE = "rule"
    TABLE = "table"
    QUOTE = "quote"
    NOTE = "note"
    REFERENCE = "reference"
    DIV = "div"
    ITEM = "item"
    PARA = "para"


PROTECTED = frozenset({Kind.META, Kind.FENCE, Kind.CODE, Kind.HTML, Kind.MATH, Kind.REFERENCE, Kind.DIV})
TEXT = frozenset({Kind.ITEM, Kind.PARA})

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_HTML = re.compile(
    r" {0,3}<(?:!--|[?!]|/?(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|div|pre|script|style|details|"
    r"summary|figure|figcaption|section|article|aside|nav|iframe|form|dl|ul|ol|li|math|svg)\b)",
    re.I,
)
_VERBATIM = re.compile(r" {0,3}<(pre|script|style|textarea|table|svg|math)\b", re.I)
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+[ \t]*(?:[\"'(].*)?$")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_GRID = re.compile(r"[ \t]*\+(?:[-=:]+\+)+[ \t]*$")
MARKER = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7})[.)])"
    r"(?P<gap>[ \t]+)(?=\S)"
)
_UNSEEN = re.compile(r"\]\([^()\s]*\)|[\[*`]|(?<!\w)_|_(?!\w)")
_NUMBER = re.compile(r"\(?([0-9]{1,9}|[A-Za-z]+)[.)]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``start`` to ``end`` is its text, ``stop`` is after its line end."""

    start: int
    end: int
    stop: int
    text: str
    kind: Kind = Kind.PARA

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Its indentation in columns (a tab goes to the next multiple of four)."""
        return columns(self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. ``start`` to ``end`` is their text without the last line end.

    ``body`` is where the text begins: after a list marker or the signs of a heading. ``mark`` is that
    marker; ``column`` is where an item's text stands; ``level`` is a heading's.
    """

    kind: Kind
    lines: tuple[Line, ...]
    body: int
    mark: str = ""
    column: int = 0
    level: int = 0

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end

    @property
    def indent(self) -> int:
        """The indentation of its first line."""
        return self.lines[0].indent


def columns(text: str) -> int:
    """The indentation of a line in columns."""
    width = 0
    for char in text:
        if char == " ":
            width += 1
        elif char == "\t":
            width += 4 - width % 4
        else:
            break
    return width


def printed(text: str) -> int:
    """How long a line was in print: without the targets of links, markup and repeated spaces."""
    return len(" ".join(_UNSEEN.sub("", text).split()))


class Scan:
    """A text cut into lines and blocks. ``pages`` are the places where a repair found the end of a page."""

    def __init__(self, text: str, lang: str = "", pages: Sequence[int] = ()) -> None:
        self.text = text
        self.lang = lang
        self.pages = tuple(pages)

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
            for line, kind in zip(bare, _kinds(bare), strict=True)
        )

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks but blank lines, in order."""
        return tuple(_blocks(self.lines))

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

    def protected(self, position: int) -> bool:
        """Whether a place is in metadata, code, maths or raw HTML."""
        return self.line_at(position).kind in PROTECTED

    def paged(self, start: int, end: int) -> bool:
        """Whether a page ended between the two places."""
        index = bisect_left(self.pages, start)
        return index < len(self.pages) and self.pages[index] <= end


def _kinds(lines: Sequence[Line]) -> Iterator[Kind]:
    """The kind of each line; a machine with the few states that span lines."""
    state = _State()
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        yield state.step(index, line, after)


class _State:
    """What an earlier line began and a later one ends."""

    def __init__(self) -> None:
        self.until: re.Pattern[str] | None = None
        self.kind = Kind.BLANK
        self.before = Kind.BLANK
        self.column = 0  # where the text of the list item stands that is still open
        self.listed = False

    def step(self, index: int, line: Line, after: Line | None) -> Kind:
        kind = self._open(line) if self.until else self._fresh(index, line, after)
        if kind is Kind.ITEM:
            found = MARKER.match(line.text)
            self.listed, self.column = (
                True,
                columns(line.text) + (found.end() - found.end("indent") if found else 2),
            )
        elif kind is not Kind.BLANK and line.indent < 2 and self.before is Kind.BLANK:
            self.listed = False
        self.before = kind
        return kind

    def _open(self, line: Line) -> Kind:
        kind = self.kind
        if self.until is _BLANK and line.blank:
            self.until = None
            return Kind.BLANK
        if self.until and self.until.search(line.text):
            self.until = None
        return kind

    def _begin(self, kind: Kind, until: re.Pattern[str]) -> Kind:
        self.kind, self.until = kind, until
        return kind

    def _fresh(self, index: int, line: Line, after: Line | None) -> Kind:
        text = line.text
        if line.blank:
            return Kind.BLANK
        if index == 0 and text.rstrip() == "---" and after is not None and not after.blank:
            return self._begin(Kind.META, _META_END)
        if fence := _FENCE.match(text):
            sign = fence.group(1)
            if sign[0] == "`" and "`" in text[fence.end() :]:
                return Kind.PARA
            return self._begin(Kind.FENCE, re.compile(rf"^[ \t]*{re.escape(sign)}{re.escape(sign[0])}*[ \t]*$"))
        if line.indent >= 4 and self._is_code(line):
            return Kind.CODE
        if text.lstrip().startswith("$$") and "$$" not in text.lstrip()[2:]:
            return self._begin(Kind.MATH, re.compile(r"\$\$"))
        if _HTML.match(text):
            return self._html(text)
        return self._plain(text, after)

    def _is_code(self, line: Line) -> bool:
        if self.before is Kind.CODE:
            return True
        if self.before is not Kind.BLANK:
            return False
        if self.listed:
            return line.indent >= self.column + 4 and not MARKER.match(line.text)
        return True

    def _html(self, text: str) -> Kind:
        if text.lstrip().startswith("<!--"):
            return Kind.HTML if "-->" in text else self._begin(Kind.HTML, re.compile("-->"))
        if tag := _VERBATIM.match(text):
            end = re.compile(rf"</{tag.group(1)}\s*>", re.I)
            return Kind.HTML if end.search(text) else self._begin(Kind.HTML, end)
        return self._begin(Kind.HTML, _BLANK)

    def _plain(self, text: str, after: Line | None) -> Kind:
        if _HEADING.match(text):
            return Kind.HEADING
        if self.before is Kind.PARA and re.fullmatch(r" {0,3}(?:=+|-+)[ \t]*", text):
            return Kind.SETEXT
        if _RULE.match(text):
            return Kind.RULE
        if text.lstrip().startswith(":::"):
            return Kind.DIV
        if _NOTE.match(text):
            return Kind.NOTE
        if self.before is not Kind.PARA and _REFERENCE.match(text):
            return Kind.REFERENCE
        if text.lstrip().startswith(">"):
            return Kind.QUOTE
        if self._is_table(text, after):
            return Kind.TABLE
        return Kind.ITEM if MARKER.match(text) and self._may_begin(text) else self._goes_on()

    def _is_table(self, text: str, after: Line | None) -> bool:
        if self.before is Kind.TABLE and ("|" in text or _GRID.match(text)):
            return True
        if _GRID.match(text) or re.match(r" {0,3}\|(?: |$)", text):
            return True
        return (
            "|" in text
            and after is not None
            and "-" in after.text
            and "|" in after.text
            and bool(_DELIMITER.match(after.text))
        )

    def _may_begin(self, text: str) -> bool:
        """An ordered marker inside a paragraph begins a list only as CommonMark says: with 1."""
        if self.before in (Kind.PARA, Kind.NOTE) and text.lstrip()[:1] not in "-*+":
            return bool(re.match(r"\s*\(?1[.)]", text)) or self.listed
        return True

    def _goes_on(self) -> Kind:
        return self.before if self.before in (Kind.NOTE, Kind.QUOTE) else Kind.PARA


_BLANK = re.compile(r"^\s*$")
_META_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    group: list[Line] = []
    for line in lines:
        if group and _ends(group, line):
            yield _block(group)
            group = []
        if line.kind is not Kind.BLANK:
            group.append(line)
    if group:
        yield _block(group)


_SINGLE = frozenset({Kind.HEADING, Kind.RULE, Kind.DIV, Kind.REFERENCE})


def _ends(group: Sequence[Line], line: Line) -> bool:
    first = group[0].kind
    if line.kind in (Kind.BLANK, Kind.ITEM, Kind.NOTE):
        return True
    if first in _SINGLE or line.kind in _SINGLE:
        return True
    if line.kind is Kind.SETEXT:
        return first is not Kind.PARA
    if group[-1].kind is Kind.SETEXT:
        return True
    if first is Kind.ITEM:
        return line.kind is not Kind.PARA
    return line.kind is not first


def _block(group: Sequence[Line]) -> Block:
    first = group[0]
    if group[-1].kind is Kind.SETEXT:
        level = 1 if "=" in group[-1].text else 2
        return Block(Kind.SETEXT, tuple(group), first.start + first.indent, level=level)
    if first.kind is Kind.HEADING:
        found = _HEADING.match(first.text)
        assert found is not None
        return Block(
            Kind.HEADING, tuple(group), first.start + found.end(), found.group(1), level=len(found.group(1))
        )
    if first.kind is Kind.ITEM:
        found = MARKER.match(first.text)
        assert found is not None
        column = columns(first.text) + found.end() - found.end("indent")
        return Block(Kind.ITEM, tuple(group), first.start + found.end(), found.group("mark"), column)
    lead = len(first.text) - len(first.text.lstrip())
    return Block(first.kind, tuple(group), first.start + lead)
