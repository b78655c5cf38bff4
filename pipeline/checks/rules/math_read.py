# SPDX-License-Identifier: AGPL-3.0-or-later
"""The TeX of a formula can be read.

What it does
: Finds formulas that stand in the page as the TeX that was typed, since it could not be read as mathematics.

Why it matters
: People hear and see backslashes and the names of commands where a formula should be.

Example
: ``$x \\notequiv y$``: there is no such command.

Fix
: Correct the formula: a command may be misspelt, or belong to a package. docs/dialect.md says what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import MATHML, elements, local
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, quoted, web
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

COMMAND = re.compile(r"\\[A-Za-z]+")


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Formulas whose texts have commands of TeX in them."""
    for formula in found(e for e in view.page.root.iter(f"{MATHML}math", "math") if view.exposed(e)):
        texts = [each.text or "" for each in elements(formula) if local(each) == "mtext"]
        typed = next((text for text in texts if COMMAND.search(text)), "")
        if typed:
            message = f"The formula {quoted(typed, 60)} cannot be read: it stands as it was typed."
            yield at(RULE, subject, view, formula, message)


RULE = Rule(
    id="math-read",
    title="The TeX of a formula can be read",
    severity=Severity.WARNING,
    clauses=("WCAG 1.3.1",),
    looks=web(look),
    fix="Correct the formula: a command of it is misspelt, or is none that is known here.",
    good=(page("<math alttext='x or y'><mi>x</mi><mtext> or </mtext><mi>y</mi></math>"),),
    bad=(page("<math alttext='\\\\foo'><mtext>\\\\foo</mtext></math>"),),
)
