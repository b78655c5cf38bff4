# SPDX-License-Identifier: AGPL-3.0-or-later
"""The EPUB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The book, with the page list of the PDF."""
    from pipeline.writers import epub

    return epub.write(
        desk.xhtml,
        desk.whole,
        desk.layout,
        desk.resources,
        ncx=desk.settings.epub.ncx,
        reviews=desk.settings.reviews,
    )


WRITER = Writer(".epub", Format.EPUB, write, "application/epub+zip", 4)
