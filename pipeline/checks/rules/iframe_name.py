# SPDX-License-Identifier: AGPL-3.0-or-later
"""A frame has a name.

What it does
: Finds frames (``iframe``) in the order of the focus without a name.

Why it matters
: A screen reader says "frame" and not what is in it.

Example
: ``<iframe src="map.html"></iframe>`` is bad, with ``title="Map of the offices"`` it is good.

Fix
: Give the frame a ``title``.
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
    """Frames that the keyboard reaches."""
    for element in found(e for e in view.page.root.iter("iframe") if view.exposed(e) and view.tabbable(e)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This frame has no name.")


RULE = Rule(
    id="iframe-name",
    title="A frame has a name",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT cae760"),
    looks=web(look),
    fix="Give the frame a title.",
    good=(page("<iframe src='m.html' title='Map'></iframe>"),),
    bad=(page("<iframe src='m.html'></iframe>"),),
)
