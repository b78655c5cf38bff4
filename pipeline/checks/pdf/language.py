# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language is in force for a tag, and whether a language is written as it must be (RFC 5646)."""

from __future__ import annotations

import re

from pipeline.checks.pdf.tree import Tag
from pipeline.checks.rule import Subject

WELL_FORMED = re.compile(
    r"([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+|i-[a-z]+",
    re.IGNORECASE,
)


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
