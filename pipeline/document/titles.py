# SPDX-License-Identifier: AGPL-3.0-or-later
"""Titles where nothing but plain text can stand (metadata, the name of a window): their formulas in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.document.maths import mathml
from pipeline.document.text import fold, title_of, walk_inlines
from pipeline.model import Block, Inline, InlineKind
from pipeline.speech import words

_FORMULA = re.compile(r"(?<![\w$\\])\$(?=[^\s$])([^$]*?[^\s$\\])\$(?![\w$])")
"""A formula as Markdown has it, with no letter or digit beside it: a title may also speak of money."""


def of_setting(title: str) -> tuple[Inline, ...]:
    """A title that is a setting, which is plain text but for its formulas (``$…$``)."""
    pieces: list[Inline] = []
    reached = 0
    folded = fold(title)
    for found in _FORMULA.finditer(folded):
        pieces.append(Inline(InlineKind.TEXT, folded[reached : found.start()]))
        pieces.append(Inline(InlineKind.MATH, found[1]))
        reached = found.end()
    pieces.append(Inline(InlineKind.TEXT, folded[reached:]))
    return tuple(piece for piece in pieces if piece.text)


def name_of(heading: Block, lang: str) -> str:
    """The words of a heading as plain text, its formulas told in ``lang``, or in the heading's own language; as TeX
    where that cannot be said."""
    tongue = heading.lang or lang
    formulas = [piece for piece in walk_inlines(heading.inlines) if piece.kind is InlineKind.MATH]
    if not formulas:
        return title_of(heading)
    made = mathml([(piece.text, False) for piece in formulas])
    said = {piece.text: words(one, tongue) or piece.text for piece, one in zip(formulas, made, strict=True)}
    return title_of(replace(heading, inlines=tuple(_spoken(piece, said) for piece in heading.inlines)))


def _spoken(piece: Inline, said: Mapping[str, str]) -> Inline:
    if piece.kind is InlineKind.MATH:
        return replace(piece, kind=InlineKind.TEXT, text=said[piece.text])
    return replace(piece, children=tuple(_spoken(child, said) for child in piece.children))
