# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents and editions from a few lines of Markdown."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.document import IdTable, parse
from pipeline.document.source import split_front_matter
from pipeline.model import Document, Edition, Source
from pipeline.settings import load


def document(text: str, *, known: IdTable | None = None, folder: Path = Path(), **flags: object) -> Document:
    """The document that ``text`` is; ``flags`` are settings."""
    path = folder / "test.md"
    source = Source("test", path, folder, text, hashlib.sha256(text.encode()).hexdigest())
    front, _ = split_front_matter(text, path)
    return parse(source, load(None, front, flags), known or IdTable())


def edition(text: str, **flags: str) -> Edition:
    """The original edition of ``text``; ``flags`` are settings."""
    path = Path("test.md")
    source = Source("test", path, Path(), text, hashlib.sha256(text.encode()).hexdigest())
    front, _ = split_front_matter(text, path)
    made = parse(source, load(None, front, flags))
    return Edition(made, made.meta.lang, made.meta.dir, original_lang=made.meta.lang)
