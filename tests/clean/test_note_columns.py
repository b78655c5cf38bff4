# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of notes that an extractor read by turns from two columns. The texts were written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_notes import FEET, _notes

NAMES = ("log", "book", "dues", "boats", "ropes", "lamps", "oil", "nets", "moles", "rafts", "poles", "bells")
SAID = " ".join(f"They read of the {name}.{number}" for number, name in enumerate(NAMES, start=1))
READ = (1, 2, 3, 4, 10, 11, 5, 6, 7, 8, 9, 12)


def _listed(order: tuple[int, ...]) -> str:
    return "\n\n".join(f"{number}. See the {NAMES[number - 1]} of the clerk." for number in order)


def test_its_notes_are_told_by_their_numbers() -> None:
    notes = _notes(f"# Harbour\n\n{SAID}\n\n{FEET}\n\n{_listed(READ)}\n")
    assert set(notes) == {f"[^{n}]: See the {name} of the clerk." for n, name in enumerate(NAMES, start=1)}


def test_what_stands_in_no_order_or_twice_is_no_such_list() -> None:
    for order in (tuple(range(12, 0, -1)), (1, 2, 3, 4, 10, 11, 6, 6, 7, 8, 9, 12)):
        assert not _notes(f"# Harbour\n\n{SAID}\n\n{FEET}\n\n{_listed(order)}\n")


def test_a_note_goes_on_over_a_page_s_end_where_notes_end_the_text() -> None:
    listed = _listed(READ).replace("See the boats of the clerk.", "See what the clerk wrote of the\n\n– 4 –\n\nboats.")
    notes = _notes(f"# Harbour\n\n{SAID}\n\n{FEET}\n\n{listed}\n")
    assert "[^4]: See what the clerk wrote of the boats." in notes


def test_the_mark_of_its_first_note_may_stand_behind_a_year_and_its_stop() -> None:
    text = f"# Harbour\n\n{SAID.replace('the log.', 'the year 1890.')}\n\n{FEET}\n\n{_listed(READ)}\n"
    assert "the year 1890.[^1] They" in clean(text, lang="en").text
