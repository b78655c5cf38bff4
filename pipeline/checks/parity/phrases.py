# SPDX-License-Identifier: AGPL-3.0-or-later
"""Phrases of a part (links, abbreviations, words in another language) that the other side lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from pipeline.checks.parity.compare import INLINE
from pipeline.model import Node


def inner(node: Node) -> Iterator[Node]:
    """The phrases of a part, notes and inner parts left out."""
    stack = [child for child in reversed(node.children) if child.role in INLINE]
    while stack:
        found = stack.pop()
        yield found
        stack.extend(child for child in reversed(found.children) if child.role in INLINE)


def phrases(wanted: Node, given: Node, key: Callable[[Node], str]) -> Iterator[Node]:
    """The phrases of ``wanted`` for which ``given`` has none with the same key. An empty key is not compared."""
    there = Counter(filter(None, map(key, inner(given))))
    for phrase in inner(wanted):
        name = key(phrase)
        if not name:
            continue
        if there[name]:
            there[name] -= 1
        else:
            yield phrase

