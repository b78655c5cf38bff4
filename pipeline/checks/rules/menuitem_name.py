# SPDX-License-Identifier: AGPL-3.0-or-later
"""An entry of a menu has a name.

What it does
: Finds elements with the role ``menuitem`` (or its kinds) without a name.

Why it matters
: A screen reader says only "menu item".

Example
: ``<li role="menuitem"></li>`` is bad, ``<li role="menuitem">Save</li>`` is good.

Fix
: Write what the entry does.
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
    """Menu items of all kinds."""
    for element in found(of_role(view, "menuitem", "menuitemcheckbox", "menuitemradio")):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This entry of a menu has no name.")


RULE = Rule(
    id="menuitem-name",
    title="An entry of a menu has a name",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT m6b1q3", "ACT e086e5"),
    looks=web(look),
    fix="Write what the entry does.",
    good=(page("<ul role='menu'><li role='menuitem'>Save</li></ul>"),),
    bad=(page("<ul role='menu'><li role='menuitem'></li></ul>"),),
)
