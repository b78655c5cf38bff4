# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signs that pandoc takes for markup and that are none: «~5 days … ~10», «2*3*4», «___/___/20___»."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.document.context import Context
from pipeline.document.text import fold, short
from pipeline.model import Inline, InlineKind, Pos

_SCRIPTS = {InlineKind.SUBSCRIPT: "~", InlineKind.SUPERSCRIPT: "^"}
_FORCED = frozenset({InlineKind.EMPHASIS, InlineKind.STRONG})
_BLANK = re.compile(r"[ \t\r\n]")


def as_written(piece: Inline, context: Context) -> list[Inline]:
    """The piece alone; or where its signs are no markup, its words with the signs around them.

    Between the signs of a low or high letter there is no blank (pandoc, "Superscripts and subscripts"), which pandoc's
    reader of CommonMark does not ask for; that is told. Stars between digits multiply; and where neither a letter nor
    a digit is emphasised, the signs draw a line to write on.
    """
    pos = piece.pos
    written = context.text[pos.start : pos.end] if pos else ""
    if pos is None or not written:
        return [piece]
    sign = _SCRIPTS.get(piece.kind, "")
    if sign and written.startswith(sign) and written.endswith(sign) and _BLANK.search(written):
        told = f"«{short(fold(written))}» is printed as it stands: there are blanks in it."
        fix = "Write \\~ or \\^ for the sign itself; <sub>…</sub> or <sup>…</sup> for words that stand low or high."
        context.notice("markdown-unread", told, fix, pos)
        return _opened(piece, pos, 1, written)
    if piece.kind not in _FORCED or written[0] not in "*_" or written[-1] != written[0]:
        return [piece]
    width = 2 if piece.kind is InlineKind.STRONG else 1
    inner = written[width:-width]
    around = context.text[max(0, pos.start - 1) : pos.start] + context.text[pos.end : pos.end + 1]
    product = written[0] == "*" and len(around) == 2 and around.isdigit() and inner.isdigit()
    drawn = written[0] == "_" and not any(char.isalnum() for char in inner) and "[" not in inner and "$" not in inner
    return _opened(piece, pos, width, written) if product or drawn else [piece]


def _opened(piece: Inline, pos: Pos, width: int, written: str) -> list[Inline]:
    before, after = replace(pos, end=pos.start + width), replace(pos, start=pos.end - width)
    signs = (Inline(InlineKind.TEXT, written[:width], pos=before), Inline(InlineKind.TEXT, written[-width:], pos=after))
    return [signs[0], *piece.children, signs[1]]
