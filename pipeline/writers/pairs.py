# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two texts side by side: the language of each part, and the words of one that the other does not use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from pipeline.plain import lexicon
from pipeline.plain.words import WORD, stem
from pipeline.writers.markup import HEADINGS, classes, element, local


def in_its_tongue(copy: etree._Element, one: etree._Element, tree: etree._Element) -> etree._Element:
    """A copy of a part of a tree that says the language and direction which the part has from what is around it."""
    for name in ("lang", "dir"):
        around = (each.get(name) for each in (one, *one.iterancestors()) if each is not tree)
        found = next((value for value in around if value), None)
        if found and found != tree.get(name) and not copy.get(name):
            copy.set(name, found)
    return copy


def with_notices(blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Blocks of a tree, each with what its edition says of it: before it, or behind a heading."""
    for one in blocks:
        before, after = one.getprevious(), one.getnext()
        heads = local(one) in HEADINGS
        if not heads and before is not None and _is_notice(before):
            yield before
        yield one
        if heads and after is not None and _is_notice(after):
            yield after


def _is_notice(one: etree._Element) -> bool:
    return "notice" in classes(one) and (one.get("id") or "").rstrip("0123456789").endswith("-notice")


def in_tongue(made: etree._Element, other: tuple[str, str] | None) -> etree._Element:
    """An element marked with the language and direction of what it says, where that is another one."""
    if other is not None:
        made.set("lang", other[0])
        made.set("dir", other[1])
    return made


def add_said(holder: etree._Element, text: str, other: tuple[str, str] | None) -> None:
    """Put ``text`` at the end of an element, marked where it is in another language."""
    if other is not None:
        bare = text.lstrip()
        text, after = text[: len(text) - len(bare)], in_tongue(element("span", bare), other)
        holder.append(after)
        before = after.getprevious()
    else:
        before = holder[-1] if len(holder) else None
    if before is None:
        holder.text = (holder.text or "") + text
    else:
        before.tail = (before.tail or "") + text


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
