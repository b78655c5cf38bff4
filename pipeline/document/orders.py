# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other Markdowns order from their programs: contents here, a new page here, a file or a sign in this place.

Lines that ask for contents or a new page hold nothing for readers, who get contents anyway: they are left out, with a
note. Of the others we cannot give what was asked for, so their author is told that they are printed as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.text import runs, walk, walk_inlines
from pipeline.model import Block, BlockKind, InlineKind, Severity
from pipeline.tools import pandoc

_CONTENTS = re.compile(r"\[TOC\]|\[\[_?TOC_?\]\]|\{\{\s*TOC\s*\}\}|\\tableofcontents", re.IGNORECASE)
_PAGE = re.compile(r"\\(?:newpage|pagebreak|clearpage)")
_SHORTCODE = re.compile(r"\{\{([<%]).{1,300}?[>%]\}\}")
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])[^=]{1,300}(?<=[^\s=])==(?![=\w])")
_EMOJI = re.compile(r"(?<![\w:]):[a-z0-9_+-]{2,40}:(?![\w:])")

_FIX = "Take it out: each format has contents of its own, and pages end where they are full."
_ORDERS = ((_CONTENTS, "The line that asks for contents"), (_PAGE, "The line that asks for a new page"))


def follow_orders(blocks: Sequence[Block], context: Context) -> tuple[Block, ...]:
    """The blocks without the lines that order contents or a new page; a notice for each of those."""
    kept: list[Block] = []
    for block in blocks:
        what = _ordered(block, context)
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


def tell_orders(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each block with short codes of Hugo or Quarto, ``==marks==``, or names of emoji,
    which are printed as they stand."""
    named: list[tuple[Block, str]] = []
    for block in walk(tuple(blocks)):
        text = "\n".join(runs(block.inlines))  # what is no text, such as code, as a line's end
        if found := _SHORTCODE.search(text):
            _tell(context, block, found.group(), "Write what it stands for in its place.")
        if found := _MARKED.search(text):
            _tell(context, block, found.group(), "Write <mark>…</mark> around words that are marked.")
        named += [(block, name) for name in dict.fromkeys(_EMOJI.findall(text))]
    known = _emoji({name for _, name in named})
    for block, name in named:
        if name in known:
            _tell(context, block, name, "Write in words what the sign says.")


def _emoji(names: set[str]) -> set[str]:
    """Those of ``names`` that are names of emoji: pandoc has their list."""
    if not names:
        return set()
    nodes = pandoc.read("\n\n".join(sorted(names)), "commonmark+emoji")["blocks"]
    return {f":{value}:" for value in _values(nodes)}


def _values(nodes: Sequence[dict[str, object]]) -> Iterator[str]:
    for node in nodes:
        content = node.get("c")
        if node["t"] == "Span" and isinstance(content, list):
            yield from (value for key, value in content[0][2] if key == "data-emoji")
        elif node["t"] == "Para" and isinstance(content, list):
            yield from _values(content)


def _tell(context: Context, block: Block, what: str, fix: str) -> None:
    shown = what if len(what) <= 60 else what[:59] + "…"
    context.notice("markdown-unread", f"«{shown}» is printed as it stands.", fix, block.pos)
