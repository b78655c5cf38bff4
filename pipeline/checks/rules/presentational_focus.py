# SPDX-License-Identifier: AGPL-3.0-or-later
"""Inside a button or an image nothing else takes the focus.

What it does
: Finds what takes the focus inside an element whose inner parts are not given to assistive technology (button,
  image, checkbox, tab…).

Why it matters
: The focus goes to something that, for a screen reader, is not there.

Example
: ``<button>Go <a href="…">there</a></button>`` is bad.

Fix
: Take the inner link out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import page
from pipeline.checks.page import elements
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web import aria
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.naming import of_role
from pipeline.checks.web.roles import role
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Elements whose children are presentational."""
    for element in found(of_role(view, *sorted(aria.PRESENTATIONAL_CHILDREN))):
        inner = next((e for e in elements(element) if e is not element and view.tabbable(e)), None)
        if inner is not None:
            yield at(RULE, subject, view, inner, f"This takes the focus inside a {role(view, element)}.")


RULE = Rule(
    id="presentational-focus",
    title="Inside a button or an image nothing else takes the focus",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 307n5z"),
    looks=web(look),
    fix="Take the inner link or field out.",
    good=(page("<button>Go <b>there</b></button>"),),
    bad=(page("<span role='button' tabindex='0'>Go <a href='x'>there</a></span>"),),
)
