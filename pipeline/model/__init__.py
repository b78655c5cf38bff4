# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the product as types: source, repair, document, edition, layout, artifact, outline, finding.

Everything is frozen: a step takes one of these and returns the next, and nothing is changed in place.
This room imports nothing of the project, so every room may import it.

Text positions are counted in Unicode code points from 0, lines and columns from 1.
"""

from __future__ import annotations

from pipeline.model.document import Document, Edition, Meta, Term
from pipeline.model.findings import Finding
from pipeline.model.layout import Artifact, Layout, PageStart
from pipeline.model.outline import Node, Outline, Role
from pipeline.model.source import Cleaned, Repair, Source, Splice
from pipeline.model.text import NO_ATTR, Attr, Block, BlockKind, CellSpan, Inline, InlineKind, ListStyle, Pos
from pipeline.model.words import Format, Outcome, Register, Severity

__all__ = [
    "NO_ATTR",
    "Artifact",
    "Attr",
    "Block",
    "BlockKind",
    "CellSpan",
    "Cleaned",
    "Document",
    "Edition",
    "Finding",
    "Format",
    "Inline",
    "InlineKind",
    "Layout",
    "ListStyle",
    "Meta",
    "Node",
    "Outcome",
    "Outline",
    "PageStart",
    "Pos",
    "Register",
    "Repair",
    "Role",
    "Severity",
    "Source",
    "Splice",
    "Term",
]
