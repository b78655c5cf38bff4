# SPDX-License-Identifier: AGPL-3.0-or-later
"""The web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The page, with links to the other files and languages."""
    from pipeline.writers import html

    return html.write(
        desk.xhtml,
        desk.edition,
        desk.resources,
        links=desk.links("html"),
        reviews=desk.settings.reviews,
        contact=desk.settings.contact,
        home="../index.html",
    )


WRITER = Writer(".html", Format.HTML, write, "text/html", 1)
