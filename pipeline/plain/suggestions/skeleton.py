# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing ``plain.md``: the skeleton for a person to fill, blocks for what is new, and new hashes.

What a person wrote is never changed: blocks are added behind the blocks of what stands before them in the
original, and a hash is renewed only when somebody says that the text fits what the original says now. The comments say
no line: the next edit above would make it another one, and «pariter plain check» tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.document.text import text_of, walk, walk_inlines
from pipeline.errors import InputError
from pipeline.model import Block, BlockKind, Document
from pipeline.plain.authored.align import Index, full_text, source_hash, unanswered, units
from pipeline.plain.authored.source import FENCE, PlainText
from pipeline.plain.suggestions.suggest import Suggestion, suggest

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

OURS = re.compile(r"\A(?:<!-- Original(?:, line \d+)?:\s(?:(?!-->).)*-->(?:\s*(?=<!-- Original))?)+", re.DOTALL)
"""The comments right behind the fence of a plain block that this file writes."""


def init(document: Document, *, lang: str = "") -> str:
    """A new ``plain.md``: one empty plain block for each block of the original, with what it says and what might
    be done about it as comments."""
    title = document.meta.title.replace('"', "'")
    front = FRONT.format(title=f'"{title}"', lang=lang or document.meta.lang)
    return front + "".join("\n" + _block(block, document) for block in units(document))


def _block(block: Block, document: Document) -> str:
    names = f'for="{block.id}" hash="{source_hash((block,))}"'
    return f"::: {{.plain {names}}}\n{_comment(block, document)}\n\n:::\n"


def _comment(block: Block, document: Document) -> str:
    """What a block of the original says, as it stands in its Markdown, so that a table or a link can be taken over."""
    place = block.pos
    text = document.source[place.start : place.end] if place is not None else full_text(block)
    notes = [piece.note for inner in walk((block,)) for piece in walk_inlines(inner.inlines) if piece.note is not None]
    told = "".join(f"\n\nNote {note.label}: {text_of(note)}" for note in notes)
    mark = (block.label or "-") + " " if block.kind is BlockKind.ITEM else ""
    hints = "".join(f"\n- {_hint(one)}" for one in _hints(full_text(block), document.meta.lang))
    gap = "\n" if "\n" in text else " "
    comment = f"Original:{gap}{mark}{text}{told}" + (f"\n\nSuggestions:{hints}" if hints else "")
    return f"<!-- {comment.replace('-->', '-- >')} -->"


def _hint(one: Suggestion) -> str:
    by_hand = not one.after or "\n" in one.after
    return one.reason if by_hand else f"{one.before} → {one.after} ({one.reason})"


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
        made = _block(block, document)
        places.append((line, f"\n{made}" if before else f"{made}\n"))
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
    """``plain.md`` with a new hash for the plain block that stands for source block ``block``, and with what the
    original says now in its comment: somebody says that its text fits. Raises InputError if no plain block stands for
    it."""
    index = Index.of(document)
    part = next((part for part in plain.blocks if block in part.stands_for), None)
    if part is None or any(name not in index.blocks for name in part.stands_for):
        raise InputError(
            f"no plain block stands for «{block}».",
            "«pariter plain check» lists the ids.",
            file=plain.document.path,
        )
    lines = text.splitlines(keepends=True)
    blocks = [index.blocks[name] for name in part.stands_for]
    new = source_hash(blocks)
    old = lines[part.line - 1]
    changed = re.sub(r'hash="[^"]*"', f'hash="{new}"', old)
    if changed == old and f'hash="{new}"' not in old:
        changed = old.replace("}", f' hash="{new}"}}', 1)
    before, after = "".join(lines[: part.line - 1]), "".join(lines[part.line :])
    end = "\r\n" if old.endswith("\r\n") else "\n"
    comments = "\n".join(_comment(one, document) for one in blocks).replace("\n", end)
    return before + changed + OURS.sub(lambda _: comments, after, count=1)
