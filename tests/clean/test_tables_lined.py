# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables that an extractor wrote line by line, with text between the rows. The texts were written for these tests."""

from __future__ import annotations

import pytest

from pipeline.clean import clean

PART = (
    "The council met in the spring and heard what the masters of the ferries had to say about\n"
    "the state of the roads, and it found that much was to be done before the winter came back\n"
    "to the town. It asks the towns to mend the roads that lead to the bridges, and to see that\n"
    "the ferries are safe. It will look at the reports again in the autumn of the same year."
)
ABOVE = "The State of the Roads\n" + "\n".join([PART] * 9)


def _drawn(*rows: tuple[str, ...]) -> str:
    """Rows as the extractor draws those between two lines of text; a cell that goes on ends with a space."""
    wide = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    head, *body = ("| " + " | ".join(map(str.ljust, row, wide)) + " |" for row in rows)
    return "\n".join([head, "| " + " | ".join("-" * size for size in wide) + " |", *body])


def _cleaned(*lines: str, below: str = PART) -> str:
    result = clean("\n".join([ABOVE, *lines, below]) + "\n", lang="en")
    again = clean(result.text, lang="en")
    assert not again.repairs
    return result.text


FERRIES = (
    _drawn(("Ferry", "Master", "Fare", "What to know"), ("Gull", "Ann Rook", "2 crowns", "Takes carts only when ")),
    "the sea is calm",
    _drawn(("Tern", "Peter Cornelis van der ", "5 crowns", "Two lamps"), ("", "Meer", "", "")),
    "Heron Mary Stone, for all the  14 crowns Leaves when the bell",
    _drawn(("", "winter", "", "of the old church ")),
    "has rung twice",
    _drawn(("Swan", "Jo Finch", "1 crown", "On Sundays")),
)


def test_cells_of_several_lines_are_whole() -> None:
    assert (
        "autumn of the same year.\n\n"
        "| Ferry | Master | Fare | What to know |\n|---|---|---|---|\n"
        "| Gull | Ann Rook | 2 crowns | Takes carts only when the sea is calm |\n"
        "| Tern | Peter Cornelis van der Meer | 5 crowns | Two lamps |\n"
        "| Heron | Mary Stone, for all the winter | 14 crowns "
        "| Leaves when the bell of the old church has rung twice |\n"
        "| Swan | Jo Finch | 1 crown | On Sundays |\n\nThe council"
    ) in _cleaned(*FERRIES)


def test_a_row_begins_below_cells_that_do_not_go_on_though_its_first_cell_is_empty() -> None:
    rows = (
        _drawn(("Harbour", "Ferry", "What to know"), ("North mole", "Gull", "Carts only when the ")),
        "sea is calm",
        _drawn(("", "Tern", "Bells of the church, ")),
        "and lamps",
        _drawn(("", "Swan and heron", "Sundays, and whenever"), ("", "Coot", "Weddings")),
    )
    assert (
        "| North mole | Gull | Carts only when the sea is calm |\n|  | Tern | Bells of the church, and lamps |\n"
        "|  | Swan and heron | Sundays, and whenever |\n|  | Coot | Weddings |\n"
    ) in _cleaned(*rows)


def test_a_text_with_such_a_table_is_still_plain_text() -> None:
    assert _cleaned(*FERRIES).startswith("# The State of the Roads\n\nThe council met")


def test_the_last_cell_goes_on_below_the_last_row() -> None:
    text = _cleaned(*FERRIES[:-1], _drawn(("Swan", "Jo Finch", "1 crown", "On Sundays, and for ")), "weddings at noon")
    assert "| Swan | Jo Finch | 1 crown | On Sundays, and for weddings at noon |\n\nThe council" in text


def test_what_names_the_columns_may_be_a_line_of_text() -> None:
    names = "Name of the ferry Lamps that it carries Passengers that it may take"
    text = _cleaned(names, _drawn(("Gull", "2", "40"), ("Tern", "3", "120"), ("Heron", "12", "7"), ("Swan", "1", "9")))
    assert (
        "| Name of the ferry | Lamps that it carries | Passengers that it may take |\n|---|---|---|\n| Gull | 2 | 40 |"
    ) in text


def test_numbers_of_two_narrow_columns_are_apart() -> None:
    rows = [("Gull", "2 40", "7"), ("Tern", "3 120", "5"), ("Heron", "12 7", "1"), ("Swan", "1 N/A", "3")]
    text = _cleaned("Name of the ferry Lamps Passengers that it may take Days in a week", _drawn(*rows))
    assert "| Heron | 12 | 7 | 1 |\n| Swan | 1 | N/A | 3 |\n" in text


def test_columns_of_the_page_that_are_never_filled_together_are_one() -> None:
    rows = [("Boat", "Fare", "", "Day"), *(("Gull", "", str(number), "Monday") for number in range(2, 6))]
    text = _cleaned(_drawn(*rows))
    assert "| Boat | Fare | Day |\n|---|---|---|\n| Gull | 2 | Monday |\n| Gull | 3 | Monday |\n" in text


@pytest.mark.parametrize(
    "between",
    [PART, "So it was in the year before the last. The council heard of others too."],
)
def test_text_between_two_tables_parts_them(between: str) -> None:
    one = _drawn(("Ferry", "Lamps", "Master"), ("Gull", "2", "Ann Rook"), ("Tern", "3", "Peter Crow"))
    two = _drawn(("Road", "Miles", "Keeper"), ("North", "14", "Jo Finch"), ("South", "9", "Mary Stone"))
    text = _cleaned(one, between, two)
    assert "| Tern | 3 | Peter Crow |\n\n" in text
    assert "\n\n| Road | Miles | Keeper |\n|---|---|---|\n| North | 14 | Jo Finch |\n" in text


@pytest.mark.parametrize(
    "text",
    [
        # an author's table right below text
        f"# Roads\n\n{PART}\n{_drawn(('Ferry', 'Lamps'), ('Gull', '2'), ('Tern', '3'))}\n\n{PART}\n",
        # bars that were not drawn below each other
        f"# Roads\n\n{PART}\n| Ferry | Lamps |\n| --- | --- |\n| Gull | 2 |\n| Tern, the old one | 3 |\n{PART}\n",
    ],
)
def test_tables_of_authors_stay(text: str) -> None:
    assert clean(text, lang="en").text == text
