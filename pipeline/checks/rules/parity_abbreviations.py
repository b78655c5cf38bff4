# SPDX-License-Identifier: AGPL-3.0-or-later
"""Abbreviations say in the file what they stand for in the source.

What it does
: Compares each abbreviation and its expansion, part by part.

Why it matters
: Who does not know an abbreviation asks for what it stands for; without an expansion nobody answers.

Example
: The source explains «UN», and in the book it is plain text.

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


def look(subject: Subject) -> Iterator[Finding]:
    """The abbreviations of every part that stands on both sides."""
    for wanted, given in compare(subject).both():
        for phrase in phrases(wanted.node, given.node, _key):
            said = short(phrase.attrs.get("expansion", ""), 60)
            what = f"the abbreviation «{short(phrase.text, 40)}» does not say «{said}» here"
            message = f"In «{short(wanted.text, 40)}» {what}."
            yield RULE.fail(subject, message, place=given.node.place, block=wanted.block)


def _key(node: Node) -> str:
    told = node.role is Role.ABBREVIATION
    return f"{fold(node.text)}: {fold(node.attrs.get('expansion', ''))}" if told else ""


def _un(expansion: str) -> Node:
    return paragraph("UN", part(Role.ABBREVIATION, "UN", expansion=expansion))


RULE = Rule(
    id="parity-abbreviations",
    title="Abbreviations say what they stand for in the source",
    severity=Severity.ERROR,
    clauses=("EN 301 549 5.4", "WCAG 3.1.4"),
    looks={Format.PDF: look, Format.EPUB: look, Format.HTML: look},
    fix="Report it with the source: the writer of this format has a fault.",
    sides=True,
    good=(pair([_un("United Nations")], [_un("United Nations")]),),
    bad=(
        pair([_un("United Nations")], [paragraph("UN")]),
        pair([_un("United Nations")], [_un("United States")]),
    ),
)
