# SPDX-License-Identifier: AGPL-3.0-or-later
"""list-lines: items whose bullets were drawn, and which an extractor left as lines of one paragraph, are items again.

Where a line had room for the next word, the text was set anew below it, and no width of the page ended it. Below a
colon such beginnings are those of items, if all are built alike; an address, a quotation and a listing are not. Where
no bullet of the text came with it, and several such paragraphs stand below colons, they need not be alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens, line_room, plain, prose, shown, spacing
from pipeline.clean.reading.lines import seen
from pipeline.clean.reading.scan import Block, Kind, Line, Scan, printed

_INSIDE = 0.9  # of a full line: as much have the lines of a list that stands further in
_MARKUP = re.compile(r"^#{1,6}[ \t]+\S|\*\*\S", re.M)
_CODE = re.compile(r"::=|[^\W_]\s?=\s?\S|[{}|]|\\$|^\W*[\w.]+/[\w./]+$")
_NUMBERED = re.compile(r"[^\W\d_]{0,4}\W*\d")
_OTHER = re.compile(r"^\W*[“\"«„]|^\(?\w{1,3}[.)]\s|^[^.]{0,25}(?:@|\b\d{4,5}\b)[^.]{0,25}$|[:：]\s*$")
_LINK = re.compile(r"\]\([^()\s]*\)")
_SEVERAL = 4  # pieces of such paragraphs
_SIGNS = tuple(",;.:!?，；。：！？")
_STOPS = tuple(";.!?；。！？")
_WITHIN = tuple(":;,.!?：；，。、")  # signs with which no text begins
_THREE = 3  # items that end with no sign
_LABEL = re.compile(r"[^\W\d_][^.:;,!?\n(]{1,40}:\s+(?=\S)")
_LABELS = 4  # pieces with a label each
_SAID = 3  # words behind it
_TOP = 5  # blocks at the top of a text, where it says who wrote it, and when
_INDENTED = 4  # columns that make code of a line


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that were set as one text."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text.strip() for line in self.lines)


def find(scan: Scan) -> Iterator[Fix]:
    """Paragraphs below a colon, or a comma, whose lines begin items."""
    if not scan.extracted or not scan.width or plain.shape(scan) is not None:
        return  # an author's lines; in plain text all lists are found at once
    others: list[list[_Piece]] = []
    loose: list[list[_Piece]] = []
    known = 0  # items of lists that are built alike
    inside: dict[int, int] = {}  # how far in the items of a numbered item stand
    bare = scan.once("no bullets", _bulletless)
    for index in range(1, len(scan.blocks)):
        above, block = scan.blocks[index - 1], scan.blocks[index]
        if _made(scan, block) and len(pieces := _whole(_pieces(scan, block))) > 1 and _said(pieces):
            others.append(pieces)
        if block.kind is not Kind.PARA or len(block.lines) < 2:
            continue
        below, cut = above.kind is Kind.PARA, _cut(scan, index)
        sign = prose.tail(scan.slice(above))[-1:] if below else ""
        pieces = _pieces(scan, block, led=cut or sign in tuple(prose.COMMAS) or prose.ends_colon(sign))
        if cut and len(pieces := _whole(pieces)) > 1 and _said(pieces):
            yield _items(pieces, "A page ended inside a list: lines that had room for more are its other items.")
            continue
        led = below and len(pieces) > 1 and _leads(scan, above, pieces) and _alike(pieces)
        if led or (index >= _TOP and _labelled(pieces)):
            known += len(pieces)
            yield _items(pieces, "Lines that had room for more and begin alike: items of a list.")
        elif len(pieces := _whole(_pieces(scan, block))) > 1 and _said(pieces):
            if (below or above.counted) and prose.ends_colon(scan.slice(above)):
                others.append(pieces)
                inside[id(pieces)] = 0 if below else above.column
            elif bare and _even(pieces):
                loose.append(pieces)
    if bare and known + sum(map(len, others)) >= _SEVERAL:
        for pieces in others:
            reason = "Lines below a colon that had room for more, in a text that lost its bullets: items."
            yield _items(pieces, reason, inside.get(id(pieces), 0))
        for pieces in loose:
            yield _items(pieces, "Lines that had room for more and end alike, in a text that lost its bullets: items.")


def _cut(scan: Scan, index: int) -> bool:
    """Whether a block begins a page that goes on a list which a repair made of lines like these."""
    above, block = scan.blocks[index - 1], scan.blocks[index]
    return _made(scan, above) and scan.paged(above.end, block.start) and scan.once("came with markup", marked)


def marked(scan: Scan) -> bool:
    """Whether the text came with headings or bold: a plain one has repairs of its own, which look at it first."""
    return len(_MARKUP.findall(scan.origin)) > 1


def lost(scan: Scan, block: Block) -> bool:
    """Whether a paragraph holds several items on lines of their own, in a text none of whose bullets came with it."""
    if not scan.extracted or not scan.width or not scan.once("no bullets", _bulletless):
        return False
    return several(scan, block)


def several(scan: Scan, block: Block) -> bool:
    """Whether a paragraph holds several items on lines of their own, as far as its lines tell."""
    pieces = _whole(_pieces(scan, block))
    return len(pieces) > 1 and _said(pieces)


def _bulletless(scan: Scan) -> bool:
    return not any(block.bulleted and not _made(scan, block) for block in scan.blocks)


def _items(pieces: Sequence[_Piece], reason: str, inside: int = 0) -> Fix:
    starts = [_start(piece) for piece in pieces if piece.lines[0].kind is not Kind.ITEM]
    return Fix(tuple(Edit(start, start, f"{' ' * inside}- ") for start in starts), reason, 0.92)


def _even(pieces: Sequence[_Piece]) -> bool:
    """Whether pieces that no colon leads to are items: all end with a sign, or three or more and none does; all begin
    small, or none."""
    ends = {prose.tail(piece.text)[-1:] in _STOPS for piece in pieces}
    small = {prose.begins_lower(piece.text) for piece in pieces}
    return len(ends) == len(small) == 1 and (ends == {True} or len(pieces) >= _THREE)


def _made(scan: Scan, block: Block) -> bool:
    """Whether a repair made an item of this block."""
    return block.bulleted and not scan.came(block.start, block.body)


def _whole(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces, where what begins small goes on the one above that has no end, unless all begin small; what begins
    with a colon or a stop goes on it anyway."""
    whole: list[_Piece] = []
    small = [prose.begins_lower(piece.text) for piece in pieces]
    for piece, rest in zip(pieces, small, strict=True):
        if whole and (piece.text[:1] in _WITHIN or (rest and not all(small) and not _closes(whole))):
            whole[-1] = _Piece((*whole[-1].lines, *piece.lines))
        else:
            whole.append(piece)
    return whole


