# SPDX-License-Identifier: AGPL-3.0-or-later
"""Plain text that keeps the layout of a page: rows of a table head nothing. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year, or\n"
    "as long as the law says."
)
END = "What is left to do"

TABLES = [
    # columns of amounts; the last row stands above a heading
    "What it cost (£)     Asked (£)   Paid (£)    Why\nTimber               1,200.00    1,150.00    old wood\n"
    "Nails                90.50       0.00        found\nAll                  1,290.50    1,150.00",
    # one column
    "Roads           12\nBridges          3\nFerries        140",
    # nothing but one space between them
    "Timber 1,200.00 1,150.00\nNails 90.50 12.00\nAll 1,290.50 1,162.00",
    # units
    "Oak      40 %     12 €\nElm      60 %      9 €",
    # words in three columns
    "Ferry         Master         Harbour\nGull          Anna Brook     North Mole\n"
    "Tern          Peter Sand     Old Town",
]


def _headings(table: str) -> list[str]:
    text = "\n\f\n".join(("The State of the Roads", PART, f"What was paid for it\n{PART}\n\n{table}\n\n{END}\n{PART}"))
    return [line for line in clean(text + "\n", lang="en").text.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("table", TABLES)
def test_rows_head_nothing_and_the_heading_below_them_stays_on_its_level(table: str) -> None:
    assert _headings(table) == ["# The State of the Roads", "## What was paid for it", f"## {END}"]


def test_a_heading_with_a_number_is_no_row() -> None:
    parts = "\n\n".join(f"Chapter   {number}\n{PART}" for number in (1, 2, 3))
    text = "\n\f\n".join(("The State of the Roads", PART, parts))
    assert [line for line in clean(text + "\n", lang="en").text.splitlines() if line.startswith("## ")] == [
        "## Chapter 1", "## Chapter 2", "## Chapter 3",
    ]  # fmt: skip


ITEMS = (
    "11.    The council heard what the masters of the ferries had to say about it, as the log of\n"
    "       the harbour shows for that night, and for the one before it, on its last but one page\n"
    "       233. The master agreed that the lamp had been lit at dusk and that it went out again\n"
    "       before the tide.\n"
    "12.    Nobody else was heard of those who had been at the mole in the night in which the boat\n"
    "       was lost, or on the day after it.\n"
)


def test_a_number_below_an_items_text_goes_on_its_sentence() -> None:
    text = "\n\f\n".join(("The State of the Roads", PART, ITEMS))
    assert "page 233. The master agreed" in clean(text, lang="en").text


def test_a_list_below_an_items_text_is_one() -> None:
    nested = ITEMS.replace("       233. The", "       1. The").replace("       before the tide.", "       2. The tide.")
    text = clean("\n\f\n".join(("The State of the Roads", PART, nested)), lang="en").text
    assert "\n       1. The master" in text and "\n       2. The tide" in text


@pytest.mark.parametrize("line", ["# reboot the lamp", "#   Lamp      Oil", "#"])
def test_a_sign_at_a_prompt_or_in_a_table_leaves_plain_text_plain(line: str) -> None:
    page = f"{PART}\n{END} of it\n{PART}\n"
    text = f"The ferries\n\n{page}{line}\n{page}\f{page}\f{page}"
    assert f"## {END} of it\n" in clean(text, lang="en").text
    written = text.replace(line, "# What is asked of the towns")
    assert f"## {END} of it\n" not in clean(written, lang="en").text


def test_links_that_were_printed_leave_plain_text_plain() -> None:
    lines = "\n".join(f"The keeper of lamp {n} asks [section {n}](#part-{n}) for the oil that he has." for n in "1234")
    text = f"Roads of the town\n\n{PART}\n\n{END}\n\n{PART}\n\n\f{lines}\n"
    assert f"## {END}" in clean(text, lang="en").text.splitlines()


def test_lines_below_a_line_of_signs_leave_plain_text_plain() -> None:
    page = f"{PART}\n{END} of it\n{PART}\n"
    text = f"The ferries\n\n{page}\nA sample of a title\n-------------------\n\n\f{page}\f{page}"
    assert f"## {END} of it\n" in clean(text, lang="en").text


def test_pages_of_short_lines_are_plain_text_too() -> None:
    lines = "\n".join(f"Ferry {name} at the mole" for name in ("Gull", "Tern", "Heron", "Swan", "Coot", "Rail"))
    page = f"{PART}\n{END} of it\n{PART}\n\n" + f"{lines}\n\n" * 10
    assert f"## {END} of it\n" in clean(f"The ferries\n\n{page}\f{page}\f{page}", lang="en").text


def test_a_line_set_to_both_margins_with_a_number_apart_is_no_row() -> None:
    wide = "Section  3  :  Of  what  the  masters  owe  the  town"
    text = "\n\f\n".join(("The State of the Roads", PART, f"{wide}\n{PART}\n\nSection  4  :  Of  the  rest\n{PART}"))
    found = [line for line in clean(text + "\n", lang="en").text.splitlines() if line.startswith("## ")]
    assert [" ".join(line.split()) for line in found] == [
        "## Section 3 : Of what the masters owe the town", "## Section 4 : Of the rest",
    ]  # fmt: skip
