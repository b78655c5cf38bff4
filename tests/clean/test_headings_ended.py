# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings that an extractor ran into the end of the text above them. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned as cleaned

LONG = (
    "The upper quay belongs to the board, and whoever moors there pays the dues that the table names, on the day on "
    "which he comes."
)
MARKED = f"## Quays\n\n{LONG}\n\n### The lower quay\n\n{LONG}\n\n### The mole\n\n"


def test_words_behind_the_last_sentence_head_the_text_below() -> None:
    found = cleaned(f"{MARKED}{LONG} Dues of the rafts\n\n{LONG}")
    assert f"{LONG}\n\n#### Dues of the rafts\n\n{LONG}" in found


def test_behind_the_last_item_they_do_too() -> None:
    found = cleaned(f"{MARKED}The warden keeps:\n\n- the ropes;\n- the lamps of the mole. Dues of the rafts\n\n{LONG}")
    assert f"- the lamps of the mole.\n\n#### Dues of the rafts\n\n{LONG}" in found


def test_where_a_list_begins_anew_below_an_item_they_stand_beside_the_heading_above() -> None:
    items = f"1. {LONG}\n2. {LONG}"
    found = cleaned(f"{MARKED}{items} Dues of the rafts\n\n{items}")
    assert f"{LONG}\n\n### Dues of the rafts\n\n1. The upper" in found
    assert "# Dues" not in cleaned(f"{MARKED}{items} Dues of the rafts\n\n3. {LONG}")


def test_a_part_stands_on_the_level_of_its_like() -> None:
    first = f"## Section 1: Quays\n\n{LONG}\n\n### Boats\n\n{LONG}"
    found = cleaned(f"{first} Section 2: Ice\n\n## Section 3: Fog\n\n{LONG}")
    assert f"{LONG}\n\n## Section 2: Ice\n\n## Section 3: Fog\n" in found


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG} Dues of the rafts.\n\n{LONG}",
        f"{LONG} Dues of the\n\n{LONG}",  # the sentence goes on
        f"{LONG} Rafts\n\n{LONG}",  # one word may be a cut sentence
        f"{LONG} Dues of the rafts\n\nas the table says, on the day on which each of them comes to the quay.",
        f"{LONG} Dues of the rafts\n\n### The warden",
        f"The warden keeps:\n\n- Ropes. Those of hemp\n- Lamps. Dues of the rafts\n\n{LONG}",  # no item has an end
        f"{LONG} Dues of 4 rafts\n\n{LONG}",
        f"{LONG} Dues (of the rafts\n\n{LONG}",
        f"See p. Dues of the rafts\n\n{LONG}",
        f"{LONG} Dues of the rafts\n\nThey are paid.",
    ],
)
def test_what_is_no_heading_stays(body: str) -> None:
    assert "# Dues" not in cleaned(MARKED + body) and "# Rafts" not in cleaned(MARKED + body)


def test_in_a_text_of_an_author_nothing_is_a_heading() -> None:
    text = f"# Harbour\n\n{MARKED}{LONG} Dues of the rafts\n\n{LONG}\n"
    assert clean(text, lang="en").text == text
