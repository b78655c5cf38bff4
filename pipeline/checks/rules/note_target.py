# SPDX-License-Identifier: AGPL-3.0-or-later
"""A call of a note leads to its note.

What it does
: Finds calls of notes that lead to nothing, to something that is no note, or to a note that says it belongs to another
  call.

Why it matters
: Readers get the wrong note, or none; the text of the right one is lost to them.

Example
: The call 2 leads to note 1, or to itself.

Fix
: Check the note's name in brackets: ``[^2]`` and ``[^2]:``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements, text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at
from pipeline.checks.web.notes import is_call, note_around
from pipeline.checks.web.targets import target_of
from pipeline.checks.web.view import view_of
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All calls of notes of all pages."""
    calls = [(view_of(p), e) for p in subject.pages for e in p.root.iter("a") if is_call(e)]
    if not calls:
        raise NotApplicable("no notes")
    for view, call in calls:
        label = text(call)
        target = target_of(subject, view.page, call.get("href", ""))
        if target is None:
            yield at(RULE, subject, view, call, f"The call of note {label} leads to nothing.")
            continue
        note = note_around(target)
        if note is None:
            yield at(RULE, subject, view, call, f"The call of note {label} leads to something that is no note.")
        elif _belongs_to_another(subject, note, call):
            yield at(RULE, subject, view, call, f"The call of note {label} leads to the note of another call.")


def _belongs_to_another(subject: Subject, note: etree._Element, call: etree._Element) -> bool:
    """Whether the note leads back to calls, but to none with this text."""
    owner = next((p for p in subject.pages if p.root is note.getroottree().getroot()), None)
    if owner is None:
        return False
    back = [target_of(subject, owner, e.get("href", "")) for e in elements(note) if e.tag == "a"]
    called = [e for e in back if e is not None and is_call_or_around(e)]
    return bool(called) and all(e is not call and text(e) != text(call) for e in called)


def is_call_or_around(element: etree._Element) -> bool:
    """Whether an element is a call of a note, or only holds one (as its raised number)."""
    return is_call(element) or any(is_call(e) for e in element.iter("a"))


NOTE = "<aside id='n1' role='doc-footnote'><p>A bee. <a role='doc-backlink' href='#r1'>Back</a></p></aside>"
CALL = "<p>Bees<a id='r1' role='doc-noteref' href='#n1'>1</a></p>"

RULE = Rule(
    id="note-target",
    title="A call of a note leads to its note",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "WCAG 2.4.4", "EPUB A11Y 1.1 3.3.2"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Check the note's name in brackets: [^2] and [^2]:",
    foreign="Let the call lead to the id of its note.",
    good=(page(CALL + NOTE),),
    bad=(
        page(CALL.replace("#n1", "#r1") + NOTE),
        page(CALL + "<p>x<a id='r2' role='doc-noteref' href='#n1'>2</a>" + NOTE),
    ),
)
