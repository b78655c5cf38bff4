# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parity: the outline that the document asks for beside the one that was read back from a file.

Both trees become a sequence of parts in reading order; the sequences are aligned by their texts; each pair is
compared in what a reader is told of it. The rules ``parity_*`` make findings of the differences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.once import once
from pipeline.checks.parity.alignment import align
from pipeline.checks.subject import NotApplicable, Subject
from pipeline.model import Node, Outline, Role

# Parts that carry the text of the document; a reader meets them one after the other.
PARTS = frozenset({
    Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.CODE, Role.TERM, Role.DEFINITION, Role.CAPTION, Role.LINE,
    Role.HEADER, Role.CELL, Role.FIGURE, Role.ITEM, Role.QUOTE, Role.NOTE, Role.OTHER, Role.GROUP, Role.IMAGE,
    Role.FORMULA,
})  # fmt: skip
# Parts that only tell where their contents stand.
AROUND = frozenset({
    Role.LIST, Role.ITEM, Role.QUOTE, Role.TABLE, Role.DEFINITIONS, Role.FIGURE, Role.NOTE, Role.LINES,
})  # fmt: skip
# What a format may add: the closed list.
ADDED = frozenset({Role.CONTENTS, Role.CONTENTS_ITEM, Role.NOTICE, Role.PAGE_BREAK})
INLINE = frozenset({
    Role.LINK, Role.NOTE_CALL, Role.EMPHASIS, Role.STRONG, Role.QUOTATION, Role.ABBREVIATION, Role.SUPERSCRIPT,
    Role.SUBSCRIPT, Role.INLINE_CODE, Role.DELETED, Role.SPAN, Role.FORMULA, Role.IMAGE,
})  # fmt: skip
MARKS = re.compile("[\u2190-\u21ff\u2610-\u2612\u00ad\u200b-\u200f\u2060-\u2069\ufe0e\ufe0f\ufeff]")


class Part(NamedTuple):
    """One part in reading order: its node, its text as compared, the roles around it, outermost first, the labels of
    the items around it, and the innermost list."""

    node: Node
    text: str
    around: tuple[Role, ...]
    block: str
    items: tuple[str, ...] = ()
    list: Node | None = None


class Comparison(NamedTuple):
    """Both sequences and how they pair: indices into ``expected`` and ``actual``."""

    expected: tuple[Part, ...]
    actual: tuple[Part, ...]
    pairs: tuple[tuple[int | None, int | None], ...]
    problems: tuple[str, ...] = ()

    def both(self) -> Iterator[tuple[Part, Part]]:
        """The pairs that stand on both sides."""
        for a, b in self.pairs:
            if a is not None and b is not None:
                yield self.expected[a], self.actual[b]


@once
def compare(subject: Subject) -> Comparison:
    """The comparison of a subject. Raises NotApplicable for a file whose source is unknown."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    return _compare(subject.expected, subject.outline)


def _compare(expected: Outline, actual: Outline) -> Comparison:
    wanted = tuple(parts_of(expected.root))
    found = tuple(parts_of(actual.root))
    pairs = align([part.text for part in wanted], [part.text for part in found])
    return Comparison(wanted, found, tuple(pairs), actual.problems)


def parts_of(root: Node) -> Iterator[Part]:
    """The parts of a tree in reading order; notes come after everything, since formats keep them in different
    places, and a note's own place is told by its call."""
    body: list[Part] = []
    notes: list[Part] = []
    stack: list[tuple[Node, tuple[Role, ...], str, tuple[str, ...], Node | None]] = [(root, (), "", (), None)]
    while stack:
        node, around, block, items, list_ = stack.pop()
        if node.role in ADDED or (node.role is Role.LANDMARK and node.attrs.get("kind") not in ("main", "", None)):
            continue
        block = node.attrs.get("block") or node.attrs.get("id") or block
        inner = (*around, node.role) if node.role in AROUND else around
        labels = (*items, node.attrs.get("label", "")) if node.role is Role.ITEM else items
        in_note = Role.NOTE in inner
        if node.role in PARTS and (own := _own_text(node)) is not None:
            (notes if in_note else body).append(Part(node, own, around, block, labels, list_))
        list_ = node if node.role is Role.LIST else list_
        for child in reversed(node.children):
            if child.role in INLINE and child.role is not Role.NOTE and not _has_note(child):
                continue
            stack.append((child, inner, block, labels, list_))
    yield from body
    yield from notes


def _has_note(node: Node) -> bool:
    return any(part.role is Role.NOTE for part in node.walk()) if node.children else False


def _own_text(node: Node) -> str | None:
    """The text of a part as it is compared, or None for a part that only holds others."""
    if node.role in (Role.FIGURE, Role.IMAGE):
        return f"[{fold(node.attrs.get('alt', ''))}]"
    text = without_formulas(node)
    if text or node.role in (Role.HEADER, Role.CELL):
        return text if not (node.role in (Role.HEADER, Role.CELL) and not text and _holds_parts(node)) else None
    return None


def _holds_parts(node: Node) -> bool:
    return any(child.role in PARTS and child.role not in INLINE for child in node.children)


def without_formulas(node: Node, stand_in: str = " ") -> str:
    """A part's text without its formulas, whose text each format gives in another way. In their place: ``stand_in``."""
    text, at = node.text, 0
    for inner in node.walk():
        if inner.role is Role.FORMULA and inner is not node and inner.text:
            alone = re.compile(rf"(?<!\w){re.escape(inner.text)}(?!\w)").search(text, at)
            start = alone.start() if alone else text.find(inner.text)  # «G» is not the first letter of a word
            if start >= 0:
                text, at = f"{text[:start]}{stand_in}{text[start + len(inner.text) :]}", start
    return fold(text, code=node.role is Role.CODE)


@lru_cache(maxsize=8192)
def fold(text: str, *, code: bool = False) -> str:
    """A text as it is compared: composed characters, single spaces, no invisible characters or arrows back."""
    text = unicodedata.normalize("NFC", MARKS.sub("", text))
    if code:
        return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    return " ".join(text.split())


def words_differ(wanted: str, found: str) -> str:
    """In a few words, how ``found`` differs from ``wanted``: joined, lost, added or changed words."""
    if "".join(wanted.split()) == "".join(found.split()):
        joined = [word for word in found.split() if word not in wanted.split()]
        lost = [word for word in wanted.split() if word not in found.split()]
        if len(found.split()) < len(wanted.split()):
            return f"words run together: «{' '.join(joined[:3])}» for «{' '.join(lost[:6])}»"
        return f"words are broken: «{' '.join(joined[:6])}» for «{' '.join(lost[:3])}»"
    a, b = wanted.split(), found.split()
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    lost, more = a[head : len(a) - tail], b[head : len(b) - tail]
    if not more:
        return f"words are missing: «{short(' '.join(lost))}»"
    if not lost:
        return f"words were added: «{short(' '.join(more))}»"
    return f"«{short(' '.join(more))}» stands for «{short(' '.join(lost))}»"


def short(text: str, most: int = 80) -> str:
    """A text for a message, cut in the middle when it is long."""
    return text if len(text) <= most else f"{text[: most // 2].rstrip()} … {text[-most // 2 :].lstrip()}"
