# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of a unit as Markdown, and a source in which ranges are replaced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model import InlineKind
from pipeline.translate import escape
from pipeline.translate.pieces import Piece
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT
from pipeline.translate.unit import Unit

_TAGS = {
    InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.STRIKEOUT: "del",
    InlineKind.SUPERSCRIPT: "sup", InlineKind.SUBSCRIPT: "sub", InlineKind.INSERTED: "ins", InlineKind.MARKED: "mark",
}  # fmt: skip


class Spliced:
    """A text with replacements that have been asked for; one inside of another is part of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._changes: list[tuple[int, int, str]] = []  # by their start; none inside of another

    def _inside(self, start: int, end: int) -> slice:
        """The changes that lie within a range."""
        first = bisect_left(self._changes, (start, -1, ""))
        last = first
        while last < len(self._changes) and self._changes[last][0] <= end and self._changes[last][1] <= end:
            last += 1
        return slice(first, last)

    def current(self, start: int, end: int) -> str:
        """The text of a range as it is now."""
        parts, place = [], start
        for first, last, new in self._changes[self._inside(start, end)]:
            parts += [self._text[place:first], new]
            place = last
        return "".join([*parts, self._text[place:end]])

    def replace(self, start: int, end: int, new: str) -> None:
        """Put ``new`` in the place of a range; what was put inside of it before is expected to be in ``new``."""
        self._changes[self._inside(start, end)] = [(start, end, new)]

    def original(self, start: int, end: int) -> str:
        """The text as it came."""
        return self._text[start:end]

    def text(self) -> str:
        """The whole text as it is now."""
        return self.current(0, len(self._text))


class Renderer:
    """Writes pieces of one unit as Markdown, its codes as they stand in the source."""

    def __init__(self, source: Spliced, unit: Unit, expansions: Mapping[str, str]) -> None:
        self._source = source
        self._expansions = expansions
        self._codes = {code.id: code for code in unit.codes}
        self._ranges: dict[tuple[str, str], tuple[int, int]] = {}
        tokens = [t for t in unit.tokens if t.start >= 0]
        for index, token in enumerate(tokens):
            if token.code is None or token.end < token.start:
                continue
            end = token.end
            if token.code.inline.kind is InlineKind.LINE_BREAK and index + 1 < len(tokens):
                end = max(end, tokens[index + 1].start)  # the line end and what the next line begins with
            self._ranges[token.kind, token.code.id] = (token.start, end)

    def knows(self, pieces: Iterable[Piece]) -> bool:
        """Whether the place of every code is known."""
        return all((p.kind, p.id) in self._ranges for p in pieces if p.kind in (OPEN, CLOSE, PLACE))

    def render(self, pieces: Sequence[Piece], start: int, end: int, *, strip: tuple[bool, bool]) -> str:
        """The Markdown of pieces that take the place of a range of the source. ``strip``: whether white space
        at the beginning and at the end would be at that of the block."""
        texts = [p.text if p.kind == TEXT else "" for p in pieces]
        if strip[0]:
            _strip_edge(pieces, texts, first=True)
        if strip[1]:
            _strip_edge(pieces, texts, first=False)
        before = self._source.original(max(0, start - 1), start)
        after = self._source.original(end, end + 1)
        out: list[str] = []
        tags = self._unsafe(pieces, texts, before, after)
        shorts = self._new_shorts(pieces, texts)
        for piece, text in zip(pieces, texts, strict=True):
            if piece.kind == TEXT:
                escaped = escape.markdown(text)
                if next((part[-1] for part in reversed(out) if part), before) == "$":
                    escaped = escape.behind_dollar(escaped)
                at_start = not "".join(out).rsplit("\n", 1)[-1].strip(" >|")
                out.append(escape.line_start(escaped) if at_start else escaped)
            elif piece.kind in (OPEN, CLOSE, PLACE):
                out.append(shorts.get((piece.kind, piece.id)) or self._markup(piece, piece.id in tags))
        return "".join(out)

    def _new_shorts(self, pieces: Sequence[Piece], texts: Sequence[str]) -> dict[tuple[str, str], str]:
        """Tags for abbreviations that a definition marks in the source, and whose letters are others now."""
        found: dict[tuple[str, str], str] = {}
        for name, content in _contents(pieces, texts).items():
            piece = self._codes[name].inline
            if piece.kind is not InlineKind.ABBREVIATION or self._codes[name].opening:
                continue
            short = "".join(child.text for child in piece.children)
            if content != short:
                title = escape.in_html(self._expansions.get(short, piece.title))
                found |= {(OPEN, name): f'<abbr title="{title}">', (CLOSE, name): "</abbr>"}
        return found

    def _markup(self, piece: Piece, tagged: bool) -> str:
        code = self._codes[piece.id]
        if tagged:
            name = _TAGS[code.inline.kind]
            return f"<{name}>" if piece.kind == OPEN else f"</{name}>"
        markup = self._source.current(*self._ranges[piece.kind, piece.id])
        # A link that is found by its own words would lose its address with them.
        if piece.kind == CLOSE and code.inline.kind is InlineKind.LINK and markup in ("]", "][]"):
            title = f' "{escape.quoted(code.inline.title)}"' if code.inline.title else ""
            return f"](<{code.inline.target}>{title})"
        return markup

    def _unsafe(self, pieces: Sequence[Piece], texts: Sequence[str], before: str, after: str) -> set[str]:
        """Codes whose marks (``*``, ``~``…) would not be read as such beside this text (CommonMark 6.2)."""
        found: set[str] = set()
        marks = [self._shown(piece, text) for piece, text in zip(pieces, texts, strict=True)]
        content = _contents(pieces, texts)
        for index, piece in enumerate(pieces):
            if piece.kind not in (OPEN, CLOSE) or self._codes[piece.id].inline.kind not in _TAGS:
                continue
            mark = marks[index]
            if mark.startswith("<"):
                continue
            left = next((m[-1] for m in reversed(marks[:index]) if m), before)
            right = next((m[0] for m in marks[index + 1 :] if m), after)
            inner, outer = (right, left) if piece.kind == OPEN else (left, right)
            tight = mark[0] in "~^" and any(c.isspace() for c in content.get(piece.id, " "))
            if tight or not _flanks(mark, inner, outer) or not content.get(piece.id, "").strip():
                found.add(piece.id)
        return found

    def _shown(self, piece: Piece, text: str) -> str:
        if piece.kind == TEXT:
            return escape.markdown(text)
        if piece.kind not in (OPEN, CLOSE, PLACE):
            return ""
        return self._source.original(*self._ranges[piece.kind, piece.id])


def _contents(pieces: Sequence[Piece], texts: Sequence[str]) -> dict[str, str]:
    """The text inside of each pair of codes."""
    content: dict[str, str] = {}
    opened: list[str] = []
    for piece, text in zip(pieces, texts, strict=True):
        if piece.kind == OPEN:
            opened.append(piece.id)
            content[piece.id] = ""
        elif piece.kind == CLOSE and piece.id in opened:
            opened.remove(piece.id)
        for name in opened:
            content[name] += text
    return content


def _strip_edge(pieces: Sequence[Piece], texts: list[str], *, first: bool) -> None:
    """Take white space from the first or last text. Codes around it do not make it visible."""
    order = range(len(pieces)) if first else range(len(pieces) - 1, -1, -1)
    for index in order:
        if pieces[index].kind == PLACE:
            return
        if pieces[index].kind == TEXT:
            texts[index] = texts[index].lstrip() if first else texts[index].rstrip()
            if texts[index]:
                return


def _flanks(mark: str, inner: str, outer: str) -> bool:
    """Whether a delimiter run between these characters opens or closes as it should."""
    if not inner or inner.isspace() or inner == mark[0] or outer == mark[0]:
        return False
    if mark[0] == "_" and outer.isalnum():
        return False
    return inner.isalnum() or not outer or outer.isspace() or not (outer.isalnum() or outer == "\\")
