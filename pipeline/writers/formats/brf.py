# SPDX-License-Identifier: AGPL-3.0-or-later
"""Braille as BRF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The text as braille in ASCII, by pages."""
    from pipeline.writers.braille import write_brf

    return write_brf(desk.xhtml, desk.edition)


WRITER = Writer(".brf", None, write, "text/plain", 5)
