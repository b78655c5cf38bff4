# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names of emoji (``:tada:``), which other programs draw: here they are printed as they stand, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document.context import Context
from pipeline.document.text import runs, walk
from pipeline.model import Block
from pipeline.tools import pandoc

_NAME = re.compile(r"(?<![\w:]):[a-z0-9_+-]{2,40}:(?![\w:])")


def tell_emoji(blocks: Sequence[Block], context: Context) -> None:
    """Record a notice for each block with the name of an emoji."""
    named: list[tuple[Block, str]] = []
    for block in walk(tuple(blocks)):
        text = "\n".join(runs(block.inlines))
        named += [(block, name) for name in dict.fromkeys(_NAME.findall(text))]
    known = _emoji({name for _, name in named})
    for block, name in named:
        if name in known:
            message = f"«{name}» is printed as it stands."
            context.notice("markdown-unread", message, "Write in words what the sign says.", block.pos)


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
