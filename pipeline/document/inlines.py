# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pandoc's inline nodes as ours: positions kept, runs of text merged, raw HTML read or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pipeline.document.context import Context
from pipeline.document.html import ELEMENTS, Tag, inline_of, read_tag
from pipeline.document.money import is_amount
from pipeline.document.runs import merge_runs
from pipeline.document.signs import as_written
from pipeline.model import NO_ATTR, Attr, Block, Inline, InlineKind, Pos, Severity

Ast = dict[str, Any]
WRAPPED = {
    "Emph": InlineKind.EMPHASIS, "Strong": InlineKind.STRONG, "Underline": InlineKind.UNDERLINE,
    "Strikeout": InlineKind.STRIKEOUT, "Superscript": InlineKind.SUPERSCRIPT,
    "Subscript": InlineKind.SUBSCRIPT, "SmallCaps": InlineKind.SMALL_CAPS,
}  # fmt: skip
ReadNote = Callable[[list[Ast], Context], Block]


def attr_of(raw: list[Any]) -> tuple[str, Attr, str]:
    """Identifier, attributes and position of a pandoc attribute triple."""
    identifier, classes, pairs = raw
    kept = tuple((key, value) for key, value in pairs if key not in ("data-pos", "wrapper"))
    # A block in an item has the place of the list before its own.
    position = next((value for key, value in reversed(pairs) if key == "data-pos"), "")
    if not classes and not kept:
        return identifier, NO_ATTR, position
    return identifier, Attr(tuple(classes), kept), position


def is_wrapper(raw: list[Any]) -> bool:
    """Whether a Span or Div is there only to carry a position."""
    return any(key == "wrapper" for key, _ in raw[2])


def read_inlines(nodes: Sequence[Ast], context: Context, read_note: ReadNote) -> tuple[Inline, ...]:
    """Inlines of one block: ``read_note`` turns the blocks of a footnote into its block."""
    pieces: list[Inline | Tag] = []
    for node in nodes:
        pieces.extend(_read(node, None, context, read_note))
    return merge_runs(_pair(pieces, context), context.text)


def _read(node: Ast, pos: Pos | None, context: Context, read_note: ReadNote) -> list[Inline | Tag]:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind == "Span" and is_wrapper(content[0]):
        inside = context.lines.pos(attr_of(content[0])[2]) or pos
        return [piece for child in content[1] for piece in _read(child, inside, context, read_note)]
    if kind == "Str":
        content = content or _call_in_note(pos, context)
        return [Inline(InlineKind.TEXT, content, pos=pos)]
    if kind == "Space":
        return [Inline(InlineKind.TEXT, " ", pos=pos)]
    if kind == "SoftBreak":
        return [Inline(InlineKind.SOFT_BREAK, pos=pos)]
    if kind == "LineBreak":
        return [Inline(InlineKind.LINE_BREAK, pos=pos)]
    if kind in WRAPPED:
        piece = Inline(WRAPPED[kind], children=read_inlines(content, context, read_note), pos=pos)
        return [*as_written(piece, context)]
    if kind == "RawInline":
        return _read_raw(content, pos, context)
    return [_read_rich(kind, content, pos, context, read_note)]


def _call_in_note(pos: Pos | None, context: Context) -> str:
    """The mark of a note that is called inside a note, which Markdown does not know: it is said, and kept as text."""
    mark = context.text[pos.start : pos.end] if pos else ""
    if not mark.startswith("[^"):
        return ""
    message = f"The note {mark} is called inside another note, which Markdown does not know."
    fix = "Write its text into the outer note, or call it in the text."
    context.notice("note-in-note", message, fix, pos, Severity.ERROR)
    return mark


