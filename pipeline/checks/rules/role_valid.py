# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role is one that exists.

What it does
: Finds ``role`` attributes in which no word is a role of WAI-ARIA, DPUB-ARIA or Graphics-ARIA.

Why it matters
: Assistive technology ignores a role that it does not know; what the author meant is lost.

Example
: ``role="footnoote"`` is bad, ``role="doc-footnote"`` is good.

Fix
: Correct the word, or remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import SVG
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Role attributes with something in them."""
    bearing = (e for e in view.elements() if e.get("role", "").split() and view.exposed(e))
    for element in found(bearing):
        if explicit(element) or (str(element.tag).startswith(SVG) and element.get("role", "") in aria.ROLES):
            continue
        yield at(RULE, subject, view, element, f"There is no role «{element.get('role', '').strip()[:60]}».")


RULE = Rule(
    id="role-valid",
    title="A role is one that exists",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 674b10"),
    looks=web(look),
    fix="Correct the role, or remove it.",
    good=(page("<div role='note'>x</div>"), page("<div role='sidenote note'>x</div>")),
    bad=(page("<div role='sidenote'>x</div>"),),
)
