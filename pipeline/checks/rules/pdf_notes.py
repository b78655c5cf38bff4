# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every note of a PDF can be told from the others.

What it does
: Finds notes without an ID, two notes with one ID, and (PDF/UA-2) footnotes that nothing refers to.

Why it matters
: Readers jump from the call to its note; without an ID there is nothing to jump to.

Example
: A Note without ``ID``.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at, claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.pdf.types import NS_2
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """Notes of both versions of PDF."""
    tags = tree_of(subject).tags
    notes = [tag for tag in tags if tag.type in ("Note", "FENote")]
    if not notes:
        raise NotApplicable("no notes")
    ids = Counter(tag.text("ID") for tag in notes if tag.text("ID"))
    two = claims_two(subject)
    referred = {ref.objgen for tag in tags for ref in tag.obj.get("/Ref", ()) if hasattr(ref, "objgen")}
    for tag in notes:
        name = tag.text("ID")
        if tag.type == "Note" and not name:
            yield at(RULE, subject, tag, "This note has no ID.")
        elif name and ids[name] > 1:
            yield at(RULE, subject, tag, f"Two notes have the ID «{name[:40]}».")
        if two and tag.type == "FENote" and tag.namespace == NS_2 and tag.obj.objgen not in referred:
            yield at(RULE, subject, tag, "Nothing refers to this note.")
        if two and tag.type == "Note":
            yield at(RULE, subject, tag, "PDF/UA-2 has no Note; it is a FENote.")


RULE = Rule(
    id="pdf-notes",
    title="Every note of a PDF can be told from the others",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.9", "PDF/UA-2 8.2.5.14", "WCAG 1.3.1", "Matterhorn 19-003", "Matterhorn 19-004"),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(("Document", ("P", 0, ("Note", {"ID": "n1"}, 1)))),),
    bad=(
        pdf(("Document", ("P", 0, ("Note", 1)))),
        pdf(("Document", ("Note", {"ID": "n"}, 0), ("Note", {"ID": "n"}, 1))),
    ),
)
