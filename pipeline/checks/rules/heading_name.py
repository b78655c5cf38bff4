# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading is not empty.

What it does
: Finds headings without any text.

Why it matters
: Screen readers list headings to move about; an empty one leads nowhere.

Example
: ``<h2></h2>`` is bad.

Fix
: Write the heading, or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless, of_role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with the role of a heading."""
    for element in found(of_role(view, "heading", "doc-subtitle")):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This heading is empty.")


RULE = Rule(
    id="heading-name",
    title="A heading is not empty",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "WCAG 2.4.6", "ACT ffd0e9"),
    looks=web(look),
    fix="Write the heading, or remove its line.",
    good=(page("<h1>Bees</h1>"),),
    bad=(page("<h1>Bees</h1><h2></h2>"), page("<div role='heading' aria-level='2'> </div>")),
)
