# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures and links whose address has a blank: they are none (CommonMark 6.3), and are printed with their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.text import fold, short, walk, walk_inlines
from pipeline.model import Block, InlineKind, Pos, Severity

_WRITTEN = re.compile(
    r"(?<!\\)(?P<picture>!?)\[(?P<words>(?:[^\[\]\n]|\n(?![ \t]*\n))*)\]"
    r"\((?P<address>[^\s()<>\"'][^()<>\"'\n]{0,300}?)"
    r"(?P<title>[ \t]{1,20}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ \t]{0,20}\)"
)
_ADDRESS = re.compile(r"^(?:[A-Za-z][\w+.-]*:|[#/]|www\.)|/|\.\w{2,5}(?:[#?]|$)")
"""What shows that words in brackets are meant as the address of a link."""
_READ = frozenset({InlineKind.CODE, InlineKind.MATH, InlineKind.LINK, InlineKind.IMAGE})


def tell_blanks(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each picture and link that is none because of a blank in its address."""
    for block in walk(tuple(blocks)):
        for found in _found(block, context):
            picture = bool(found["picture"])
            address = found["address"].strip()
            what = "the picture is in no edition" if picture else "it leads nowhere"
            start, shown = found.start(), short(fold(found.group()), 80)
            context.notice(
                "markdown-unread", f"«{shown}» is printed as it stands, and {what}: its address has a blank.",
                f"Write the address in pointed brackets, <{address}>, or without blanks (%20 stands for one).",
                Pos(start, found.end(), context.lines.line_of(start)), Severity.ERROR if picture else Severity.WARNING,
            )  # fmt: skip


def _found(block: Block, context: Context) -> Iterator[re.Match[str]]:
    if block.pos is None or not block.inlines or "](" not in context.text[block.pos.start : block.pos.end]:
        return
    read = [piece.pos for piece in walk_inlines(block.inlines) if piece.kind in _READ and piece.pos is not None]
    for found in _WRITTEN.finditer(context.text, block.pos.start, block.pos.end):
        start = found.start()
        taken = any(pos.start <= start < pos.end or pos.start == start + len(found["picture"]) for pos in read)
        blank = " " in (address := found["address"].strip()) or "\t" in address
        if blank and not taken and (found["picture"] or _ADDRESS.search(address)):
            yield found
