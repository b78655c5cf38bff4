# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes whose numbers stand on lines of their own, and first marks behind a year. Written for these tests."""

from __future__ import annotations

from pipeline.clean import clean
from tests.clean.test_running_heads import LAST, TOWN

PAGE = "\n".join(TOWN[:5])


def _notes(*pages: tuple[str, str]) -> list[str]:
    """The notes that are found on pages, each with its words and its foot."""
    numbers = [" " * 60 + f"Page {number}\n" for number in range(1, len(pages) + 1)]
    text = "\f".join(f"{PAGE}\n\n{said}\n{foot}\n\n{end}" for (said, foot), end in zip(pages, numbers, strict=True))
    return [line for line in clean(f"{text}\f{LAST}\n", lang="en").text.splitlines() if "[^" in line]


def test_marks_stand_behind_a_space_or_a_year_on_the_page_of_their_notes() -> None:
    first = "The ferry has left the quay at seven since the autumn of 19371. It was late 2, and then early in 3 towns."
    foot = "1\n    Not on Sundays.\n2\n    12 minutes on the day of the storm."
    last = "Goats have paid half of what the table says since the fire 3. Dogs stay on deck."
    found = _notes((first, foot), (last, "3\n    See the table."))
    assert "1937[^1]. It was late[^2], and then early in 3 towns" in " ".join(found)
    assert "since the fire[^3]. Dogs" in " ".join(found)
    assert found[-3:] == ["[^1]: Not on Sundays.", "[^2]: 12 minutes on the day of the storm.", "[^3]: See the table."]


def test_marks_behind_a_year_and_its_comma_or_in_an_address_too() -> None:
    said = "It is so since the Harbour Law,1 the Lamp Act of 1934,2 and the third Form3 of the board, of 1951."
    foot = "1\n    Law 7.\n2\n    See https://boats.example/form3.pdf and\nhttps://boats.example/form4.pdf.\n3\n    No."
    last = ("Goats have paid half since the fire.4 Dogs stay on deck.", "4\n    In part.")
    found = " ".join(_notes((said, foot), last))
    assert "Harbour Law,[^1] the Lamp Act of 1934,[^2] and the third Form[^3] of the board, of 1951." in found


def test_a_number_that_may_be_either_of_two_is_left() -> None:
    said = "The boat was late 1. It was early 1. Then it sank 2."
    found = _notes((said, "1\n    Not on Sundays.\n2\n    At noon."))
    assert not [line for line in found if "[^1]" in line]


def test_a_first_mark_touches_a_year_above_the_others() -> None:
    text = "They came in 19121. The mole was built by the town,2 and the lamp was lit on it.3\n\n"
    notes = "1By boat.\n2As the log says.\n3By the keeper.\n"
    cleaned = clean(f"# Harbour\n\n{text}{notes}", lang="en").text
    assert "in 1912[^1]. The mole was built by the town,[^2]" in cleaned
    assert "[^1]: By boat.\n" in cleaned


def test_a_list_of_notes_may_begin_as_a_quotation() -> None:
    said = "They read the Harbour Law,1 the Mole Law of 1891,2 the book of dues,3 and the lists that the pilots keep.4"
    feet = "\n\n".join(f"The pilots rose at noon and went\n\n– {n} –\n\nhome to the old mole." for n in (1, 2, 3))
    listed = "> 1. Law of the spring.\n\n2. Laws of the mole.\n\n3. Kept by the clerk.\n\n4. Kept on the mole."
    cleaned = clean(f"# Harbour\n\n{said}\n\n{feet}\n\n{listed}\n", lang="en").text
    assert "[^1]: Law of the spring.\n\n[^2]: Laws of the mole.\n" in cleaned
