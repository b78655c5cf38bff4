# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists that no colon leads to, left as lines of one paragraph, and what stands beside such.

The texts were written for these tests.
"""

from __future__ import annotations

import pytest

from tests.clean.test_list_lines import _items, _pages

LED = "The clerk asks for these:\n\nA berth for the night\nA lamp\n\nThe mate asks for these:\n\nOil\nA rope"


def _firsts(body: str) -> list[str]:
    return [item.split()[0] for item in _items(_pages(f"{LED}\n\n{body}"))][4:]


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        ("## Dues\n\nThey are paid at dusk.\nNobody pays at night.", ["They", "Nobody"]),
        ("## Books\n\nBook of dues\nBook of lamps\nLog of the pilots", ["Book", "Book", "Log"]),
    ],
)
def test_lines_that_had_room_and_end_alike_are_items_where_lists_below_colons_were_such(
    body: str, starts: list[str]
) -> None:
    assert _firsts(body) == starts
    assert not [item for item in _items(_pages(body)) if item.split()[0] in starts]  # nothing tells of lost bullets


@pytest.mark.parametrize("body", ["Mending nets\nBring a net to the shed.", "Book of dues\nBook of lamps"])
def test_a_heading_above_its_text_and_two_lines_without_an_end_are_none(body: str) -> None:
    assert not _firsts(body)


def test_a_list_below_the_colon_of_a_numbered_item_stands_in_it() -> None:
    body = "1. The board keeps:\n\nBook of dues\nBook of lamps\n\n2. The clerk keeps a log."
    assert "1. The board keeps:\n\n   - Book of dues\n   - Book of lamps\n\n2. The" in _pages(f"{LED}\n\n{body}")


def test_what_begins_small_goes_on_an_item_above_where_items_begin_with_a_capital() -> None:
    body = "They ask for:\n\nA rope of hemp, or\nof wire\nA goat that is tame,\nor old\nOil"
    assert _firsts(body) == ["A", "A", "Oil"]


def test_a_semicolon_ends_an_item_though_little_room_was_left_behind_it() -> None:
    item = "to keep all the lamps of the mole and of the quay lit from dusk until the dawn;"
    body = f"The keeper has:\n\n{item}\nto count the boats."
    assert _firsts(body) == ["to", "to"]


def test_paragraphs_are_no_items_where_lists_came_as_lines_of_one() -> None:
    asked = "Whoever sails asks himself:\n\nIs the boat sound, and has she a lamp?\n\nMost say that she has.\n\n## Dues"
    counted = "There are two ways:\n\nMasters pay at noon, on board.\n\nA mate pays at dusk, on the quay.\n\nSo it is."
    for body in (asked, counted):
        assert len(_items(_pages(f"{LED}\n\n{body}\n\nThey pay."))) == 4


def test_a_line_that_begins_with_a_colon_begins_no_item() -> None:
    assert _firsts("They ask for:\n\nA goat\n:  tame, or old\nOil") == ["A", "Oil"]
