# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs of text: neighbours are one piece where the source says the same characters in the same places."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Inline, InlineKind, Pos


def merge_runs(pieces: Sequence[Inline], text: str) -> tuple[Inline, ...]:
    """Neighbouring runs of text as one, where the source says the same characters in the same places: so an
    offset into a run is an offset into the source. Escapes and entities stay by themselves."""
    merged: list[Inline] = []
    run: list[Inline] = []  # joined at its end only: a paragraph may have any number of words
    for piece in pieces:
        plain = _is_plain(piece, text)
        if run and not (plain and _adjoin(run[-1], piece)):
            merged.append(_joined(run))
            run = []
        if plain:
            run.append(piece)
        else:
            merged.append(piece)
    return tuple([*merged, _joined(run)] if run else merged)


def _joined(run: Sequence[Inline]) -> Inline:
    """Neighbouring runs of text as one."""
    first, last = run[0], run[-1]
    if first is last:
        return first
    pos = Pos(first.pos.start, last.pos.end, first.pos.line) if first.pos and last.pos else None
    return Inline(InlineKind.TEXT, "".join(piece.text for piece in run), pos=pos)


def _is_plain(piece: Inline, text: str) -> bool:
    if piece.kind is not InlineKind.TEXT:
        return False
    return piece.pos is None or text[piece.pos.start : piece.pos.end] == piece.text


def _adjoin(first: Inline, second: Inline) -> bool:
    if first.pos is None or second.pos is None:
        return first.pos is second.pos
    return first.pos.end == second.pos.start
