# SPDX-License-Identifier: AGPL-3.0-or-later
"""An id stands once.

What it does
: Finds ids that two elements of one page have.

Why it matters
: Links, labels and notes lead to the first; the second cannot be reached.

Example
: Two headings with ``id="annex"``.

Fix
: Give one of them another id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """All ids of the page."""
    bearing = [e for e in view.elements() if e.get("id", "").strip()]
    if not bearing:
        raise NotApplicable("no ids")
    times = Counter(e.get("id") for e in bearing)
    for element in bearing:
        if times[element.get("id")] > 1 and view.page.ids.get(element.get("id", "")) is not element:
            yield at(RULE, subject, view, element, f"The id «{element.get('id')}» stands twice.")


RULE = Rule(
    id="duplicate-id",
    title="An id stands once",
    severity=Severity.WARNING,
    clauses=("ACT 3ea0c8",),
    looks=web(look),
    fix="Give one of them another id.",
    good=(page("<p id='a'>x</p><p id='b'>x</p>"),),
    bad=(page("<p id='a'>x</p><p id='a'>x</p>"),),
)