def _read_rich(kind: str, content: Any, pos: Pos | None, context: Context, read_note: ReadNote) -> Inline:
    if kind == "Note":
        return Inline(InlineKind.NOTE, note=read_note(content, context), pos=pos)
    if kind == "Math" and is_amount(content[0]["t"], pos, context):
        return Inline(InlineKind.TEXT, context.text[pos.start : pos.end] if pos else "", pos=pos)
    if kind == "Math":
        display = Attr(("display",)) if content[0]["t"] == "DisplayMath" else NO_ATTR
        return Inline(InlineKind.MATH, content[1].strip(), attr=display, pos=pos)
    if kind == "Quoted":
        marks = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
        inner = read_inlines(content[1], context, read_note)
        around = (Inline(InlineKind.TEXT, marks[0]), *inner, Inline(InlineKind.TEXT, marks[1]))
        return Inline(InlineKind.SPAN, children=around, pos=pos)
    if kind == "Cite":
        return Inline(InlineKind.SPAN, children=read_inlines(content[1], context, read_note), pos=pos)
    identifier, attr, position = attr_of(content[0])
    pos = context.lines.pos(position) or pos
    common: dict[str, Any] = {"lang": attr.get("lang"), "dir": attr.get("dir"), "pos": pos}
    common["attr"] = _with_id(attr, identifier)
    if kind == "Code":
        return Inline(InlineKind.CODE, content[1], **common)
    children = read_inlines(content[1], context, read_note)
    if kind == "Link":
        return context.safe_link(Inline(InlineKind.LINK, "", children, content[2][0], content[2][1], **common))
    if kind == "Image":
        return _image(Inline(InlineKind.IMAGE, "", children, content[2][0], content[2][1], **common))
    if "mark" in attr.classes:
        return Inline(InlineKind.MARKED, children=children, **common)
    if "abbr" in attr.classes and attr.get("title"):  # the element, in a block of HTML
        return Inline(InlineKind.ABBREVIATION, children=children, title=attr.get("title"), **common)
    if attr.get("abbr"):
        return Inline(InlineKind.ABBREVIATION, children=children, title=attr.get("abbr"), **common)
    return Inline(InlineKind.SPAN, children=children, **common)


def _with_id(attr: Attr, identifier: str) -> Attr:
    return replace(attr, pairs=(("id", identifier), *attr.pairs)) if identifier else attr


def _image(piece: Inline) -> Inline:
    """An image's alternative is the bracketed text, or ``alt=``; then the bracketed text is its caption."""
    from pipeline.document.text import text_of

    bracketed = text_of(piece.children)
    if any(key == "alt" for key, _ in piece.attr.pairs):
        alt = piece.attr.get("alt")
        if not alt and not bracketed:  # as in HTML: nothing to say of it
            return replace(piece, attr=replace(piece.attr, classes=(*piece.attr.classes, "decorative")))
        return replace(piece, text=alt)
    if "decorative" in piece.attr.classes:
        return replace(piece, text="", children=())
    return replace(piece, text=bracketed, children=())


def _read_raw(content: list[str], pos: Pos | None, context: Context) -> list[Inline | Tag]:
    form, raw = content
    tag = read_tag(raw) if form == "html" else None
    if tag is not None and tag.name not in ELEMENTS:
        return [Inline(InlineKind.TEXT, raw, pos=pos)]  # «<name>» in a text is words, no markup
    if tag is not None:
        return [replace(tag, pos=pos)]
    if form != "html" or not raw.startswith("<!--"):
        context.refuse(raw, form, pos)
    return []


def _pair(pieces: list[Inline | Tag], context: Context) -> list[Inline]:
    """Opening and closing HTML tags around inlines become the inline that they mean; a tag that is not
    allowed, or has no partner, is left out and said, never what stands between."""
    stack: list[tuple[Tag | None, list[Inline]]] = [(None, [])]
    for piece in pieces:
        if isinstance(piece, Inline):
            stack[-1][1].append(piece)
        elif piece.void:
            stack[-1][1].extend(inline_of(piece, [], context, piece.pos))
        elif not piece.closing:
            stack.append((piece, []))
        elif any(opened is not None and opened.name == piece.name for opened, _ in stack):
            _close(stack, piece, context)
        else:
            context.refuse(f"</{piece.name}>", "html", piece.pos)
    while len(stack) > 1:
        opened, inner = stack.pop()
        if opened is not None:
            context.refuse(f"<{opened.name}>", "html", opened.pos)
        stack[-1][1].extend(inner)
    return stack[0][1]


def _close(stack: list[tuple[Tag | None, list[Inline]]], piece: Tag, context: Context) -> None:
    while True:
        opened, inner = stack.pop()
        assert opened is not None
        if opened.name == piece.name:
            start = opened.pos.start if opened.pos else None
            pos = Pos(start, piece.pos.end, opened.pos.line) if start is not None and piece.pos and opened.pos else None
            stack[-1][1].extend(inline_of(opened, inner, context, pos))
            return
        context.refuse(f"<{opened.name}>", "html", opened.pos)
        stack[-1][1].extend(inner)
