# SPDX-License-Identifier: AGPL-3.0-or-later
"""A note shows the number by which it is called.

What it does
: Follows each call to its note and looks whether the note shows the same number or mark: in its text, in its way back,
  as the label of a list's item, or painted by the styles (``::before``).

Why it matters
: Who comes to the notes by a page, and not by the link, sees texts of which nobody says to which call they belong.

Example
: ``<aside role="doc-footnote" data-label="1">`` without a style that shows the label.

Fix
: Show it: in the note's text, or by ``::before { content: attr(data-label) }``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted
from pipeline.checks.web.notes import is_back, is_call, note_around
from pipeline.checks.web.targets import target_of
from pipeline.checks.web.view import View, view_of
from pipeline.model import Finding, Format, Severity

AROUND = " []().:^\N{NO-BREAK SPACE}\N{WORD JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
"""What stands around a number, in its call and in its note."""
ATTRIBUTE = re.compile(r"attr\(\s*([\w-]+)\s*\)")
NOTHING = ("", "none", "normal", '""', "''")


def look(subject: Subject) -> Iterator[Finding]:
    """Each note that is called, once."""
    labels: dict[etree._Element, str] = {}
    for p in subject.pages:
        for call in (e for e in p.root.iter("a") if is_call(e)):
            target = target_of(subject, p, call.get("href", ""))
            note = note_around(target) if target is not None else None
            label = text(call).strip(AROUND)
            if note is not None and label:
                labels.setdefault(note, label)
    if not labels:
        raise NotApplicable("no notes")
    views = {p.root: view_of(p) for p in subject.pages}
    for note, label in labels.items():
        view = views.get(note.getroottree().getroot())
        if view is not None and view.visible(note) and not _shows(view, note, label):
            message = f"The note {quoted(text(note), 40)} does not show the number of its call, {label}."
            yield at(RULE, subject, view, note, message)


def _shows(view: View, note: etree._Element, label: str) -> bool:
    before = note.getprevious()
    return (
        text(note).lstrip(AROUND).startswith(label)
        or any(label in text(link) for link in note.iter("a") if is_back(link))
        or any(e.tag == "li" for e in (note, *note.iterancestors()))
        or (before is not None and text(before).strip(AROUND) == label)
        or any(_painted(view, e) for e in note.iter() if isinstance(e.tag, str))
    )


def _painted(view: View, element: etree._Element) -> bool:
    """Whether the styles paint something before an element: what an attribute says counts if there is such a one."""
    content = view.styles.own(element, "content", "before")
    if content in NOTHING:
        return False
    named = ATTRIBUTE.fullmatch(content)
    return named is None or bool(element.get(named[1], "").strip())


CALL = "<p>Bees<a id='r1' role='doc-noteref' href='#n1'>1</a></p>"
BACK = "<a role='doc-backlink' href='#r1'>↩</a>"
NOTE = f"<aside id='n1' role='doc-footnote' data-label='1'><p>They dance. {BACK}</p></aside>"
LISTED = "<section role='doc-endnotes'><ol><li id='n1' role='doc-endnote'>They dance.</li></ol></section>"

RULE = Rule(
    id="note-number",
    title="A note shows the number by which it is called",
    severity=Severity.WARNING,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Make the file anew: the number is written by itself.",
    foreign="Show it: in the note's text, or by «::before { content: attr(data-label) }».",
    good=(
        page(CALL + NOTE, head="<style>aside::before { content: attr(data-label) }</style>"),
        page(CALL + NOTE.replace("They", "<sup>1</sup> They")),
        page(CALL + LISTED),
    ),
    bad=(
        page(CALL + NOTE),
        page(CALL + NOTE, head="<style>aside::before { content: attr(data-number) }</style>"),
    ),
)
