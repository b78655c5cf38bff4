# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the product itself says in a file (of tasks, of ways back from notes), and in which languages it says that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.labels import labels, languages
from pipeline.model import Node, Role

KEYS = ("done", "not_done", "note_back")


def mislabelled(root: Node) -> Iterator[tuple[Node, str, str]]:
    """Each label that is in another language than the one in which it is read out: (node, label, that language).
    Words that are none of our labels are somebody else's, and not judged."""
    for node in root.walk():
        for text, lang in _said(node):
            known = _languages_of(text)
            if known and lang and lang.partition("-")[0].lower() not in known:
                yield node, text, lang


def _said(node: Node) -> Iterator[tuple[str, str]]:
    """What is said besides the text of a node, and the language that holds there."""
    if node.role is Role.ITEM and node.attrs.get("state"):
        yield node.attrs["state"], node.attrs.get("state_lang") or node.lang
    if node.role is Role.LINK and node.attrs.get("kind") == "back":
        yield node.attrs.get("name") or node.attrs.get("contents", ""), node.lang


def _languages_of(text: str) -> frozenset[str]:
    folded = " ".join(text.split())
    return frozenset(lang for lang, pattern in _patterns() if pattern.match(folded))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for every label of every language."""
    found = []
    for lang in languages():
        words = labels(lang)
        shapes = (re.escape(words(key, number="\0")).replace("\0", ".+") for key in KEYS)
        found.append((lang, re.compile("|".join(f"(?:{shape}$)" for shape in shapes))))
    return tuple(found)
