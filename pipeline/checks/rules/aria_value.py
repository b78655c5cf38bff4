# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ARIA attribute has a value that it can have.

What it does
: Checks the values of ``aria-…`` attributes against their type: true or false, a number, one of a few words, an
  id that is in the page (where the role requires the property).

Why it matters
: A value that does not exist counts as none.

Example
: ``aria-checked="yes"`` is bad, ``aria-checked="true"`` is good.

Fix
: Use one of the values that WAI-ARIA lists for the attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Attributes that exist and have a value."""
    pairs = [
        (element, str(name), str(value))
        for element in view.elements()
        for name, value in element.attrib.items()
        if str(name) in aria.ATTRIBUTES and str(value).strip()
    ]
    found(element for element, _, _ in pairs)
    for element, name, value in pairs:
        if not _valid(view, element, name, value):
            yield at(RULE, subject, view, element, f"{name} cannot have the value «{value.strip()[:60]}».")


def _valid(view: View, element: etree._Element, name: str, value: str) -> bool:
    kind = aria.ATTRIBUTES[name]
    if kind == "string":
        return True
    if kind == "integer":
        return re.fullmatch(r"\s*[+-]?\d+\s*", value) is not None
    if kind == "number":
        return re.fullmatch(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*", value) is not None
    if kind in ("idref", "idrefs"):
        collapsed = role(view, element) == "combobox" and element.get("aria-expanded", "").strip().lower() == "false"
        if name not in aria.REQUIRED.get(role(view, element), ()) or collapsed:
            return True  # a list that is not open need not be there
        return any(identifier in view.page.ids for identifier in value.split())
    if kind.startswith("tokens:"):
        return set(value.split()) <= set(kind.removeprefix("tokens:").split())
    return value.strip().lower() in kind.split()


RULE = Rule(
    id="aria-value",
    title="An ARIA attribute has a value that it can have",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "WCAG 4.1.2", "ACT 6a7281"),
    looks=web(look),
    fix="Use one of the values that WAI-ARIA lists for the attribute.",
    good=(
        page("<div role='checkbox' aria-checked='mixed' aria-label='x'></div>"),
        page("<div role='combobox' aria-expanded='false' aria-controls='list' aria-label='x'></div>"),
    ),
    bad=(page("<div role='checkbox' aria-checked='yes' aria-label='x'></div>"), page("<p aria-live='loud'>x</p>")),
)
