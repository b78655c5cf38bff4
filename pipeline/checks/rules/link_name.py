# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link has a text.

What it does
: Finds links without an accessible name.

Why it matters
: A screen reader says "link" and perhaps spells an address. Nobody knows where it leads.

Example
: ``<a href="report.pdf"></a>`` is bad, ``<a href="report.pdf">Report</a>`` is good.

Fix
: Write where the link leads, between the square brackets: ``[The report](report.pdf)``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless, of_role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

ROLES = ("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with the role of a link."""
    for element in found(of_role(view, *ROLES)):
        if nameless(view, element):
            target = element.get("href", "") or "its target"
            yield at(RULE, subject, view, element, f"The link to {target} has no text.")


RULE = Rule(
    id="link-name",
    title="A link has a text",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "WCAG 2.4.4", "ACT c487ae"),
    looks=web(look),
    fix="Write where the link leads between the square brackets.",
    foreign="Write where the link leads as its text; of a picture in it, as its alt attribute.",
    good=(page("<a href='r.pdf'>Report</a>"), page("<a href='r.pdf'><img src='r.png' alt='Report'></a>")),
    bad=(page("<a href='r.pdf'></a>"), page("<a href='r.pdf'><img src='r.png' alt=''></a>")),
)
