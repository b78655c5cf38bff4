# SPDX-License-Identifier: AGPL-3.0-or-later
"""Layers of a PDF have names and do not switch by themselves.

What it does
: Finds configurations of layers without a name, and layers that are switched automatically.

Why it matters
: A layer without a name cannot be chosen.

Example
: An optional content configuration without ``Name``.

Fix
: Make the PDF anew without layers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.checks.examples_pdf import pdf
from pipeline.checks.pdf.look import at, place
from pipeline.checks.pdf.tree import tree_of
from pipeline.checks.rule import NotApplicable, Rule, Subject
from pipeline.model import Finding, Format, Severity


def look(subject: Subject) -> Iterator[Finding]:
    """The configurations of the optional content."""
    properties = subject.pdf.Root.get("/OCProperties")
    if properties is None:
        raise NotApplicable("no layers")
    configurations = [properties.get("/D"), *properties.get("/Configs", ())]
    for configuration in configurations:
        if configuration is None:
            continue
        if not str(configuration.get("/Name", "")).strip():
            yield RULE.fail(subject, "A configuration of layers has no name.")
        if "/AS" in configuration:
            yield RULE.fail(subject, "Layers are switched automatically.")
    yield from _unseen(subject, properties)


def _unseen(subject: Subject, properties: Any) -> Iterator[Finding]:
    """Tagged content on layers that are off when the file is opened: heard, and not seen."""
    off = _switched_off(properties)
    owners = tree_of(subject).owners if off else {}
    told: set[int] = set()
    for paint in subject.content.paints if off else ():
        owner = owners.get((paint.mark.stream, paint.mark.mcid)) if paint.mark is not None else None
        hidden = any(mark.layers and off.issuperset(mark.layers) for mark in paint.marks)
        if owner is None or not hidden or paint.artifact or id(owner) in told:
            continue
        told.add(id(owner))
        message = "This content is on a layer that is switched off: it is read aloud, and nobody sees it."
        if subject.edition is not None:
            yield at(RULE, subject, owner, message)
        else:  # others may have reasons for it
            yield RULE.ask(subject, message, place=place(subject, owner))


def _switched_off(properties: Any) -> frozenset[tuple[int, int]]:
    """The layers that are off when the file is opened (ISO 32000-2, 8.11.4.3)."""
    usual = properties.get("/D")
    if usual is None:
        return frozenset()
    off = {group.objgen for group in usual.get("/OFF", ())}
    if str(usual.get("/BaseState", "")) == "/OFF":
        on = {group.objgen for group in usual.get("/ON", ())}
        off |= {group.objgen for group in properties.get("/OCGs", ())} - on
    return frozenset(off)


def _layers(made: Any) -> None:
    import pikepdf

    made.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array(), D=pikepdf.Dictionary())


RULE = Rule(
    id="pdf-layers",
    title="Layers of a PDF have names and do not switch by themselves",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.10", "PDF/UA-2 8.7", "Matterhorn 20-001", "Matterhorn 20-002", "Matterhorn 20-003"),
    looks={Format.PDF: look},
    fix="Make the PDF anew without layers.",
    good=(pdf(),),
    bad=(pdf(change=_layers),),
)
