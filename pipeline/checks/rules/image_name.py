# SPDX-License-Identifier: AGPL-3.0-or-later
"""An image has a text alternative, or is marked as decoration.

What it does
: Finds images without ``alt`` (or another name) that are not marked as decorative.

Why it matters
: Whoever cannot see the picture gets its file name, or nothing.

Example
: ``<img src="chart.png">`` is bad; ``<img src="chart.png" alt="Requests grew from 22 to 154">`` is good.

Fix
: Write in the square brackets what the picture tells: ``![Requests grew from 22 to 154](chart.png)``. If it only
  decorates, mark it ``![](rule.png){.decorative}``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import SVG
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless, of_role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Images of HTML and elements with the role; SVG has a rule of its own."""
    images = of_role(view, "img", "image", "doc-cover")
    for element in found(e for e in images if not str(e.tag).startswith(SVG)):
        if nameless(view, element):
            source = element.get("src", "")
            shown = f"The image {source[:80]}" if source and not source.startswith("data:") else "This image"
            yield at(RULE, subject, view, element, f"{shown} has no text alternative.")


RULE = Rule(
    id="image-name",
    title="An image has a text alternative, or is marked as decoration",
    severity=Severity.ERROR,
    clauses=("WCAG 1.1.1", "ACT 23a2a8"),
    looks=web(look),
    fix="Write what the picture tells in the square brackets, or mark it as decorative.",
    foreign='Write what the picture tells in its alt attribute; alt="" where it only decorates.',
    good=(page("<img src='c.png' alt='Requests grew'>"), page("<img src='r.png' alt=''>")),
    bad=(page("<img src='c.png'>"), page("<div role='img'></div>")),
)
