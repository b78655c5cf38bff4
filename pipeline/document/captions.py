# SPDX-License-Identifier: AGPL-3.0-or-later
"""The caption that is a picture's title: a line of Markdown like any other caption."""

from __future__ import annotations

import re

from pipeline.document.context import Context
from pipeline.model import BlockKind, Inline, InlineKind, Pos
from pipeline.tools import pandoc

_MARKUP = re.compile(r"[*_`~^$<]|\]\(|\]\{")


def caption_of(title: str, context: Context, pos: Pos | None) -> tuple[Inline, ...]:
    """The inlines of a title, without places: pandoc gives none. What is no line of text stays as it is written."""
    from pipeline.document.islands import reread

    plain = (Inline(InlineKind.TEXT, title),) if title else ()
    if not _MARKUP.search(title):
        return plain
    blocks = reread(pandoc.read(title)["blocks"], context, pos)
    if len(blocks) != 1 or blocks[0].kind is not BlockKind.PARAGRAPH:
        return plain
    return blocks[0].inlines
