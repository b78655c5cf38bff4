# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list holds items and nothing else.

What it does
: Finds lists with other children than items, and items outside of lists.

Why it matters
: Items that are not in a list are not counted, and what stands between items breaks the list in two.

Example
: ``<ul><p>x</p></ul>``; ``<li>`` by itself.

Fix
: Indent what belongs to an item under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

IN_LIST = frozenset({"li", "script", "template"})
IN_DEFINITIONS = frozenset({"dt", "dd", "div", "script", "template"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Lists of all kinds and their items."""
    lists = (e for e in view.page.body.iter("ul", "ol", "dl", "li", "dt", "dd") if not explicit(e) and view.exposed(e))
    for element in found(lists):
        parent = element.getparent()
        if element.tag in ("ul", "ol", "dl"):
            allowed = IN_DEFINITIONS if element.tag == "dl" else IN_LIST
            wrong = next((c for c in element if isinstance(c.tag, str) and c.tag not in allowed), None)
            if wrong is not None:
                yield at(RULE, subject, view, wrong, f"Between the items of a list stands a {wrong.tag}.")
        elif parent is not None:
            inside = ("ul", "ol", "menu") if element.tag == "li" else ("dl", "div")
            if parent.tag not in inside and explicit(parent) not in ("list", "directory"):
                yield at(RULE, subject, view, element, "An item stands outside of any list.")


RULE = Rule(
    id="list-markup",
    title="A list holds items and nothing else",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1",),
    looks=web(look),
    fix="Indent what belongs to an item under it.",
    good=(page("<ul><li>a</li></ul><dl><dt>a</dt><dd>b</dd></dl>"),),
    bad=(page("<ul><p>a</p></ul>"), page("<div><li>a</li></div>")),
)
