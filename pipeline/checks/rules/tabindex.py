# SPDX-License-Identifier: AGPL-3.0-or-later
"""The focus goes in the order of the text.

What it does
: Finds ``tabindex`` above 0.

Why it matters
: The keyboard jumps there first, out of the order of the text.

Example
: ``<a tabindex="5" href="…">`` is bad.

Fix
: Remove ``tabindex``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with tabindex."""
    for element in found(e for e in view.elements() if e.get("tabindex") is not None):
        if (view.tabindex(element) or 0) > 0:
            message = f"tabindex {view.tabindex(element)} takes the focus out of the order."
            yield at(RULE, subject, view, element, message)


RULE = Rule(
    id="tabindex",
    title="The focus goes in the order of the text",
    severity=Severity.WARNING,
    clauses=("Failure F44",),
    looks=web(look),
    fix="Remove tabindex.",
    good=(page("<p tabindex='-1'>x</p>"),),
    bad=(page("<a tabindex='5' href='x'>x</a>"),),
)
