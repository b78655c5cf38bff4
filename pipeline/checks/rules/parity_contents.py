# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table of contents is that of the document: every heading, in order and depth, with its words and its place.

What it does
: Compares the table of contents of each format, and the bookmarks of a PDF, with the headings of the document:
  words, order, nesting, where each entry leads, and in a PDF the page that it names.

Why it matters
: Whoever cannot skim a text goes by its contents; an entry that leads elsewhere loses them.

Example
: The entry «Money» leads to the chapter «Voices».

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.checks.parity.alignment import align
from pipeline.checks.parity.compare import fold, short
from pipeline.checks.parity.examples import pair, part
from pipeline.checks.parity.headings import (
    Entry,
    Heading,
    below_title,
    differences,
    headings_of,
    listed,
    start_of,
    told,
)
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

WHAT = {"toc": "contents", "bookmarks": "bookmarks"}
FEWEST = 2
"""A document with fewer headings needs no bookmarks."""
FEWEST_ENTRIES = 3
"""A document with fewer headings needs no table of contents."""


def look(subject: Subject) -> Iterator[Finding]:
    """Each table of contents of the file, and the bookmarks of a PDF."""
    if subject.expected is None:
        raise NotApplicable("the source of this file is not known")
    headings = headings_of(subject.expected.root)
    tables = {
        kind: [n for n in subject.outline.root.walk() if n.role is Role.CONTENTS and n.attrs.get("kind", "toc") == kind]
        for kind in WHAT
    }
    if not headings:
        raise NotApplicable("nothing to be in the contents")
    if subject.format is Format.PDF and not tables["bookmarks"] and len(headings) >= FEWEST:
        yield RULE.fail(subject, "The PDF has no bookmarks.")
    if not tables["toc"] and len(headings) >= FEWEST_ENTRIES:
        yield RULE.fail(subject, "The file has no table of contents.")
    added, spoken = _added(subject.expected.root), told(subject.outline.root)
    for kind, what in WHAT.items():
        for table in tables[kind]:
            items = [
                replace(node, text=spoken.get(fold(node.text), node.text))
                for node in table.walk()
                if node.role is Role.CONTENTS_ITEM
            ]
            entries = below_title([_entry(item) for item in items], added)
            for message, block in differences(headings, entries, added, what):
                yield RULE.fail(subject, message, place=table.place, block=block)
            notes = _notes(subject) if kind == "toc" else ""
            if notes and notes not in map(fold, (item.text for item in items)):
                yield RULE.fail(subject, f"«{notes}» is not in the {what}.", place=table.place)
            yield from _pages(subject, items, headings)


def _added(root: Node) -> frozenset[str]:
    """What may be in the contents besides: the title, and the heading above the notes."""
    return frozenset(
        listed(node)
        for node in root.walk()
        if node.role is Role.TITLE or (node.role is Role.HEADING and node.attrs.get("kind") == "label")
    )


def _notes(subject: Subject) -> str:
    """What the heading above the notes says; empty if there is none. A PDF has its notes on its pages."""
    if subject.expected is None or subject.format is Format.PDF:
        return ""
    beside = pairwise(subject.expected.root.children)
    return next((listed(one) for one, other in beside if one.role is Role.HEADING and other.role is Role.NOTE), "")


def _entry(item: Node) -> Entry:
    target = item.attrs.get("target", "")
    known = target.startswith("#") and not target.startswith("#page ")
    dead = target in ("", "#") and not item.attrs.get("ref")
    return Entry(fold(item.text), max(item.level, 1), start_of(target[1:]) if known else "", dead=dead)


