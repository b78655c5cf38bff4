# SPDX-License-Identifier: AGPL-3.0-or-later
"""A note stands on the page of its call, or, where there is no room for it, first on the next one, in its order."""

from __future__ import annotations

import re

import pypdfium2  # type: ignore[import-untyped]
import pytest

from pipeline.model import Role
from pipeline.outline.pdf import read
from tests.pdf.made import pdf

LONG = "The rope was kept in the house beside the quay, where the keeper looked after it every day. " * 4


def _text(lengths: list[int]) -> str:
    """A paragraph with a note for each length; a note has so many words."""
    parts = [f"{LONG}Here it ends, says call{n}.[^{n}]" for n in range(len(lengths))]
    notes = [f"[^{n}]: note{n} {'and more of it ' * length}." for n, length in enumerate(lengths)]
    return "---\ntitle: Notes\n---\n\n" + "\n\n".join([*parts, *notes]) + "\n"


def _pages(data: bytes, word: str) -> list[tuple[int, int]]:
    """(number, page) of each word such as note7, in the order of the file."""
    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [(int(found[1]), place) for place, text in enumerate(texts) for found in re.finditer(rf"{word}(\d+)", text)]


@pytest.mark.parametrize("lengths", [[3] * 40, [1, 30, 2, 45, 3] * 8, [60, 2, 2] * 10], ids=["short", "mixed", "long"])
def test_notes_are_read_where_they_are_called_and_in_order(lengths: list[int]) -> None:
    data = pdf(_text(lengths))
    notes, calls = _pages(data, "note"), dict(_pages(data, "call"))
    assert [number for number, _ in notes] == list(range(len(lengths)))
    later = [number for number, page in notes if page != calls[number]]
    assert all(page - calls[number] in (0, 1) for number, page in notes)
    short = [number for number in later if lengths[number] <= 30 and number - 1 not in later]
    assert len(short) <= len(lengths) // 10, short  # a long one leaves its call, and takes those behind it along
    for node in read(data).root.walk():
        if node.role is Role.PARAGRAPH and (call := re.search(r"call(\d+)", node.text)):
            assert int(node.attrs.get("last-page", node.attrs["page"])) == calls[int(call[1])] + 1
