# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list that goes on counts on.

What it does
: Finds numbered lists that begin at 1 right after another numbered list of the same kind, parted by nothing but a page
  break or an empty paragraph.

Why it matters
: A page break cut the list; items 3 to 8 became 1 to 6, and "item 5" leads to the wrong one.

Example
: ``<ol><li>…</ol><ol><li>…</ol>``

Fix
: Join the two lists; leave no text at the margin between the items.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Numbered lists."""
    for element in found(e for e in view.page.body.iter("ol") if view.exposed(e)):
        before = _before(element)
        if before is None or element.get("type", "1") != before.get("type", "1"):
            continue
        if element.get("start", "1").strip() == "1" and element.get("reversed") is None and not _valued(element):
            yield at(RULE, subject, view, element, "The numbering starts again at 1, right after another list.")


def _before(element: etree._Element) -> etree._Element | None:
    """The list that ends right before, with nothing to read between."""
    previous = element.getprevious()
    while previous is not None and not (previous.tail or "").strip():
        if previous.tag == "ol":
            return previous
        held = next(previous.iter("img", "table", "hr"), None)
        if isinstance(previous.tag, str) and (text(previous) or held is not None):
            return None
        previous = previous.getprevious()
    return None


def _valued(element: etree._Element) -> bool:
    first = next((child for child in element if child.tag == "li"), None)
    return first is not None and first.get("value", "1") != "1"


RULE = Rule(
    id="list-restart",
    title="A list that goes on counts on",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "Technique H48"),
    looks=web(look),
    fix="Join the two lists; leave no text at the margin between the items.",
    good=(
        page("<ol><li>a</li></ol><p>Then:</p><ol><li>b</li></ol>"),
        page("<ol><li>a</li></ol><p></p><ol start='2'><li>b</li></ol>"),
    ),
    bad=(page("<ol><li>a</li></ol><p><span role='doc-pagebreak' aria-label='2'></span></p><ol><li>b</li></ol>"),),
)
