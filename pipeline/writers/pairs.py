# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two texts side by side: the language of each part, and the words of one that the other does not use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pipeline.plain import lexicon
from pipeline.plain.words import WORD, stem
from pipeline.writers.markup import element


def in_its_tongue(copy: etree._Element, one: etree._Element, tree: etree._Element) -> etree._Element:
    """A copy of a part of a tree that says the language and direction which the part has from what is around it."""
    for name in ("lang", "dir"):
        around = (each.get(name) for each in (one, *one.iterancestors()) if each is not tree)
        found = next((value for value in around if value), None)
        if found and found != tree.get(name) and not copy.get(name):
            copy.set(name, found)
    return copy


def tongue(element: etree._Element, lang: str) -> str:
    """The language of all that an element says, if it is one: its own, or that of the only thing in it."""
    lang = element.get("lang") or lang
    inside = [child for child in element if isinstance(child.tag, str)]
    around = [element.text, *(child.tail for child in element)]
    alone = len(inside) == 1 and not any(text and text.strip() for text in around)
    return tongue(inside[0], lang) if alone else lang


def marked(text: str, other: str, lang: str) -> etree._Element:
    """A paragraph of ``text`` in which runs of content words that ``other`` does not use are marked."""
    paragraph = element("p", class_="marked")
    data = lexicon.of(lang)
    common = data.function_words if data else frozenset()
    theirs = {stem(match.group(), lang) for match in WORD.finditer(other)}
    spans = [
        (match.start(), match.end()) for match in WORD.finditer(text)
        if match.group().lower() not in common and stem(match.group(), lang) not in theirs
    ]  # fmt: skip
    at = 0
    last: etree._Element | None = None
    for start, end in _joined(spans, text):
        last = _append(paragraph, last, text[at:start])
        last = element("mark", text[start:end])
        paragraph.append(last)
        at = end
    _append(paragraph, last, text[at:])
    return paragraph


def _joined(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Neighbouring spans as one: a mark for each word would be read as so many marks."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and re.fullmatch(r"[\s-]+", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _append(paragraph: etree._Element, last: etree._Element | None, text: str) -> etree._Element | None:
    if last is None:
        paragraph.text = (paragraph.text or "") + text
    else:
        last.tail = (last.tail or "") + text
    return last
