# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a translation file holds, whatever version of XLIFF it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

DRAFT = "pariter:draft"
STATES = ("initial", "translated", "reviewed", "final")
"""The states of a segment (XLIFF 2.1, 4.3.1.36)."""


@dataclass(frozen=True)
class Piece:
    """Text, or one end of a pair of codes (``open``, ``close``), a single code (``place``), or one end of text
    that is locked (``lock``, ``unlock``). ``id`` is the code's."""

    kind: str
    text: str = ""
    id: str = ""


@dataclass(frozen=True)
class Segment:
    """A segment, or the white space between two (``ignorable``); ``order`` is the place of its target."""

    id: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...] | None
    state: str = "initial"
    substate: str = ""
    order: int = 0
    ignorable: bool = False


@dataclass(frozen=True)
class FileUnit:
    """A unit of the file with its line."""

    id: str
    segments: tuple[Segment, ...]
    line: int = 0

    @property
    def source(self) -> tuple[Piece, ...]:
        """The source of the unit, segments joined."""
        return join(piece for segment in self.segments for piece in segment.source)


@dataclass(frozen=True)
class Bilingual:
    """A translation file. ``original`` and ``digest`` say which document it was made from; ``twice`` are ids of
    units that stand more than once."""

    version: str
    source_lang: str
    target_lang: str
    original: str
    units: dict[str, FileUnit]
    digest: str = ""
    twice: tuple[str, ...] = ()
    file: str = ""
    meta: dict[str, str] = field(default_factory=dict)


def join(pieces: Iterator[Piece] | tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with neighbouring texts as one; empty texts are left out."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind == "text" and found and found[-1].kind == "text":
            found[-1] = Piece("text", found[-1].text + piece.text)
        elif piece.kind != "text" or piece.text:
            found.append(piece)
    return tuple(found)


def collect(found: Iterator[FileUnit]) -> tuple[dict[str, FileUnit], tuple[str, ...]]:
    """Units by their ids, the first of each, and the ids that stand twice."""
    units: dict[str, FileUnit] = {}
    twice: list[str] = []
    for unit in found:
        if unit.id in units:
            twice.append(unit.id)
        units.setdefault(unit.id, unit)
    return units, tuple(twice)


def inside_codes(pieces: Sequence[Piece]) -> dict[str, list[Piece]]:
    """The pieces between the ends of each pair of codes, by its id; those of inner pairs are in the outer too."""
    found: dict[str, list[Piece]] = {}
    opened: list[str] = []
    for piece in pieces:
        if piece.kind == "open":
            opened.append(piece.id)
            found.setdefault(piece.id, [])
        elif piece.kind == "close" and piece.id in opened:
            opened.remove(piece.id)
        else:
            for name in opened:
                found[name].append(piece)
    return found
