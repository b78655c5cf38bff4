# SPDX-License-Identifier: AGPL-3.0-or-later
"""A drawing that is an image has a name.

What it does
: Finds SVG drawings and parts of them that have the role of an image and no name. (Drawings without a role:
  see svg-role.)

Why it matters
: Screen readers skip a drawing without a name, or read its loose letters.

Example
: ``<svg role="img"><circle r="9"/></svg>`` is bad; ``<svg role="img"><title>A circle</title>…`` is good.

Fix
: Give the drawing ``role="img"`` and a ``title``, or hide it by ``aria-hidden="true"`` if it only decorates.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import SVG
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

IMAGES = ("img", "image", "graphics-document", "graphics-object", "graphics-symbol")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Explicit images in SVG."""
    for element in found(e for e in view.elements() if str(e.tag).startswith(SVG) and _counts(view, e)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This drawing has no name.")


def _counts(view: View, element: etree._Element) -> bool:
    if not view.exposed(element):
        return False
    return explicit(element) in IMAGES


RULE = Rule(
    id="svg-name",
    title="A drawing that is an image has a name",
    severity=Severity.ERROR,
    clauses=("WCAG 1.1.1", "ACT 7d6734"),
    looks=web(look),
    fix="Give the drawing role=img and a title, or hide it if it only decorates.",
    good=(
        page("<svg role='img'><title>A circle</title><circle r='9'/></svg>"),
        page("<svg aria-hidden='true'><circle r='9'/></svg>"),
    ),
    bad=(page("<svg role='img'><circle r='9'/></svg>"), page("<svg><circle role='graphics-symbol' r='9'/></svg>")),
)
