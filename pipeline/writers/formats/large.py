# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tagged PDF in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The same text, set again in large print."""
    from pipeline.writers.pdf import lay_out

    settings = desk.settings
    made = lay_out(
        desk.xhtml, desk.edition, desk.resources, profile=settings.pdf, archive=settings.archive, large=True
    )
    return made.pdf


WRITER = Writer(".large.pdf", Format.PDF, write, "application/pdf", 3)
