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


def _layers(made: Any) -> None:
    import pikepdf

    made.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array(), D=pikepdf.Dictionary())


RULE = Rule(
    id="pdf-layers",
    title="Layers of a PDF have names and do not switch by themselves",
    severity=Severity.ERROR,
    clauses=("PDF/UA-1 7.10", "PDF/UA-2 8.7", "Matterhorn 20-001", "Matterhorn 20-003"),
    looks={Format.PDF: look},
    fix="Make the PDF anew without layers.",
    good=(pdf(),),
    bad=(pdf(change=_layers),),
)
