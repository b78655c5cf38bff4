# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short lines alone, between headings that an extractor found. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import PAGES, _feet

TEXT = "Whoever moors at the quay pays what the board has written down here, and leaves before the ice comes back."


def _headings(line: str, *, above: str = TEXT, below: str = TEXT, pages: bool = True, more: str = "") -> list[str]:
    """The headings after cleaning, with a line between two texts; page numbers say that the text was extracted."""
    feet = _feet(PAGES) if pages else ""
    parts = ["# Harbour", TEXT, feet, "## Dues", above, line, below, "## Ice", TEXT, more]
    text = clean("\n\n".join(part for part in parts if part) + "\n", lang="en").text
    return [found for found in text.splitlines() if found.startswith("#")]


def test_a_short_line_between_two_texts_heads_the_second() -> None:
    assert _headings("Of boats and rafts") == ["# Harbour", "## Dues", "### Of boats and rafts", "## Ice"]


def test_two_under_one_heading_stand_beside_each_other() -> None:
    found = _headings(f"Of boats\n\n{TEXT}\n\nOf rafts")
    assert found == ["# Harbour", "## Dues", "### Of boats", "### Of rafts", "## Ice"]


def test_right_above_a_heading_it_stands_one_level_higher() -> None:
    found = _headings("Of winter", below=f"### Of snow\n\n{TEXT}")
    assert found == ["# Harbour", "## Dues", "## Of winter", "### Of snow", "## Ice"]


@pytest.mark.parametrize(
    "line",
    [
        "Note: the old rates",
        "See the rules of 1997",
        "It is so.",
        "of the old rates",
        "Table 3 The old rates",
        "The old rates and",
        "The old harbour 7",
        "https://quay.example",
    ],
)
def test_what_says_something_else_stays(line: str) -> None:
    assert _headings(line) == ["# Harbour", "## Dues", "## Ice"]


def test_where_text_goes_on_or_bold_is_marked_or_no_page_is_known_it_stays() -> None:
    stays = ["# Harbour", "## Dues", "## Ice"]
    assert _headings("Of boats", above="The board says") == stays
    assert _headings("Of boats", below="A boat") == stays
    assert _headings("Of boats", more="This is **bold** text of the board.") == stays
    assert _headings("Of boats", pages=False) == stays
