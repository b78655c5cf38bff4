# SPDX-License-Identifier: AGPL-3.0-or-later
"""An ARIA attribute is not one that this role forbids.

What it does
: Finds names (``aria-label``, ``aria-labelledby``) on roles that cannot have one, such as a paragraph; and
  ``aria-disabled``, ``aria-errormessage``, ``aria-haspopup``, ``aria-invalid`` on roles for which WAI-ARIA 1.2 no
  longer allows them.

Why it matters
: Assistive technology may ignore them: what they say is lost.

Example
: ``<p aria-label="Note">`` and ``<article aria-invalid="true">`` are bad.

Fix
: Remove the attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

NAMES = frozenset({"aria-label", "aria-labelledby", "aria-braillelabel", "aria-roledescription",
                   "aria-brailleroledescription"})  # fmt: skip


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Names and the four attributes, where they stand."""
    wanted = (*sorted(NAMES), *sorted(aria.DEPRECATED_GLOBAL))
    pairs = [
        (element, name)
        for element in view.elements()
        if element.attrib
        for name in wanted
        if element.get(name, "").strip() and view.exposed(element)
    ]
    found(element for element, _ in pairs)
    for element, name in pairs:
        kind = role(view, element)
        if name in NAMES:
            if kind in aria.NAME_PROHIBITED:
                yield at(RULE, subject, view, element, f"{name} has no effect: the role {kind} cannot have a name.")
        elif name not in aria.SUPPORTED.get(kind, frozenset()):
            yield at(RULE, subject, view, element, f"{name} is no longer allowed on the role {kind or 'none'}.")


RULE = Rule(
    id="aria-prohibited",
    title="An ARIA attribute is not one that this role forbids",
    severity=Severity.WARNING,
    clauses=("WAI-ARIA 1.2 5.2.8.6", "ACT kb1m8s"),
    looks=web(look),
    fix="Remove the attribute.",
    good=(page("<button aria-disabled='true'>x</button>"),),
    bad=(page("<article aria-invalid='true'>x</article>"), page("<p aria-label='Note'>x</p>")),
)
