# SPDX-License-Identifier: AGPL-3.0-or-later
"""The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) and PDF 2.0 (ISO 32000-2, 14.8.4)."""

# ruff: noqa: SIM905, E501 lists of words are read as words
from __future__ import annotations

import re

from pipeline.model.namespaces import MATHML, PDF1, PDF2

ONE = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody"
    " Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP"
    " Figure Formula Form".split()
)
TWO = frozenset(
    "Document DocumentFragment Part Sect Div Aside NonStruct P H Title FENote Sub Lbl Span Em Strong Link Annot Form Ruby"
    " RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact".split()
)
HEADING = re.compile(r"H[1-9]\d*")


def standard(name: str, namespace: str) -> bool:
    """Whether a type is standard in its namespace."""
    if namespace == PDF2:
        return name in TWO or HEADING.fullmatch(name) is not None
    if namespace in ("", PDF1):
        return name in ONE
    return namespace == MATHML


def known_namespace(namespace: str) -> bool:
    """Whether a namespace is one of the standard's."""
    return namespace in ("", PDF1, PDF2, MATHML)
