# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of plain text with small letters, in numbered sections below a colon. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART, SHEETS

ONE, TWO = "1. Mend the roads before winter comes", "2. See that the ferries are safe"
LETTERS = ("a. Use dry wood and old ropes only", "b. Ask the masters of the pilots")


def _headings(*parts: str) -> list[str]:
    """The headings of a text with these parts below a colon, but for the title and the heading above."""
    lead = "The council asks the towns to do what follows before the first snow:"
    above = f"The State of the Roads\n\n{PLAIN_PART}\n\n\fWhat is to be done\n\n{PLAIN_PART}"
    text = "\n\n".join([above, lead, *parts]) + "\n"
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert found[:2] == ["# The State of the Roads", "## What is to be done"]
    return found[2:]


def test_letters_right_above_paragraphs_are_headings_inside_numbered_ones() -> None:
    letters = [f"{letter}\n{PLAIN_PART}" for letter in LETTERS]
    found = _headings(f"{ONE}\n{PLAIN_PART}", *letters, f"{TWO}\n{PLAIN_PART}", letters[0])
    assert found == [f"### {ONE}", *(f"#### {letter}" for letter in LETTERS), f"### {TWO}", f"#### {LETTERS[0]}"]


def test_a_first_section_below_a_colon_is_one_where_the_second_is() -> None:
    assert _headings(f"{ONE}\n{PLAIN_PART}", f"{TWO}\n{PLAIN_PART}") == [f"### {ONE}", f"### {TWO}"]


def test_letters_that_end_as_sentences_do_are_items() -> None:
    assert _headings(*(f"{letter}.\n{PLAIN_PART}" for letter in LETTERS)) == []


def test_one_letter_alone_is_no_heading() -> None:
    assert _headings(f"{LETTERS[1]}\n{PLAIN_PART}", PLAIN_PART) == []


def test_an_item_over_the_rest_of_its_sentence_is_no_heading() -> None:
    """Two numbered lines with much text under each, and an item with a 3 that goes on below a blank line."""
    item = "3. Plans of the ferries have been drawn and shown to all of the masters\n\nand pilots, who read them."
    parts = ["# Roads", "1. Of bridges", PLAIN_PART, "2. Of ferries", PLAIN_PART, item, PLAIN_PART]
    text = "\n\n".join(parts) + f"\n{SHEETS}"
    assert "#" not in clean(text, lang="en").text.removeprefix("# ")
