# SPDX-License-Identifier: AGPL-3.0-or-later
"""What unfolds says what it holds.

What it does
: Finds a ``summary`` (the handle of ``details``) without a name.

Why it matters
: A screen reader offers something to unfold and does not say what.

Example
: ``<details><summary></summary>…`` is bad, ``<summary>Opening hours</summary>`` is good.

Fix
: Write in ``summary`` what unfolds.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import nameless
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """The handle of each details element."""
    for element in found(e for e in view.page.root.iter("summary") if _handle(view, e)):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "What unfolds here does not say what it holds.")


def _handle(view: View, element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is None or parent.tag != "details" or parent.find("summary") is not element:
        return False
    if explicit(element) and not (explicit(element) in ("none", "presentation") and view.focusable(element)):
        return False
    holds = any(child is not element for child in parent) or bool((element.tail or "").strip())
    return holds and view.exposed(element)


RULE = Rule(
    id="summary-name",
    title="What unfolds says what it holds",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 2t702h"),
    looks=web(look),
    fix="Write in summary what unfolds.",
    good=(page("<details><summary>Hours</summary><p>9 to 5</p></details>"),),
    bad=(page("<details><summary></summary><p>9 to 5</p></details>"),),
)
