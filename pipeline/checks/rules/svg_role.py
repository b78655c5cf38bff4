# SPDX-License-Identifier: AGPL-3.0-or-later
"""A drawing in the page says that it is an image, or that it only decorates.

What it does
: Finds SVG drawings in the page without a name and without a role, that are not hidden from assistive technology
  and stand in nothing that has a name.

Why it matters
: Screen readers skip such a drawing, or read its loose parts.

Example
: ``<svg><circle r="9"/></svg>`` is bad; ``<svg role="img"><title>A circle</title>…`` is good.

Fix
: Give the drawing ``role="img"`` and a ``title``, or ``aria-hidden="true"`` if it only decorates.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import SVG, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.names import name
from pipeline.checks.web.naming import nameless
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

NAMED_AS_ONE = frozenset({"a", "button", "figure", "summary", "label"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Whole drawings without a role of the author's."""
    for element in found(e for e in view.page.root.iter(f"{SVG}svg") if _loose(view, e)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This drawing has no role and no name.")


def _loose(view: View, element: etree._Element) -> bool:
    if explicit(element) or not view.exposed(element) or text(element) or len(element) == 0:
        return False
    parent = element.getparent()
    while parent is not None:
        if str(parent.tag).startswith(SVG) or explicit(parent) in ("img", "image"):
            return False
        if parent.tag in NAMED_AS_ONE and name(view, parent):
            return False
        parent = parent.getparent()
    return True


RULE = Rule(
    id="svg-role",
    title="A drawing in the page says that it is an image, or that it only decorates",
    severity=Severity.WARNING,
    clauses=("SVG-AAM 1.0 5.1.1", "Technique ARIA24"),
    looks=web(look),
    fix="Give the drawing role=img and a title, or hide it if it only decorates.",
    good=(
        page("<svg role='img'><title>A circle</title><circle r='9'/></svg>"),
        page("<svg aria-hidden='true'><circle r='9'/></svg>"),
        page("<a href='x' aria-label='Home'><svg><circle r='9'/></svg></a>"),
    ),
    bad=(page("<svg><circle r='9'/></svg>"),),
)
