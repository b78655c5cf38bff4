# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ARIA attribute is one that exists.

What it does
: Finds ``aria-…`` attributes that WAI-ARIA does not define.

Why it matters
: A misspelt attribute says nothing to assistive technology.

Example
: ``aria-labeledby`` is bad, ``aria-labelledby`` is good.

Fix
: Correct the name of the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """All attributes whose name begins with aria-."""
    pairs = [(e, str(n)) for e in view.elements() for n in e.attrib if str(n).startswith("aria-")]
    found(e for e, _ in pairs)
    for element, name in pairs:
        if name not in aria.ATTRIBUTES:
            yield at(RULE, subject, view, element, f"There is no attribute {name[:60]}.")


RULE = Rule(
    id="aria-known",
    title="An ARIA attribute is one that exists",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "WCAG 4.1.2", "ACT 5f99a7"),
    looks=web(look),
    fix="Correct the name of the attribute.",
    good=(page("<p aria-label='x' role='note'>x</p>"),),
    bad=(page("<p aria-labeledby='x'>x</p>"),),
)
