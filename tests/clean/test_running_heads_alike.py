# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that count on one page, and heads that are written like the end of a sentence. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_running_heads import TOWN, _long

PAGES = [_long(part) for part in TOWN[:5]]


def test_examples_that_count_up_on_two_pages_above_texts_that_begin_alike_stay() -> None:
    begun = "A goat comes on board. The mate counts it."
    parts = [f"**Case {number}**\n\n{begun}\n\n{part}" for number, part in enumerate(PAGES[2:], start=1)]
    long = " ".join(PAGES)
    pages = [long, long, f"{long}\n\n{parts[0]}", f"{parts[1]}\n\n{parts[2]}\n\n{long}", long]
    feet = "\n\n".join(f"{page}\n\nPage {number} of 5" for number, page in enumerate(pages, start=1))
    text = clean(f"# The ferry\n\n{feet}\n", lang="en").text
    assert all(f"Case {number}" in text for number in (1, 2, 3)) and "Page" not in text


def test_a_head_that_begins_small_and_ends_with_a_full_stop_goes() -> None:
    pages = "\n\n".join(f"a ferry e.V.\n\n{page}\n\nPage {number} of 5" for number, page in enumerate(PAGES, start=1))
    text = clean(pages.replace("e.V.\n\n", "e.V.\n\n# The rules of a ferry\n\n", 1) + "\n", lang="en").text
    assert "e.V." not in text and text.startswith("# The rules of a ferry\n")

PARTS = (TOWN[:2], TOWN * 5, TOWN[:4], TOWN * 3)


def _noted(mark: str) -> str:
    """Four pages of unlike length, each with a note at its foot and a line that counts below it."""
    heads, notes = ("Dues", "Lamps", "Goats and dogs", "Fog"), (1, 3, 4, 6)
    pages = (
        f"## {head}\n\n{' '.join(said)} So wrote the clerk.{mark.format(number)}\n\n"
        f"- {number} Letter {head[0]} of the clerk.\n\n### Office of the boats {page}"
        for page, (head, number, said) in enumerate(zip(heads, notes, PARTS, strict=True), 1)
    )
    return "# The harbour\n\n" + "\n\n".join(pages) + "\n\nNobody rows alone.\n"


def test_lines_that_count_up_below_notes_are_the_feet_of_pages() -> None:
    assert "Office of the boats" not in clean(_noted("{}"), lang="en").text
    assert clean(_noted(""), lang="en").text.count("Office of the boats") == 4  # no note has a mark in the text
