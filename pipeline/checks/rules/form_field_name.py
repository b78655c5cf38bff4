# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form field has a label.

What it does
: Finds form fields without an accessible name.

Why it matters
: Nobody who cannot see the page knows what to type, and a click on the text does not reach the field.

Example
: ``<input>`` is bad, ``<label>Name <input></label>`` is good.

Fix
: Put a ``label`` around the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless, of_role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

ROLES = tuple(sorted(aria.FORM_FIELDS - {"menuitemcheckbox", "menuitemradio"}))


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with the role of a field."""
    for element in found(of_role(view, *ROLES)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This form field has no label.")


RULE = Rule(
    id="form-field-name",
    title="A form field has a label",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT e086e5"),
    looks=web(look),
    fix="Put a label around the field.",
    good=(page("<label>Name <input></label>"),),
    bad=(page("<input>"), page("<div role='textbox' tabindex='0'></div>")),
)
