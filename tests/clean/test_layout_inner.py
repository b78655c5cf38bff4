# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists of plain text inside an item, and right below a heading, where only their place on the page tells of them.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean

SETTER = (
    "The keeper of the lamps walks along the quay at dusk and lights one after the other,\n"
    "and whoever sees that one of them has gone out tells the keeper of it before morning.\n"
    "In fog the lamps burn by day too, and the keeper trims their wicks more often than he\n"
    "would do in clear weather, since nobody can say how long the fog will hang over them.\n"
)
RULES = (
    "    i. The keeper lights the lamps at dusk, and puts them out at dawn, on every day of\n"
    "       the year but in the week in which the harbour is closed by the ice of the sea.\n"
    "   ii. The keeper trims the wicks. {led}\n"
    "{inner}"
    "  iii. Whoever breaks a lamp pays for it.\n"
)
INNER = (
    "             The lamps of the western mole and of all the steps that lead down from it,\n"
    "             as far as the custom house\n"
    "             The lamp of the ferry\n"
)


def _cleaned(inner: str, led: str = "He also looks after", bullet: str = "") -> str:
    body = f"Lamps of the harbour\n{RULES.format(inner=inner, led=led)}"
    pages = (f"The Rules\n\n{SETTER}\n{bullet}\n{SETTER}\n", f"{SETTER}\n{body}\n{SETTER}\n", f"{SETTER}\n")
    return clean("\f".join(pages), lang="en").text


def test_a_list_of_letters_is_none_of_the_heading_right_above() -> None:
    lines = _cleaned("").splitlines()
    assert "## Lamps of the harbour" in lines
    assert [line.partition(" ")[0] for line in lines if line.startswith("i")] == ["i.", "ii.", "iii."]


@pytest.mark.parametrize("led", ["He also looks after", "He also looks after:"])
def test_lines_deeper_than_the_text_of_an_item_are_a_list_inside_it(led: str) -> None:
    items = [line.strip() for line in _cleaned(INNER, led).splitlines() if line.startswith("    - ")]
    assert [item[:20] for item in items] == ["- The lamps of the w", "- The lamp of the fe"]


def test_one_line_that_stands_deeper_is_no_list() -> None:
    assert "- " not in _cleaned("             The lamp of the ferry\n")


def test_where_other_bullets_were_left_deeper_lines_are_none() -> None:
    assert "- The lamp of" not in _cleaned(INNER, bullet="• A lamp that smokes.\n• A lamp that hums.\n")


def test_cleaning_again_changes_nothing() -> None:
    once = _cleaned(INNER)
    assert clean(once, lang="en").text == once
