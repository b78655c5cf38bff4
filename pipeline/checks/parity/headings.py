# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables of contents and bookmarks beside the headings that the document has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import fold, short
from pipeline.model import Node, Role


class Entry(NamedTuple):
    """An entry of a table of contents: its words, its depth from 1, what it leads to (the beginning of that text
    without spaces; empty if that is not known), the page that it names, and whether it leads nowhere."""

    text: str
    depth: int
    target: str = ""
    number: str = ""
    dead: bool = False


class Heading(NamedTuple):
    """A heading of the document: its words without calls of notes, its depth among the headings from 1, its level
    and block, and the beginning of all that it says, by which links know it."""

    text: str
    depth: int
    level: int
    block: str
    start: str


def headings_of(root: Node) -> list[Heading]:
    """The headings that a document must have, without those that a format adds."""
    found: list[Heading] = []
    above: list[int] = []
    for node in root.walk():
        if node.role is not Role.HEADING or node.attrs.get("kind") == "label" or not listed(node):
            continue
        above = [level for level in above if level < node.level]
        above.append(node.level)
        block = node.attrs.get("id", "")
        found.append(Heading(listed(node), len(above), node.level, block, start_of(node.text)))
    return found


def listed(node: Node) -> str:
    """The words by which a heading is listed: its text without the numbers of its notes; of one that holds pictures
    alone, what they show."""
    pictures = (part.attrs.get("alt", "") for part in node.walk() if part.role in (Role.IMAGE, Role.FIGURE))
    return without_calls(node) or fold(" ".join(pictures)) or fold(node.text)


def told(root: Node) -> dict[str, str]:
    """The words by which headings with formulas may be listed where no formula can stand, as those are told by ear:
    what each is written as, with its formulas as TeX."""
    headings = [node for node in root.walk() if node.role in (Role.HEADING, Role.TITLE)]
    return {said: listed(node) for node in headings if (said := _told(node)) != listed(node)}


def _told(node: Node) -> str:
    text, reached = listed(node), 0
    for formula in (part for part in node.walk() if part.role is Role.FORMULA):
        written = fold(formula.attrs.get("tex", ""))
        words = fold(formula.attrs.get("alttext") or formula.attrs.get("alt", ""))
        place = text.find(written, reached) if written and words else -1
        if place >= 0:
            text = text[:place] + words + text[place + len(written) :]
            reached = place + len(words)
    return text


def without_calls(node: Node) -> str:
    """The words of a heading without the numbers of its notes, which no table of contents repeats. A number stands
    right behind a word, so a number that the heading has of its own is none of them; else behind the last space."""
    text = fold(node.text)
    for call in reversed([child for child in node.walk() if child.role is Role.NOTE_CALL]):
        mark = re.escape(fold(call.text))
        places = list(re.finditer(rf"(?<=\S){mark}(?!\w)", text)) or list(re.finditer(rf"(?<!\S){mark}(?!\w)", text))
        if places:
            text = text[: places[-1].start()] + text[places[-1].end() :]
    return fold(text)


def below_title(entries: Sequence[Entry], titles: frozenset[str]) -> list[Entry]:
    """The entries, one level up where the title stands above all of them."""
    below = entries[1:]
    if below and entries[0].text in titles and entries[0].depth == 1 and all(entry.depth > 1 for entry in below):
        return [entry._replace(depth=entry.depth - 1) for entry in below]
    return list(entries)


def start_of(text: str) -> str:
    """The beginning of a text as targets are compared."""
    return "".join(fold(text).split())[:24]


def differences(
    headings: Sequence[Heading], entries: Sequence[Entry], added: frozenset[str], what: str
) -> Iterator[tuple[str, str]]:
    """(message, block) for each difference. ``added`` are texts that the format may have besides (the title, the
    notes); a table may end at any level, but not leave out what is above it."""
    known = {heading.text for heading in headings}
    mine = [entry for entry in entries if entry.text in known or entry.text not in added]
    listed = {entry.text for entry in mine}
    deepest = max((h.level for h in headings if h.text in listed), default=0)
    deepest = max(deepest, min((h.level for h in headings), default=0))
    wanted = [heading for heading in headings if heading.level <= deepest]
    pairs = align([heading.text for heading in wanted], [entry.text for entry in mine])
    blocks = {heading.text: heading.block for heading in wanted}
    lost = Counter(wanted[a].text for a, b in pairs if a is not None and b is None)
    moved = lost & Counter(mine[b].text for a, b in pairs if b is not None and a is None)
    also = set(added)  # a heading may say what the title says
    for a, b in pairs:
        heading = wanted[a] if a is not None else None
        entry = mine[b] if b is not None else None
        if heading is None and entry is not None:
            if entry.text in also and not moved[entry.text]:
                also.discard(entry.text)
            elif entry.text in blocks and not moved[entry.text]:
                yield f"The entry «{short(entry.text, 50)}» stands twice in the {what}.", blocks[entry.text]
            elif entry.text not in blocks:
                yield f"The entry «{short(entry.text, 50)}» of the {what} is of no heading.", ""
        elif entry is None and heading is not None:
            how = "stands in another place in" if moved[heading.text] else "is not in"
            yield f"The heading «{short(heading.text, 50)}» {how} the {what}.", heading.block
        elif heading is not None and entry is not None:
            for message in _entry(heading, entry, what):
                yield message, heading.block


def _entry(heading: Heading, entry: Entry, what: str) -> Iterator[str]:
    if entry.text != heading.text:
        yield f"The {what} say «{short(entry.text, 50)}» for the heading «{short(heading.text, 50)}»."
        return
    if entry.dead:
        yield f"The entry «{short(entry.text, 50)}» of the {what} leads nowhere."
    elif entry.target and entry.target not in (heading.start, start_of(heading.text)):
        yield f"The entry «{short(entry.text, 50)}» of the {what} leads elsewhere."
    if entry.depth != heading.depth:
        depths = f"is at depth {entry.depth}, its heading at {heading.depth}"
        yield f"The entry «{short(entry.text, 50)}» of the {what} {depths}."
