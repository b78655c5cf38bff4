# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language is in force for a tag, and whether a language is written as it must be (ISO 32000-1, 14.9.2)."""

from __future__ import annotations

import re

from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Subject

WELL_FORMED = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
"""The grammar to which ISO 32000 refers; whether the language exists is another question."""


def well_formed(tag: str) -> bool:
    """Whether a language tag is well-formed."""
    return WELL_FORMED.fullmatch(tag) is not None


def document_language(subject: Subject) -> str:
    """The language of the catalogue."""
    return str(subject.pdf.Root.get("/Lang", "")).strip()


def in_force(subject: Subject, tag: Tag | None) -> str:
    """The language of a tag: its own, the nearest above, or the document's."""
    here = tag
    while here is not None:
        own = here.text("Lang")
        if own is not None:
            return own.strip()
        here = here.above
    return document_language(subject)
