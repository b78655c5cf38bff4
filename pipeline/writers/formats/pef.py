# SPDX-License-Identifier: AGPL-3.0-or-later
"""Braille as PEF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The text as braille in XML."""
    from pipeline.writers.braille import write_pef

    return write_pef(desk.xhtml, desk.edition)


WRITER = Writer(".pef", None, write, "application/x-pef+xml", 6)
