# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing ``plain.md``: the skeleton for a person to fill, blocks for what is new, and new hashes.

What a person wrote is never changed: blocks are added behind the blocks of what stands before them in the
original, and a hash is renewed only when somebody says that the text fits what the original says now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.errors import InputError
from pipeline.model import Block, Document
from pipeline.plain.align import Index, full_text, source_hash, unanswered, units
from pipeline.plain.source import FENCE, PlainText
from pipeline.plain.suggest import Suggestion, suggest

FRONT = """---
# What this file is: docs/plain.md
title: {title}
lang: {lang}
summary:            # what a reader must know, in a few sentences
audience:           # for whom this text is
glossary: []        # - term: …, definition: …, original: … (the word in the original)
abbreviations: {{}}   # UN: United Nations
aliases: {{}}         # names that are written in several ways: Daesh: [ISIS]
reviewed:           # the person who compared it with the original, and the day; empty: not reviewed
  who:
  when:
sign-offs: []       # - block: …, finding: numbers, words: …, reason: …
---
"""


def init(document: Document, *, lang: str = "") -> str:
    """A new ``plain.md``: one empty plain block for each block of the original, with what it says and what might
    be done about it as comments."""
    index = Index.of(document)
    title = document.meta.title.replace('"', "'")
    front = FRONT.format(title=f'"{title}"', lang=lang or document.meta.lang)
    return front + "".join("\n" + _block(block, index, document.meta.lang) for block in units(document))


def _block(block: Block, index: Index, lang: str) -> str:
    text = full_text(block)
    line = next((index.blocks[name].pos for name in index.around(block.id) if index.blocks[name].pos), None)
    label = f"{block.label} " if block.label else ""
    hints = "".join(
        f"\n- {hint.reason}" + (f" {hint.before} → {hint.after}" if hint.after else "")
        for hint in _hints(text, lang)
    )
    comment = f"Original, line {line.line if line else 0}: {label}{text}" + (
        f"\n\nSuggestions:{hints}" if hints else ""
    )
    safe = comment.replace("--", "- -")
    return f'::: {{.plain for="{block.id}" hash="{source_hash((block,))}"}}\n<!-- {safe} -->\n\n:::\n'


def _hints(text: str, lang: str) -> Sequence[Suggestion]:
    return suggest(text, lang)[:12]


def add_missing(document: Document, plain: PlainText, text: str) -> str:
    """``plain.md`` with an empty block for each block of the original that has none, where it belongs."""
    index = Index.of(document)
    order = {block: at for at, block in enumerate(index.blocks)}
    lines = text.splitlines(keepends=True)
    places: list[tuple[int, str]] = []
    for block in unanswered(document, plain.named):
        before = [
            part for part in plain.blocks
            if any(order.get(name, -1) < order[block.id] and name in order for name in part.stands_for)
        ]  # fmt: skip
        line = _end_of(lines, before[-1].line) if before else _first_fence(lines)
        places.append(
            (
                line,
                "\n" + _block(block, index, document.meta.lang)
                if before
                else _block(block, index, document.meta.lang) + "\n",
            )
        )
    for line, new in reversed(places):
        if line and not lines[line - 1].endswith("\n"):
            lines[line - 1] += "\n"
        lines.insert(line, new)
    return "".join(lines)


def _first_fence(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if FENCE.match(line.rstrip())), len(lines))


def _end_of(lines: Sequence[str], first: int) -> int:
    """The number of lines up to the end of the plain block that begins on line ``first``."""
    depth, comment = 0, False
    for at in range(first - 1, len(lines)):
        line = lines[at].rstrip()
        comment = (comment or "<!--" in line) and "-->" not in line.rpartition("<!--")[2]
        if comment or not line.startswith(":::"):
            continue
        depth += 1 if re.search(r"[^:\s]", line) else -1
        if depth == 0:
            return at + 1
    return len(lines)


def renew(document: Document, plain: PlainText, text: str, block: str) -> str:
    """``plain.md`` with a new hash for the plain block that stands for source block ``block``: somebody says that
    its text fits what the original says now. Raises InputError if no plain block stands for it."""
    index = Index.of(document)
    part = next((part for part in plain.blocks if block in part.stands_for), None)
    if part is None or any(name not in index.blocks for name in part.stands_for):
        raise InputError(
            f"no plain block stands for «{block}».",
            "«pariter plain check» lists the ids.",
            file=plain.document.path,
        )
    lines = text.splitlines(keepends=True)
    new = source_hash(index.blocks[name] for name in part.stands_for)
    old = lines[part.line - 1]
    changed = re.sub(r'hash="[^"]*"', f'hash="{new}"', old)
    if changed == old and f'hash="{new}"' not in old:
        changed = old.replace("}", f' hash="{new}"}}', 1)
    lines[part.line - 1] = changed
    return "".join(lines)
