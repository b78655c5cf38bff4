# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The pages that the EPUB takes its page list from, as they are."""
    return desk.layout.pdf


WRITER = Writer(".pdf", Format.PDF, write, "application/pdf", 2)
