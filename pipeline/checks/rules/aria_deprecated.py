# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ARIA attribute is not one that this role has given up.

What it does
: Finds ``aria-disabled``, ``aria-errormessage``, ``aria-haspopup`` and ``aria-invalid`` on roles for which
  WAI-ARIA 1.2 no longer allows them.

Why it matters
: Newer assistive technology may ignore them.

Example
: ``<article aria-invalid="true">`` is bad.

Fix
: Remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The four attributes, where they stand."""
    pairs = [
        (element, name)
        for element in view.elements()
        for name in sorted(aria.DEPRECATED_GLOBAL)
        if element.get(name) is not None and view.exposed(element)
    ]
    found(element for element, _ in pairs)
    for element, name in pairs:
        kind = role(view, element)
        if name not in aria.SUPPORTED.get(kind, frozenset()):
            yield at(RULE, subject, view, element, f"{name} is no longer allowed on the role {kind or 'none'}.")


RULE = Rule(
    id="aria-deprecated",
    title="An ARIA attribute is not one that this role has given up",
    severity=Severity.WARNING,
    clauses=("ACT kb1m8s",),
    looks=web(look),
    fix="Remove the attribute.",
    good=(page("<button aria-disabled='true'>x</button>"),),
    bad=(page("<article aria-invalid='true'>x</article>"),),
)
