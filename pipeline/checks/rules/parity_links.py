# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links and notes lead where they lead in the source.

What it does
: Compares each link's text and target, and each note's call, number and text.

Why it matters
: A note that cannot be reached, or a link with another target, is content that some readers do not get.

Example
: The call «2» leads to the text of note 1.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from pipeline.checks.parity.compare import Comparison, Part, compare, fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.phrases import phrases
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

RESERVED = "%/#[]=:;$&()+,!?*@'~"
NAMES = {Role.LINK: "the link", Role.NOTE_CALL: "the call of note"}


def look(subject: Subject) -> Iterator[Finding]:
    """Links and calls of every part that stands on both sides."""
    found = compare(subject)
    for wanted, given in found.both():
        for phrase in phrases(wanted.node, given.node, _key):
            if _says_another(phrase, given.node, found):
                continue
            what = f"{NAMES[phrase.role]} «{short(phrase.text, 40)}»"
            target = phrase.attrs.get("target", "")
            message = f"In «{short(wanted.text, 40)}» {what} to «{short(target, 60)}» is missing or leads elsewhere."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)
        for phrase in phrases(given.node, wanted.node, _link_text) if not wanted.node.attrs.get("kind") else ():
            words, target = short(phrase.text, 40), short(fold(phrase.attrs.get("target", "")), 60)
            message = f"In «{short(wanted.text, 40)}» the words «{words}» are a link to «{target}» here."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)
    yield from _note_numbers(subject)
    yield from _ways_back(subject)
    yield from _names_of_ways_back(subject)


def _says_another(phrase: Node, given: Node, found: Comparison) -> bool:
    """Whether a link leads to where it should, and the text there is another: that is told where it stands. In: the
    link of the source, and the part of the file in which it should be."""
    place = _target(phrase)
    if not place.startswith("#"):
        return False
    alike = [one for one in given.walk() if one.role is phrase.role and fold(one.text) == fold(phrase.text)]
    led = [_target(one) for one in alike if _target(one).startswith("#")]
    there, here = (set(map(_start, parts)) for parts in (found.expected, found.actual))
    return len(alike) == len(led) == 1 and place not in here and led[0] not in there and led[0] in here


def _start(part: Part) -> str:
    return "#" + "".join(part.text.split())[:24]


def _key(node: Node) -> str:
    if node.role is Role.LINK:
        return f"link:{fold(node.text)}:{_target(node)}"
    if node.role is Role.NOTE_CALL:
        return f"call:{fold(node.text)}:{_target(node)}"
    return ""


def _link_text(node: Node) -> str:
    """The words of a link. Ways back are added by each format; a link of a picture has no words."""
    return fold(node.text) if node.role is Role.LINK and node.attrs.get("kind") != "back" else ""


def _target(node: Node) -> str:
    """Where it leads; a text within the file counts by its first words, since formats cut it differently."""
    target = fold(node.attrs.get("target", ""))
    if target.startswith("#"):
        return "#" + "".join(target[1:].split())[:24]
    return quote(target, safe=RESERVED)  # «…/تقرير» and «…/%D8%AA…» are one address (RFC 3987, 3.1)


def _note_numbers(subject: Subject) -> Iterator[Finding]:
    notes = list(_all(subject.expected.root if subject.expected else Node(Role.DOCUMENT)))
    wanted, given = [_label(node) for node in notes], [_label(node) for node in _all(subject.outline.root)]
    if wanted != given:
        there, here = ", ".join(wanted) or "none", ", ".join(given) or "none"
        first = next((n for n, label in enumerate(wanted) if n >= len(given) or given[n] != label), len(wanted) - 1)
        label = given[first] if _is_moved(wanted, given, first) else ""
        moved = next((node for node in notes if label and _label(node) == label), notes[first] if notes else None)
        block = moved.attrs.get("block", "") if moved is not None else ""
        yield RULE.fail(subject, f"The notes of the source are {there}; here they are {here}.", block=block)