def _closes(whole: Sequence[_Piece]) -> bool:
    """Whether the last of some items may end so, before one that begins small: with a sign, if those above it do, or
    with a word that leads to the last one, if they begin small too."""
    *above, text = [piece.text for piece in whole]
    if prose.tail(text)[-1:] in _SIGNS:
        return all(prose.tail(other)[-1:] in _SIGNS for other in above)
    return prose.last_word(text) in hyphens.AND and prose.begins_lower(whole[0].text)


def _said(pieces: Sequence[_Piece]) -> bool:
    """Whether none is a line of code, of an address, of a quotation or of another list."""
    texts = [_LINK.sub("]", piece.text) for piece in pieces]
    if any(_CODE.search(text) or _OTHER.search(text) or shown.command(text) for text in texts):
        return False
    return not any(piece.lines[0].indent >= _INDENTED for piece in pieces)


def _pieces(scan: Scan, block: Block, *, led: bool = True) -> list[_Piece]:
    """The lines of a paragraph, parted where one had room for the next word; ``led``: something leads to a list, so
    that the width of the letters is asked too, as far as the longest line of the paragraph goes."""
    pieces: list[_Piece] = []
    lines: list[Line] = []
    room = line_room.room(scan) if led and scan.once("came with markup", marked) else None
    edge = max(_INSIDE, *(room.taken(seen(line.text), "") for line in block.lines)) if room else 0
    for line in block.lines:
        if lines and _ended(scan, lines[-1], line.text.split(maxsplit=1)[0], room, edge, led=led):
            pieces.append(_Piece(tuple(lines)))
            lines = []
        lines.append(line)
    return [*pieces, _Piece(tuple(lines))]


