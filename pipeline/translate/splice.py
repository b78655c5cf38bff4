# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Markdown of a translation: the clean source, and in the place of each changed sentence its translation.

Nothing else is touched: a file in which nothing was changed gives back the source byte for byte.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.document import walk
from pipeline.model import Block, BlockKind, Document, InlineKind
from pipeline.translate import escape
from pipeline.translate.bilingual import Piece
from pipeline.translate.codes import content_range
from pipeline.translate.tablehtml import html_table
from pipeline.translate.tokens import CLOSE, OPEN, PLACE, TEXT, Token
from pipeline.translate.units import Unit

if TYPE_CHECKING:
    from pipeline.translate.merge import Choice

_TAGS = {
    InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.STRIKEOUT: "del",
    InlineKind.SUPERSCRIPT: "sup", InlineKind.SUBSCRIPT: "sub",
}  # fmt: skip


def markdown(document: Document, choices: Sequence[Choice]) -> tuple[str, tuple[str, ...]]:
    """The Markdown and the ids of units whose place in it is not known."""
    source = _Source(document.source)
    unknown: list[str] = []
    tables = _tables_without_places(document)
    redone: dict[str, Block] = {}
    expansions = {c.unit.name: _read(c) for c in choices if c.unit.role == "expansion" and c.done}
    # Inner texts (notes, alternatives) come after what holds them, so they are put in first.
    for choice in reversed(choices):
        if choice.same or not choice.done:
            continue
        block = choice.unit.block
        if block is not None and block.id in tables:
            redone[tables[block.id].id] = tables[block.id]
        elif not _put(source, document, choice, expansions):
            unknown.append(choice.unit.id)
    for table in redone.values():
        if not _put_table(source, document, table, choices):
            unknown.append(table.id)
    return source.text(), tuple(reversed(unknown))


class _Source:
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


def _read(choice: Choice) -> str:
    return " ".join("".join(piece.text for piece in choice.pieces).split())


def _put(source: _Source, document: Document, choice: Choice, expansions: Mapping[str, str]) -> bool:
    unit = choice.unit
    if unit.role == "text" and unit.block is not None and unit.block.pos is not None:
        if unit.block.id == document.title.id:  # the front matter says the same in plain words
            _put_front(source, document, "title", _read(choice))
        return _put_text(source, choice, expansions)
    plain = _read(choice)
    if unit.inline is not None and unit.inline.pos is not None:
        place = _attribute_range(source, unit)
    elif unit.role == "text" and unit.block is not None:
        return _put_derived(source, document, unit.block, plain)
    elif unit.role == "expansion":
        place = _definition_range(document.source, unit.name)
    else:
        return _put_front(source, document, unit.name, plain)
    if place is None:
        return _put_link_title(source, document, unit, plain)
    start, end, how = place
    source.replace(start, end, _WRITE[how](plain))
    return True


def _quoted(text: str) -> str:
    """Text between double quotes of Markdown (titles, attribute values)."""
    return escape.markdown(text).replace('"', '\\"')


def _put_link_title(source: _Source, document: Document, unit: Unit, plain: str) -> bool:
    """The title of a link whose address stands elsewhere: the address comes to the link."""
    piece = unit.inline
    inner = content_range(piece, document.source) if piece is not None and piece.kind is InlineKind.LINK else None
    if piece is None or piece.pos is None or inner is None:
        return False
    if not source.original(inner[1], piece.pos.end).startswith("]"):
        return False
    source.replace(inner[1], piece.pos.end, f'](<{piece.target}> "{_quoted(plain)}")')
    return True


_WRITE: dict[str, Callable[[str], str]] = {
    "html": escape.in_html,
    "quoted": _quoted,
    "markdown": escape.markdown,
    "plain-line": lambda text: " ".join(text.split()),  # a definition's line holds no markup
}


# --- the text of a block ---


def _put_text(source: _Source, choice: Choice, expansions: Mapping[str, str]) -> bool:
    """Only the changed sentences where they kept their order; else the whole text of the block."""
    unit = choice.unit
    ranges = [_range(part.tokens) for part in unit.parts]
    writer = _Renderer(source, unit, expansions)
    if not choice.moved and len(choice.runs) == len(unit.parts):
        changed = [(index, pieces) for index, (pieces, part) in enumerate(choice.runs) if part is None]
        if all(ranges[index] is not None and writer.knows(pieces) and _whole(pieces) for index, pieces in changed):
            for index, pieces in reversed(changed):
                start, end = ranges[index] or (0, 0)
                first, last = index == 0, index == len(ranges) - 1
                source.replace(start, end, writer.render(pieces, start, end, strip=(first, last)))
            return True
    whole = _range(unit.tokens)
    if whole is None or not writer.knows(choice.pieces):
        return False
    source.replace(*whole, writer.render(choice.pieces, *whole, strip=(True, True)))
    return True


def _whole(pieces: Sequence[Piece]) -> bool:
    """Whether each pair of codes begins and ends here: the two marks of a pair have to be written alike."""
    opened = [piece.id for piece in pieces if piece.kind == OPEN]
    return sorted(opened) == sorted(piece.id for piece in pieces if piece.kind == CLOSE)


def _range(tokens: Sequence[Token]) -> tuple[int, int] | None:
    solid = [t for t in tokens if (t.kind == TEXT and t.text) or t.kind in (OPEN, CLOSE, PLACE)]
    if not solid or solid[0].start < 0 or solid[-1].end < 0:
        return None
    start, end = solid[0].start, max(t.end for t in solid)
    return (start, end) if start <= end else None