def _is_moved(wanted: list[str], given: list[str], first: int) -> bool:
    """Whether the note that stands at a place is one that came too early: without it both orders are one."""
    if first >= len(given) or given[first] not in wanted:
        return False
    return [w for w in wanted if w != given[first]] == [g for g in given if g != given[first]]


def _ways_back(subject: Subject) -> Iterator[Finding]:
    """The way back from a note leads to a call of that note."""
    blocks = {
        _label(node): node.attrs.get("block", "")
        for node in _all(subject.expected.root if subject.expected else Node(Role.DOCUMENT))
    }
    for note in _all(subject.outline.root):
        for link in note.walk():
            target = link.attrs.get("target", "").removeprefix("#").strip(".")
            if link.attrs.get("kind") == "back" and target and target != _label(note) and _label(note) in blocks:
                message = f"The way back from note {_label(note)} leads to «{short(target, 40)}»."
                yield RULE.fail(subject, message, place=note.place, block=blocks[_label(note)])
    if subject.format is not Format.PDF and subject.ours:
        yield from _each_call(subject, blocks)


def _each_call(subject: Subject, blocks: dict[str, str]) -> Iterator[Finding]:
    """A note that is called several times has as many ways back: one alone leads all to the first call."""
    nodes = (node for node in subject.outline.root.walk() if node.role is Role.NOTE_CALL)
    calls = Counter(fold(node.text) for node in nodes)
    for note in _all(subject.outline.root):
        label = _label(note)
        ways = sum(link.attrs.get("kind") == "back" for link in note.walk() if link.role is Role.LINK)
        if 0 < ways < calls[label] and label in blocks:
            message = f"Note {label} is called {calls[label]} times and has {ways} way back."
            yield RULE.fail(subject, message, place=note.place, block=blocks[label], severity=Severity.WARNING)


def _names_of_ways_back(subject: Subject) -> Iterator[Finding]:
    """A way back whose name has a number names its own note."""
    for note in _all(subject.outline.root):
        label = _label(note)
        for link in note.walk():
            name = link.attrs.get("name") or link.attrs.get("contents") or ""
            numbers = [int(number) for number in re.findall(r"\d+", name)]
            if link.attrs.get("kind") == "back" and label.isdecimal() and numbers and int(label) not in numbers:
                message = f"The way back from note {label} is called «{short(name, 40)}»."
                yield RULE.fail(subject, message, place=note.place, block=_block_of_note(subject, label))


def _block_of_note(subject: Subject, label: str) -> str:
    notes = _all(subject.expected.root) if subject.expected else ()
    return next((note.attrs.get("block", "") for note in notes if _label(note) == label), "")


def _all(root: Node) -> Iterator[Node]:
    return (node for node in root.walk() if node.role is Role.NOTE)


def _label(note: Node) -> str:
    return note.attrs.get("label", "").strip(".")


def _linked(target: str) -> Node:
    return paragraph("see here", part(Role.LINK, "here", target=target))


def _note(name: str) -> Node:
    return part(Role.NOTE, "", paragraph("x", part(Role.LINK, "", kind="back", name=name)), label="1")


RULE = Rule(
    id="parity-links",
    title="Links and notes lead where they lead in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 2.4.4"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(
        pair([_linked("https://example.org/a")], [_linked("https://example.org/a")]),
        pair([_linked("#On bees"), paragraph("On bees")], [_linked("#On wasps"), paragraph("On wasps")]),
        pair([_linked("https://example.org/é?q=“x”")], [_linked("https://example.org/%C3%A9?q=%E2%80%9Cx%E2%80%9D")]),
    ),
    bad=(
        pair([_linked("https://example.org/a")], [_linked("https://example.org/b")]),
        pair([_linked("https://example.org/a")], [paragraph("see here")]),
        pair([_linked("#On bees"), paragraph("On bees"), paragraph("x")],
             [_linked("#x"), paragraph("On bees"), paragraph("x")]),
        pair([paragraph("see here")], [_linked("https://example.org/a")]),
        pair([part(Role.NOTE, "", paragraph("x"), label="1")], [_note("Back to note 2")]),
        pair([part(Role.NOTE, "", paragraph("x"), label="1")], [paragraph("x")]),
    ),
)
