# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes and their calls that do not find each other, told to their author: pandoc drops such a note without a word,
and prints such a call as it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from pipeline.document.context import Context
from pipeline.document.text import walk, walk_inlines
from pipeline.model import Block, BlockKind, InlineKind, Pos, Severity

_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\[\s^]+)\](?![(+*?{])")
_BEFORE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
"""What may stand before a note on its line: the marks of quotes and items that it is in."""
_END = re.compile(r"\n[ \t]*\n(?![ \t]*\n|    |\t)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPAQUE = frozenset({InlineKind.CODE, InlineKind.MATH})


TOLD = {
    "note-undefined": (
        "There is no note {mark}: the mark is printed as it stands.",
        "Write {mark}: and the note's text, or \\{mark} where none is meant.", Severity.WARNING,
    ),
    "note-twice": (
        "There is another note {mark} before this one, so the text of this one is in no edition.",
        "Give it a mark of its own, and write that where it belongs.", Severity.ERROR,
    ),
    "note-empty": (
        "The note {mark} says nothing: readers who follow it find no word.",
        "Write the note's text behind {mark}:, on the same line, or take the note and its calls out.", Severity.ERROR,
    ),
    "note-in-note": (
        "The note {mark} is called in its own text, or by a note that it calls: the mark is printed as it stands.",
        "Take this call out, or call another note in the text.", Severity.ERROR,
    ),
    "note-uncalled": (
        "The note {mark} is called nowhere, so its text is in no edition.",
        "Write {mark} where the note belongs, or take it out.", Severity.ERROR,
    ),
}  # fmt: skip


def tell_notes(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each note that nothing calls, that says nothing or whose name another has, and for each call
    that is not read: of a note which is not there, or where no note can be called, such as the title of a picture."""
    text, read = context.text, _Read(blocks, context.text)
    marks = [found for found in _MARK.finditer(text) if found.start() not in read.calls]
    marks = [found for found in marks if not read.opaque.hold(found.start())]
    notes = [found for found in marks if _begins_note(text, found)]
    starts = {found.start() for found in notes}
    names = {_name(found) for found in notes}
    extents = _Ranges([(found.start(), _end(text, found.end())) for found in notes])
    mentioned = set(read.called)
    for found in Circles(text).calls:
        if not read.opaque.hold(found.start()):
            _tell_of(found, context, "note-in-note")
    for found in marks:
        if found.start() in starts:
            continue
        mentioned.add(_name(found))
        if _name(found) not in names:
            _tell_of(found, context, "note-undefined")
        elif not extents.hold(found.start()):  # one inside a note is told where it is read
            lost = _name(found) not in read.called
            _tell_misplaced(found, context, in_title=read.titled.hold(found.start()), lost=lost)
    seen: set[str] = set()
    for found in notes:
        if _name(found) in seen:
            _tell_of(found, context, "note-twice")
        elif _name(found) not in mentioned:
            _tell_of(found, context, "note-uncalled")
        elif _name(found) in read.empty:
            _tell_of(found, context, "note-empty")
        seen.add(_name(found))


class Circles:
    """The calls by which notes of a text call themselves, directly or by others: pandoc would go round in such a circle
    until its memory ends. Their names get another first sign before it reads the text, and their own behind it."""

    _FIRST, _MOST = 0xF0000, 0xFFFD  # of private use (Unicode 23.5)

    def __init__(self, text: str) -> None:
        self.calls: list[re.Match[str]] = []
        marks = list(_MARK.finditer(text))
        notes = [found for found in marks if _begins_note(text, found)]
        starts = [found.start() for found in notes]
        ends = [_end(text, found.end()) for found in notes]
        inside: list[tuple[re.Match[str], str]] = []
        calls: dict[str, set[str]] = {}
        for found in marks:
            index = bisect_right(starts, found.start()) - 1
            if index >= 0 and starts[index] < found.start() < ends[index]:
                inside.append((found, _name(notes[index])))
                calls.setdefault(_name(notes[index]), set()).add(_name(found))
        reached = {name: _reached(name, calls) for name in calls}
        self.calls = [found for found, outer in inside if outer in reached.get(_name(found), ())]

    def opened(self, text: str) -> str:
        """The text, of the same length, without circles."""
        signs = list(text) if self.calls else []
        for found in self.calls:
            place = found.start("label")
            if ord(signs[place]) <= self._MOST:
                signs[place] = chr(self._FIRST + ord(signs[place]))
        return "".join(signs) if signs else text

    def closed(self, ast: Any) -> Any:
        """What pandoc read, with the names as they were."""
        if not self.calls:
            return ast
        if isinstance(ast, str):
            own = {self._FIRST + ord(found["label"][0]): found["label"][0] for found in self.calls}
            return ast.translate(own)
        if isinstance(ast, list):
            return [self.closed(one) for one in ast]
        return {key: self.closed(one) for key, one in ast.items()} if isinstance(ast, dict) else ast


def _reached(name: str, calls: Mapping[str, set[str]]) -> set[str]:
    """The names of the notes that a note calls, and that these call; its own is one of them in any case."""
    seen, open_names = {name}, [name]
    while open_names:
        for called in calls.get(open_names.pop(), set()) - seen:
            seen.add(called)
            open_names.append(called)
    return seen


class _Ranges:
    """Ranges of a text, asked many times whether they hold a place."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]


class _Read:
    """What of a text was read as calls of notes, and what as something in which brackets are no calls."""

    def __init__(self, blocks: Sequence[Block], text: str) -> None:
        self.calls: set[int] = set()
        self.called: set[str] = set()
        self.empty: set[str] = set()
        titled: list[tuple[int, int]] = []
        opaque = [found.span() for found in _COMMENT.finditer(text)]
        for block in walk(tuple(blocks)):
            if block.kind is BlockKind.CODE and block.pos is not None:
                opaque.append((block.pos.start, block.pos.end))
            for piece in walk_inlines(block.inlines):
                if piece.pos is None:
                    continue
                if piece.kind is InlineKind.NOTE:
                    self.calls.add(piece.pos.start)
                    name = text[piece.pos.start + 2 : piece.pos.end - 1].casefold()
                    self.called.add(name)
                    if piece.note is not None and not piece.note.blocks:
                        self.empty.add(name)
                elif piece.kind in _OPAQUE:
                    opaque.append((piece.pos.start, piece.pos.end))
                elif piece.kind in (InlineKind.IMAGE, InlineKind.LINK):
                    titled.append((piece.pos.start, piece.pos.end))
        self.titled, self.opaque = _Ranges(titled), _Ranges(opaque)


def _name(found: re.Match[str]) -> str:
    return found.group("label").casefold()  # small letters and capitals are the same (CommonMark 4.7)


def _begins_note(text: str, found: re.Match[str]) -> bool:
    line = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
    return text.startswith(":", found.end()) and bool(_BEFORE.fullmatch(text, line, found.start()))


def _end(text: str, start: int) -> int:
    found = _END.search(text, start)
    return found.start() if found else len(text)


def _tell_of(found: re.Match[str], context: Context, rule: str) -> None:
    message, fix, severity = TOLD[rule]
    mark = found.group()
    _tell(found, context, rule, message.format(mark=mark), fix.format(mark=mark), severity)


def _tell_misplaced(found: re.Match[str], context: Context, *, in_title: bool, lost: bool) -> None:
    mark = found.group()
    message = f"The note {mark} cannot be called here: the mark is printed as it stands"
    message += ", and the note's text is in no edition." if lost else "."
    if in_title:
        fix = (
            f'Write the caption in the brackets, what is seen as alt: ![Caption{mark}](x.png){{alt="…"}}.'
        )
    else:
        fix = "Call it in the text, or write a pipe table: in grid tables and HTML no note can be called."
    _tell(found, context, "note-misplaced", message, fix, Severity.ERROR if lost else Severity.WARNING)


def _tell(found: re.Match[str], context: Context, rule: str, message: str, fix: str, severity: Severity) -> None:
    pos = Pos(found.start(), found.end(), context.lines.line_of(found.start()))
    context.notice(rule, message, fix, pos, severity)
