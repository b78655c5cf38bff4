# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading is marked as one, not only set in bold.

What it does
: Finds short paragraphs that are bold from the first to the last letter, stand before other text and do not end like
  a sentence. A line such as «Table 2. Hours» beside a table is its caption and no heading: `table-caption` tells it.

Why it matters
: Only real headings are in the list by which screen readers move about.

Example
: ``**Results**`` on a line of its own is bad, ``## Results`` is good.

Fix
: Make it a heading: ``## Results``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.typed_captions import is_typed_caption
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

LONGEST = 80
ENDS = tuple(".:;!?,…。：；！？،؟")
INSIDE = frozenset({"li", "td", "th", "dt", "dd", "figcaption", "caption", "blockquote", "header", "footer", "nav",
                    "address", "figure", "aside"})  # fmt: skip


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Paragraphs of the flow."""
    for element in found(e for e in view.page.body.iter("p", "div") if _leaf(e) and view.exposed(e)):
        shown = text(element)
        if 1 < len(shown) <= LONGEST and not shown.endswith(ENDS) and _bold(view, element) and _heads(element):
            yield at(RULE, subject, view, element, f"{quoted(shown)} is only bold, and looks like a heading.")


def _leaf(element: etree._Element) -> bool:
    if element.tag == "div" and any(child.tag in ("p", "div", "ul", "ol", "table", "section") for child in element):
        return False
    here = element.getparent()
    while here is not None:
        if here.tag in INSIDE or here.get("role") == "note":
            return False
        here = here.getparent()
    return not element.get("class", "").startswith(("title", "subtitle", "byline"))


def _bold(view: View, element: etree._Element) -> bool:
    """Whether all letters below are bold."""
    for node in elements(element):
        if (node.text or "").strip() and not view.styles.bold(node):
            return False
        parent = node.getparent()
        if node is not element and (node.tail or "").strip() and parent is not None and not view.styles.bold(parent):
            return False
    return True


def _heads(element: etree._Element) -> bool:
    """Whether text follows that it could head, and it is not the caption of a table."""
    if is_typed_caption(element):
        return False
    after = element.getnext()
    while after is not None and not isinstance(after.tag, str):
        after = after.getnext()
    return after is not None and after.tag in ("p", "ul", "ol", "dl", "table", "div", "blockquote", "figure")


RULE = Rule(
    id="heading-bold",
    title="A heading is marked as one, not only set in bold",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1", "Technique H42", "Failure F2"),
    looks=web(look),
    fix="Make it a heading: ## and the text.",
    foreign="Make it a heading element of the level that follows.",
    good=(page("<h2>Results</h2><p>Good.</p>"), page("<p><b>Note.</b> A word.</p><p>x</p>"),
          page("<p><b>Table 2. Hours</b></p><table><tr><th>a</th></tr><tr><td>1</td></tr></table>")),
    bad=(page("<p><strong>Results</strong></p><p>They are good.</p>"),),
)
