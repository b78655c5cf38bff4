# SPDX-License-Identifier: AGPL-3.0-or-later
"""The container and the package document, by EbookLib, with what it lacks put right.

EbookLib 0.20 dates zip entries and ``dcterms:modified`` by the clock, names an NCX that is not there, gives
the package no language, and turns write errors into warnings: hence a writer of our own that overrides these,
and a write to memory.
"""

from __future__ import annotations

import datetime
import io
import uuid
import zipfile
from collections.abc import Sequence
from typing import Any

from pipeline.errors import WriteError
from pipeline.model import Edition
from pipeline.model.namespaces import XML_LANG
from pipeline.writers.epub.files import File
from pipeline.writers.epub.metadata import Description

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
UNKNOWN_TIME = datetime.datetime(1970, 1, 1)  # EbookLib writes it as UTC
NAMESPACE = uuid.UUID("6a0c3a57-7d0e-5b7e-9a55-3a1d2f4f8c10")


def pack(
    edition: Edition,
    about: Description,
    documents: Sequence[File],
    others: Sequence[File],
    ncx: Sequence[tuple[str, str]],
) -> bytes:
    """The bytes of the book. ``documents`` are in reading order; ``ncx`` is empty when none is wanted."""
    from ebooklib import epub

    book = epub.EpubBook()
    book.metadata = {}
    book.FOLDER_NAME = "EPUB"
    book.set_identifier(identifier(edition))
    book.set_title(edition.document.meta.title)
    book.set_language(edition.lang)
    book.set_direction(edition.dir)
    for name, value, others_of in about.dublin_core:
        book.add_metadata("DC", name, value, dict(others_of))
    for value, attributes in about.meta:
        book.add_metadata(None, "meta", value, dict(attributes))
    for file in (*documents, *others):
        item = epub.EpubItem(uid=file.id, file_name=file.name, media_type=file.media_type, content=file.data)
        item.properties = list(file.properties)
        book.add_item(item)
    book.spine = [file.id for file in documents]
    if ncx:
        book.add_item(epub.EpubNcx())
        book.toc = [epub.Link(href, text, f"ncx-{number}") for number, (href, text) in enumerate(ncx, 1)]
    out = io.BytesIO()
    _write(book, out, modified(edition), edition)
    return out.getvalue()


def identifier(edition: Edition) -> str:
    """The book's identifier: the publication's own, else made from its name; other languages and registers
    have their own. It is the same over corrections (EPUB 3.3, 5.5.3.1.1)."""
    given = edition.document.meta.identifier
    original = edition.lang == (edition.original_lang or edition.lang) and edition.register.value == "original"
    if given and original:
        return given
    text = "|".join((given or edition.document.name, edition.lang, edition.register.value))
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, text)}"


def modified(edition: Edition) -> datetime.datetime:
    """The day of the last change: as the metadata say, never by the clock. 1970 stands for: not known."""
    meta = edition.document.meta
    for text in (meta.modified, meta.date):
        try:
            found = datetime.datetime.fromisoformat(_whole(text))
        except ValueError:
            continue
        return found.astimezone(datetime.UTC).replace(tzinfo=None) if found.tzinfo else found
    return UNKNOWN_TIME


def _whole(text: str) -> str:
    """A year or a month as its first day."""
    return text + {4: "-01-01", 7: "-01"}.get(len(text), "")


class _Archive:
    """What EbookLib writes to: a zip file whose entries carry no time and no system's name."""

    def __init__(self, out: io.BytesIO) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)

    def writestr(self, name: str, data: bytes | str, compress_type: int = zipfile.ZIP_DEFLATED) -> None:
        entry = zipfile.ZipInfo(name, ZIP_TIME)
        entry.compress_type = compress_type
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, data)

    def close(self) -> None:
        self._zip.close()


def _write(book: Any, out: io.BytesIO, mtime: datetime.datetime, edition: Edition) -> None:
    from ebooklib import epub

    class Writer(epub.EpubWriter):  # type: ignore[misc]
        """EbookLib's writer without a clock."""

        def _write_opf_spine(self, root: Any, ncx_id: str | None) -> None:
            super()._write_opf_spine(root, ncx_id)
            if ncx_id is None:
                del root.find("spine").attrib["toc"]

        def _write_opf_file(self, root: Any) -> None:
            root.set(XML_LANG, edition.lang)
            root.set("dir", edition.dir)
            super()._write_opf_file(root)

        def write(self) -> None:
            self.out = _Archive(out)
            self.out.writestr("mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()
            self.out.close()

    try:
        order = {"enabled": True, "start_from": 1}
        writer = Writer("", book, {"mtime": mtime, "raise_exceptions": True, "play_order": order})
        writer.process()
        writer.write()
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise WriteError(f"the EPUB could not be written: {error}.", "Free some memory and try again.") from None
