# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is emphasised, raised, lowered, quoted, struck out or code in the source is so in the file.

What it does
: Compares emphasis, strong text, superscripts, subscripts, quotations, code and what is struck out.

Why it matters
: «must **not**» loses its weight, and x² becomes x2, for whoever cannot see how the letters look.

Example
: Strong words in the source are only drawn in a bold font in the PDF.

Fix
: Report it with the source: the writer of this format has a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.parity.compare import compare, fold, short
from pipeline.checks.parity.examples import pair, paragraph, part
from pipeline.checks.parity.phrases import phrases
from pipeline.checks.rule import Rule, Subject
from pipeline.model import Finding, Format, Node, Role, Severity

WEIGHTS = frozenset({
    Role.EMPHASIS, Role.STRONG, Role.SUPERSCRIPT, Role.SUBSCRIPT, Role.QUOTATION, Role.INLINE_CODE,
    Role.DELETED,
})  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """The weights of every part that stands on both sides."""
    for wanted, given in compare(subject).both():
        for phrase in phrases(wanted.node, given.node, _key):
            message = f"In «{short(wanted.text, 40)}» the {phrase.role} «{short(phrase.text, 40)}» is not marked here."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _key(node: Node) -> str:
    return f"{node.role}:{fold(node.text)}" if node.role in WEIGHTS and fold(node.text) else ""


RULE = Rule(
    id="parity-emphasis",
    title="What has weight in the source has it in the file",
    severity=Severity.WARNING,
    clauses=("EN 301 549 5.4", "WCAG 1.3.1"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(pair([paragraph("not", part(Role.STRONG, "not"))], [paragraph("not", part(Role.STRONG, "not"))]),),
    bad=(
        pair([paragraph("not", part(Role.STRONG, "not"))], [paragraph("not")]),
        pair([paragraph("five", part(Role.DELETED, "five"))], [paragraph("five")], Format.HTML),
        pair([paragraph("five", part(Role.DELETED, "five"))], [paragraph("five")], Format.PDF),
    ),
)
