# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tags are of types that readers know.

What it does
: Finds tags whose type is not a standard one and not mapped to one, mappings that run in a circle, and standard types
  that are mapped to others.

Why it matters
: A screen reader does not know what a "Textkörper" is.

Example
: ``/S /Heading1`` without a role map.

Fix
: Make the PDF anew from its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at
from pipeline.checks.pdf.metadata import claims_two
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.pdf.types import known_namespace
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Severity
from pipeline.model.namespaces import PDF2


def look(subject: Subject) -> Iterator[Finding]:
    """Every type once."""
    tree = tree_of(subject)
    told: set[tuple[str, str]] = set()
    for tag in tree.tags:
        if not tag.mapped and (tag.raw, tag.namespace) not in told:
            told.add((tag.raw, tag.namespace))
            yield at(RULE, subject, tag, f"The type «{tag.raw[:40]}» is not known and not mapped to one that is.")
        elif tag.mapped and not known_namespace(tag.namespace):
            yield at(RULE, subject, tag, f"The type «{tag.raw[:40]}» is in a namespace that is not known.")
    for name in tree.circular:
        yield RULE.fail(subject, f"The type «{name[:40]}» is mapped in a circle.")
    for name in tree.remapped:
        yield RULE.fail(subject, f"The standard type «{name}» is mapped to another.")
    for name in (*tree.returning, *tree.to_itself) if claims_two(subject) else ():
        yield RULE.fail(subject, f"The type «{name[:40]}» is mapped to a type of its own namespace.")
    if claims_two(subject) and not tree.top:
        yield RULE.fail(subject, "The tree of tags is empty.")
    elif claims_two(subject) and not (tree.top[0].type == "Document" and tree.top[0].namespace == PDF2):
        yield at(RULE, subject, tree.top[0], "The tags do not begin with a Document of PDF 2.0.")
    elif claims_two(subject) and len(tree.top) > 1:
        yield at(RULE, subject, tree.top[1], "There is more than one tag at the top.")


RULE = Rule(
    id="pdf-types",
    title="Tags are of types that readers know",
    severity=Severity.ERROR,
    clauses=(
        "PDF/UA-1 7.1", "PDF/UA-2 8.2.4", "WCAG 1.3.1", "Matterhorn 02-001", "Matterhorn 02-003",
        "Matterhorn 02-004",
    ),
    looks={Format.PDF: look},
    fix="Make the PDF anew from its source.",
    good=(pdf(),),
    bad=(pdf(("Document", ("Absatz", 0))),),
)
