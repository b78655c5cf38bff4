# SPDX-License-Identifier: AGPL-3.0-or-later
"""The focus goes in the order of the text.

What it does
: Finds ``tabindex`` above 0; and where the source is known, links that a negative one takes from the keyboard.

Why it matters
: The keyboard jumps there first, out of the order of the text, or does not come there at all.

Example
: ``<a tabindex="5" href="…">`` is bad.

Fix
: Remove ``tabindex``.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page, sourced
from pipeline.checks.page import text
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Block, BlockKind, Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements with tabindex."""
    for element in found(e for e in view.elements() if e.get("tabindex") is not None):
        if (view.tabindex(element) or 0) > 0:
            message = f"tabindex {view.tabindex(element)} takes the focus out of the order."
            yield at(RULE, subject, view, element, message)
        elif subject.blocks and _taken_out(view, element):
            yield at(RULE, subject, view, element, f"The keyboard does not reach the link {quoted(text(element), 40)}.")


def _taken_out(view: View, element: etree._Element) -> bool:
    """Whether a link is out of the order of the keyboard. In pages of others a script may lead to it."""
    return element.tag == "a" and view.focusable(element) and not view.tabbable(element) and bool(element.get("href"))


TAKEN = "<p id='p-1'>See <a tabindex='-1' href='bees.html'>the bees</a>.</p>"

RULE = Rule(
    id="tabindex",
    title="The focus goes in the order of the text",
    severity=Severity.WARNING,
    clauses=("Failure F44",),
    looks=web(look),
    fix="Remove tabindex.",
    good=(page("<p tabindex='-1'>x</p>"), page(TAKEN)),
    bad=(
        page("<a tabindex='5' href='x'>x</a>"),
        sourced(page(TAKEN), Block(BlockKind.PARAGRAPH, "p-1")),
    ),
)
