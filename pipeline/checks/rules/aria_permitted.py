# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ARIA attribute fits the role.

What it does
: Finds ``aria-…`` attributes on elements whose role does not know them.

Why it matters
: Assistive technology ignores them, or says what is not so.

Example
: ``<button aria-sort="none">`` is bad: a button is no column.

Fix
: Remove the attribute, or use an element whose role has it.
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
    """Attributes that exist, on elements that assistive technology is given."""
    pairs = [
        (element, str(name))
        for element in view.elements()
        for name in element.attrib
        if str(name) in aria.ATTRIBUTES and view.exposed(element)
    ]
    found(element for element, _ in pairs)
    for element, name in pairs:
        kind = role(view, element)
        if name not in aria.GLOBAL and name not in aria.SUPPORTED.get(kind, frozenset()):
            if not kind and element.tag in ("td", "th", "tr", "li", "summary"):
                continue
            if not kind and element.tag == "input" and name in aria.SUPPORTED["textbox"]:
                continue  # fields without a role (a password) take what a text field takes (ARIA in HTML)
            shown = f"the role {kind}" if kind else "an element without a role"
            yield at(RULE, subject, view, element, f"{name} has no effect on {shown}.")


RULE = Rule(
    id="aria-permitted",
    title="An ARIA attribute fits the role",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 5c01ea"),
    looks=web(look),
    fix="Remove the attribute, or use an element whose role has it.",
    good=(page("<div role='button' aria-pressed='false' tabindex='0'>x</div>"),),
    bad=(
        page("<div role='button' aria-sort='none' tabindex='0'>x</div>"),
        page("<label>x<input type='password' aria-checked='true'></label>"),
    ),
)
