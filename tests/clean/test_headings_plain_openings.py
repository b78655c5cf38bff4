# SPDX-License-Identifier: AGPL-3.0-or-later
"""How plain text begins: its title, and the line below that says when it was decided. Written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_repairs import PLAIN_PART


def _headings(*above: str) -> list[str]:
    """The headings of a text that begins with these lines."""
    parts = [*above, f"The ferries\n\n{PLAIN_PART}", f"The bridges\n\n{PLAIN_PART}", f"\fWho pays\n\n{PLAIN_PART}"]
    return [line for line in clean("\n\n".join(parts) + "\n", lang="en").text.splitlines() if line.startswith("#")]


PARTS = ["## The ferries", "## The bridges", "## Who pays"]


@pytest.mark.parametrize("title", ["Statutes of Harbour Boats e.V.", "Terms of the Pilots of the Mole, Inc."])
def test_a_title_may_end_with_a_name_that_is_shortened(title: str) -> None:
    assert _headings(title) == [f"# {title}", *PARTS]


def test_a_sentence_opens_a_text_and_is_no_title() -> None:
    assert _headings("All pilots stay on the mole.") != ["# All pilots stay on the mole.", *PARTS]


DAYS = ["23-Feb-2021", "4 May 1998", "1er mars 2020", "May 4, 1998", "04.05.1998", "1998-05-04"]


@pytest.mark.parametrize("day", DAYS)
def test_a_line_with_a_day_below_the_title_is_no_heading(day: str) -> None:
    title = "The State of the Roads"
    assert _headings(title, f"Decided by the Council on {day}") == [f"# {title}", *PARTS]


def test_room_above_a_list_says_nothing_of_the_size_of_a_heading() -> None:
    listed = "i. The gate is closed at night and in winter.\n\nii. The keeper has the keys."
    parts = ["The tower", PLAIN_PART]
    for name in ("Stairs", "Lamps", "Fees"):
        parts += [f"{name} of the mole\n{PLAIN_PART}", f"Keys of the {name.lower()}\n\n{listed}"]
    text = "\n\n".join([*parts, f"\f{PLAIN_PART}"]) + "\n"
    found = [line for line in clean(text, lang="en").text.splitlines() if line.startswith("#")]
    assert len(found) == 7 and {line.partition(' ')[0] for line in found[1:]} == {"##"}
