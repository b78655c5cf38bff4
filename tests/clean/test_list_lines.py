# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items that an extractor left as lines of one paragraph, and lists whose bullets nobody lost.

The texts were written for these tests.
"""

from __future__ import annotations

import re

import pytest

from pipeline.clean import clean
from tests.clean.test_extracted import _cleaned

# Text set in lines, so that it is known how long a full line is.
SET = """The clerk of the harbour keeps a list of all boats that lie here, and of all that
the pilots have seen at the mole since the morning of the day before, and reads it
to the board when it meets. What the keeper of the lamp wants to know is told to him
by the boys of the pilots, who row out to each of the boats before the sun is up and
look into its hold, and ask its master where he has been, what he has on board, what
he paid for it and how long he wants to stay in the harbour; what he says is written
down on a slate, and the slate is given to the clerk, who reads it and adds what the
boats owe to the town, and has the boys carry it back to the masters, of whom nearly
all pay at once. The others are asked again."""

LISTS = [
    (
        "The board promises:\n\nIt keeps the channel clear.\n"
        "It lights the lamps at dusk, and pays for the oil of those that stand on the old\nmole.\nIt counts the boats.",
        ["It keeps", "It lights", "It counts"],
    ),
    (
        "A master must:\n\nwait at the buoy until the pilots are on board;\nask for a berth;\npay his dues.",
        ["wait", "ask", "pay"],
    ),
    ("The log has these:\n\n`boat` is her name.\n`berth` is where she lies.", ["`boat` is", "`berth` is"]),
    ("These are read aloud:\n\nLog of the pilots\nLog of the keeper", ["Log of the pilots", "Log of the keeper"]),
    (
        "Without regard to what was said by anybody before,\n\nthe clerk pays for the first berth of a boat,\n"
        "the clerk pays for no other.",
        ["the clerk pays for the", "the clerk pays for no"],
    ),
]


@pytest.mark.parametrize(("body", "starts"), LISTS)
def test_lines_below_a_colon_that_had_room_for_more_are_items(body: str, starts: list[str]) -> None:
    items = [line[2:] for line in _cleaned(f"{SET}\n\n{body}").split("\n") if line.startswith("- ")]
    assert len(items) == len(starts)
    assert all(item.startswith(start) for item, start in zip(items, starts, strict=True))


OTHERS = [
    "Write to:\n\nThe Board of the Harbour\nHouse of the Pilots\nQuay of the Lamps",  # an address
    "It says:\n\n“Nobody lands here\nat night.”",
    "The clerk types:\n\nlamplog --all\nlamplog --old",
    "The board has these two aims:\n\n1° to light the lamps;\n2° to count the boats.",
]


@pytest.mark.parametrize("body", OTHERS)
def test_addresses_quotations_commands_and_numbered_points_are_none(body: str) -> None:
    assert "- " not in _cleaned(f"{SET}\n\n{body}").removeprefix(SET)


def test_definitions_are_no_items_where_other_bullets_are_left() -> None:
    lists = "The board needs:\n\n- oil\n- rope\n\nThe clerk needs:\n\n- ink\n- wax"
    terms = "In this book these words mean:\n\nBoat: what floats and has a master.\n\nQuay: what does not float."
    assert _cleaned(f"{lists}\n\n{terms}") == f"{lists}\n\n{terms}"
    assert "- Boat: what" in _cleaned(terms)


def test_a_word_between_the_colon_and_the_first_bullet_is_no_item() -> None:
    lists = "The board needs:\n\n- oil\n- rope\n\nThe clerk needs:\n\n- ink\n- wax"
    body = f"{lists}\n\nThe masters pay for:\n\nand\n\n- the light;\n- the quay."
    assert _cleaned(body) == body


TERMS = (
    "Boat: means what floats and has a master. Quay: means what does not float.\n\n"
    "Mole: means the quay of stone.\n\nDues: means what is paid here. Note: the board keeps it."
)


def test_a_term_inside_the_meaning_of_another_stands_alone() -> None:
    """The word that gives the meaning is that of the terms beside it."""
    assert _cleaned(TERMS) == TERMS.replace(" Quay", "\n\nQuay")
    quoted = re.sub(r"(\w+): means", r"“\1” means", TERMS)
    assert _cleaned(quoted) == quoted.replace(" “Quay", "\n\n“Quay")


LOST = [
    "The clerk has asked the masters of all boats for these:\n\n[The log](https://example.org/log?a=b)\nA rope, dry.\n"
    "What was paid at the mole in the spring of the year before, by whom, and to which\nof the clerks.",
    "The keeper knows:\n\nOil\nWicks. They are kept below the stairs.",
]


def _items(text: str) -> list[str]:
    return [line[2:] for line in text.split("\n") if line.startswith("- ")]


def test_where_all_bullets_are_lost_lines_that_had_room_are_items_though_they_are_not_alike() -> None:
    cleaned = _cleaned("\n\n".join([SET, *LOST]))
    assert [item.split()[0] for item in _items(cleaned)] == ["[The", "A", "What", "Oil", "Wicks."]


def test_what_follows_a_paragraph_that_is_the_whole_list_is_text() -> None:
    """In a text without bullets, paragraphs from a colon to the next heading are items elsewhere."""
    others = [f"The {name} asks for:\n\nA berth\n\nA lamp" for name in ("pilot", "master", "mate")]
    said = ["They wait below the lamps for the pilots.", "Nobody lands there.", "## Ice", "It is thick."]
    cleaned = _cleaned("\n\n".join([SET, *others, *LOST, *said]))
    assert {item.split()[0] for item in _items(cleaned)} == {"A", "[The", "What", "Oil", "Wicks."}


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join([SET, *LOST, "- Mind the bell."]),  # a text that has its bullets
        "\n\n".join([SET, LOST[1]]),  # one such place alone
        "\n\n".join([SET, *(lost.replace(":\n", ".\n") for lost in LOST)]),  # nothing leads up to a list
        f"{SET}\n\nWrite to:\n\nThe Board\nQuay 4, 26122 Harbour\n\nOr to:\n\nThe Clerk\nThe Lamps\nboard@example.org",
    ],
)
def test_other_lines_that_had_room_stay(body: str) -> None:
    assert _items(_cleaned(body)) == ["Mind the bell."] * ("bell" in body)


LABELLED = [
    "lamps: what the keeper of the mole has to light at dusk",
    "ropes: what every master brings on board before the tide turns",
    "old quays: those that were built before the year of the great storm",
    "dues: what the clerk is paid",
]


def _lined(lines: list[str]) -> str:
    above = "\n".join(["the board met in the spring and heard what the pilots said of the state of the channel,"] * 9)
    return _cleaned(f"{above} and so on.\n\n## Words\n\n" + "\n".join(lines) + f"\n\n{above} and so on.")


def test_lines_with_a_label_each_are_items() -> None:
    assert all(f"- {line}" in _lined(LABELLED).split("\n") for line in LABELLED)


@pytest.mark.parametrize(
    "lines", [LABELLED[:3], ["Written by: A clerk", "Read by: The board", "Year: 2031", "Place: The old quay"]]
)
def test_a_few_and_those_with_names_and_dates_are_none(lines: list[str]) -> None:
    assert "- " not in _lined(lines)


def _pages(body: str) -> str:
    """The body after cleaning, below three pages of full lines; "\\f" in it is the end of the fourth page."""
    pages = "\n\n".join(f"{SET}\n\nPage {number} of 4" for number in range(1, 4))
    body = body.replace("\f", "Page 4 of 4")
    return clean(f"# Harbour\n\n## Lamps\n\n{pages}\n\n{SET}\n\n{body}\n", lang="en").text


def test_a_list_goes_on_below_the_end_of_a_page() -> None:
    body = (
        "The board promises:\n\nIt keeps the channel clear of ice.\nIt lights the lamps at dusk.\n\n\f\n\n"
        "It counts the boats, one by one, in the morning.\nIt tells nobody.\n\nNobody asks for more."
    )
    items = _items(_pages(body))
    assert [item.split()[1] for item in items] == ["keeps", "lights", "counts", "tells"]
    assert "\n\nNobody asks" in _pages(body)
    assert _items(_pages(body.replace("\f\n\n", ""))) == items[:2]


def test_the_width_of_letters_tells_what_room_a_line_had() -> None:
    first = "fills all its lit lamps till all its oil is in it, till it is full, little by little,"
    body = f"It:\n\n{first}\ntells it all.\npays."
    assert [item.split()[0] for item in _items(_pages(body))] == ["fills", "tells", "pays."]


def test_a_word_that_leads_to_the_last_clause_ends_the_one_before() -> None:
    body = "These ask for a lamp:\n\nany master of a boat,\nany mate, or\nany clerk.\nThe Board asks for nothing."
    kept = "The keeper knows:\n\nOil\nWicks. They are kept below the stairs."
    items = _items(_pages(f"{body}\n\n{kept}"))
    assert [item.split()[0] for item in items] == ["any", "any", "any", "The", "Oil", "Wicks."]
