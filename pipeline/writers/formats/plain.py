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
    from pipeline.writers import plain_html

    links, contact = desk.links("plain"), desk.settings.contact
    name, lang = desk.original.document.name, desk.original.lang
    page = f"../{lang}/{name}.html" if "html" in desk.settings.formats else ""
    if desk.edition is desk.original:
        return plain_html.write_aids(
            desk.edition, desk.resources, links=links, authoritative=page, contact=contact, home="../index.html"
        )
    text, checked = desk.plain
    return plain_html.write(
        desk.edition, desk.original, text, checked, desk.resources,
        links=links, authoritative=page, contact=contact, home="../index.html",
    )  # fmt: skip


WRITER = Writer(".html", Format.HTML, write, "", 8, linked=False)
