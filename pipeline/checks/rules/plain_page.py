# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language holds the whole plain text, each part with its original.

What it does
: On the page of an edition in plain language, reads the parts in their order and compares them with the plain text
  block by block; looks for the original beside each part, and for a link to the text that prevails.

Why it matters
: A plain text explains an original and does not replace it (WCAG 3.1.5). A reader who doubts a sentence must find
  what it stands for, and nothing of the plain text may get lost on the way to the page.

Example
: A part without ``<details class="original">``, or a part whose last sentence is missing, is bad.

Fix
: Publish the page again; if it happens again, report it: the page is made by program.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.document import text_of, walk
from pipeline.model import (
    Block,
    BlockKind,
    Document,
    Edition,
    Finding,
    Format,
    Inline,
    InlineKind,
    Meta,
    Register,
    Severity,
)

CALLS = frozenset({"doc-noteref", "doc-backlink"})


def look(subject: Subject) -> Iterator[Finding]:
    """What the parts of the page hold, against the plain edition."""
    edition = subject.edition
    root = subject.html
    parts = _of_class(root, "plain-text")
    if edition is None or edition.register is not Register.PLAIN:
        raise NotApplicable
    shown = _bare(" ".join(_text(part) for part in parts))
    at = 0
    for block in walk(edition.document.blocks):
        wanted = _bare(text_of(block.inlines)) if block.kind is not BlockKind.NOTE else ""
        place = shown.find(wanted, at)
        if place < 0 and not _in_a_note(block, edition):
            yield RULE.fail(
                subject, f"The page does not show “{text_of(block.inlines)[:60]}” in its place.", block=block.id
            )
        elif place >= 0:
            at = place + len(wanted)
    for number, part in enumerate(parts, 1):
        beside = [one for one in _siblings(part) if "original" in _classes(one)]
        if not any(_text(body).strip() for one in beside for body in _of_class(one, "original-text")):
            yield RULE.fail(subject, f"Part {number} has no original beside it.", place=f"part {number}")
    if not any(_links(box) for box in _of_class(root, "first")):
        yield RULE.fail(subject, "No link leads to the text that prevails.")


def _in_a_note(block: Block, edition: Edition) -> bool:
    """Whether a block is the text of a note: notes stand at the end of the page, outside of the parts."""
    notes = (one for one in walk(edition.document.blocks) if one.kind is BlockKind.NOTE)
    return any(inner.id == block.id for note in notes for inner in walk((note,)))


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in root.iter() if name in _classes(one)]


def _siblings(part: etree._Element) -> list[etree._Element]:
    parent = part.getparent()
    return [] if parent is None else list(parent)


def _links(box: etree._Element) -> list[etree._Element]:
    return [one for one in box.iter() if one.tag == "a" and one.get("href")]


def _text(part: etree._Element) -> str:
    """The text of an element without the numbers of note calls; a formula's is its TeX."""
    if not isinstance(part.tag, str) or part.get("role") in CALLS:
        return ""
    if part.tag.endswith("}math"):
        return part.get("data-tex") or part.get("alttext") or "".join(map(str, part.itertext()))
    return (part.text or "") + "".join(_text(child) + (child.tail or "") for child in part)


def _bare(text: str) -> str:
    return "".join(text.split())


def _example(*, text: str = "Bees dance.", original: str = "Bees perform dances.", link: bool = True) -> Example:
    """A page of one part, and the edition that it should hold."""
    heading = Block(BlockKind.HEADING, "bees", inlines=(Inline(InlineKind.TEXT, "Bees"),), level=1)
    block = Block(BlockKind.PARAGRAPH, "p-1", inlines=(Inline(InlineKind.TEXT, "Bees dance."),))
    made = Document("bees", Meta("Bees"), heading, (block,), "Bees dance.", "0", Path(), Path("plain.md"))
    edition = Edition(made, "en", "ltr", Register.PLAIN, original_lang="en")
    way = '<a href="bees.html">Read the original text</a>' if link else ""
    body = f'<div class="original-text"><p>{original}</p></div>'
    beside = f'<details class="original"><summary>Original text</summary>{body}</details>' if original else ""
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>Bees</title></head><body><main><div class="first"><p>{way}</p>'
        f'</div><div class="pair"><div class="plain-text"><p>{text}</p></div>{beside}</div></main></body></html>'
    )
    return Example(Format.HTML, page.encode(), edition=edition)


RULE = Rule(
    id="plain-page",
    title="The page in plain language holds the whole plain text, each part with its original",
    severity=Severity.ERROR,
    clauses=("WCAG 3.1.5",),
    looks={Format.HTML: look},
    fix="Publish the page again.",
    good=(_example(),),
    bad=(_example(text="Bees."), _example(original=""), _example(link=False)),
)
