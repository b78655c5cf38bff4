# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field says what it asks for in words that browsers know.

What it does
: Checks the ``autocomplete`` attribute of form fields against HTML's list.

Why it matters
: Browsers fill in fields, and show symbols, for people who cannot type or remember well.

Example
: ``autocomplete="e-mail"`` is bad, ``autocomplete="work email"`` is good.

Fix
: Use HTML's own words.
"""

# ruff: noqa: SIM905 lists of words are read as words
from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import Rule, Subject
from pipeline.checks.web.look import at, found, web
from pipeline.checks.web.roles import explicit
from pipeline.checks.web.view import View
from pipeline.model import Finding, Severity

CONTACT = frozenset(
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email"
    " impp".split()
)
FIELDS = CONTACT | frozenset(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password"
    " current-password one-time-code organization-title organization street-address address-line1 address-line2"
    " address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code"
    " cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type"
    " transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo".split()
)
NO_FIELD = frozenset({"hidden", "button", "submit", "reset", "image"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Fields with an autocomplete attribute that people can use."""
    for element in found(e for e in view.page.root.iter("input", "select", "textarea") if _applies(view, e)):
        if not _valid(element.get("autocomplete", "").lower().split()):
            value = element.get("autocomplete", "")[:60]
            yield at(RULE, subject, view, element, f"Browsers do not know autocomplete=«{value}».")


def _applies(view: View, element: etree._Element) -> bool:
    tokens = element.get("autocomplete", "").lower().split()
    if not tokens or tokens in (["on"], ["off"]) or element.get("aria-disabled", "").lower() == "true":
        return False
    if element.tag == "input" and element.get("type", "").strip().lower() in NO_FIELD:
        return False
    if view.disabled(element) or not (view.visible(element) or view.exposed(element)):
        return False
    widget = explicit(element) not in ("none", "presentation", "") or view.tabbable(element)
    return widget and not (view.tabindex(element) == -1 and explicit(element) not in ("", "textbox", "combobox"))


def _valid(tokens: list[str]) -> bool:
    if tokens and tokens[-1] == "webauthn":
        tokens = tokens[:-1]
    if tokens and tokens[0].startswith("section-"):
        tokens = tokens[1:]
    if tokens and tokens[0] in ("shipping", "billing"):
        tokens = tokens[1:]
    if len(tokens) == 2 and tokens[0] in ("home", "work", "mobile", "fax", "pager"):
        return tokens[1] in CONTACT
    return len(tokens) == 1 and tokens[0] in FIELDS


RULE = Rule(
    id="autocomplete",
    title="A field says what it asks for in words that browsers know",
    severity=Severity.ERROR,
    clauses=("WCAG 1.3.5", "ACT 73f2c2"),
    looks=web(look),
    fix="Use one of the words that HTML lists for autocomplete.",
    good=(page("<label>Mail <input autocomplete='work email'></label>"),),
    bad=(page("<label>Mail <input autocomplete='e-mail'></label>"), page("<input autocomplete='work photo'>")),
)
