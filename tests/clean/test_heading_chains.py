# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short items that look like headings, among others that do not. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_lists_narrow import FULL, SAID, _set

PAGE = _set(SAID[0], FULL)
LONG = [
    "A boat that comes in after dark lies at the outer buoy until\nthe tide has turned.",
    "A rope that is found on the shore belongs to the one who\nbrings it to the custom house.",
    "The clerk writes down who came, and when, and what he had\non board.",
]


def _document(items: list[str]) -> str:
    pages = "".join(f"{PAGE}\n\nPage {number} of 3\n\n" for number in (1, 2, 3))
    body = "\n\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))
    return clean(f"The harbour book\n\n{pages}{body}\n\n{PAGE}\n", lang="en").text


def _short(words: str) -> str:
    return f"{words}\n\n{_set(SAID[1], FULL)}"


def test_a_short_one_among_items_is_an_item() -> None:
    text = _document([*LONG, _short("Lamps and bells")])
    assert "# " not in text.replace("# The harbour book", "") and "\n4. Lamps and bells\n" in text


def test_where_half_of_them_are_short_they_are_headings() -> None:
    text = _document([_short(words) for words in ("Boats at night", "Ropes and casks", "The clerk", "Lamps and bells")])
    assert text.count("\n## ") == 4
