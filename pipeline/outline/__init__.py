# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader of a file gets: one reader for each format, and what the document says it must be."""

from __future__ import annotations

import importlib
import io
import zipfile

from pipeline.errors import InputError
from pipeline.model import Format, Outline

__all__ = ["format_of", "read"]

SUFFIXES = {
    ".pdf": Format.PDF, ".epub": Format.EPUB, ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".xlf": Format.XLIFF, ".xliff": Format.XLIFF,
}  # fmt: skip


def read(data: bytes, format: Format) -> Outline:
    """The outline of a file: what is there, unmended. Each format's reader is the module of its name."""
    module = importlib.import_module(f"{__name__}.{format.value}")
    outline = module.read(data)
    assert isinstance(outline, Outline)
    return outline


def format_of(data: bytes, name: str) -> Format:
    """The format of a file by its contents, and where they do not tell by its name. Raises InputError."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04") and _is_epub(data):
        return Format.EPUB
    lowered = head.lower()
    if b"<xliff" in lowered:
        return Format.XLIFF
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        return Format.HTML
    suffix = f".{name.lower().rpartition('.')[2]}"
    if suffix in SUFFIXES and suffix not in (".pdf", ".epub"):
        return SUFFIXES[suffix]
    raise InputError("this is no PDF, EPUB, HTML or XLIFF.", "Name a file of one of these formats.", file=name)


def _is_epub(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "META-INF/container.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
