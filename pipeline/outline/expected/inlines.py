# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inline parts that a reader must get: inlines and format → nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.document.front import FrontLine
from pipeline.document.text import fold, raw_text, walk_inlines
from pipeline.model import Block, Format, Inline, InlineKind, Node, Role

WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")  # an address with its scheme
INLINE_ROLES = {
    InlineKind.EMPHASIS: Role.EMPHASIS, InlineKind.STRONG: Role.STRONG, InlineKind.SUPERSCRIPT: Role.SUPERSCRIPT,
    InlineKind.SUBSCRIPT: Role.SUBSCRIPT, InlineKind.QUOTED: Role.QUOTATION, InlineKind.CODE: Role.INLINE_CODE,
    InlineKind.ABBREVIATION: Role.ABBREVIATION, InlineKind.LINK: Role.LINK, InlineKind.IMAGE: Role.IMAGE,
    InlineKind.MATH: Role.FORMULA, InlineKind.NOTE: Role.NOTE_CALL, InlineKind.STRIKEOUT: Role.DELETED,
}  # fmt: skip


@dataclass
class Making:
    """What one outline needs to know while it is made."""

    format: Format
    texts: Mapping[str, str]
    lang: str
    dir: str
    notices: Mapping[str, FrontLine]
    said: Callable[[Block, Making, str, str], Node]  # a note as a node, where its format has it beside its call
    notes: list[Block] = field(default_factory=list)
    known: set[str] = field(default_factory=set)


def reading_text(inlines: Sequence[Inline]) -> str:
    """The text of inlines as a reader gets it, calls of notes as their numbers, formulas as their TeX."""
    return fold(raw_text(inlines, calls=True))


def inlines_of(inlines: Sequence[Inline], making: Making, lang: str, dir: str) -> list[Node]:
    """The nodes of inlines, in ``lang`` and ``dir`` where they have no other."""
    found: list[Node] = []
    for piece in inlines:
        own_lang, own_dir = piece.lang or lang, piece.dir or dir
        children = tuple(inlines_of(piece.children, making, own_lang, own_dir))
        if piece.kind is InlineKind.NOTE and piece.note is not None:
            found.extend(_call(piece.note, making, lang, dir))
            continue
        role = INLINE_ROLES.get(piece.kind)
        if role is Role.LINK and _is_dead(piece, making):
            role = None  # plain text there
        if role is None and piece.kind is InlineKind.SPAN and (piece.lang or piece.dir):
            role = Role.SPAN
        if role is Role.IMAGE and not piece.text and making.format is Format.PDF:
            continue
        if role is None:
            found.extend(children)
        else:
            text = reading_text((piece,)) if role is not Role.IMAGE else ""
            found.append(Node(role, text, children, 0, own_lang, own_dir, _inline_attrs(piece, making)))
    return found


def _is_dead(link: Inline, making: Making) -> bool:
    """Whether a link can be none in its format: to an id that nothing has, in a book by a path on a site, in a PDF
    without an address or anything to show."""
    if making.format is Format.HTML:
        return False
    if link.target.startswith("#"):
        return link.target[1:] not in making.texts or (making.format is Format.PDF and _is_empty(link))
    if making.format is Format.EPUB:
        return not WHOLE.match(link.target)
    return not link.target or _is_empty(link)


def _is_empty(link: Inline) -> bool:
    pictures = any(piece.kind is InlineKind.IMAGE for piece in walk_inlines(link.children))
    return not pictures and not reading_text(link.children)


def _call(note: Block, making: Making, lang: str, dir: str) -> list[Node]:
    first = note.id not in making.known
    target = "#" + making.texts.get(note.id, "")
    call = Node(Role.NOTE_CALL, note.label, (), 0, lang, dir, {"target": target, "label": note.label})
    if first:
        making.known.add(note.id)
        making.notes.append(note)
    if first and making.format is Format.PDF:
        # Beside its call, and yet in the language of the place where it is written.
        return [call, making.said(note, making, making.lang, making.dir)]
    return [call]


def _inline_attrs(piece: Inline, making: Making) -> dict[str, str]:
    attrs: dict[str, str] = {}
    if piece.kind is InlineKind.LINK:
        local = piece.target.startswith("#")
        attrs["target"] = "#" + making.texts.get(piece.target[1:], "") if local else piece.target
    elif piece.kind is InlineKind.ABBREVIATION:
        attrs["expansion"] = piece.title
    elif piece.kind is InlineKind.MATH:
        attrs["tex"] = piece.text
    elif piece.kind is InlineKind.IMAGE:
        attrs["alt"] = piece.text
    return attrs