def _pages(subject: Subject, items: list[Node], headings: list[Heading]) -> Iterator[Finding]:
    """The page that an entry names is the one on which its heading stands; its Ref is to that heading."""
    blocks = {heading.text: heading.block for heading in headings}
    there = [node for node in subject.outline.root.walk() if node.role is Role.HEADING]
    for a, b in align([listed(node) for node in there], [fold(item.text) for item in items]):
        if a is None or b is None or listed(there[a]) != fold(items[b].text):
            continue
        text, page, said = fold(items[b].text), there[a].attrs.get("page", ""), items[b].attrs.get("number", "")
        if said and page and page != said:
            message = f"The contents name page {said} for «{short(text, 50)}», which stands on page {page}."
            yield RULE.fail(subject, message, block=blocks.get(text, ""))
        yield from _language(subject, there[a], items[b], blocks.get(text, ""))
        ref = items[b].attrs.get("ref", "")
        if ref and start_of(ref[1:]) not in (start_of(text), start_of(there[a].text)):
            message = f"The entry «{short(text, 50)}» of the contents refers to another heading."
            yield RULE.fail(subject, message, block=blocks.get(text, ""))


def _language(subject: Subject, heading: Node, item: Node, block: str) -> Iterator[Finding]:
    """An entry is in the language of its heading, and runs as that does. Bookmarks of a PDF can say neither."""
    text = short(fold(item.text), 50)
    if item.lang and heading.lang and item.lang.lower() != heading.lang.lower():
        message = f"The entry «{text}» of the contents is marked as {item.lang}; its heading is {heading.lang}."
        yield RULE.fail(subject, message, place=item.place, block=block)
    elif item.lang and item.dir != heading.dir and subject.format is not Format.PDF:
        message = f"The entry «{text}» of the contents runs {item.dir}; its heading runs {heading.dir}."
        yield RULE.fail(subject, message, place=item.place, block=block)


def _toc(*entries: tuple[str, int, str]) -> Node:
    items = (part(Role.CONTENTS_ITEM, text, level=level, target=f"#{target}") for text, level, target in entries)
    return part(Role.CONTENTS, "Contents", *items, kind="toc")


HEADINGS = (part(Role.HEADING, "Bees", level=2), part(Role.HEADING, "Honey", level=3))


NOTED = (
    part(Role.HEADING, "Bees2 in May 2", part(Role.NOTE_CALL, "2"), level=2),
    part(Role.HEADING, "Honey", level=2),
)


SPACED = (part(Role.HEADING, "Bees 1", part(Role.NOTE_CALL, "1"), level=2), part(Role.HEADING, "Honey", level=2))


def _squared(alt: str, entry: str) -> Example:
    """A heading with a formula, and the entry of the contents that is told so."""
    formula = part(Role.FORMULA, "x^2", tex="x^2", alt=alt)
    headings = (part(Role.HEADING, "On x^2", formula, level=2), part(Role.HEADING, "Honey", level=2))
    return pair(headings, [_toc((entry, 1, "On x^2"), ("Honey", 1, "Honey")), *headings], Format.EPUB)


def _file(*entries: tuple[str, int, str]) -> Example:
    return pair(HEADINGS, [_toc(*entries), *HEADINGS], Format.EPUB)


RULE = Rule(
    id="parity-contents",
    title="The table of contents is that of the document",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 2.4.5", "WCAG 2.4.4"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(
        pair(NOTED, [_toc(("Bees in May 2", 1, "Bees2 in May 2"), ("Honey", 1, "Honey")), *NOTED], Format.EPUB),
        pair(SPACED, [_toc(("Bees", 1, "Bees 1"), ("Honey", 1, "Honey")), *SPACED], Format.EPUB),
        _file(("Bees", 1, "Bees"), ("Honey", 2, "Honey")), _file(("Bees", 1, "Bees")),
        _squared("x squared", "On x squared"), _squared("x squared", "On x^2"),
    ),
    bad=(
        _file(("Bees", 1, "Honey"), ("Honey", 2, "Honey")), _squared("x squared", "On x cubed"),
        _file(("Honey", 2, "Honey")),
        _file(("Bees", 1, "Bees"), ("Honey", 1, "Honey")),
        _file(("Wasps", 1, "Bees"), ("Honey", 2, "Honey")),
        _file(("Honey", 2, "Honey"), ("Bees", 1, "Bees")),
        pair(HEADINGS, HEADINGS),
    ),
)
