# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines that say which page of how many they stand on. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

LISTING = "- Boats: required.\n- Quays: optional.\n- Lamps: optional."


def _pages(foot: str, total: int = 4, last: int = 4) -> str:
    return "# Harbour\n\n" + "".join(
        f"- Rope {number}\n{LISTING}\n\n{foot.format(number, total)}\n\n" for number in range(1, last + 1)
    )


@pytest.mark.parametrize("foot", ["##### The harbour book Page {} of {}", "Hafenbuch – Seite {} von {}"])
def test_they_go_though_pages_are_short_and_cut_no_sentence(foot: str) -> None:
    text = clean(_pages(foot)).text
    assert "Page" not in text and "Seite" not in text and text.count("Boats") == 4


@pytest.mark.parametrize(
    ("foot", "total"), [("The harbour book Part {} of {}", 4), ("The harbour book Page {} of {}", 12)]
)
def test_parts_stay_and_so_do_a_few_of_many(foot: str, total: int) -> None:
    assert clean(_pages(foot, total)).text.count("The harbour book") == 4


LOG = "- Rope {0}, which the keeper of the mole has counted by day, and by night, as he is asked to do each week.\n"


def _chapter(foot: str, head: str, pages: int = 5) -> str:
    text = "".join(LOG.format(number) for number in range(1, 9))
    return "# Harbour\n\n" + "".join(
        f"{head.format(page)}\n\n{text}\n{foot.format(page, pages)}\n\n" for page in range(1, pages + 1)
    )


def test_a_chapters_head_with_its_pages_goes_where_one_other_head_is_below_it() -> None:
    text = clean(_chapter("## Chapter 1. Ropes {} / {}", "### CHAPTER 1. ROPES edition of 1891")).text
    assert "Chapter 1" not in text and text.count("- Rope 8") == 5


@pytest.mark.parametrize("head", ["The keeper begins log {}.", "Log of day {}, as it was found"])
def test_parts_out_of_so_many_stay(head: str) -> None:
    assert clean(_chapter("## Chapter 1. Ropes {} / {}", head)).text.count("Chapter 1. Ropes") == 5
