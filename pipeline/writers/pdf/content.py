# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marked content that reads as the document does, without anyone looking at positions.

A layout drops the space at a line's end, paints right-to-left words backwards and indents code by moving the
pen. Here each marked content gets what a reader needs: a real space glyph where the font has one, else an
ActualText (ISO 32000-2, 14.9.4); running heads and repeats become artifacts (14.8.2.2).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.writers.pdf.seam import require
from pipeline.writers.pdf.seam_marks import ARTIFACT, END
from pipeline.writers.pdf.syntax import string

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf
    from pipeline.writers.pdf.seam import Canvas
    from pipeline.writers.pdf.seam_marks import Mark

_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CODE = struct.Struct(">H")
NO_MOVE = b">0<"  # between glyphs that the layout moves by less than a thousandth: half of a text's bytes
DRAWN = 3  # the depth of graphics states at which the parts of a drawing are painted
SIDES = {"top": "Header", "bottom": "Footer"}


def finish(canvas: Canvas, leaves: Iterable[Leaf], artifacts: Iterable[Leaf]) -> None:
    """Rewrite the streams: ``leaves`` say what they hold, ``artifacts`` that they are none of the content."""
    marks = canvas.painted.marks
    known: list[list[tuple[Leaf | None, bool]]] = [[(None, True)] * len(page) for page in marks]
    for leaf in leaves:
        known[leaf.page][leaf.mcid] = (leaf, False)
    for leaf in artifacts:
        known[leaf.page][leaf.mcid] = (leaf, True)
    decoder = _Decoder(canvas)
    for stream, of_page, told in zip(canvas.streams, marks, known, strict=True):
        _Page(stream.stream, decoder).rewrite(of_page, told)
        stream.stream = [b"\n".join(stream.stream)]


class _Decoder:
    """What glyphs say, font by font."""

    def __init__(self, canvas: Canvas) -> None:
        self._tables = {name: _Table(font.to_unicode) for name, font in canvas.fonts.items()}
        self._spaces = {
            name: next((glyph for glyph, text in table.items() if text == " "), None)
            for name, table in self._tables.items()
        }

    def text(self, shown: bytes, font: str) -> str:
        """The characters of what one operator shows."""
        codes = bytes.fromhex(b"".join(_GLYPHS.findall(shown)).decode())
        text = codes.decode("utf-16-be", "surrogatepass")  # glyphs have numbers of two bytes
        if 2 * len(text) != len(codes):  # two numbers that are a pair of surrogates
            text = "".join([chr(code) for (code,) in _CODE.iter_unpack(codes)])
        return text.translate(self._tables[font])

    def space(self, font: str) -> int | None:
        """The glyph of the space in a font of the file."""
        return self._spaces[font]


class _Table(dict[int, str]):
    """Glyphs and their characters, for ``str.translate``: a glyph without any says nothing."""

    def __missing__(self, glyph: int) -> str:
        return ""


class _Page:
    """One page's stream of items."""

    def __init__(self, items: list[Any], decoder: _Decoder) -> None:
        self._items = items
        self._decoder = decoder

    def rewrite(self, marks: Sequence[Mark], known: Sequence[tuple[Leaf | None, bool]]) -> None:
        lost = sum(mark.items is not self._items for mark in marks)
        require(not lost, f"{lost} marked contents are not in the page's stream")
        drawings: list[tuple[Mark, Leaf]] = []
        for mark, (leaf, artifact) in zip(marks, known, strict=True):
            shows = self._shows(mark)
            if leaf is None or artifact:
                self._items[mark.at] = _artifact(leaf)
                continue
            if leaf.pieces:
                drawings.append((mark, leaf))
            text = b"" if leaf.image else self._text(leaf, shows)
            self._items[mark.at] = b"/%s\n<</MCID %d%s>>\nBDC" % (mark.tag.encode(), mark.number, text)
        for mark, leaf in reversed(drawings):
            self._items[mark.at : mark.end + 1] = dealt(self._items[mark.at + 1 : mark.end], leaf)

    def _shows(self, mark: Mark) -> list[tuple[int, str]]:
        """Where glyphs are shown, and in which font."""
        font = ""
        shows = []
        for index in range(mark.at + 1, mark.end):
            item = self._items[index]
            operator = item[-2:]
            if operator == b"TJ":
                self._items[index] = item.replace(NO_MOVE, b"")
                shows.append((index, font))
            elif operator == b"Tf":
                font = item[1:].split(b" ", 1)[0].decode()
        return shows

    def _text(self, leaf: Leaf, shows: list[tuple[int, str]]) -> bytes:
        """An ActualText, where the glyphs alone do not say what the piece says."""
        wanted = _wanted(leaf)
        shown = "".join([self._decoder.text(self._items[index], font) for index, font in shows])
        if shown == wanted or shown.replace("\u00a0", " ") == wanted.replace("\u00a0", " "):
            return b""
        if leaf.append == " " and shown == wanted[:-1] and shows and self._add_space(*shows[-1]):
            return b""
        return b"/ActualText " + string(wanted)

    def _add_space(self, index: int, font: str) -> bool:
        """Append the font's own space glyph, if it has one in the file."""
        glyph = self._decoder.space(font)
        if glyph is None:
            return False
        self._items[index] = self._items[index][: -len(b"] TJ")] + b"<%04x>] TJ" % glyph
        return True


def _artifact(leaf: Leaf | None) -> bytes:
    """The beginning of what is not of the content; what stands in a margin or again on a later page is of the pages."""
    properties = b""
    if leaf is not None and leaf.zone == "margin":
        side = SIDES.get(leaf.keyword.lstrip("@").split("-")[0])
        properties = b"/Type /Pagination" + (f"/Subtype /{side}".encode() if side else b"")
    elif leaf is not None and leaf.zone == "again":
        properties = b"/Type /Pagination"
    return b"/Artifact\n<<%s>>\nBDC" % properties


def dealt(items: list[bytes], drawing: Leaf) -> list[bytes]:
    """What paints a drawing, with a marked content for each of its pieces instead of one for all.

    The engine paints each part of a drawing between a ``q`` and its ``Q``, in the graphics states of the image, of the
    SVG and of its size; parts of one piece that follow each other stay together.
    """
    made: list[bytes] = []
    depth = part = 0
    before: Leaf | None = None
    for item in items:
        if item == b"Q":
            depth -= 1
        elif item == b"q":
            if depth == DRAWN:
                require(part < len(drawing.pieces), "a drawing has more parts than it was made of")
                piece, kind = drawing.pieces[part]
                if part and (piece is None or piece is not before):
                    made.append(END)
                if piece is None:
                    made.append(ARTIFACT)
                elif piece is not before:
                    made.append(b"/%s\n<</MCID %d>>\nBDC" % (kind.encode(), piece.mcid))
                before, part = piece, part + 1
            depth += 1
        if item == b"Q" and depth == DRAWN - 1 and part:
            made.append(END)
        made.append(item)
    require(part == len(drawing.pieces), "a drawing has fewer parts than it was made of")
    return made


def _wanted(leaf: Leaf) -> str:
    if leaf.verbatim:
        return leaf.prepend + leaf.text + leaf.append
    text = _SPACES.sub(" ", leaf.text)
    if leaf.append:
        text = text.rstrip(" ")
    if leaf.prepend:
        text = text.lstrip(" ")
    return leaf.prepend + text + leaf.append
