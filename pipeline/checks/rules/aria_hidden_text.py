# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text is not hidden from those who listen.

What it does
: Finds text of the document under ``aria-hidden="true"``: three words or more that nothing else in the page says.

Why it matters
: Who sees reads it, who listens does not.

Example
: ``<p aria-hidden="true">The budget is 20 million.</p>``

Fix
: Remove ``aria-hidden``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.page import elements, text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

MOST = 200
"""How many elements around a hidden text are asked whether they say the same."""


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The outermost hidden elements that are seen."""
    hidden = (e for e in view.page.body.iter("*") if e.get("aria-hidden", "").strip().lower() == "true")
    for element in found(e for e in hidden if _outermost(e) and view.visible(e)):
        words = text(element)
        if len(words.split()) >= 3 and not _said_elsewhere(view, element, words):
            yield at(RULE, subject, view, element, f"Screen readers are not given this text: {quoted(words)}.")


def _outermost(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is None or not any(a.get("aria-hidden") == "true" for a in (parent, *parent.iterancestors()))


def _said_elsewhere(view: View, element: etree._Element, words: str) -> bool:
    """Whether a name, an alternative or a text near says the same."""
    around = element.getparent()
    around = around if around is not None else element
    folded = words.casefold()
    for other in islice(elements(around), MOST):
        if other is not around and view.exposed(other):
            names = (other.get("alt", ""), other.get("aria-label", ""), other.get("title", ""))
            if any(folded == " ".join(n.casefold().split()) for n in names if n):
                return True
            if text(other).casefold() == folded:
                return True
    return False


RULE = Rule(
    id="aria-hidden-text",
    title="Text is not hidden from those who listen",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.1", "WCAG 4.1.2"),
    looks=web(look),
    fix="Remove aria-hidden.",
    good=(
        page("<div><img alt='A red bee flies' src='b.png'><p aria-hidden='true'>A red bee flies</p></div>"),
        page("<p>A bee <span aria-hidden='true'>*</span></p>"),
    ),
    bad=(page("<p aria-hidden='true'>The budget is 20 million.</p>"),),
)