class _Renderer:
    """Writes pieces of one unit as Markdown, its codes as they stand in the source."""

    def __init__(self, source: _Source, unit: Unit, expansions: Mapping[str, str]) -> None:
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
            title = f' "{_quoted(code.inline.title)}"' if code.inline.title else ""
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


# --- texts that stand in an attribute, a definition, the front matter ---


def _attribute_range(source: _Source, unit: Unit) -> tuple[int, int, str] | None:
    """Where an alternative text, a title or an expansion stands: start, end, and how it is written."""
    piece = unit.inline
    assert piece is not None and piece.pos is not None
    start, whole = piece.pos.start, source.original(piece.pos.start, piece.pos.end)
    value = piece.text if unit.role == "alt" else piece.title
    key = "alt" if unit.role == "alt" else "title"
    if whole.startswith("<"):
        found = re.search(rf"""\b{key}\s*=\s*(?:"([^"]*)"|'([^']*)')""", whole)
        group = 1 if found and found.group(1) is not None else 2
        return (start + found.start(group), start + found.end(group), "html") if found else None
    if unit.role == "alt":
        found = re.search(r"""\balt\s*=\s*"([^"]*)\"""", whole[whole.rfind("{") :]) if whole.endswith("}") else None
        if found:
            shift = start + whole.rfind("{")
            return shift + found.start(1), shift + found.end(1), "quoted"
        end = _bracket_end(whole, 1)
        return (start + 2, start + end, "markdown") if end > 0 else None
    for opening, closing in (('"', '"'), ("'", "'"), ("(", ")")):
        place = whole.rfind(f"{opening}{value}{closing}")
        if place > 0 and opening == '"':
            return start + place + 1, start + place + 1 + len(value), "quoted"
    return None


def _bracket_end(text: str, start: int) -> int:
    """The index of the bracket that closes the one at ``start``; -1 if there is none."""
    depth, index = 0, start
    while index < len(text):
        if text[index] == "\\":
            index += 1
        elif text[index] == "[":
            depth += 1
        elif text[index] == "]":
            depth -= 1
            if depth == 0:
                return index
        index += 1
    return -1


def _definition_range(text: str, short: str) -> tuple[int, int, str] | None:
    pattern = rf"^ {{0,3}}\*\[\s*{re.escape(short)}\s*\]:[ \t]*(.*?)[ \t]*$"
    found = re.search(pattern, text, re.MULTILINE)
    return (found.start(1), found.end(1), "plain-line") if found else None


def _put_front(source: _Source, document: Document, name: str, plain: str) -> bool:
    """The value of a key of the front matter. One that stands in ``document.yaml`` is not in the Markdown."""
    front = re.match(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", document.source, re.DOTALL | re.MULTILINE)
    if front is None:
        return True
    found = re.search(rf"^{re.escape(name)}:[ \t]*(\S[^\r\n]*?)[ \t]*$", front.group(1), re.MULTILINE)
    if found is None:
        listed = name.startswith("subject") and re.search(r"^(?:subjects?|keywords):", front.group(1), re.MULTILINE)
        return not listed
    if found.group(1)[0] in "|>[{&*!":
        return False
    source.replace(front.start(1) + found.start(1), front.start(1) + found.end(1), escape.in_yaml(plain))
    return True


def _put_derived(source: _Source, document: Document, block: Block, plain: str) -> bool:
    """A block without a place of its own: the title in the metadata, a caption that is an image's title."""
    if block is document.title:
        return _put_front(source, document, "title", plain)
    if block.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH):
        for figure in walk(document.blocks):
            holds = figure.kind in (BlockKind.FIGURE, BlockKind.GROUP) and block in figure.blocks
            if holds and figure.pos is not None:
                whole = source.original(figure.pos.start, figure.pos.end)
                old = "".join(piece.text for piece in block.inlines)
                place = whole.rfind(f'"{old}"')
                if place > 0:
                    start = figure.pos.start + place + 1
                    source.replace(start, start + len(old), _quoted(plain))
                    return True
    return False


# --- tables whose cells have no places (HTML, grids) ---


def _tables_without_places(document: Document) -> dict[str, Block]:
    """The table by the ids of all blocks in it, where the cells' places are not known."""
    found: dict[str, Block] = {}
    for table in walk(document.blocks):
        if table.kind is not BlockKind.TABLE or table.pos is None:
            continue
        inner = [block for block in walk(table.blocks) if block.inlines and block.kind is not BlockKind.CAPTION]
        if inner and all(block.pos is None for block in inner):
            found.update({block.id: table for block in inner})
    return found


def _put_table(source: _Source, document: Document, table: Block, choices: Sequence[Choice]) -> bool:
    """The whole table anew, as HTML, which the dialect reads."""
    from pipeline.translate.target import translated

    done = [choice for choice in choices if choice.done]
    lang = document.meta.lang
    fresh = next(b for b in walk(translated(document, done, lang).blocks) if b.id == table.id)
    if table.pos is None:
        return False
    # A caption that stands beside the table is put in by itself.
    inner = tuple(
        b for b in fresh.blocks
        if b.kind is not BlockKind.CAPTION or b.pos is None or table.pos.start <= b.pos.start < table.pos.end
    )  # fmt: skip
    text = html_table(replace(fresh, blocks=inner))
    if text is None:
        return False
    source.replace(table.pos.start, table.pos.end, text)
    return True

