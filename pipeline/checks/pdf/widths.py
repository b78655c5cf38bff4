# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far the glyphs of a font reach (ISO 32000-2, 9.2.4 and 9.7.4.3), to know where on a page a text ends."""

from __future__ import annotations

from pipeline.checks.pdf.fonts import Font, cid_widths
from pipeline.outline.pdf_codes import numbers

USUAL = 1000.0


class Widths:
    """The widths of the glyphs of a font, in parts of the size of the text."""

    def __init__(self, font: Font) -> None:
        self._wide = font.subtype == "Type0"
        self._known: dict[int, float] = {}
        self._reached: dict[bytes, float] = {}
        self._other = 0.0
        self._unit = 0.001
        if self._wide:
            self._known = cid_widths(font.descendant) if font.descendant is not None else {}
            self._other = self._known.pop(-1, USUAL)
        else:
            self._of_simple(font)

    def of(self, codes: tuple[bytes, ...]) -> float:
        """How far a text reaches, without what is put between its glyphs."""
        reached = self._reached
        for text in codes:
            if text not in reached:
                reached[text] = sum([self._known.get(number, self._other) for number in numbers(text, wide=self._wide)])
        return self._unit * sum([reached[text] for text in codes])

    def _of_simple(self, font: Font) -> None:
        if font.subtype == "Type3":
            self._unit = abs(float(font.obj.get("/FontMatrix", [0.001])[0]))
        first = int(font.obj.get("/FirstChar", 0))
        listed = font.obj.get("/Widths")
        self._known = {first + n: float(width) for n, width in enumerate(listed or ())}
        descriptor = font.descriptor
        missing = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
        self._other = missing if listed is not None else USUAL / 2  # of the fonts that every reader has
