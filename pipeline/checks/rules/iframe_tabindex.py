# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in a frame can be reached.

What it does
: Finds frames with ``tabindex="-1"`` whose own text (``srcdoc``) has something to operate.

Why it matters
: The keyboard does not reach what is in the frame.

Example
: ``<iframe tabindex="-1" srcdoc="<a href='/'>Home</a>">`` is bad.

Fix
: Remove ``tabindex``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import from_html
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import ask_at, at, found, web
from pipeline.checks.web.view import View, view_of
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Frames that the keyboard does not enter."""
    frames = (e for e in view.page.root.iter("iframe") if (view.tabindex(e) or 0) < 0 and view.shown(e))
    for element in found(frames):
        if element.get("srcdoc") is None:
            yield ask_at(RULE, subject, view, element, "Is there something to operate in this frame?")
            continue
        inner = view_of(from_html(element.get("srcdoc", "").encode(), view.page.name))
        if any(inner.tabbable(e) for e in inner.elements()):
            yield at(RULE, subject, view, element, "The keyboard does not reach what is in this frame.")


RULE = Rule(
    id="iframe-tabindex",
    title="What stands in a frame can be reached",
    severity=Severity.ERROR,
    clauses=("WCAG 2.1.1", "ACT akn7bn"),
    looks=web(look),
    fix="Remove tabindex from the frame.",
    good=(page("<iframe tabindex='-1' srcdoc='Hello'></iframe>"),),
    bad=(page("<iframe tabindex='-1' srcdoc='<a href=/>Home</a>'></iframe>"),),
)
