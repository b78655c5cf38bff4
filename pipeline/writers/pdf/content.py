# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marked content that reads as the document does, without anyone looking at positions.

A layout drops the space at a line's end, paints right-to-left words backwards and indents code by moving the
pen. Here each marked content gets what a reader needs: a real space glyph where the font has one, else an
ActualText (ISO 32000-2, 14.9.4); running heads and repeats become artifacts (14.8.2.2).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pipeline.writers.pdf.seam import require

if TYPE_CHECKING:
    from pipeline.writers.pdf.painted import Leaf
    from pipeline.writers.pdf.seam import Canvas

_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CODE = struct.Struct(">H")
NO_MOVE = b">0<"  # between glyphs that the layout moves by less than a thousandth: half of a text's bytes
DRAWN = 3  # the depth of graphics states at which the parts of a drawing are painted
SIDES = {"top": "Header", "bottom": "Footer"}


def finish(canvas: Canvas, leaves: Iterable[Leaf], artifacts: Iterable[Leaf]) -> None:
    """Rewrite the streams: ``leaves`` say what they hold, ``artifacts`` that they are none of the content."""
    by_page: dict[int, dict[int, tuple[Leaf, bool]]] = {}
    for leaf in leaves:
        by_page.setdefault(leaf.page, {})[leaf.mcid] = (leaf, False)
    for leaf in artifacts:
        by_page.setdefault(leaf.page, {})[leaf.mcid] = (leaf, True)
    for number, stream in enumerate(canvas.streams):
        _Page(canvas, stream, by_page.get(number, {}), canvas.painted.marks[number]).rewrite()


class _Page:
    """One page's stream of items: bytes, and a dictionary for each marked content."""

    def __init__(self, canvas: Canvas, stream: Any, known: dict[int, tuple[Leaf, bool]], total: int) -> None:
        self._fonts = canvas.fonts
        self._items: list[Any] = stream.stream
        self._dealt: list[tuple[int, int, Leaf]] = []
        self._known = known
        self._total = total

    def rewrite(self) -> None:
        font = ""
        found = 0
        open_at, depth = -1, 0
        shows: list[tuple[int, str]] = []
        for index, item in enumerate(self._items):
            if type(item) is not bytes:
                if isinstance(item, dict) and "MCID" in item:
                    open_at, depth, shows = index, 0, []
                    found += 1
                continue
            operator = item[-2:]
            if operator == b"TJ":
                self._items[index] = item.replace(NO_MOVE, b"")
                shows.append((index, font))
            elif operator == b"Tf":
                font = item[1:].split(b" ", 1)[0].decode()
            elif open_at >= 0 and item in (b"BMC", b"BDC") and index != open_at + 1:
                depth += 1
            elif item == b"EMC" and open_at >= 0:
                if depth:
                    depth -= 1
                    continue
                self._finish(open_at, index, shows)
                open_at = -1
        require(found == self._total, f"{self._total - found} marked contents are not in the page's stream")

        for first, last, drawing in reversed(self._dealt):
            self._items[first - 1 : last + 1] = dealt(self._items[first + 2 : last], drawing)

    def _finish(self, at: int, end: int, shows: list[tuple[int, str]]) -> None:
        import pydyf

        properties = self._items[at]
        leaf, artifact = self._known.get(properties["MCID"], (None, True))
        if leaf is None or artifact:
            del properties["MCID"]
            self._items[at - 1] = "/Artifact"
            if leaf is not None and leaf.zone == "margin":
                properties["Type"] = "/Pagination"
                side = SIDES.get(leaf.keyword.lstrip("@").split("-")[0])
                if side:
                    properties["Subtype"] = f"/{side}"
            elif leaf is not None and leaf.zone == "again":
                properties["Type"] = "/Pagination"
            return
        if leaf.image:
            if leaf.pieces:
                self._dealt.append((at, end, leaf))
            return
        wanted = _wanted(leaf)
        shown = "".join(self._decode(index, font) for index, font in shows)
        if shown.replace("\u00a0", " ") == wanted.replace("\u00a0", " "):
            return
        if leaf.append == " " and shown == wanted[:-1] and shows and self._add_space(*shows[-1]):
            return
        properties["ActualText"] = pydyf.String(wanted)

    def _decode(self, index: int, font: str) -> str:
        to_unicode = self._fonts[font].to_unicode
        codes = bytes.fromhex(b"".join(_GLYPHS.findall(self._items[index])).decode())
        return "".join([to_unicode.get(code, "") for (code,) in _CODE.iter_unpack(codes)])

    def _add_space(self, index: int, font: str) -> bool:
        """Append the font's own space glyph, if it has one in the file."""
        for glyph, text in self._fonts[font].to_unicode.items():
            if text == " ":
                self._items[index] = self._items[index][: -len(b"] TJ")] + b"<%04x>] TJ" % glyph
                return True
        return False


def dealt(items: list[Any], drawing: Leaf) -> list[Any]:
    """What paints a drawing, with a marked content for each of its pieces instead of one for all.

    The engine paints each part of a drawing between a ``q`` and its ``Q``, in the graphics states of the image, of the
    SVG and of its size; parts of one piece that follow each other stay together.
    """
    import pydyf

    made: list[Any] = []
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
                    made.append(b"EMC")
                if piece is None:
                    made += ["/Artifact", b"BMC"]
                elif piece is not before:
                    made += [f"/{kind}", pydyf.Dictionary({"MCID": piece.mcid}), b"BDC"]
                before, part = piece, part + 1
            depth += 1
        if item == b"Q" and depth == DRAWN - 1 and part:
            made.append(b"EMC")
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