def _ended(scan: Scan, line: Line, word: str, room: line_room.Room | None, edge: float, *, led: bool) -> bool:
    """Whether a line had room for the word that comes next: by the number of characters, or by the width that they have
    in print, before the ``edge`` of the paragraph; behind a semicolon of a list little room is enough."""
    least = 1 if led and line.text.rstrip().endswith(";") else spacing.ROOM
    if printed(line.text) + 1 + len(word) < scan.width * least:
        return True
    text, word = seen(line.text), seen(word)
    if not room or not room.left(text, word) or _needs_more(scan, line.text):
        return False
    return room.taken(text, word) < edge


def _needs_more(scan: Scan, text: str) -> bool:
    """Whether a line ends with a word that needs another; "and" and "or" lead to the next item too."""
    return prose.open_word(text, scan.lang) and prose.last_word(text) not in hyphens.AND


def _leads(scan: Scan, above: Block, pieces: Sequence[_Piece]) -> bool:
    """Whether a paragraph leads to a list: with a colon, or with a comma to clauses that begin with the same words."""
    sign = prose.tail(scan.slice(above))[-1:]
    if prose.ends_colon(scan.slice(above)):
        return True
    words = [piece.text.casefold().split()[:2] for piece in pieces]
    return sign in tuple(prose.COMMAS) and all(two == words[0] for two in words) and len(words[0]) == 2


def _labelled(pieces: Sequence[_Piece]) -> bool:
    """Whether each of four pieces or more begins with a label and says what it means; names and dates, as letters begin
    with them, are shorter."""
    found = [_LABEL.match(piece.text) for piece in pieces]
    if len(pieces) < _LABELS or any(match is None for match in found):
        return False
    said = [len(piece.text[match.end() :].split()) for piece, match in zip(pieces, found, strict=True) if match]
    return sum(words >= _SAID for words in said) * 3 >= len(said) * 2 and not any(_CODE.search(p.text) for p in pieces)


def _alike(pieces: Sequence[_Piece]) -> bool:
    """Whether pieces are items of one list: all begin small, or none does, and all but the last end alike.

    Those without an end must begin with one word, or fill more than a line: lines of an address do neither.
    """
    texts = [piece.text for piece in pieces]
    if any(not prose.head(text).lstrip("`")[:1].isalpha() or _NUMBERED.match(text) for text in texts):
        return False
    if any(_CODE.search(text) or shown.command(text) for text in texts):
        return False
    if any(piece.lines[0].indent >= _INDENTED for piece in pieces):
        return False
    small = {prose.begins_lower(text) for text in texts}
    ends = [prose.tail(text)[-1:] in _SIGNS for text in texts]
    if len(small) > 1 or len(set(ends[:-1])) > 1 or (ends[-1] and not ends[0]):
        return False
    words = {prose.first_word(text).casefold() for text in texts}
    return ends[0] or len(words) == 1 or any(len(piece.lines) > 1 for piece in pieces[:-1])


def _start(piece: _Piece) -> int:
    line = piece.lines[0]
    return line.start + len(line.text) - len(line.text.lstrip())


RULE = Rule("list-lines", "Makes items of lines below a colon that had room for more.", find, after="unmarked-lists")
