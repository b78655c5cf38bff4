# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role comes with the states that it needs.

What it does
: Finds elements with a role that lack a state or property which the role requires (``aria-checked`` of a
  checkbox, ``aria-level`` of a heading).

Why it matters
: A screen reader says "checkbox", but not whether it is checked.

Example
: ``<div role="checkbox">`` is bad, with ``aria-checked="false"`` it is good.

Fix
: Add the attribute, or use HTML's own element, which has it built in.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit, implicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with a role of the author's that is not HTML's own."""
    bearing = (e for e in view.elements() if explicit(e) and explicit(e) != implicit(view, e) and view.exposed(e))
    for element in found(bearing):
        for name in _missing(view, element, explicit(element)):
            yield at(RULE, subject, view, element, f"The role {explicit(element)} needs {name}.")


def _missing(view: View, element: etree._Element, role: str) -> Iterator[str]:
    if role == "separator":
        if view.focusable(element) and not element.get("aria-valuenow", "").strip():
            yield "aria-valuenow"
        return
    native = implicit(view, element)
    kind = element.get("type", "").lower()
    for name in aria.REQUIRED.get(role, ()):
        if element.get(name, "").strip():
            continue
        collapsed = element.get("aria-expanded", "").strip().lower() != "true"
        if name == "aria-controls" and role == "combobox" and collapsed:
            continue
        if name == "aria-checked" and element.tag == "input" and kind in ("checkbox", "radio"):
            continue
        if name == "aria-level" and native == "heading":
            continue
        if name == "aria-valuenow" and native in ("slider", "spinbutton", "meter"):
            continue
        if name in ("aria-expanded", "aria-controls") and element.tag == "select":
            continue
        yield name


RULE = Rule(
    id="aria-required",
    title="A role comes with the states that it needs",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 4e8ab6"),
    looks=web(look),
    fix="Add the attribute, or use HTML's own element.",
    good=(page("<div role='heading' aria-level='2'>x</div>"),),
    bad=(page("<div role='checkbox' aria-label='x'></div>"),),
)
