# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is marked as decoration stays out of the way.

What it does
: Finds elements marked as decorative (``alt=""``, ``role="none"``) that assistive technology is given all the same,
  because they can take the focus or have ARIA attributes.

Why it matters
: Two marks that contradict each other: readers meet an image without a name.

Example
: ``<img alt="" aria-label="Chart">`` is bad.

Fix
: Decide: remove the mark of decoration, or the attributes that name it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit, role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements that the author marked as decorative."""
    for element in found(e for e in view.elements() if _marked(e) and view.exposed(e)):
        if role(view, element) not in ("none", ""):
            yield at(RULE, subject, view, element, "This is marked as decoration and yet is given to screen readers.")


def _marked(element: etree._Element) -> bool:
    first = next(iter(element.get("role", "").lower().split()), "")
    if first in ("none", "presentation"):
        return explicit(element) in ("none", "presentation")
    return element.tag == "img" and element.get("alt") == "" and not explicit(element)


RULE = Rule(
    id="decorative-exposed",
    title="What is marked as decoration stays out of the way",
    severity=Severity.ERROR,
    clauses=("WCAG 1.1.1", "ACT 46ca7f"),
    looks=web(look),
    fix="Remove the mark of decoration, or the attributes that name it.",
    good=(page("<img alt='' src='r.png'>"),),
    bad=(page("<img alt='' aria-label='Chart' src='r.png'>"),),
)
