# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an inline is to a translator: a pair of codes around text, or one code, with words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document.addresses import shows_address
from pipeline.model import Inline, InlineKind

PAIRED = frozenset(
    {
        InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.UNDERLINE, InlineKind.STRIKEOUT,
        InlineKind.INSERTED, InlineKind.MARKED,
        InlineKind.SUPERSCRIPT, InlineKind.SUBSCRIPT, InlineKind.SMALL_CAPS, InlineKind.QUOTED,
        InlineKind.LINK, InlineKind.ABBREVIATION, InlineKind.SPAN,
    }
)  # fmt: skip
# kind: (type, subType of XLIFF 2.0, ctype of XLIFF 1.2, the word for translators)
_TYPES = {
    InlineKind.EMPHASIS: ("fmt", "xlf:i", "italic", "emphasis"),
    InlineKind.STRONG: ("fmt", "xlf:b", "bold", "strong"),
    InlineKind.UNDERLINE: ("fmt", "xlf:u", "underlined", "underlined"),
    InlineKind.STRIKEOUT: ("fmt", "pariter:strikeout", "x-strikeout", "struck out"),
    InlineKind.INSERTED: ("fmt", "pariter:inserted", "x-inserted", "inserted later"),
    InlineKind.MARKED: ("fmt", "pariter:marked", "x-marked", "marked"),
    InlineKind.SUPERSCRIPT: ("fmt", "pariter:superscript", "x-superscript", "superscript"),
    InlineKind.SUBSCRIPT: ("fmt", "pariter:subscript", "x-subscript", "subscript"),
    InlineKind.SMALL_CAPS: ("fmt", "pariter:small-caps", "x-small-caps", "small capitals"),
    InlineKind.QUOTED: ("quote", "pariter:quotation", "x-quotation", "quotation (the marks are set by the language)"),
    InlineKind.LINK: ("link", "pariter:link", "link", "link"),
    InlineKind.ABBREVIATION: ("other", "pariter:abbreviation", "x-abbreviation", "abbreviation"),
    InlineKind.SPAN: ("other", "pariter:span", "x-span", "span"),
    InlineKind.LINE_BREAK: ("fmt", "xlf:lb", "lb", "line break"),
    InlineKind.CODE: ("other", "pariter:code", "x-code", "code"),
    InlineKind.MATH: ("other", "pariter:math", "x-math", "formula"),
    InlineKind.IMAGE: ("image", "pariter:image", "image", "image"),
    InlineKind.NOTE: ("other", "pariter:note", "x-note", "footnote call"),
}


@dataclass(frozen=True)
class Code:
    """One inline code of a unit.

    ``id`` counts in the unit from "1". ``opening`` and ``closing`` are the source's own markup (``closing`` is
    empty for a code without content). ``text`` is what a reader gets in its place. ``flows`` are the ids of
    the units that hold its texts (a note, an alternative text, an expansion).
    """

    id: str
    inline: Inline
    paired: bool
    opening: str
    closing: str
    type: str
    subtype: str
    ctype: str
    word: str
    text: str = ""
    flows: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        """What makes two codes the same code, wherever they stand: kind and markup."""
        return f"{self.inline.kind}\0{self.opening}\0{self.closing}"


def is_paired(piece: Inline) -> bool:
    """Whether an inline surrounds text for translation; an address that is its own text does not."""
    if piece.kind not in PAIRED or not piece.children:
        return False
    if piece.kind is InlineKind.LINK:
        return not shows_address(piece)
    if piece.kind is InlineKind.SPAN and piece.pos is not None:
        # Words that stand in the place of a picture that cannot be used have no place of their own.
        return any(child.pos is not None for child in piece.children)
    return True


def describe(number: int, piece: Inline, source: str, flows: tuple[str, ...]) -> Code:
    """The code for ``piece``: its ``number`` in the unit, the clean source, the units of its texts."""
    paired = is_paired(piece)
    kind, subtype, ctype, word = _TYPES[piece.kind]
    if piece.kind is InlineKind.SPAN:
        subtype, word = _span(piece)
    opening, closing = _markup(piece, source, paired=paired)
    text = "" if paired else _plain(piece)
    return Code(str(number), piece, paired, opening, closing, kind, subtype, ctype, word, text, flows)


def _span(piece: Inline) -> tuple[str, str]:
    if "bdi" in piece.attr.classes or (piece.dir and not piece.lang):
        return "pariter:isolate", f"text kept apart in its direction ({piece.dir or 'its own'})"
    if piece.lang:
        return "pariter:language", f"text in another language ({piece.lang})"
    return "pariter:span", "span"


def _plain(piece: Inline) -> str:
    if piece.kind in (InlineKind.LINK, InlineKind.SPAN):
        return "".join(child.text for child in piece.children)
    if piece.kind is InlineKind.LINE_BREAK:
        return "\n"
    if piece.kind is InlineKind.NOTE:
        return ""
    return piece.text


def _markup(piece: Inline, source: str, *, paired: bool) -> tuple[str, str]:
    """The source's characters before and after an inline's content."""
    if piece.pos is None:
        return "", ""
    inner = content_range(piece, source) if paired else None
    if inner is None:
        return source[piece.pos.start : piece.pos.end], ""
    return source[piece.pos.start : inner[0]], source[inner[1] : end_of(piece, source)]


def content_range(piece: Inline, source: str) -> tuple[int, int] | None:
    """Where the content of an inline stands in the source; None where that is not known."""
    if piece.pos is None or not piece.children:
        return None
    first, last = piece.children[0], piece.children[-1]
    if first.pos is None or last.pos is None:
        return None
    return first.pos.start, end_of(last, source)


def end_of(piece: Inline, source: str) -> int:
    """Where an inline ends. Of ``***both***`` pandoc says that the outer ends before the inner does; then the
    outer's mark is the one that follows."""
    assert piece.pos is not None
    inner = content_range(piece, source)
    if inner is None or inner[1] <= piece.pos.end - 1:
        return piece.pos.end
    mark = source[piece.pos.start : inner[0]]
    follows = mark and set(mark) <= set("*_~^") and source.startswith(mark, inner[1])
    return inner[1] + len(mark) if follows else piece.pos.end


def note_for(code: Code) -> str:
    """One line for the translator that says what a code is."""
    around = "around text" if code.paired else "stands for"
    piece = code.inline
    if piece.kind is InlineKind.LINK:
        return f"{code.id}: link to {piece.target}" + ("" if code.paired else " (the address itself)")
    if piece.kind is InlineKind.ABBREVIATION:
        return f"{code.id}: abbreviation of “{piece.title}”; write the abbreviation used in your language"
    if piece.kind is InlineKind.NOTE:
        label = piece.note.label if piece.note is not None else ""
        return f"{code.id}: call of footnote {label}; its text is a unit of its own"
    if piece.kind is InlineKind.IMAGE:
        return f"{code.id}: image {piece.target}; its alternative text is a unit of its own"
    if piece.kind is InlineKind.LINE_BREAK:
        return f"{code.id}: line break"
    return f"{code.id}: {code.word} {around}" + ("" if code.paired else f" {code.text[:60]}")
