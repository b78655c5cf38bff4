# SPDX-License-Identifier: AGPL-3.0-or-later
"""Marks that stand where none is looked for, on the page of their note. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_extracted import LONG

SAID = "They read the _Law of boats_ 1 and Form A-302 at noon.3 They keep Form A-30 in the _Book of dues_ 4 too.5"
FEET = "1Kept by the clerk.\n\n2Seldom read.\n\n3Sold.\n\n4As before.\n\n5At the mole."


def _text(said: str = SAID, feet: str = FEET) -> str:
    pages = f"{LONG} and went\n\nPage 2 of 3\n\nhome to the mole. {LONG}.\n\nPage 3 of 3\n"
    return f"# Harbour\n\n{said}\n\n{feet}\n\nPage 1 of 3\n\n{pages}"


def test_a_mark_may_stand_behind_italics_or_a_number_that_is_written_without_it_too() -> None:
    text = clean(_text(), lang="en").text
    assert "boats_[^1] and Form A-30[^2] at noon.[^3]" in text and "of dues_[^4] too.[^5]" in text
    assert "\n\n[^1]: Kept by the clerk.\n" in text and clean(text, lang="en").text == text


def test_a_number_that_may_be_its_own_is_no_mark() -> None:
    assert "Form A-302 at noon" in clean(_text(SAID.replace("A-30 in", "A-31 in")), lang="en").text
    twice = SAID.replace("too", "with _lists_ 4 too")  # two places
    assert "of dues_ 4 with _lists_ 4" in clean(_text(twice), lang="en").text


def test_a_raised_mark_may_be_set_in_bold() -> None:
    said = SAID.replace("noon.3", "noon. **So it is** <sup>**3**</sup>")
    assert "**So it is**[^3]" in clean(_text(said), lang="en").text


def test_a_note_that_begins_with_a_number_stands_between_others_on_a_new_page() -> None:
    first, second = "1 Kept here.\n\n2 Sold.\n\n3 As before.", "444 Laws 12.\n\n5Law of the mole."
    marks = "the log,<sup>4</sup> and the book.5 They rose"
    said = f"{LONG}.\n\nThey waited.\n\n{LONG}, {marks}"
    pages = f"{LONG}.1 So,2 too.3\n\n{first}\n\nPage 1 of 3\n\n{said}\n\n{second}\n\nPage 2 of 3\n\nand went.\n"
    assert "[^4]: 44 Laws 12.\n" in clean(f"# Harbour\n\n{pages}\nPage 3 of 3\n", lang="en").text
