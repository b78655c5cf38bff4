# SPDX-License-Identifier: AGPL-3.0-or-later
"""The number of a note stands in the margin that the note has for it, whatever way the note's words run; its call
moves no line."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.pdf.made import pdf


def numbers(data: bytes, number: str) -> tuple[list[tuple[float, ...]], float]:
    """The boxes of a digit on the first page, from its top down, in points; the width of the page."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        found = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1) == number]
        return sorted(found, key=lambda box: -box[1]), page.get_width()


@pytest.mark.parametrize(
    ("lang", "text", "note"),
    [
        ("ar", "نص عربي", "The Great Weir at Brook End, as it was."),
        ("ar", "نص عربي", "السد الكبير."),
        ("en", "A text", "السد الكبير عند آخر النهر."),
        ("en", "A text", "The Great Weir."),
    ],
)
def test_the_number_of_a_note_stands_on_the_side_of_the_note(lang: str, text: str, note: str) -> None:
    (_call, label, _page), width = numbers(pdf(f"{text}[^a].\n\n[^a]: {note}\n", lang=lang), "1")
    centre, margin = (label[0] + label[2]) / 2, 60
    assert width - 2 * margin < centre < width - margin if lang == "ar" else margin < centre < 2 * margin


def _baselines(text: str) -> set[float]:
    """Where the letters of the first page stand, in pixels from its top."""
    with pikepdf.open(io.BytesIO(pdf(text))) as file:
        content = pikepdf.parse_content_stream(file.pages[0])
    return {round(float(str(one.operands[5])), 2) for one in content if str(one.operator) == "Tm"}


def test_a_call_of_a_note_moves_neither_its_line_nor_the_label_of_its_item() -> None:
    plain = "---\ntitle: Boats\n---\n\n1. The first boat{}.\n2. The second boat.\n\nThey are dry.\n{}"
    assert _baselines(plain.format("", "")) <= _baselines(plain.format("[^a]", "\n[^a]: A note.\n"))


@pytest.mark.parametrize(("lang", "said"), [("fi", ["en", "fi"]), ("fr", []), ("en", [])])
def test_the_number_of_a_note_is_read_as_the_note_is(lang: str, said: list[str]) -> None:
    """In a language without labels of ours the way back is said in English, and its number is not."""
    with pikepdf.open(io.BytesIO(pdf("Teksti[^a].\n\n[^a]: Huomautus.\n", lang=lang))) as file:
        [label] = [tag for tag in _tags(file.Root.StructTreeRoot) if tag.get("/S") == "/Lbl"]
        assert [str(tag.Lang) for tag in _tags(label) if "/Lang" in tag] == said


def _tags(tag: pikepdf.Object) -> list[pikepdf.Object]:
    kids = tag.get("/K")
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]
    inner = [one for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid for one in _tags(kid)]
    return [tag, *inner]
