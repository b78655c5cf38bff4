# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which editions a document has: the original, and one for each translation that is stored beside it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Document, Edition, Register
from pipeline.settings import Settings


def editions_of(document: Document, settings: Settings) -> tuple[Edition, ...]:
    """The editions to publish, the original first, each knowing its siblings."""
    del settings
    meta = document.meta
    found = [Edition(document, meta.lang, meta.dir, Register.ORIGINAL, original_lang=meta.lang)]
    names = [(edition.lang, edition.register) for edition in found]
    return tuple(
        replace(edition, siblings=tuple(name for name in names if name != (edition.lang, edition.register)))
        for edition in found
    )
