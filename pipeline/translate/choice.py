# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was decided for one unit of a document on the way back from its translators."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.translate.pieces import Piece, join
from pipeline.translate.unit import Unit


@dataclass(frozen=True)
class Choice:
    """What one unit becomes: runs of pieces in their new order, each with the part that it leaves as it was
    (None: it is new). ``done`` is the share of its segments that are translated."""

    unit: Unit
    runs: tuple[tuple[tuple[Piece, ...], int | None], ...]
    done: float
    stale: bool = False
    moved: bool = False
    draft: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole target."""
        return join(piece for pieces, _ in self.runs for piece in pieces)

    @property
    def same(self) -> bool:
        """Whether the unit stays as it is in the source."""
        return not self.moved and all(part is not None for _, part in self.runs)
