# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language holds every part of its text, in order.

What it does
: Compares the page that shows a plain text beside its original (or an original with reading aids) with the edition
  that it shows: each title, heading, paragraph, item and cell must stand on it, in the same order. What the page
  adds (the original, the glossary, the summary) may stand between.

Why it matters
: Whoever reads the plain page must get all of the plain text; a part that is lost on the way is lost for them only.

Example
: A list of three items of which the page shows two.

Fix
: Report it with the source: the writer of this page has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import Part, fold, parts_of, short
from pipeline.checks.parity.examples import pair, paragraph
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Outline, Severity
from pipeline.outline.companions import is_plain_page
from pipeline.outline.expected import expected

KINDS = frozenset({"subtitle", "byline", "plain", "draft", "untranslated", "stale", "skip"})


def look(subject: Subject) -> Iterator[Finding]:
    """Parts of the edition that are not found on the page after those before them."""
    wanted = _wanted(subject)
    given = [fold(part.text) for part in parts_of(subject.outline.root)]
    reached = 0
    for part in wanted:
        text = fold(part.text)
        place = next((index for index in range(reached, len(given)) if given[index] == text), None)
        if place is None:
            where = "stands in another place" if text in given else "is missing"
            yield RULE.fail(subject, f"«{short(text, 60)}» {where} on the page.", block=part.block)
        else:
            reached = place + 1


def _wanted(subject: Subject) -> list[Part]:
    outline: Outline | None = subject.expected
    if outline is None and subject.edition is not None and is_plain_page(subject.data):
        outline = expected(subject.edition, Format.HTML)
    elif not subject.file.startswith("example"):
        raise NotApplicable("no page in plain language")
    if outline is None:
        raise NotApplicable("no page in plain language")
    found = [part for part in parts_of(outline.root) if part.node.attrs.get("kind") not in KINDS]
    return [part for part in found if part.text and part.node.attrs.get("kind") != "label"]


RULE = Rule(
    id="parity-plain",
    title="The plain page holds every part of its text",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 1.3.2"),
    looks={Format.HTML: look},
    fix="Report it with the source: the writer of this page has a fault.",
    good=(
        pair([paragraph("A."), paragraph("B.")], [paragraph("A."), paragraph("More."), paragraph("B.")], Format.HTML),
    ),
    bad=(
        pair([paragraph("A."), paragraph("B.")], [paragraph("A.")], Format.HTML),
        pair([paragraph("A."), paragraph("B.")], [paragraph("B."), paragraph("A.")], Format.HTML),
    ),
)
