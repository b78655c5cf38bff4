# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that stand in a text as they are become links: on paper and by ear they are words, on a screen they lead.

What counts as one follows GitHub's Markdown (GFM 0.29, 6.9): ``https://…``, ``www.…``, an e-mail address. It is looked
for in what pandoc has read, so that code, formulas and links are left alone and an escape or an entity is what it
stands for. (Pandoc's ``autolink_bare_uris`` takes closing quotation marks, Chinese full stops and the backslash of a
hard break into the address.) An address that emphasis or braces cut in two is left as words: half of one leads
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document.text import cut, is_wide
from pipeline.model import Block, Inline, InlineKind, Pos

_CANDIDATE = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[^\s<>\"`{}|\\^\[\]«»‹›“”„‟‘’‚،؛؟۔।\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    r"|(?:mailto:)?(?P<mail>[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@-]))",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:\w+://)?(?:[^\W_](?:[\w-]{0,62}\.))+[^\W_][\w-]{0,62}(?::\d{1,5})?(?:[/?#].*)?", re.DOTALL)
_AT_END = re.compile(r"[?!.,:;*_~'…]+$")
_CUT = frozenset("{[\\^`|")
_CITATION = re.compile(r"\[\d{1,3}\]")
_ENTERED = frozenset({
    InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.UNDERLINE, InlineKind.STRIKEOUT, InlineKind.INSERTED,
    InlineKind.MARKED, InlineKind.SUPERSCRIPT, InlineKind.SUBSCRIPT, InlineKind.SMALL_CAPS, InlineKind.QUOTED,
    InlineKind.SPAN,
})  # fmt: skip
_NO_PART = frozenset({InlineKind.SOFT_BREAK, InlineKind.LINE_BREAK, InlineKind.NOTE, InlineKind.IMAGE})


def link_addresses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with each address that stands in their words a link to it."""
    notes: dict[int, Block] = {}
    return tuple(_block(block, notes) for block in blocks)


def shows_address(piece: Inline) -> bool:
    """Whether a link's words are its own address: no language, and no words for a translator."""
    if piece.kind is not InlineKind.LINK:
        return False
    shown = "".join(child.text for child in piece.children).strip()
    return shown == piece.target or piece.target in (f"mailto:{shown}", f"tel:{shown}", f"http://{shown}")


def _block(block: Block, notes: dict[int, Block]) -> Block:
    """A note that is called twice stays one and the same block."""
    if id(block) not in notes:
        notes[id(block)] = replace(
            block,
            inlines=_inlines(block.inlines, notes),
            blocks=tuple(_block(child, notes) for child in block.blocks),
        )
    return notes[id(block)]


def _inlines(inlines: tuple[Inline, ...], notes: dict[int, Block]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    run: list[Inline] = []
    for piece in inlines:
        if piece.kind is InlineKind.TEXT:
            run.append(piece)
            continue
        found += _linked(run, goes_on=piece.kind not in _NO_PART)
        run = []
        if piece.note is not None:
            piece = replace(piece, note=_block(piece.note, notes))  # noqa: PLW2901 - the same piece, its note linked
        elif piece.kind in _ENTERED and piece.children:
            piece = replace(piece, children=_inlines(piece.children, notes))  # noqa: PLW2901 - as above
        found.append(piece)
    return (*found, *_linked(run, goes_on=False))


def _linked(run: Sequence[Inline], *, goes_on: bool) -> list[Inline]:
    """Runs of text that touch, with links in them; ``goes_on``: something that is no text touches their end."""
    text = "".join(piece.text for piece in run)
    if "://" not in text and "@" not in text and "www." not in text.lower():
        return list(run)
    found: list[Inline] = []
    reached = 0
    for address in _addresses(text, goes_on=goes_on):
        found += _cut(run, reached, address.start)
        words = _cut(run, address.start, address.end)
        first, last = words[0].pos, words[-1].pos
        pos = Pos(first.start, last.end, first.line) if first is not None and last is not None else None
        found.append(Inline(InlineKind.LINK, "", tuple(words), address.target, pos=pos))
        reached = address.end
    return [*found, *_cut(run, reached, len(text))]


@dataclass(frozen=True, slots=True)
class _Address:
    """Where an address stands in a text, and where it leads."""

    start: int
    end: int
    target: str


def _addresses(text: str, *, goes_on: bool) -> Iterator[_Address]:
    place = 0
    while found := _CANDIDATE.search(text, place):
        start = found.start()
        if found.group("mail"):
            place = found.end()
            address = _mail(text, found, goes_on=goes_on)
        else:
            whole = _before_wide(found.group())
            place = start + len(whole)
            address = _page(text, start, _without_end(whole), goes_on=goes_on)
        if address is not None and not (start and _joins(text[start - 1])):
            yield address


def _mail(text: str, found: re.Match[str], *, goes_on: bool) -> _Address | None:
    end = found.end()
    more = text[end + 1 : end + 2].strip() or (goes_on and end + 1 == len(text))
    if more and text[end] in ":/":  # «git@host:path»
        return None
    return _Address(found.start(), end, f"mailto:{found.group('mail')}")


def _page(text: str, start: int, shown: str, *, goes_on: bool) -> _Address | None:
    end = start + len(shown)
    after = text[end : end + 1]
    half = (goes_on and not after) or (after in _CUT and not _CITATION.match(text, end))
    if half or not _HOST.fullmatch(shown):
        return None
    return _Address(start, end, shown if "://" in shown else f"http://{shown}")


def _joins(before: str) -> bool:
    """Whether what stands before makes an address part of something larger. Chinese has no space there."""
    return before in "_.+/@%-=" or (before.isalnum() and not is_wide(before))


def _before_wide(address: str) -> str:
    """An address up to the Chinese or Japanese words that follow it without a space; those of its own path stay."""
    for index, character in enumerate(address):
        before = address[index - 1]
        if is_wide(character) and not (character.isalnum() and (before in "/=_-" or is_wide(before))):
            return address[:index]
    return address


def _without_end(address: str) -> str:
    """An address without the marks of the sentence around it, and without a bracket that it does not open."""
    while True:
        shorter = _AT_END.sub("", address)
        if shorter[-1:] == ")" and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _cut(run: Sequence[Inline], start: int, end: int) -> list[Inline]:
    """The part of a run from ``start`` to ``end``, each piece with its place in the source."""
    found: list[Inline] = []
    offset = 0
    for piece in run:
        first, last = max(start - offset, 0), min(end - offset, len(piece.text))
        if first < last:
            found.append(cut(piece, first, last))
        offset += len(piece.text)
    return found
