# SPDX-License-Identifier: AGPL-3.0-or-later
"""The names that files of one document have."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pipeline.checks.subject import Subject
from pipeline.naming import safe_name

FORMS = (".plain", ".large")
"""What stands behind the name of a document in another register or size."""


def names_of(subject: Subject) -> frozenset[str]:
    """What files of the document of this one are called, without what stands behind the name: as the document is
    called, and as this file is, which somebody may have named anew."""
    own = {safe_name(subject.edition.document.name)} if subject.edition is not None else set()
    return frozenset({*own, stem(subject.file)})


def stem(address: str) -> str:
    """The name of a document in a path or address of one of its files."""
    found = PurePosixPath(unquote(urlsplit(address).path)).stem
    for form in FORMS:
        found = found.removesuffix(form)
    return found
