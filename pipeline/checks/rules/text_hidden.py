# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of the source is shown.

What it does
: Finds texts of the document that the styles of a page or book hide: not displayed, invisible, moved away, or of no
  size.

Why it matters
: Some readers get the words and others do not.

Example
: ``<span style="font-size: 0">not</span>``

Fix
: Remove the style.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.rule import Example, NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Severity
from pipeline.outline.markup import name
from pipeline.outline.words import NEVER_READ, is_back, is_call

SMALLEST = 1.0


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with words of their own in a block of the source; what attributes hide is parity's."""
    if not subject.blocks:
        raise NotApplicable("the source of this file is not known")
    told: set[str] = set()
    for element in view.page.inside:
        words = " ".join([element.text or "", *(child.tail or "" for child in element)])
        if not any(c.isalnum() for c in words) or name(element) in NEVER_READ:
            continue
        block = _block(subject, element)
        if not block or block in told:
            continue
        if not view.visible(element) or view.styles.font_px(element) < SMALLEST:
            told.add(block)
            yield at(RULE, subject, view, element, f"The styles hide {quoted(words, 40)}.")


def _block(subject: Subject, element: etree._Element) -> str:
    """The block of the source in which an element stands; none for what formats add to it, or attributes hide."""
    here: etree._Element | None = element
    found = ""
    while here is not None:
        if here.get("hidden") is not None or here.get("aria-hidden", "").strip().lower() == "true":
            return ""
        if is_back(here) or is_call(here) or name(here) in ("math", "svg", "details", "nav"):
            return ""
        found = found or (here.get("id", "") if here.get("id", "") in subject.blocks else "")
        here = here.getparent()
    return found


def _shown(html: str) -> Example:
    return sourced(page(html), Block(BlockKind.PARAGRAPH, "p-1"))


RULE = Rule(
    id="text-hidden",
    title="Every text of the source is shown",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks=web(look),
    fix="Remove the style that hides it.",
    good=(_shown("<p id='p-1'>Bees dance.</p>"),),
    bad=(
        _shown("<p id='p-1'>Bees <span style='font-size:0'>never</span> dance.</p>"),
        _shown("<style>.x{visibility:hidden}</style><p id='p-1' class='x'>Bees dance.</p>"),
    ),
)
