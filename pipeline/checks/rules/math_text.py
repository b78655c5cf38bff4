# SPDX-License-Identifier: AGPL-3.0-or-later
"""A formula can be read aloud.

What it does
: Finds MathML formulas without ``alttext`` (or another name).

Why it matters
: Where MathML is not understood, the alternative text is all there is.

Example
: ``<math><mi>x</mi></math>`` is bad, with ``alttext="x"`` it is good.

Fix
: Make the file anew; pariter writes the text from the formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline import speech
from pipeline.checks.examples import page
from pipeline.checks.page import MATHML, language
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Formulas that assistive technology is given."""
    for element in found(e for e in view.page.root.iter(f"{MATHML}math", "math") if view.exposed(e)):
        if not any(element.get(key, "").strip() for key in ("alttext", "aria-label", "aria-labelledby")):
            yield at(RULE, subject, view, element, "This formula has no text alternative.")
        elif subject.blocks and (told := _contradiction(element)):
            yield at(RULE, subject, view, element, told)


def _contradiction(element: etree._Element) -> str:
    """Where we know the source, the text was made from the formula: both must say the same."""
    said = " ".join(element.get("alttext", "").split())
    own = speech.words(element, language(element))
    if said and own and said != own and said != " ".join(element.get("data-tex", "").split()):
        return f"The formula reads «{own[:60]}» and its text says «{said[:60]}»."
    return "" if own or not said or any(text.strip() for text in element.itertext()) else "This formula is empty."


RULE = Rule(
    id="math-text",
    title="A formula can be read aloud",
    severity=Severity.WARNING,
    clauses=("WCAG 1.1.1", "EPUB A11Y 1.1 3.3.2"),
    looks=web(look),
    fix="Make the file anew: the text is written from the formula.",
    foreign="Write the formula in words in the alttext attribute of the math element.",
    good=(page("<math alttext='x'><mi>x</mi></math>"),),
    bad=(page("<math><mi>x</mi></math>"),),
)
