# SPDX-License-Identifier: AGPL-3.0-or-later
"""narrow-lists: paragraphs set in a narrower column than the text are items whose bullets were drawn.

Browsers draw bullets, so an extractor has none, and one that keeps the lines of a page keeps no indentation. But lines
of items end earlier: none reaches the edge of the text, and words go to the next line that had room on a full one. One
line proves little; several paragraphs one below the other, with no full line among them, are set further in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import plain, prose, shown
from pipeline.clean.reading.line_room import advance, room
from pipeline.clean.reading.scan import Block, Kind, Scan

_FULL = 0.965  # of a full line: items are some six in a hundred narrower
_TIGHT = 0.95
_SHOWN = 1.2  # how much must speak for a paragraph that it is set further in
_BELOW_COLON = 3.0  # and for a list
_ELSEWHERE = 5.5
_FEWEST = 2  # paragraphs, each of which shows it
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)](?:\s|$)|§|\d{1,3}(?:\.\d{1,3})+")
_GAP = re.compile(r"\S {4}")  # columns, which tables have
_REASON = "Its lines end before the edge of the text, as those around it do: items whose bullets were drawn."


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph, how much its lines say that it is set further in, and whether one of them is too long for that."""

    block: Block
    score: float
    wide: bool
    lines: int


def find(scan: Scan) -> Iterator[Fix]:
    """Runs of paragraphs that are set further in, in an extracted text that has no bullet at all."""
    if not scan.extracted or not scan.bulletless or plain.shape(scan) is None:
        return
    full = room(scan)
    if full is None:
        return
    pieces = [_piece(scan, block, full.full) for block in scan.blocks]
    index = 0
    while index < len(pieces):
        run = _run(scan, pieces, index)
        for piece in run:
            yield Fix((Edit(piece.block.start, piece.block.body, "- "),), _REASON, 0.91)
        index += max(1, len(run))


def _piece(scan: Scan, block: Block, full: float) -> _Piece:
    """What the lines of a block say; all but the last ended because the next word had no room."""
    text = scan.slice(block)
    if block.kind is not Kind.PARA or _LABEL.match(text) or shown.command(text) or _GAP.search(text):
        return _Piece(block, 0, wide=True, lines=0)
    texts = [" ".join(line.text.split()) for line in block.lines]
    score, wide = 0.0, bool(texts) and advance(texts[-1]) / full > _FULL
    for text, below in pairwise(texts):
        taken = advance(text) / full
        wide = wide or taken > _FULL
        score += 0.7 if taken <= _TIGHT else -1
        score += 2 if taken + advance(f" {below.split(maxsplit=1)[0]}") / full < _FULL else -0.4
    return _Piece(block, score, wide, len(texts))


def _run(scan: Scan, pieces: Sequence[_Piece], start: int) -> list[_Piece]:
    """The items from ``start`` on; none where too little speaks for a list.

    Below a colon some of them may be too short to show anything; elsewhere each must.
    """
    above = pieces[start - 1].block if start else None
    lead = scan.slice(above) if above is not None and above.kind is Kind.PARA else ""
    colon = prose.ends_colon(lead) and any(map(str.isalnum, lead))  # one alone is left of a line
    run: list[_Piece] = []
    for piece in pieces[start:]:
        text = scan.slice(piece.block)
        if piece.wide or not prose.head(text)[:1].isalpha() or not (piece.score >= _SHOWN or (colon and _item(text))):
            break
        if text.rstrip().endswith("?") and not colon:
            break  # a question on two lines heads what answers it
        run.append(piece)
    while run and run[-1].score < _SHOWN:
        run.pop()
    enough = _BELOW_COLON if colon else _ELSEWHERE
    if sum(piece.score >= _SHOWN for piece in run) < _FEWEST or sum(piece.score for piece in run) < enough:
        return []
    return [
        piece
        for piece, before in zip(run, [above, *(other.block for other in run)], strict=False)
        if not _goes_on(scan, before, piece.block)
    ]


def _item(text: str) -> bool:
    """Whether a text ends as items do that are sentences, or clauses: no heading, no cell, and it leads to no list."""
    return prose.ends_sentence(text) or prose.tail(text)[-1:] in tuple(";；" + prose.COMMAS)


def _goes_on(scan: Scan, before: Block | None, block: Block) -> bool:
    """Whether a page cut a paragraph in two, of which this is the rest."""
    if before is None or not prose.begins_lower(scan.slice(block)):
        return False
    return prose.tail(scan.slice(before))[-1:] not in tuple(".;:：,!?")


RULE = Rule("narrow-lists", "Makes items of paragraphs set further in than the text.", find, after="code-comments")
