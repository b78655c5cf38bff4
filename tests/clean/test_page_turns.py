# SPDX-License-Identifier: AGPL-3.0-or-later
"""Heads that count the pages together, or stand in their middle. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_running_heads import TOWN

PAGE = " ".join(f"{part} end." for part in TOWN)


def _text(heads: list[str], sections: tuple[str, ...] = ()) -> str:
    """A text of pages with a head each, none of which cuts a sentence."""
    listed = "".join(f"- {name}\n" for name in sections)
    pages = "\n\n".join(f"##### {head}\n\n{PAGE} {number} boats." for number, head in enumerate(heads, start=1))
    return f"# The ferry and its goats\n\n{listed}\n{pages}\n"


def test_one_head_goes_where_its_number_stands_on_its_left_and_on_its_right() -> None:
    heads = [f"2. Of the sea {number}" if number % 2 else f"{number} 2. Of the sea" for number in range(1, 7)]
    text = _text(heads).replace("1 boats.", "1 boats.\n\n#### 1. Of time\n\nNobody waits.")  # a section counts too
    assert "Of the sea" not in clean(text, lang="en").text


def test_four_heads_go_that_name_sections_of_the_text() -> None:
    names = ("5. Of dogs", "6. Of goats")
    heads = [f"{names[number // 6]} {number}" for number in (4, 5, 6, 7)]
    text = clean(_text(heads, names), lang="en").text
    assert not [head for head in heads if head in text]
    assert names[0] in text and names[1] in text


@pytest.mark.parametrize("heads", [[f"Of dogs {n}" for n in range(1, 7)], ["Of dogs 4", "Of dogs 5", "Of goats 6"]])
def test_what_an_author_counts_stays(heads: list[str]) -> None:
    text = clean(_text(heads), lang="en").text
    assert all(head in text for head in heads)


def _columns(head: str) -> str:
    pages = [f"{PAGE} {n} boats.\n\n##### {head}\n\n{PAGE} {n} goats.\n\n#### {n}" for n in range(1, 5)]
    return "\n\n".join(["# Rules of the ferry", *pages]) + "\n"


def test_the_title_goes_where_it_stands_in_the_middle_of_every_page() -> None:
    assert clean(_columns("Rules of the ferry"), lang="en").text.count("Rules of the ferry") == 1


def test_another_heading_in_the_middle_of_every_page_stays() -> None:
    assert clean(_columns("Fees of the ferry"), lang="en").text.count("Fees of the ferry") == 4


def _chapters(last: str, *, cut: bool) -> str:
    """Pages below the head of one chapter, whose heading takes two lines, but for the last one; ``cut``: that head cuts
    a sentence, and so does the number alone of the first page."""
    begun, rest = ("Nobody who has a goat on board is let ashore by the mate until", "the bell was rung.")
    middle = f"{begun}\n\n{{}}\n\n{rest}" if cut else f"{begun} {rest}\n\n{{}}"
    heads = "\n\n".join(f"Of the sea and its many goats {n}\n\n{PAGE} {n} boats." for n in range(2, 7))
    return (
        f"# Rules of the ferry\n\n**Of the sea and**\n**its many goats**\n\n{PAGE}\n\n{middle.format(1)}\n\n{PAGE}\n\n"
        f"{heads}\n\n{middle.format(last)}\n"
    )


def test_heads_of_a_chapter_go_whose_last_begins_another_and_cuts_a_sentence() -> None:
    text = clean(_chapters("Of dogs and of their owners 7", cut=True), lang="en").text
    assert "many goats 2" not in text and "owners 7" not in text and text.count("until the bell") == 2


def test_parts_of_a_story_that_are_called_as_the_first_stay() -> None:
    text = clean(_chapters("Of dogs and of their owners 7", cut=False), lang="en").text
    assert all(f"many goats {n}" in text for n in range(2, 7)) and "owners 7" in text


NAMES = ("1. Of dogs", "2. Of goats", "3. Of bells", "4. Of boats")


def test_heads_go_that_each_name_another_heading_once() -> None:
    sections = "\n\n".join(f"## {name}\n\nSo it was written." for name in NAMES)
    heads = [f"{name} {number}" for number, name in enumerate(NAMES, start=2)]
    text = clean(_text(heads) + f"\n{sections}\n", lang="en").text
    assert not [head for head in heads if head in text] and all(f"## {name}" in text for name in NAMES)


def test_contents_stay_whose_entries_count_on() -> None:
    sections = "\n\n".join(f"## {name}\n\n{PAGE}" for name in NAMES)
    listed = "\n\n".join(f"{name} {number}" for number, name in enumerate(NAMES, start=2))
    text = f"# The ferry and its goats\n\n{listed}\n\n{sections}\n"
    assert listed in clean(text, lang="en").text
