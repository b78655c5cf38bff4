# SPDX-License-Identifier: AGPL-3.0-or-later
"""An edition set in pages, and the bytes of its formats."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.words import Format, Register


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: ``offset`` code points into the reading text of block ``block`` (its own text
    with single spaces); ``label`` is what the page prints as its number."""

    index: int
    label: str
    block: str
    offset: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An edition set in pages."""

    pdf: bytes
    pages: tuple[PageStart, ...]
    profile: str = "ua-1"


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes of one format of one edition. ``file`` is relative to the publication's folder:
    ``en/name.pdf``. ``format`` is None for what has no reader of ours (braille)."""

    format: Format | None
    file: str
    data: bytes
    lang: str = ""
    register: Register = Register.ORIGINAL
