# SPDX-License-Identifier: AGPL-3.0-or-later
"""What names or describes an element is there.

What it does
: Finds ``aria-labelledby``, ``aria-describedby`` and ``aria-details`` that point to no id of the page.

Why it matters
: The name or the long description that they promise is not read.

Example
: ``<section aria-labelledby="intro">`` where no element has the id ``intro``.

Fix
: Correct the id, or remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

NAMES = ("aria-labelledby", "aria-describedby", "aria-details")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """References of elements that assistive technology is given; one id that is there is enough."""
    pairs = [(e, name) for e in view.elements() for name in NAMES if e.get(name, "").strip() and view.exposed(e)]
    found(element for element, _ in pairs)
    for element, name in pairs:
        if not any(identifier in view.page.ids for identifier in element.get(name, "").split()):
            message = f"{name} points to «{element.get(name, '')[:40]}», which is not there."
            yield at(RULE, subject, view, element, message)


RULE = Rule(
    id="aria-reference",
    title="What names or describes an element is there",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "WCAG 4.1.2"),
    looks=web(look),
    fix="Correct the id, or remove the attribute.",
    good=(page("<section aria-labelledby='a'><h2 id='a'>Bees</h2></section>"),),
    bad=(page("<section aria-labelledby='b'><h2 id='a'>Bees</h2></section>"),),
)
