# SPDX-License-Identifier: AGPL-3.0-or-later
"""PDFs whose words are in a TrueType font of few glyphs, as simple or as composite font, for the examples of rules."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from pipeline.checks.examples_pdf import TREE, pdf
from pipeline.checks.rule import Example

SYMBOLIC, FOR_TEXT = 4, 32


def true_type(
    encoding: str,
    *,
    symbolic: bool = False,
    tables: Sequence[tuple[int, int]] = ((3, 1),),
    letters: str = "B",
) -> Example:
    """A TrueType font with an ``encoding`` (as PDF writes it; empty: none), ``tables`` of characters by platform and
    encoding, and these ``letters``; all its glyphs are half an em wide."""

    def change(made: Any) -> None:
        import pikepdf

        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name("/AAAAAA+Bees"),
            FirstChar=66, LastChar=115, Widths=pikepdf.Array([500] * 50),
            FontDescriptor=_descriptor(made, tuple(tables), letters, symbolic=symbolic),
        )  # fmt: skip
        if encoding:
            font.Encoding = pikepdf.Object.parse(encoding.encode())
        _use(made, font)

    return pdf(TREE, change)


def composite(
    encoding: str,
    *,
    glyphs: str = "/Identity",
    collection: str = "Identity",
    own: str = "",
    more: str = "",
) -> Example:
    """A composite font: its ``encoding`` (a name; empty: a character map of its own, for the collection ``own`` and
    with ``more`` in its dictionary), its CIDToGIDMap, and its collection of Adobe's."""

    def change(made: Any) -> None:
        import pikepdf

        info = pikepdf.Dictionary(Registry="Adobe", Ordering=collection, Supplement=0)
        below = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name("/AAAAAA+Bees"),
            CIDSystemInfo=info, DW=500, FontDescriptor=_descriptor(made, ((3, 1),), "B", symbolic=True),
        )  # fmt: skip
        if glyphs:
            below.CIDToGIDMap = pikepdf.Name(glyphs)
        map_: Any = pikepdf.Name(encoding) if encoding else made.make_stream(b"begincmap endcmap")
        if not encoding:
            map_.CIDSystemInfo = pikepdf.Object.parse(own.encode())
            for key, value in pikepdf.Object.parse(f"<<{more}>>".encode()).items():
                map_[key] = value
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name("/AAAAAA+Bees"), Encoding=map_,
            DescendantFonts=pikepdf.Array([made.make_indirect(below)]),
        )  # fmt: skip
        _use(made, font)

    return pdf(TREE, change)


def _use(made: Any, font: Any) -> None:
    made.pages[0].obj.Resources.Font.F1 = made.make_indirect(font)


def _descriptor(made: Any, tables: tuple[tuple[int, int], ...], letters: str, *, symbolic: bool) -> Any:
    import pikepdf

    described = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name("/AAAAAA+Bees"),
        Flags=SYMBOLIC if symbolic else FOR_TEXT, FontFile2=made.make_stream(_program(tables, letters)),
    )  # fmt: skip
    return made.make_indirect(described)


@cache
def _program(tables: tuple[tuple[int, int], ...], letters: str) -> bytes:
    """A TrueType program with an empty glyph for each letter."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    made = FontBuilder(1000, isTTF=True)
    names = [".notdef", *letters]
    known = {ord(letter): letter for letter in letters}
    made.setupGlyphOrder(names)
    made.setupCharacterMap(known)
    made.setupGlyf({name: Glyph() for name in names})
    made.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupPost()
    cmap = made.font["cmap"]
    cmap.tables = []
    for platform, kind in tables:
        table = CmapSubtable.newSubtable(4 if platform == 3 else 0)
        table.platformID, table.platEncID, table.language, table.cmap = platform, kind, 0, known
        cmap.tables.append(table)
    out = io.BytesIO()
    made.font.save(out)
    return out.getvalue()
