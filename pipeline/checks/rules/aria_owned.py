# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole has the parts that it is made of.

What it does
: Finds elements whose role needs certain parts (a list its items, a table its rows) and that hold others.

Why it matters
: "List with no items", or items that are not counted.

Example
: ``<ul role="menu"><li>…`` is bad: a menu needs menu items.

Fix
: Give the parts their role, or use HTML's own elements.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.owning import owned
from pipeline.checks.web.roles import explicit, implicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with a role of the author's that needs parts; those that are busy may wait for them."""
    bearing = (
        e
        for e in view.elements()
        if explicit(e) in aria.OWNED and explicit(e) != implicit(view, e) and view.exposed(e)
        and e.get("aria-busy", "").lower() != "true"
    )  # fmt: skip
    for element in found(bearing):
        role = explicit(element)
        allowed = frozenset().union(*aria.OWNED[role])
        parts = [kind for _, kind in owned(view, element)]
        wrong = [kind for kind in parts if kind not in allowed]
        if wrong:
            yield at(RULE, subject, view, element, f"The role {role} cannot hold {wrong[0]}.")
        elif not parts and text(element):
            yield at(RULE, subject, view, element, f"The role {role} holds none of its parts, only text.")


RULE = Rule(
    id="aria-owned",
    title="A whole has the parts that it is made of",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "ACT bc4a75"),
    looks=web(look),
    fix="Give the parts their role, or use HTML's own elements.",
    good=(page("<div role='list'><div role='listitem'>x</div></div>"),),
    bad=(page("<ul role='menu'><li role='note'>x</li></ul>"),),
)
