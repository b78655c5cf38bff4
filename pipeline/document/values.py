# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attributes whose name or value is none, told to their author: they are left out without a word else."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.text import walk, walk_inlines
from pipeline.model import Attr, Block, BlockKind, Inline, InlineKind, Pos

_KNOWN = ("lang", "dir", "width", "height", "alt", "longdesc", "translate", "row-headers", "abbr")
_MEANT = {"language": "lang", "direction": "dir", "xml:lang": "lang", "long-desc": "longdesc"}
SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,20})?)(%|px|em|rem|cm|mm|in|pt)?")
"""A width or a height, and its unit. Who makes Markdown of a Word file writes as many digits as the division gives."""
_VALUES = {
    "dir": (re.compile("ltr|rtl|auto"), "Write ltr or rtl."),
    "translate": (re.compile("yes|no"), "Write translate=no for what is not to be translated."),
    "width": (SIZE, "Write one number with %, px, em, rem, cm, mm, in or pt: {width=50%}."),
    "height": (SIZE, "Write one number with %, px, em, rem, cm, mm, in or pt: {height=3cm}."),
    "row-headers": (re.compile("[1-9]"), "Write in how many columns the heads of rows stand: {row-headers=1}."),
}


def tell_values(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each attribute that is nearly the name of one that is read, and each value that none can
    have; once for each place."""
    told: set[tuple[int, str]] = set()
    for attr, pos in _given(blocks):
        for key, value in attr.pairs:
            found = _wrong(key, value)
            place = (pos.line if pos else 0, f"{key}={value}")
            if found and place not in told:
                told.add(place)
                message = f"The attribute {key}={value[:40]} says nothing here: it is left out."
                context.notice("markdown-unread", message, found, pos)


def _given(blocks: Sequence[Block]) -> Iterator[tuple[Attr, Pos | None]]:
    for block in walk(tuple(blocks)):
        yield block.attr, block.pos
        for piece in walk_inlines(block.inlines):
            yield piece.attr, _place(piece, block)


def _place(piece: Inline, block: Block) -> Pos | None:
    return block.pos if piece.kind is InlineKind.IMAGE and block.kind is BlockKind.FIGURE else piece.pos or block.pos


def _wrong(key: str, value: str) -> str:
    """What to write for an attribute; empty for one that is right, or somebody else's."""
    if key in _VALUES:
        form, fix = _VALUES[key]
        size = SIZE.fullmatch(value.strip()) if form is SIZE else None
        wide = size is not None and size[2] == "%" and float(size[1]) > 100
        return "" if form.fullmatch(value.strip()) and not wide else fix
    if key in _KNOWN or key.startswith(("data-", "aria-")):
        return ""
    near = difflib.get_close_matches(key, _KNOWN, 1, 0.8)
    meant = _MEANT.get(key, near[0] if near else "")
    return f"Write {meant}={value}." if meant else ""
