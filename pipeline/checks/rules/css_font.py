# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers choose the size of the text.

What it does
: In books, finds font sizes in absolute units (px, pt) on the body text, or with ``!important``; everywhere, text
  smaller than 9 px and line heights fixed below 1.2 with ``!important``.

Why it matters
: Reading systems enlarge relative sizes; what is fixed stays small.

Example
: ``body { font-size: 9px !important }`` is bad, ``body { font-size: 1em }`` is good.

Fix
: Use em, rem or %, without ``!important``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples import BODY, book
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import web
from pipeline.checks.web.sheets import Declaration, length
from pipeline.checks.web.view import View
from pipeline.model import Finding, Format, Severity

ABSOLUTE = ("px", "pt", "pc", "cm", "mm", "in")
RUNNING = frozenset({"html", "body", "p", "li", "td", "th", "dd", "dt", "blockquote", "*", ":root", "div", "main"})


def look(subject: Subject, view: View) -> Iterator[Finding]:
    """Declarations of sizes that hold on a screen."""
    declared = [(sheet, d) for sheet, d in view.styles.declared if d.name in ("font-size", "line-height", "font")]
    if not declared:
        raise NotApplicable("no style sets the size of text")
    told: set[tuple[str, str]] = set()
    for sheet, declaration in declared:
        message = _fault(subject, declaration)
        if message and (declaration.selector, message) not in told:
            told.add((declaration.selector, message))
            place = f"{sheet} {declaration.selector}"
            yield RULE.fail(subject, message, place=place)


def _fault(subject: Subject, declaration: Declaration) -> str:
    value = next((part for part in declaration.value.split() if part[:1].isdigit() or part[:1] == "."), "")
    value = value.partition("/")[0]
    absolute = value.endswith(ABSOLUTE)
    if declaration.name == "line-height":
        tight = declaration.important and value.replace(".", "", 1).isdigit() and float(value) < 1.2
        return f"The line height is fixed to {value} and cannot be changed." if tight else ""
    if absolute and 0 < length(value, 16, 16) < 9:
        return f"The text is only {value} high."
    if subject.format is not Format.EPUB or not absolute:
        return ""
    selectors = {part.strip().split()[-1] for part in declaration.selector.split(",") if part.strip()}
    if declaration.important or selectors & RUNNING:
        return f"The size of the text is fixed to {value}."
    return ""


RULE = Rule(
    id="css-font",
    title="Readers choose the size of the text",
    severity=Severity.WARNING,
    clauses=("WCAG 1.4.4", "WCAG 1.4.12", "Technique C14"),
    looks=web(look),
    fix="Use em, rem or %, without !important.",
    good=(book(BODY, head="<style>body { font-size: 1em }</style>"),),
    bad=(book(BODY, head="<style>body { font-size: 9px !important }</style>"),),
)
