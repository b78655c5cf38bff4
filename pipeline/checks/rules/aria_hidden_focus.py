# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is hidden from screen readers does not take the focus.

What it does
: Finds elements under ``aria-hidden="true"`` that the keyboard reaches.

Why it matters
: The focus goes somewhere about which a screen reader says nothing.

Example
: ``<p aria-hidden="true"><a href="…">More</a></p>`` is bad.

Fix
: Remove ``aria-hidden``, or take the link out of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import elements
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with aria-hidden, and all below them."""
    for element in found(e for e in view.elements() if e.get("aria-hidden", "").lower() == "true"):
        for inner in elements(element):
            if view.tabbable(inner) and not (inner.tag == "summary" and inner is not element):
                yield at(RULE, subject, view, inner, "This takes the focus but is hidden from screen readers.")
                break


RULE = Rule(
    id="aria-hidden-focus",
    title="What is hidden from screen readers does not take the focus",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 6cfa84"),
    looks=web(look),
    fix="Remove aria-hidden, or take the link out of it.",
    good=(page("<p aria-hidden='true'>x</p>"), page("<p aria-hidden='true'><a href='x' tabindex='-1'>x</a></p>")),
    bad=(page("<p aria-hidden='true'><a href='x'>x</a></p>"),),
)
