# SPDX-License-Identifier: AGPL-3.0-or-later
"""XLIFF for translators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Format
from pipeline.writers.formats.base import Writer

if TYPE_CHECKING:
    from pipeline.writers.desk import Desk


def write(desk: Desk) -> bytes:
    """The file without a target language; those with one are made by the desk, which knows what is stored."""
    from pipeline.editions import in_file
    from pipeline.writers import xliff

    return xliff.write(in_file(desk.edition, Format.XLIFF).document)


WRITER = Writer(".xlf", Format.XLIFF, write, "application/xliff+xml", 7, linked=False)
