# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of the marked contents of a PDF.

An ActualText counts instead of what it encloses (ISO 32000-2, 14.9.4); artifacts count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.outline.pdf_codes import Fonts
from pipeline.outline.pdf_content import Content, Paint
from pipeline.outline.pdf_tree import Mark

Problem = Callable[[str], None]


class Contents:
    """The texts of all marked contents of a file, and under ``stray`` by page the text that stands in none; under
    ``langs`` the languages that marked contents say themselves.

    In: what is painted, and where to report what could not be read.
    """

    def __init__(self, content: Content, problem: Problem) -> None:
        self.stray: dict[int, str] = {}
        self.langs: dict[Mark, str] = {}
        parts: dict[Mark, list[str]] = {}
        fonts = Fonts()
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
                key = Mark(paint.page, mark.form, mark.mcid)
                parts.setdefault(key, []).append(text)
                if mark.lang:
                    self.langs[key] = mark.lang
            elif text.strip():
                self.stray[paint.page] = self.stray.get(paint.page, "") + text
        for said in content.problems:
            problem(f"{said[:1].upper()}{said[1:]}.")
        self.texts: dict[Mark, str] = {mark: "".join(pieces) for mark, pieces in parts.items()}

    def _text(self, paint: Paint, fonts: Fonts, told: set[int]) -> str:
        """The text of one piece; an ActualText once for all the pieces in it."""
        said = paint.marks.said
        if said is None:
            return fonts.decoded(paint)
        first = id(said) not in told
        told.add(id(said))
        return (said.actual or "") if first else ""
