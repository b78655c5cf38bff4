# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings go down one level at a time.

What it does
: Finds headings that skip a level downwards (a level 2 followed by a level 4).

Why it matters
: Readers move from level to level; a gap makes them look for a chapter that does not exist.

Example
: ``## Tables`` followed by ``#### Offices``.

Fix
: Give the heading the level that follows the one before it: after ``##`` comes ``###``. The message says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.checks.examples import page
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.web.look import at, quoted
from pipeline.checks.web.names import name
from pipeline.checks.web.naming import of_role
from pipeline.checks.web.view import view_of
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All headings of all pages, as one sequence."""
    headings = [(view_of(page), e) for page in subject.pages for e in of_role(view_of(page), "heading")]
    if not headings:
        raise NotApplicable("no headings")
    before = 0
    for view, element in headings:
        level = level_of(element)
        if before and level > before + 1:
            shown = quoted(name(view, element), 40)
            message = f"{shown} has level {level}, the heading before it level {before}."
            yield replace(at(RULE, subject, view, element, message), fix=level_fix(subject, before + 1))
        before = level


def level_fix(subject: Subject, level: int) -> str:
    """What to write, in the source or in the file, where a heading should be of ``level``."""
    element = "H" if subject.format is Format.PDF else "h"
    written = f"{'#' * level} before its words" if subject.blocks else f"{element}{level}"
    return f"The level that follows is {level}: write {written}. What stands under it goes up with it."


def level_of(element: etree._Element) -> int:
    """The level of a heading."""
    said = element.get("aria-level", "").strip()
    if said.isdigit() and 0 < int(said) < 100:
        return int(said)
    tag = str(element.tag)
    return int(tag[1]) if len(tag) == 2 and tag[1].isdigit() else 2


RULE = Rule(
    id="heading-order",
    title="Headings go down one level at a time",
    severity=Severity.WARNING,
    clauses=("Technique G141", "Matterhorn 14-003"),
    looks={Format.HTML: look, Format.EPUB: look},
    fix="Give the heading the level that follows the one before it: after ## comes ###.",
    foreign="Give the heading the level that follows the one before it: after h2 comes h3.",
    good=(page("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>"),),
    bad=(page("<h1>a</h1><h3>b</h3>"),),
)
