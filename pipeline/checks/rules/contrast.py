# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stands out from what is behind it.

What it does
: Computes the contrast of every text from the style sheets (in the light and, if there is one, the dark scheme): 4.5 to
  1 is the least, 3 to 1 for large text. Text on pictures and gradients needs a person.

Why it matters
: Pale text cannot be read by many people, and by nobody in the sun.

Example
: ``p { color: #aaa }`` on white has 2.3 to 1.

Fix
: Choose a darker colour for the text or a lighter one behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import ask_at, at, quoted, web
from pipeline.checks.web.reading import least_contrast, readings
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Every text; unknown backgrounds are asked about once."""
    any_text, asked = False, False
    for reading in readings(view):
        any_text = True
        least = least_contrast(reading.large)
        if not reading.ratio and not asked:
            asked = True
            yield ask_at(RULE, subject, view, reading.element, "Is the text on this picture or gradient easy to read?")
        elif 0 < reading.ratio < least - 0.005:
            scheme = " in the dark scheme" if reading.scheme == "dark" else ""
            shown = f"{quoted(reading.text, 40)} has a contrast of {reading.ratio:.1f} to 1{scheme}"
            yield at(RULE, subject, view, reading.element, f"{shown}; it needs {least:g} to 1.")
    if not any_text:
        raise NotApplicable("no text")


RULE = Rule(
    id="contrast",
    title="Text stands out from what is behind it",
    severity=Severity.ERROR,
    clauses=("WCAG 1.4.3", "ACT afw4f7"),
    looks=web(look),
    fix="Choose a darker colour for the text or a lighter one behind it.",
    good=(page("<p>x</p>", head="<style>p { color: #555 }</style>"),),
    bad=(
        page("<p>x</p>", head="<style>p { color: #aaa }</style>"),
        page("<p>x</p>", head="<style>@media (prefers-color-scheme: dark) {body {background: #000}}</style>"),
    ),
    question="Is the text on pictures and gradients easy to read?",
)
