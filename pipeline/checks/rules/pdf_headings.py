# SPDX-License-Identifier: AGPL-3.0-or-later
"""The headings of a PDF go down one level at a time.

What it does
: Finds levels that are skipped, files that mix numbered (H1, H2) and unnumbered (H) headings, and more than one
  unnumbered heading in one section.

Why it matters
: Readers move from level to level.

Example
: H1, then H3.

Fix
: Give the heading the level that follows the one before it: after ``##`` comes ``###``. The message says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.pdf.types import HEADING
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.checks.rules.heading_order import level_fix
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """All headings in their order."""
    tags = tree_of(subject).tags
    numbered = [tag for tag in tags if HEADING.fullmatch(tag.type)]
    plain = [tag for tag in tags if tag.type == "H"]
    if not numbered and not plain:
        raise NotApplicable("no headings")
    before = 0
    for tag in numbered:
        level = int(tag.type[1:])
        if level > before + 1 and not (claims_two(subject) and not before):
            after = f"comes after level {before}" if before else "is the first"
            fix = level_fix(subject, before + 1)
            yield replace(at(RULE, subject, tag, f"A heading of level {level} {after}."), fix=fix)
        before = level
    if plain and numbered:
        yield at(RULE, subject, plain[0], "The PDF mixes headings with and without a level.")
    if plain and claims_two(subject):
        yield at(RULE, subject, plain[0], "PDF/UA-2 has no headings without a level.")
    for tag in tags:
        if sum(kid.type == "H" for kid in tag.kids) > 1:
            yield at(RULE, subject, tag, "There are two headings without a level in one section.")


RULE = Rule(
    id="pdf-headings",
    title="The headings of a PDF go down one level at a time",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.4", "PDF/UA-2 8.2.5.12", "WCAG 1.3.1", "Matterhorn 14-002", "Matterhorn 14-003",
             "Matterhorn 14-006", "Matterhorn 14-007"),
    looks={Format.PDF: look},
    fix="Give the heading the level that follows the one before it: after ## comes ###.",
    foreign="Give the heading the level that follows the one before it: H3 after H2.",
    good=(pdf(("Document", ("H1", 0), ("H2", 1), ("H1", 2))),),
    bad=(pdf(("Document", ("H1", 0), ("H3", 1))), pdf(("Document", ("H1", 0), ("H", 1)))),
)
