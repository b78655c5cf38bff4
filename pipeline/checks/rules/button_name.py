# SPDX-License-Identifier: AGPL-3.0-or-later
"""A button says what it does.

What it does
: Finds buttons without an accessible name (from their text, ``aria-label``, ``aria-labelledby``, ``value``).

Why it matters
: A screen reader says only "button". Nobody knows what it does, and speech input cannot address it.

Example
: ``<button></button>`` is bad, ``<button>Search</button>`` is good.

Fix
: Write what the button does, as its text.
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
    """Buttons, but image buttons: those have a rule of their own."""
    buttons = of_role(view, "button")
    for element in found(e for e in buttons if not (e.tag == "input" and e.get("type", "").lower() == "image")):
        if nameless(view, element):
            yield at(RULE, subject, view, element, "This button has no name.")


RULE = Rule(
    id="button-name",
    title="A button says what it does",
    severity=Severity.ERROR,
    clauses=("WCAG 4.1.2", "ACT 97a4e1"),
    looks=web(look),
    fix="Write what the button does, as its text.",
    good=(page("<button>Search</button>"), page("<button aria-label='Search'><img alt='' src='s.png'></button>")),
    bad=(page("<button></button>"), page("<span role='button'> </span>")),
)
