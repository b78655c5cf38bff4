# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads that open the text, on pages that cut no sentence. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_page_sides import _book

TITLE = "# On ferries and goats\n\n"


def _left(text: str, words: str) -> int:
    return clean(text, lang="en").text.count(words)


@pytest.mark.parametrize("mark", ["", "### "])
def test_a_head_above_the_title_that_counts_on_to_the_last_page_goes(mark: str) -> None:
    heads = [f"{mark}Blue Bay Harbour Board {number}" for number in range(1, 5)]
    assert _left(_book(heads, TITLE, cuts=(), size=24), "Harbour Board") == 0


def test_its_number_may_stand_first_on_left_pages() -> None:
    heads = ["Blue Bay Harbour Board 1", "2 Blue Bay Harbour Board", "Blue Bay Harbour Board 3"]
    assert _left(_book(heads, TITLE, cuts=(), size=24), "Harbour Board") == 0


def test_where_a_number_alone_opens_the_text_heads_that_name_sections_count_on() -> None:
    heads = ["1", "## Of goats 2", "- Of goats 3", "Of dogs 4"]
    sections = "## Of goats\n\nThey pay half.\n\n## Of dogs\n\nThey stay on deck.\n"
    cleaned = clean(f"{_book(heads, TITLE, cuts=(), size=24)}\n{sections}", lang="en").text
    assert not [head for head in heads[1:] if head in cleaned]
    assert "## Of goats\n" in cleaned and "## Of dogs\n" in cleaned


def test_heads_of_left_pages_may_say_what_no_other_line_says_but_they() -> None:
    heads = ["1", "#### 2 Blue Bay Harbour Board", "Of goats 3", "#### 4 Blue Bay Harbour Board"]
    cleaned = clean(f"{_book(heads, TITLE, cuts=(), size=24)}\n## Of goats\n\nThey pay half.\n", lang="en").text
    assert "Harbour Board" not in cleaned and "goats 3" not in cleaned and "## Of goats\n" in cleaned


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ([f"The ferry, part {number}" for number in range(1, 5)], ""),  # parts of a story, and no title below the first
        (["The ferry, part 1", "The ferry, part 2", "The ferry, part 4"], TITLE),  # one is missing
        (["1", "Of goats 2", "Of dogs 3", "Of bells 4"], TITLE),  # nothing else in the text is called so
    ],
)
def test_other_lines_that_count_up_stay(heads: list[str], title: str) -> None:
    cleaned = clean(_book(heads, title, cuts=(), size=24), lang="en").text
    assert all(head.strip("# ") in cleaned for head in heads)


def test_lines_too_close_for_pages_stay() -> None:
    heads = [f"Blue Bay Harbour Board {number}" for number in range(1, 5)]
    text = "\n\n".join((heads[0], TITLE.strip(), *(f"Goats pay half.\n\n{head}" for head in heads[1:]), "So it is.\n"))
    assert _left(text, "Harbour Board") == 4


def test_a_head_as_far_from_the_next_as_pages_end_needs_to_cut_two_sentences_only() -> None:
    heads = [f"Blue Bay Harbour Board {number}" for number in range(1, 11)]
    assert _left(TITLE + _book(heads, "", cuts=(8, 9), size=24), "Harbour Board") == 0
    assert _left(TITLE + _book(heads, "", cuts=(9,), size=24), "Harbour Board") == 10


def test_a_number_in_the_middle_of_its_line_is_no_item_of_the_list_above() -> None:
    pages = _book(["", "", ""], TITLE, cuts=(), size=24).split("\n\n\n\n")
    foot = " " * 40 + "- {} "
    text = "\n\n\n".join(f"{page}\n\n\n{foot.format(number)}" for number, page in enumerate(pages, start=1))
    text += f"\n\nThey pay at noon:\n\n1. Goats pay half.\n\n\n{foot.format(4)}\n"
    assert "- 4" not in clean(text, lang="en").text


def test_numbers_alone_count_on_until_the_first_chapter_begins_though_a_later_one_counts_by_itself() -> None:
    heads = ["1", "2", "I. Of goats 3", *(f"II. Of dogs {number}" for number in range(4, 9))]
    sections = "**I. Of goats**\n\nThey pay half.\n\n**II. Of dogs**\n\nThey stay on deck.\n"
    cleaned = clean(f"{_book(heads, TITLE, cuts=(4, 6), size=24)}\n{sections}", lang="en").text
    assert not [head for head in heads[2:] if head in cleaned] and "\n2\n" not in cleaned
