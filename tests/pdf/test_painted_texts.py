# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts in content streams: written without empty moves, and read as one where they look the same."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.outline.pdf_content import read_content
from tests.pdf.made import pdf

START = b"BT /F1 10 Tf 1 0 0 1 50 700 Tm "


def texts(stream: bytes) -> list[tuple[bytes, ...]]:
    """The codes of each text that is read from a page's content."""
    with pikepdf.new() as made:
        page = made.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font, F2=made.make_indirect(font)))
        page.Contents = made.make_stream(stream)
        return [paint.codes for paint in read_content(made).paints]


def test_no_glyph_is_moved_by_nothing() -> None:
    with pikepdf.open(BytesIO(pdf("# T\n\nWords of a line, kerned: AV To."))) as made:
        content = made.pages[0].Contents.read_bytes()
    assert b"] TJ" in content
    assert b">0<" not in content


def test_raised_glyphs_are_one_text() -> None:
    assert texts(START + b"(a) Tj 2 Ts [-3 (b)] TJ 0 Ts (c) Tj ET") == [(b"a", b"b", b"c")]


@pytest.mark.parametrize("between", [b"1 0 0 rg", b"/F2 10 Tf", b"/F1 12 Tf", b"3 Tr", b"5 0 Td", b"1 0 0 1 9 9 Tm",
                                     b"EMC /Span BMC"])  # fmt: skip
def test_what_looks_or_stands_otherwise_is_another_text(between: bytes) -> None:
    assert texts(b"/P BMC " + START + b"(a) Tj " + between + b" (b) Tj ET EMC") == [(b"a",), (b"b",)]


def test_a_long_row_of_texts_is_cut() -> None:
    found = texts(START + b"(a) Tj 1 Ts " * 1200 + b"ET")
    assert [len(codes) for codes in found] == [500, 500, 200]
