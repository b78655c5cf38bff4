# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a note there is a way back.

What it does
: Finds notes without a link that leads back to their call. A note that is called several times, and has as many ways
  back, leads to each of its calls.

Why it matters
: Who reads by ear or by keyboard has jumped far; without a way back the place in the text is lost.

Example
: ``<aside role="doc-footnote">`` without a link in it.

Fix
: Make the file anew; pariter writes the way back by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements, text
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted
from pipeline.checks.web.notes import is_call, note_around
from pipeline.checks.web.targets import target_of
from pipeline.checks.web.view import view_of
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Notes to which a call leads."""
    notes = {}
    calls: dict[etree._Element, list[etree._Element]] = defaultdict(list)
    for p in subject.pages:
        for call in p.root.iter("a"):
            target = target_of(subject, p, call.get("href", "")) if is_call(call) else None
            note = note_around(target) if target is not None else None
            if note is not None:
                calls[note].append(call)
                notes[note] = next(q for q in (*subject.pages, p) if q.root is note.getroottree().getroot())
    if not notes:
        raise NotApplicable("no notes")
    for note, owner in notes.items():
        back = [target_of(subject, owner, e.get("href", "")) for e in elements(note) if e.tag == "a"]
        ways = [e for e in back if e is not None and note_around(e) is not note and _near_call(e)]
        if not ways:
            message = f"From the note {quoted(text(note), 40)} no link leads back."
            yield at(RULE, subject, view_of(owner), note, message)
        elif len(ways) == len(calls[note]) > 1 and (left := _left(calls[note], ways)):
            message = f"From the note {quoted(text(note), 40)} two links lead back to one place, none to call {left}."
            yield at(RULE, subject, view_of(owner), note, message)


def _left(calls: Sequence[etree._Element], ways: Sequence[etree._Element]) -> int:
    """The number of the first call to which none of as many ways back leads; 0 if there is none."""
    places = [{call, *call.iter(), *([] if (up := call.getparent()) is None else [up])} for call in calls]
    return next((number for number, place in enumerate(places, 1) if place.isdisjoint(ways)), 0)


def _near_call(element: object) -> bool:
    if not isinstance(element, etree._Element):
        return False
    parent = element.getparent()
    around = element if parent is None else parent
    return is_call(element) or any(is_call(e) for e in around.iter("a"))


CALL = "<p>Bees<a id='r1' role='doc-noteref' href='#n1'>1</a></p>"



def _twice(second: str) -> Example:
    """A note that is called twice, with the place to which its second way back leads."""
    back = f"<a role='doc-backlink' href='#r1'>1</a> <a role='doc-backlink' href='#{second}'>2</a>"
    again = CALL.replace("r1", "r2")
    return page(f"{CALL}{again}<aside id='n1' role='doc-footnote'>x {back}</aside>")


RULE = Rule(
    id="note-backlink",
    title="From a note there is a way back",
    severity=Severity.WARNING,
    clauses=("Technique EPUB-NOTES-002", "EPUB A11Y 1.1 3.3.2"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Make the file anew: the way back is written by itself.",
    foreign='Add a link at the end of the note that leads to its call, with role="doc-backlink".',
    good=(
        page(CALL + "<aside id='n1' role='doc-footnote'><a role='doc-backlink' href='#r1'>Back</a> x</aside>"),
        _twice("r2"),
    ),
    bad=(page(CALL + "<aside id='n1' role='doc-footnote'>x</aside>"), _twice("r1")),
)
