# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page has a title.

What it does
: Finds pages without ``title``, or with an empty one.

Why it matters
: The title is what a screen reader says first, and what tabs and bookmarks show.

Example
: ``<title></title>`` is bad.

Fix
: Write ``title:`` in ``document.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The first title element of the page."""
    root = view.page.root
    if root.tag != "html":
        raise NotApplicable("no HTML page")
    title = next(root.iter("title"), None)
    if title is None or not text(title):
        yield at(RULE, subject, view, root, "The page has no title.")


RULE = Rule(
    id="page-title",
    title="A page has a title",
    severity=Severity.ERROR,
    clauses=("WCAG 2.4.2", "ACT 2779a5"),
    looks=web(look),
    fix="Write the title in document.yaml.",
    foreign="Write a title element in the head.",
    good=(page("<p>x</p>"),),
    bad=(page("<p>x</p>", title=""), page("<p>x</p>", title=" ")),
)
