# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page in plain language, or the original with reading aids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The page in plain language; of an original without a plain text, the page with reading aids."""
    from pipeline.plain.authored.edition import PlainEdition
    from pipeline.plain.check import check
    from pipeline.writers import plain_html

    links, contact = desk.links("plain"), desk.settings.contact
    name, lang = desk.original.document.name, desk.original.lang
    page = f"../{lang}/{name}.html" if "html" in desk.settings.formats else ""
    if desk.edition is desk.original:
        return plain_html.write_aids(
            desk.edition, desk.resources, links=links, authoritative=page, contact=contact, home="../index.html"
        )
    edition = desk.edition
    assert isinstance(edition, PlainEdition)
    # What was measured of the text is not claimed of its translation.
    made = None if edition.translated_from else check(desk.original.document, edition.text, desk.settings)
    return plain_html.write(
        edition, edition.beside, edition.text, made, desk.resources,
        links=links, authoritative=page, contact=contact, home="../index.html",
    )  # fmt: skip


WRITER = Writer(".html", Format.HTML, write, "", 8, linked=False)
