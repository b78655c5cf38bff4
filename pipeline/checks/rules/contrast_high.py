# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stands out strongly from what is behind it.

What it does
: Notes text whose contrast is below 7 to 1 (4.5 to 1 for large text): WCAG's level AAA.

Why it matters
: People with low vision read it with less effort.

Example
: ``p { color: #666 }`` on white has 5.7 to 1.

Fix
: Choose a darker colour for the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.reading import readings
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Every text whose contrast can be computed; one finding for each ratio."""
    told: set[str] = set()
    any_text = False
    for reading in readings(view):
        any_text = True
        least = 4.5 if reading.large else 7.0
        ratio = f"{reading.ratio:.1f}"
        if 0 < reading.ratio < least - 0.005 and ratio not in told:
            told.add(ratio)
            message = f"{quoted(reading.text, 40)} has a contrast of {ratio} to 1."
            yield at(RULE, subject, view, reading.element, message)
    if not any_text:
        raise NotApplicable("no text")


RULE = Rule(
    id="contrast-high",
    title="Text stands out strongly from what is behind it",
    severity=Severity.NOTE,
    clauses=("WCAG 1.4.6", "ACT 09o5cg"),
    looks=web(look),
    fix="Choose a darker colour for the text.",
    good=(page("<p>x</p>", head="<style>p { color: #333 }</style>"),),
    bad=(page("<p>x</p>", head="<style>p { color: #666 }</style>"),),
)
