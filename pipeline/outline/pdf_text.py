# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of the marked contents of a PDF.

An ActualText counts instead of what it encloses (ISO 32000-2, 14.9.4); artifacts count for nothing. What a code of
a font stands for is playa's answer: its encodings, maps and glyph names are a world of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.outline.pdf_content import Content, Paint
from pipeline.outline.pdf_tree import Mark

Problem = Callable[[str], None]


class Contents:
    """The texts of all marked contents of a file, and under ``stray`` by page the text that stands in none.

    In: what is painted, the file's bytes for its fonts, and where to report what could not be read.
    """

    def __init__(self, content: Content, data: bytes, problem: Problem) -> None:
        self.stray: dict[int, str] = {}
        parts: dict[Mark, list[str]] = {}
        fonts = Fonts(data)
        told: set[int] = set()
        for paint in content.paints:
            if paint.kind != "text" or paint.artifact:
                continue
            try:
                text = self._text(paint, fonts, told)
            except Exception as error:  # noqa: BLE001 a broken font may break its reader in any way
                problem(f"Some text of page {paint.page + 1} could not be read ({type(error).__name__}).")
                continue
            mark = paint.mark
            if mark is not None:
                parts.setdefault(Mark(paint.page, mark.form, mark.mcid), []).append(text)
            elif text.strip():
                self.stray[paint.page] = self.stray.get(paint.page, "") + text
        for said in content.problems:
            problem(f"{said[:1].upper()}{said[1:]}.")
        self.texts: dict[Mark, str] = {mark: "".join(pieces) for mark, pieces in parts.items()}

    def _text(self, paint: Paint, fonts: Fonts, told: set[int]) -> str:
        """The text of one piece; an ActualText once for all the pieces in it."""
        for mark in paint.marks:
            if mark.actual is not None:
                first = id(mark) not in told
                told.add(id(mark))
                return mark.actual if first else ""
        return fonts.decoded(paint)


class Fonts:
    """What the codes of the fonts of one file stand for; fonts are known by the objects that paints hold."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._known: dict[int, _Codes] = {}

    def decoded(self, paint: Paint) -> str:
        """The characters of a text."""
        if paint.font is None:
            raise ValueError("a text without a font")
        codes = self._known.get(id(paint.font))
        if codes is None:
            codes = self._known[id(paint.font)] = _Codes(self._font(paint.font))
        return "".join([codes[code] for code in paint.codes])

    def _font(self, obj: Any) -> Any:
        import logging

        import playa
        from playa.parser import ObjectParser

        if self._document is None:
            logging.getLogger("playa").setLevel(logging.CRITICAL)
            self._document = playa.parse(self._data, space="default")
        number = obj.objgen[0]
        spec = self._document[number] if number else next(iter(ObjectParser(obj.unparse(), self._document)))[1]
        return self._document.get_font(number, spec)


class _Codes(dict[bytes, str]):
    """The texts of the codes of one font, each worked out once."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: bytes) -> str:
        text = self[code] = "".join([text for _, text in self._font.decode(code)])
        return text
