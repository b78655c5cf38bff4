# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture that is a button says what it does.

What it does
: Finds ``<input type="image">`` without a name.

Why it matters
: A screen reader says only "button".

Example
: ``<input type="image" src="go.png">`` is bad, with ``alt="Search"`` it is good.

Fix
: Write in ``alt`` what the button does.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Image buttons."""
    buttons = (e for e in view.page.root.iter("input") if e.get("type", "").lower() == "image" and view.exposed(e))
    for element in found(buttons):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This picture is a button and does not say what it does.")


RULE = Rule(
    id="image-button-name",
    title="A picture that is a button says what it does",
    severity=Severity.ERROR,
    clauses=("WCAG 1.1.1", "WCAG 4.1.2", "ACT 59796f"),
    looks=web(look),
    fix="Write in alt what the button does.",
    good=(page("<input type='image' src='go.png' alt='Search'>"),),
    bad=(page("<input type='image' src='go.png'>"),),
)
