# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items of plain text whose bullets were drawn: which lines begin one, and how much room the line above had.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from tests.clean.test_layout_inner import SETTER

PAGE = (
    f"{SETTER}When the ice comes he takes the lamps of the mole into the tower, where they are kept\n"
    "until the spring, and a rope is drawn across the steps so that nobody goes down there.\n"
)
LED = "Of these the keeper writes a list every year, and hangs it up in the custom house:\n"


def _items(body: str) -> list[str]:
    """What begins items of a list of the third page, below a list of two points on each of the others."""
    short = f"{LED}\n      the lamps\n      the wicks\n\n{PAGE}\n"
    cleaned = clean(f"The Lamps\n\n{PAGE}\n{short}\f{PAGE}\n{short}\f{PAGE}\n{body}\n{SETTER}\f", lang="en").text
    return [line[2:] for line in cleaned.splitlines() if line.startswith("- ")][4:]


@pytest.mark.parametrize(
    "lines",
    [
        (  # the last word of the first takes less than others with as many letters, and the item stands further in
            "Lamps of the mole and of all stairs that lead to it, the little one too.",
            "Oil.",
        ),
        ("Lamps of the mole and of the quay,", "Wicks, and oil for one winter"),
        ("lamps of the mole and of the quay,", "wicks,", "oil for one winter."),
        ("Lamps of the mole and of the quay", "wicks", "oil for one winter"),
        ("all lamps of the upper mole, of the old quay, and of the ferry at its side;", "ropes;", "wicks."),
        ("Lamps: all of the upper mole, those of the old quay, and one of the ferry", "Wicks and oil: all of these."),
    ],
)
def test_a_line_begins_an_item_where_the_one_above_had_room(lines: tuple[str, ...]) -> None:
    body = "\n".join(f"      {line}" for line in lines)
    assert _items(f"{LED}\n{body}\n") == list(lines)


def test_a_full_line_runs_on() -> None:
    full = "Lamps of the mole and of all the steps which lead down to it from above, but"
    assert _items(f"{LED}\n      {full}\n      none of the ferry.\n      Wicks.\n") == [full, "Wicks."]


def test_a_list_of_a_known_depth_needs_no_colon_and_may_stand_a_column_beside_it() -> None:
    body = "The keeper looks after these\n\n       Lamps of the mole.\n       Wicks, and oil for one winter.\n"
    assert _items(body) == ["Lamps of the mole.", "Wicks, and oil for one winter."]
