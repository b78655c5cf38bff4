# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything on a page is tagged, or marked as decoration.

What it does
: Finds what is painted outside of any tag and any artifact, and decoration inside of tags or tags inside of decoration.

Why it matters
: What stands in no tag is not there for a screen reader, or is read at a wrong place.

Example
: A running head that is neither tagged nor an artifact.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.tree import Tree, tree_of
from pipeline.checks.rule import NotLooked, Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.outline.pdf_content import Paint
from pipeline.outline.pdf_marks import Mark

KINDS = {"text": "A text", "path": "A drawing", "image": "A picture", "shading": "A shading"}


def look(subject: Subject) -> Iterator[Finding]:
    """All that is painted; one finding for each kind and page."""
    tree, content = tree_of(subject), subject.content
    if content.problems and not content.paints:
        raise NotLooked("; ".join(content.problems))
    told: set[tuple[int, str]] = set()
    placed: dict[tuple[Mark, ...], bool] = {}
    for paint in content.paints:
        if paint.marks not in placed:
            placed[paint.marks] = _placed(tree, paint)
        if not placed[paint.marks] and (paint.page, paint.kind) not in told:
            told.add((paint.page, paint.kind))
            message = f"{KINDS[paint.kind]} is in no tag and is not marked as decoration."
            yield RULE.fail(subject, message, place=f"page {paint.page + 1}")
    for around, mark in content.opened:
        if mark.tag == "Artifact" and any(_tagged(tree, one) for one in around):
            yield RULE.fail(subject, "Decoration stands inside of a tag.")
        elif _tagged(tree, mark) and any(one.tag == "Artifact" for one in around):
            yield RULE.fail(subject, "A tag stands inside of decoration.")


def _tagged(tree: Tree, mark: Mark) -> bool:
    return mark.mcid >= 0 and (mark.stream, mark.mcid) in tree.owners and mark.tag != "Artifact"


def _placed(tree: Tree, paint: Paint) -> bool:
    return paint.artifact or any(_tagged(tree, mark) for mark in paint.marks)


def _stray(made: object) -> None:
    import pikepdf

    if isinstance(made, pikepdf.Pdf):
        page = made.pages[0]
        page.obj.Contents = made.make_stream(page.obj.Contents.read_bytes() + b"\n0 0 9 9 re f")


RULE = Rule(
    id="pdf-content",
    title="Everything on a page is tagged, or marked as decoration",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.1", "PDF/UA-2 8.2.2", "PDF/UA-2 8.3", "WCAG 1.3.1", "Matterhorn 01-003", "Matterhorn 01-004",
             "Matterhorn 01-005"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(pdf(change=_stray),),
)
