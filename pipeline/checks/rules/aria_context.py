# SPDX-License-Identifier: AGPL-3.0-or-later
"""A part stands in the whole that it belongs to.

What it does
: Finds elements whose role needs a certain role around it (``listitem`` in a list, ``cell`` in a row) and that
  stand elsewhere.

Why it matters
: A list item without a list is not counted: "item 2 of 5" is never said.

Example
: ``<div role="listitem">`` by itself is bad; inside ``role="list"`` it is good.

Fix
: Put it in the element it belongs to, or use HTML's own lists and tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.owning import owner
from pipeline.checks.web.roles import explicit, implicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with a role of the author's that needs an owner."""
    bearing = (
        e
        for e in view.elements()
        if explicit(e) in aria.CONTEXT and explicit(e) != implicit(view, e) and view.exposed(e)
    )
    for element in found(bearing):
        role = explicit(element)
        above, kind = owner(view, element)
        if kind == "group" and "group" in aria.CONTEXT[role] and above is not None:
            _, kind = owner(view, above)
        if kind not in aria.CONTEXT[role]:
            wanted = " or ".join(sorted(aria.CONTEXT[role]))
            yield at(RULE, subject, view, element, f"The role {role} needs {wanted} around it.")


RULE = Rule(
    id="aria-context",
    title="A part stands in the whole that it belongs to",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "ACT ff89c9"),
    looks=web(look),
    fix="Put it in the element it belongs to.",
    good=(page("<div role='list'><div role='listitem'>x</div></div>"),),
    bad=(page("<div role='listitem'>x</div>"),),
)
