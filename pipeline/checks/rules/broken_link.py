# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link inside the file leads somewhere.

What it does
: Finds links to an id, or to a file of the book, that does not exist.

Why it matters
: The link does nothing, or shows an error.

Example
: ``[see the table](#tabel)`` where the table's name is ``#table``.

Fix
: Correct the name after ``#``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples import page, sourced
from pipeline.checks.examples_pdf import pdf
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, views
from pipeline.checks.web.targets import is_inner, target_of
from pipeline.checks.web.view import View
from pipeline.model import (
    Block,
    BlockKind,
    Finding,
    Format,
    Inline,
    InlineKind,
    Severity,
)

NO_ADDRESS = re.compile(r"(?:mailto:|tel:|sms:|https?:/*)(?:[?#].*)?", re.IGNORECASE)
"""A link that names its kind and nobody and nothing that it leads to."""


def look(subject: Subject) -> Iterator[Finding]:
    """Inner links of all pages, the contents too."""
    any_link = False
    for view in views(subject):
        if subject.edition is not None:  # a page of others may have been saved with its address
            yield from _led_away(subject, view)
        for element in view.page.root.iter("a", "area"):
            href = element.get("href", "").strip()
            if NO_ADDRESS.fullmatch(href):
                any_link = True
                yield at(RULE, subject, view, element, f"The link to {quoted(href, 60)} has no address.")
            if not href or not is_inner(href) or (subject.format is Format.HTML and not href.startswith("#")):
                continue
            any_link = True
            if href not in ("#", "#top") and _nowhere(subject, view, href):
                yield at(RULE, subject, view, element, f"The link to {quoted(href, 60)} leads nowhere.")
    if subject.format is Format.EPUB and subject.edition is not None:
        yield from look_source(subject)
    elif not any_link:
        raise NotApplicable("no links inside the file")


def _led_away(subject: Subject, view: View) -> Iterator[Finding]:
    """A base address (HTML 4.2.3) by which links within the page lead to another one; one finding says it all."""
    base = next((e.get("href", "").strip() for e in view.page.root.iter("base") if e.get("href") is not None), "")
    links = [e for e in view.page.root.iter("a", "area") if is_inner(e.get("href", "").strip())]
    if base and links:
        first = next((e for e in links if subject.block_of(e)), links[0])
        message = f"The base address {quoted(base, 60)} leads the links within the page to another page."
        yield at(RULE, subject, view, first, message)


def look_source(subject: Subject) -> Iterator[Finding]:
    """Links of the source to ids that nothing has: in a PDF or a book there is nothing left of them but words."""
    if subject.edition is None:
        raise NotApplicable("the source is not known")
    known, links = set(subject.blocks) | {""}, []
    for block, piece in subject.inlines():
        known.add(piece.attr.get("id"))
        if piece.kind is InlineKind.LINK and piece.target.startswith("#"):
            links.append((block, piece.target))
    if not links:
        raise NotApplicable("no links inside the file")
    for block, target in dict.fromkeys(links):
        if target[1:] not in known:
            told = f"The link to {quoted(target, 60)} leads nowhere."
            yield RULE.fail(subject, told, block=block, line=subject.line(block))


def _nowhere(subject: Subject, view: View, href: str) -> bool:
    if target_of(subject, view.page, href) is not None:
        return False
    if subject.format is Format.HTML:
        return not any(a.get("name") == href[1:] for a in view.page.root.iter("a"))
    name, _ = subject.epub.resolve(view.page.name, href)
    listed = {part.name for part in subject.epub.spine}
    return name in listed or not subject.epub.has(name)


def _linked(target: str) -> Example:
    """A PDF whose source has one paragraph, ``p-1``, with a link."""
    link = Inline(InlineKind.LINK, children=(Inline(InlineKind.TEXT, "bees"),), target=f"#{target}")
    return sourced(pdf(), Block(BlockKind.PARAGRAPH, "p-1", inlines=(link,)))


BASED = sourced(
    page("<p id='p-1'><a href='#p-1'>x</a></p>", head="<base href='https://bees.example/'>"),
    Block(BlockKind.PARAGRAPH, "p-1"),
)

RULE = Rule(
    id="broken-link",
    title="A link inside the file leads somewhere",
    severity=Severity.ERROR,
    clauses=("EPUB 3.3 RSC-012", "WCAG 2.4.4"),
    looks={Format.HTML: look, Format.EPUB: look, Format.PDF: look_source},
    fix="Correct the name after #.",
    good=(page("<p id='a'><a href='#a'>x</a></p>"), _linked("p-1")),
    bad=(page("<p id='a'><a href='#b'>x</a></p>"), page("<a href='mailto:'>Write to us</a>"), _linked("p-2"), BASED),
)
