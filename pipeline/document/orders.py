# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other Markdowns order from their programs: contents here, a new page here.

Lines that ask for it hold nothing for readers, who get contents anyway: they are left out, with a note. So is the
heading of contents that a word processor makes, where pandoc has left nothing of them below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document.context import Context
from pipeline.document.text import walk_inlines
from pipeline.model import Block, BlockKind, InlineKind, Severity

_CONTENTS = re.compile(
    r"\[TOC\]|\[\[_?TOC_?\]\]|\{\{\s*TOC\s*\}\}|\\(?:tableofcontents|listof(?:figures|tables)|maketitle)", re.IGNORECASE
)
_PAGE = re.compile(r"\\(?:newpage|pagebreak|clearpage)")

_WORD = "TOC-Heading"  # the class that pandoc makes of the style in which Word sets it

_FIX = "Take it out: each format has contents of its own, and pages end where they are full."
_ORDERS = ((_CONTENTS, "The line that asks for contents"), (_PAGE, "The line that asks for a new page"))


def follow_orders(blocks: Sequence[Block], context: Context) -> tuple[Block, ...]:
    """The blocks without the lines that order contents or a new page; a notice for each of those."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        what = _ordered(block, context) or _headed(block, blocks[index + 1 : index + 2])
        if what:
            context.notice("markdown-order", f"{what} was left out.", _FIX, block.pos, Severity.NOTE)
        else:
            kept.append(block)
    return tuple(kept)


def _ordered(block: Block, context: Context) -> str:
    if block.kind is not BlockKind.PARAGRAPH or block.pos is None:
        return ""
    line = context.text[block.pos.start : block.pos.end].strip()  # what is escaped is meant as words
    if any(piece.kind is InlineKind.LINK for piece in walk_inlines(block.inlines)):  # «[TOC]: address» is somewhere
        return ""
    return next((what for pattern, what in _ORDERS if pattern.fullmatch(line)), "")


def _headed(block: Block, after: Sequence[Block]) -> str:
    """The heading of contents that are not there: another follows at once, or nothing."""
    if block.kind is not BlockKind.HEADING or _WORD not in block.attr.classes:
        return ""
    empty = all(one.kind is BlockKind.HEADING for one in after)
    return "The heading of contents that are not there" if empty else ""
