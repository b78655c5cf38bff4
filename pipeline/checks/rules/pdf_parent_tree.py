# SPDX-License-Identifier: AGPL-3.0-or-later
"""From each piece of a page one comes to its tag.

What it does
: Checks that the parent tree names for each tagged piece of a page the tag that holds it.

Why it matters
: Whoever touches a word on the page is told the tag that the parent tree names: another heading, another language.

Example
: The parent trees of two pages are exchanged.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The content of each page; one finding a page (ISO 32000-2, 14.7.5.4)."""
    import pikepdf

    tree = tree_of(subject)
    parents = subject.pdf.Root.StructTreeRoot.get("/ParentTree")
    if not isinstance(parents, pikepdf.Dictionary):
        raise NotApplicable("no parent tree")
    numbers = pikepdf.NumberTree(parents)
    owned: dict[tuple[int, int], list[tuple[int, Any]]] = {}
    for (stream, mcid), tag in tree.owners.items():
        owned.setdefault(stream, []).append((mcid, tag))
    for page in subject.pdf.pages:
        key = page.obj.get("/StructParents")
        listed = numbers.get(int(key)) if key is not None else None
        if not isinstance(listed, pikepdf.Array):
            continue
        for mcid, tag in owned.get(page.obj.objgen, ()):
            named = listed[mcid] if mcid < len(listed) else None
            if not isinstance(named, pikepdf.Dictionary) or named.objgen != tag.obj.objgen:
                yield at(RULE, subject, tag, "The parent tree names another tag for this piece of the page.")
                break


def _exchanged(made: Any) -> None:
    import pikepdf

    nums = made.Root.StructTreeRoot.ParentTree.Nums
    nums[1] = pikepdf.Array(list(reversed(list(nums[1]))))


RULE = Rule(
    id="pdf-parent-tree",
    title="From each piece of a page one comes to its tag",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.1", "PDF/UA-2 8.2.1", "WCAG 1.3.1"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(pdf(change=_exchanged),),
)
