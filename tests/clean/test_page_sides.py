# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads of left and right pages, of chapters of one page, and those that are the beginning of the title."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.pages.lines import numbered

SENTENCES = (
    "The ferry leaves the quay at seven.",
    "The mate counts the heads of all who go below, and writes the number down.",
    "In fog the ferry waits, and so do those who have come too late for it.",
    "Goats pay half.",
    "Bicycles are tied to the rail on the lee side while the sea is rough.",
    "The price of the passage is written on the board above the ticket window.",
)
CUT = ("The harbour master changes the price only once, on the first day of", "spring, and writes it down.")


def _page(number: int, size: int = 14) -> str:
    """What stands on a page: whole sentences, as many characters as on the others."""
    return " ".join(SENTENCES[(number + place) % len(SENTENCES)] for place in range(size))


TITLE = "# The rules of the harbour\n\n"


def _book(heads: list[str], title: str = TITLE, cuts: tuple[int, ...] = (2,), size: int = 14) -> str:
    """Pages with their heads; at the end of some of them a sentence is cut."""
    pages = []
    for number, head in enumerate(heads, start=1):
        first = f"{CUT[1]} " if number - 1 in cuts else ""
        last = f" {CUT[0]}" if number in cuts else ""
        pages.append(f"{head}\n\n{title if number == 1 else ''}{first}{_page(number, size)}{last}")
    return "\n\n".join(pages) + "\n"


def _left(heads: list[str], text: str) -> list[str]:
    cleaned = clean(text, lang="en").text
    return [head for head in heads if head in cleaned]


@pytest.mark.parametrize("mark", ["", "### "])
def test_heads_of_both_sides_go_though_they_share_no_word(mark: str) -> None:
    heads = [
        f"{number} Blue Bay Harbour Board" if number % 2 == 0 else f"What is asked of the ferries {number}"
        for number in range(1, 10)
    ]
    assert _left(heads, _book([f"{mark}{head}" for head in heads], cuts=(2, 4, 6))) == []


def test_heads_of_left_pages_go_though_the_first_section_has_the_number_before_theirs() -> None:
    heads = [
        f"##### {number} Blue Bay Harbour Board" if number % 2 == 0 else f"##### What is asked of the ferries {number}"
        for number in range(1, 10)
    ]
    text = _book(heads, "# The rules of the harbour\n\n## 1 Ferries\n\n", cuts=(2, 4, 6))
    assert _left([head.strip("# ") for head in heads], text) == []


def test_lines_that_skip_every_second_number_elsewhere_stay() -> None:
    heads = [f"{number * 2} Blue Bay Harbour Board" for number in range(1, 7)]
    rules = [f"What is asked of the ferries {number}" for number in (3, 5, 7)]
    text = _book(heads, cuts=(2, 4)) + "\n" + "\n\n".join(f"{rule}\n\n{_page(1, 3)}" for rule in rules) + "\n"
    assert _left(rules, text) == rules


def test_a_chapter_of_one_page_does_not_hide_the_heads_of_the_others() -> None:
    names = ["Of the ferries"] * 3 + ["Of the goats"] + ["Of the ice"] * 2 + ["Of the price"] * 3
    heads = [f"##### 4.{names.index(name)}. {name} {number}" for number, name in enumerate(names, start=1)]
    assert _left([head.strip("# ") for head in heads], _book(heads)) == []


def test_names_that_are_said_once_each_are_no_heads() -> None:
    names = ["Of the ferries", "Of the goats", "Of the ice", "Of the price", "Of the ropes", "Of the bells"]
    heads = [f"##### {name} {number}" for number, name in enumerate(names, start=1)]
    assert len(_left([head.strip("# ") for head in heads], _book(heads, cuts=()))) == len(heads)


def test_a_head_that_is_the_beginning_of_the_title_needs_to_cut_one_sentence_only() -> None:
    heads = [f"Rules of the harbour {number}" for number in range(1, 8)]
    title = "# Rules of the harbour: ferries, goats and bicycles\n\n"
    assert _left(heads, _book(heads, title)) == []


def test_numbered_parts_that_cut_no_sentence_stay() -> None:
    heads = [f"Rules of the harbour {number}" for number in range(1, 8)]
    title = "# Rules of the harbour: ferries, goats and bicycles\n\n"
    assert _left(heads, title + _book(heads, "", cuts=())) == heads


def test_a_number_that_a_hyphen_ties_to_a_word_is_no_pages() -> None:
    assert numbered("Article R12-3") is None and numbered("3-year plan") is None
    assert numbered("Rules of the harbour 3") == numbered("3 - Rules of the harbour") == (3, "Rules of the harbour")


def test_the_head_of_a_chapter_that_is_said_once_goes_where_its_number_is_the_one_between_two_pages() -> None:
    names = ["1 Of goats", "", "2 Of dogs", "", "3 Of bells", "", "3 Of bells", "", "3 Of bells", ""]
    heads = [f"{name} {number}" if name else f"{number} Blue Bay Harbour Board" for number, name in enumerate(names, 1)]
    said = "\n\n".join(f"## {name}\n\n{SENTENCES[0]}" for name in ("1 Of goats", "2 Of dogs", "3 Of bells"))
    assert _left(heads[1:], f"{_book(heads, cuts=(2, 4, 6))}\n{said}\n") == []
