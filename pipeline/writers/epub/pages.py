# SPDX-License-Identifier: AGPL-3.0-or-later
"""Page breaks of the PDF, put into the tree at the same characters (EPUB Accessibility 1.1, 4.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.labels import Labels
from pipeline.model import PageStart
from pipeline.writers.markup import HEADINGS, element, local, skipped

# A span must not stand right inside of these.
NO_SPAN = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})
# A page that starts with one of these starts before it, not within its words.
WHOLE = HEADINGS | {"ul", "ol", "dl", "table", "figure", "hr", "pre", "blockquote", "div", "section", "aside", "header"}
BLOCKS = WHOLE | NO_SPAN | {"p", "li", "td", "th", "dt", "dd", "caption", "figcaption"}


@dataclass(frozen=True, slots=True)
class Break:
    """A page break: the id of its element and the number that the page prints."""

    id: str
    label: str


def insert(tree: etree._Element, starts: Sequence[PageStart], words: Labels) -> tuple[Break, ...]:
    """Put a break into ``tree`` for each page. A page that begins with something that only the PDF has (its
    contents) begins here where the next page does."""
    blocks = {block.get("id"): block for block in tree.iter() if block.get("id")}
    taken = set(blocks)
    breaks: list[Break] = []
    waiting: list[etree._Element] = []
    wanted: list[tuple[etree._Element, list[tuple[int, list[etree._Element]]]]] = []
    for start in starts:
        name = _unique(re.sub(r"[^A-Za-z0-9]+", "-", start.label).strip("-") or str(start.index + 1), taken)
        label = start.label or str(start.index + 1)
        mark = element("span", id=name, role="doc-pagebreak", aria_label=words("page", number=label))
        breaks.append(Break(name, label))
        waiting.append(mark)
        block = blocks.get(start.block)
        if block is not None:
            if not wanted or wanted[-1][0] is not block:
                wanted.append((block, []))
            wanted[-1][1].append((start.offset, waiting))
            waiting = []
    for block, places in wanted:
        _place(block, places)
    last = next((block for block in reversed(list(tree.iter())) if local(block) == "p"), tree)
    for mark in waiting:
        last.append(mark)
    for mark in tree.iter(element("span").tag):
        if mark.get("role") == "doc-pagebreak":
            _say_language(mark, words)
    return tuple(breaks)


def _say_language(mark: etree._Element, words: Labels) -> None:
    """Its name is in our words: say so where the text around it is in another language."""
    around = next((parent.get("lang") for parent in mark.iterancestors() if parent.get("lang")), words.lang)
    if (around or "").partition("-")[0].lower() != words.lang:
        mark.set("lang", words.lang)
        mark.set("dir", words.dir)


def _unique(name: str, taken: set[str | None]) -> str:
    wanted, number = f"page-{name}", 1
    while wanted in taken:
        number += 1
        wanted = f"page-{name}-{number}"
    taken.add(wanted)
    return wanted


def _place(block: etree._Element, wanted: Sequence[tuple[int, Sequence[etree._Element]]]) -> None:
    """Put marks at their offsets into the reading text of ``block``, which is walked once for all of them."""
    ahead = sorted((place for place in wanted if place[0] > 0), key=lambda place: place[0])
    found = list(_characters(block, [offset for offset, _ in ahead]))
    beyond = [mark for _, marks in ahead[len(found) :] for mark in marks]
    if beyond:
        bearers = (part for part in reversed(list(block.iter())) if local(part) in BLOCKS - NO_SPAN - {"hr"})
        target = next(bearers, block)
        for mark in beyond:
            target.append(mark)
    for (holder, where, index), (_, marks) in reversed(list(zip(found, ahead, strict=False))):
        _split(holder, where, index, marks)  # from the end, so that the places before it hold
    first = [mark for offset, marks in wanted if offset <= 0 for mark in marks]
    if first:
        _before(block, first)


def _before(block: etree._Element, marks: Sequence[etree._Element]) -> None:
    parent = block.getparent()
    if local(block) in WHOLE and parent is not None and local(parent) not in NO_SPAN:
        for mark in marks:
            block.addprevious(mark)
        return
    inner = block
    while local(inner) in NO_SPAN and len(inner):
        inner = inner[0]
    if local(inner) == "li" and len(inner) and local(inner[0]) == "p":
        inner = inner[0]
    _split(inner, "text", 0, marks)


def _split(holder: etree._Element, where: str, index: int, marks: Sequence[etree._Element]) -> None:
    """Cut the text (inside of ``holder``, or its tail) at ``index`` and set the marks between the halves."""
    if where == "before":
        for mark in marks:
            holder.addprevious(mark)
        return
    text = (holder.text if where == "text" else holder.tail) or ""
    before, after = text[:index], text[index:]
    if where == "text":
        holder.text = before or None
        for position, mark in enumerate(marks):
            holder.insert(position, mark)
    else:
        parent = holder.getparent()
        assert parent is not None
        position = parent.index(holder) + 1
        holder.tail = before or None
        for count, mark in enumerate(marks):
            parent.insert(position + count, mark)
    marks[-1].tail = after or None


@dataclass(slots=True)
class _Count:
    """How much of the reading text has passed, and whether white space waits to be counted as one space."""

    raw: bool
    count: int = 0
    space: bool = False

    def passes(self, character: str) -> bool:
        """Count a character; whether it is one that can be pointed at."""
        if self.raw:
            self.count += 1
            return True
        if character.isspace():
            self.space = self.count > 0
            return False
        self.count += 1 + self.space
        self.space = False
        return True


def _characters(block: etree._Element, offsets: Sequence[int]) -> Iterator[tuple[etree._Element, str, int]]:
    """The places of the characters at ``offsets`` (ascending) of the reading text, as far as the text reaches."""
    counter = _Count(raw=local(block) == "pre")
    following = 0
    for holder, where, text in _texts(block):
        for index, character in enumerate(text):
            if not counter.passes(character):
                continue
            while following < len(offsets) and counter.count > offsets[following]:
                yield (holder, where, index)
                following += 1
            if following == len(offsets):
                return
        counter.space = counter.space or (where == "edge" and counter.count > 0)


def _texts(part: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """(element, text, tail, edge or before, its characters) in reading order. A formula cannot be cut: a page
    that begins in it begins before it."""
    yield (part, "text", part.text or "")
    for child in part:
        block = local(child) in BLOCKS or local(child) == "br"
        if block:
            yield (child, "edge", "")
        if local(child) == "math":
            yield (child, "before", child.get("data-tex") or child.get("alttext") or "")
        elif not skipped(child):
            yield from _texts(child)
        if block:
            yield (child, "edge", "")
        yield (child, "tail", child.tail or "")
