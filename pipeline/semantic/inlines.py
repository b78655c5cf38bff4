# SPDX-License-Identifier: AGPL-3.0-or-later
"""Inlines as XHTML."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from pipeline.document.text import joins
from pipeline.document.values import SIZE
from pipeline.model import Inline, InlineKind
from pipeline.semantic.names import element, text
from pipeline.semantic.work import Work

SIMPLE = {
    InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.STRIKEOUT: "del",
    InlineKind.SUPERSCRIPT: "sup", InlineKind.SUBSCRIPT: "sub", InlineKind.QUOTED: "q",
    InlineKind.INSERTED: "ins", InlineKind.MARKED: "mark",
}  # fmt: skip
CLASSED = {InlineKind.UNDERLINE: "underline", InlineKind.SMALL_CAPS: "small-caps"}


def add_inlines(parent: etree._Element, inlines: Sequence[Inline], work: Work) -> None:
    """Append inlines to ``parent``."""
    for index, piece in enumerate(inlines):
        if piece.kind is InlineKind.TEXT:
            text(parent, piece.text)
        elif piece.kind is InlineKind.SOFT_BREAK:
            text(parent, "" if joins(inlines, index) else " ")
        elif piece.kind is InlineKind.LINE_BREAK:
            element(parent, "br")
        else:
            _add(parent, piece, work)


def _add(parent: etree._Element, piece: Inline, work: Work) -> None:
    common = {"id": work.own_id(piece.attr.get("id")), "lang": piece.lang, "dir": piece.dir}
    if piece.attr.get("translate") == "no" or "notranslate" in piece.attr.classes:
        common["translate"] = "no"
    if piece.kind is InlineKind.CODE:
        text(element(parent, "code", common), piece.text)
    elif piece.kind is InlineKind.MATH:
        _add_formula(parent, piece, work)
    elif piece.kind is InlineKind.NOTE:
        _add_call(parent, piece, work)
    elif piece.kind is InlineKind.IMAGE:
        add_image(parent, piece, common["id"])
    elif piece.kind is InlineKind.LINK:
        target = work.target(piece.target)
        made = element(parent, "a", common | {"href": target, "title": piece.title})
        add_inlines(made, piece.children, work)
    elif piece.kind is InlineKind.ABBREVIATION:
        add_inlines(element(parent, "abbr", common | {"title": piece.title}), piece.children, work)
    elif piece.kind in SIMPLE:
        add_inlines(element(parent, SIMPLE[piece.kind], common), piece.children, work)
    elif piece.kind in CLASSED:
        add_inlines(element(parent, "span", common | {"class": CLASSED[piece.kind]}), piece.children, work)
    else:
        _add_span(parent, piece, common, work)


def _add_span(parent: etree._Element, piece: Inline, common: dict[str, str], work: Work) -> None:
    if "bdi" in piece.attr.classes:
        made = element(parent, "bdi", common)
    elif any(common.values()):
        made = element(parent, "span", common)
    else:
        made = parent  # a span that says nothing is no element
    add_inlines(made, piece.children, work)


def add_image(parent: etree._Element, piece: Inline, identifier: str = "") -> etree._Element:
    """An image. One without an alternative has no ``alt``: an empty one would say that it only decorates."""
    made = element(parent, "img", {"src": piece.target, "id": identifier, "title": piece.title})
    if piece.text or "decorative" in piece.attr.classes:
        made.set("alt", piece.text)
    size = _size(_length(piece.attr.get("width").strip()), _length(piece.attr.get("height").strip()))
    if size:
        made.set("style", size)
    if "decorative" in piece.attr.classes:
        made.set("role", "presentation")
    details = piece.attr.get("longdesc").removeprefix("#")
    if details:
        made.set("aria-details", details)
    return made


def _size(width: str, height: str) -> str:
    """The size of a picture as a style. Where both sides are given the height follows the width, in their ratio: on a
    narrow page, which cuts the width, a height of its own would draw the picture out of shape."""
    wide, high = SIZE.fullmatch(width), SIZE.fullmatch(height)
    if wide and high and wide[2] == high[2] != "%" and float(wide[1]) and float(high[1]):
        return f"width:{width};height:auto;aspect-ratio:{wide[1]}/{high[1]}"
    return ";".join(f"{key}:{value}" for key, value in (("width", width), ("height", height)) if value)


def _length(written: str) -> str:
    """A size as CSS has it, a number alone in pixels, as pandoc reads it; "" for what is no size."""
    found = SIZE.fullmatch(written)
    return f"{written}{'' if found[2] else 'px'}" if found else ""


def _add_formula(parent: etree._Element, piece: Inline, work: Work) -> None:
    made = copy.deepcopy(work.formulas[piece.text, "display" in piece.attr.classes])
    made.tail = None
    if not made.get("alttext"):
        made.set("alttext", work.spoken(parent, made))
    parent.append(made)


def _add_call(parent: etree._Element, piece: Inline, work: Work) -> None:
    """A note call: first and later calls of one note have ids of their own, so each has its way back."""
    if piece.note is None:
        return
    number, call_id = work.call(piece.note)
    made = element(parent, "a", {"class": "note-call", "role": "doc-noteref", "id": call_id, "href": f"#fn-{number}"})
    text(element(made, "sup"), number)
