# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a PDF stand in the order in which its text is read.

What it does
: Follows the tags of a PDF whose source is known and tells a page that is reached before one that stands before it.

Why it matters
: Whoever turns pages reads another order than whoever listens, and the numbers in the contents are wrong.

Example
: The text of page 5 is read before that of page 4.

Fix
: Put the pages into their order, or make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.checks.examples import sourced
from pipeline.checks.examples_pdf import pdf, tags
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import Tag, tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity

ASIDE = frozenset({"Note", "FENote"})


def look(subject: Subject) -> Iterator[Finding]:
    """Each page where the tags reach it first."""
    if subject.edition is None:
        raise NotApplicable("the source of this file is not known")
    numbers = {page.obj.objgen: number for number, page in enumerate(subject.pdf.pages, 1)}
    reached = 0
    seen: set[int] = set()
    for tag in _text(tree_of(subject).top):
        for where, _ in tag.content:
            number = numbers.get(where, 0)
            if not number or number in seen:
                continue
            seen.add(number)
            if number < reached:
                yield at(RULE, subject, tag, f"Page {number} is read after page {reached}.")
            reached = max(reached, number)


def _text(top: Sequence[Tag]) -> Iterator[Tag]:
    """The tags in their order, without notes, which a page may leave to the next one."""
    stack = list(reversed(top))
    while stack:
        tag = stack.pop()
        if tag.type not in ASIDE:
            yield tag
            stack.extend(reversed(tag.kids))


def _exchanged(made: Any) -> None:
    second = made.add_blank_page(page_size=(200, 200))
    second.obj.Contents, second.obj.Resources = made.pages[0].obj.Contents, made.pages[0].obj.Resources
    for tag in tags(made, "H1"):
        tag.Pg = second.obj


RULE = Rule(
    id="pdf-page-order",
    title="The pages of a PDF stand in the order in which its text is read",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.2"),
    looks={Format.PDF: look},
    fix="Put the pages into their order, or make the PDF anew from its source.",
    good=(sourced(pdf()),),
    bad=(sourced(pdf(change=_exchanged)),),
)
